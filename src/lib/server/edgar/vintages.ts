import { dayNumber, type Day } from '$lib/records/day';
import type { Fact } from './facts';

/** A figure as it stood from one day on, until a later one of the same period takes its place. */
export interface Vintage {
	/** Whole US dollars. */
	amount: number;
	/** The first day on which all it is made of was public. */
	known: Day;
	/** The day of filing; null where the file does not state it. */
	filed: Day | null;
	/** What it was made of; the first is of the filing that completed it. */
	facts: Fact[];
	derivation: string;
}

/**
 * Two year-to-date figures are of one family, the year's own reports or the next year's comparatives, when the longer is
 * filed at most this long after the shorter. One family later is a year and a quarter.
 */
const LONGER_AFTER_DAYS = 400;
/** The shorter may come late, but a comparative of the next year comes nine months after the longer. */
const SHORTER_AFTER_DAYS = 200;

/** The facts of one period as vintages of one figure, in the order known. */
export function vintagesOf(facts: Fact[], derivation: string): Vintage[] {
	return facts.map((fact) => ({
		amount: fact.val,
		known: fact.known,
		filed: fact.filed,
		facts: [fact],
		derivation
	}));
}

/** What was current on a day: the last of its vintages known by then. Vintages are in the order known. */
export function currentAt<T extends { known: Day }>(vintages: readonly T[], day: Day): T | undefined {
	let low = 0;
	let high = vintages.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (vintages[middle]!.known <= day) low = middle + 1;
		else high = middle;
	}
	return vintages[low - 1];
}

/** Figures are filed in rounded thousands or millions; no company rounds coarser in its statements. */
const COARSEST = 1_000_000;

/**
 * True where two ways to one figure differ by no more than the rounding of the figures they are made of: half a unit for each
 * of them. Statements do not always add up to the last million.
 *
 * @param amounts all rounded figures involved, whole US dollars
 */
export function areAlike(one: number, other: number, amounts: number[]): boolean {
	if (one === other) return true;
	let unit = COARSEST;
	while (unit > 1 && amounts.some((amount) => amount % unit !== 0)) unit /= 10;
	return unit >= 1_000 && Math.abs(one - other) <= Math.floor(amounts.length / 2) * unit;
}

/** Keeps a vintage only where it differs from the one before it; of several of one day the last. */
export function dropRepeats(vintages: Vintage[]): Vintage[] {
	const kept: Vintage[] = [];
	vintages.forEach((vintage, index) => {
		if (vintages[index + 1]?.known === vintage.known) return;
		if (kept.at(-1)?.amount !== vintage.amount) kept.push(vintage);
	});
	return kept;
}

function mergeParts(parts: Vintage[], amount: number, derivation: string): Vintage {
	const [latest, ...others] = [...parts].sort((a, b) => (a.known < b.known ? 1 : a.known > b.known ? -1 : 0));
	const filed = parts.every((part) => part.filed !== null) ? (latest?.filed ?? null) : null;
	const facts = [...(latest?.facts ?? []), ...others.flatMap((part) => part.facts)];
	return { amount, known: latest?.known ?? '', filed, facts, derivation };
}

/** The sum of several figures, from the day on which all of them are known. */
export function sum(series: Vintage[][], derivation: string): Vintage[] {
	const days = [...new Set(series.flat().map(({ known }) => known))].sort();
	const sums = days.flatMap((day) => {
		const parts = series.flatMap((vintages) => currentAt(vintages, day) ?? []);
		if (parts.length < series.length) return [];
		return [
			{
				...mergeParts(
					parts,
					parts.reduce((total, { amount }) => total + amount, 0),
					derivation
				),
				known: day
			}
		];
	});
	return dropRepeats(sums);
}

/**
 * The difference of two figures, vintage by vintage, never across vintages: with each filing of the longer period goes what
 * was current of the shorter one that day. Where the longer was restated and the shorter was not, or where the two were filed
 * too far apart to be of one family, the difference would be of two measures: it is refused and the earlier one stands.
 *
 * @param refuse is told why, once for each pair of figures
 */
export function difference(
	longer: Vintage[],
	shorter: Vintage[],
	derivation: string,
	refuse: (why: string) => void
): Vintage[] {
	const days = new Set(longer.map(({ known }) => known));
	const [firstLonger, firstShorter] = [longer[0]?.known, shorter[0]?.known];
	if (firstLonger === undefined || firstShorter === undefined) return [];
	if (firstShorter > firstLonger) days.add(firstShorter);
	const found: Vintage[] = [];
	const refused = new Set<string>();
	let before: { long: Vintage; short: Vintage } | undefined;
	for (const day of [...days].sort()) {
		const [long, short] = [currentAt(longer, day), currentAt(shorter, day)];
		if (!long || !short) continue;
		if (before && before.long.amount === long.amount && before.short.amount === short.amount) continue;
		const apart = dayNumber(long.known) - dayNumber(short.known);
		const alone = before && before.long.amount !== long.amount && before.short.amount === short.amount;
		if (alone || apart > LONGER_AFTER_DAYS || apart < -SHORTER_AFTER_DAYS) {
			const pair = `${long.amount.toLocaleString('en-US')} (${long.known}) and ${short.amount.toLocaleString('en-US')} (${short.known})`;
			const why = alone
				? 'the longer period was restated and the shorter was not'
				: 'they were filed too far apart to be of one vintage';
			if (!refused.has(pair)) refuse(`${pair} cannot be subtracted: ${why}.`);
			refused.add(pair);
			continue;
		}
		before = { long, short };
		found.push({ ...mergeParts([long, short], long.amount - short.amount, derivation), known: day });
	}
	return found;
}
