import { addDays, addMonths, dayFromNumber, dayNumber, type Day } from '$lib/records/day';

/** The day so many months before another (after it, where negative); of the last day of a month the last day of that month. */
export function monthsBefore(day: Day, months: number): Day {
	const next = addDays(day, 1);
	return next.endsWith('-01') ? addDays(addMonths(next, -months), -1) : addMonths(day, -months);
}

/** The days on which a deal has to be looked up so that it may be late by whole months. */
export interface LookUp {
	/** Rising; the first is `as_of`. */
	days: Day[];
	/** For each delay in months, from 0, where in `days` it is that each wanted day stands then: what has come so late by that day. */
	places: Int32Array[];
}

/**
 * Where to look up what is left of a deal on some wanted days, if it is late by 0 to `most` months. What would lie before `asOf`
 * is looked up there: nothing that is left falls due before.
 */
export function lookUpDelays(wanted: readonly Day[], asOf: Day, most: number): LookUp {
	const start = dayNumber(asOf);
	const late = Array.from({ length: most + 1 }, (_, months) =>
		wanted.map((day) => (day <= asOf ? start : Math.max(start, dayNumber(monthsBefore(day, months)))))
	);
	const numbers = [...new Set([start, ...late.flat()])].sort((a, b) => a - b);
	const placeOf = new Map(numbers.map((number, place) => [number, place]));
	return {
		days: numbers.map(dayFromNumber),
		places: late.map((days) => Int32Array.from(days, (number) => placeOf.get(number)!))
	};
}
