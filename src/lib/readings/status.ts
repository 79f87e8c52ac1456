import { boundsAt, type Bounds } from '$lib/records/bounds';
import { dayNumber, type Day } from '$lib/records/day';
import type { Indicator } from '$lib/records';
import { colourOf } from './colour';
import type { ColourChange, Input, Lever, Measured, Reading } from './reading';

/** True where what is known since a day is older than a definition allows. */
export function isTooOld({ stale_after_days }: Indicator, asOf: Day, known: Day): boolean {
	return dayNumber(asOf) - dayNumber(known) > stale_after_days;
}

/** The inputs that are too old at a day, in words; null where none is. */
function staleReason(inputs: Input[], indicator: Indicator, asOf: Day): string | null {
	const old = inputs.flatMap(({ label, date, dated }) => {
		if (!dated || date === null || !isTooOld(indicator, asOf, date)) return [];
		return [`${label}: known since ${date}, ${dayNumber(asOf) - dayNumber(date)} days ago`];
	});
	return old.length === 0 ? null : `Older than ${indicator.stale_after_days} days. ${old.join('; ')}.`;
}

/** The reading that a measure gives under a definition. */
export function readingOf(indicator: Indicator, asOf: Day, measured: Measured): Reading {
	const { value, numerator, denominator, inputs, rows, levers } = measured;
	const stale = value === null ? null : staleReason(inputs, indicator, asOf);
	const disputed = value === null || stale ? undefined : measured.disputed;
	const coloured = value !== null && stale === null && disputed === undefined;
	const bounds = boundsAt(indicator, asOf);
	const status = coloured ? colourOf(bounds, value) : stale ? 'stale' : disputed ? 'disputed' : 'unknown';
	return {
		slug: indicator.slug,
		date: asOf,
		value,
		status,
		reason: coloured ? null : (stale ?? disputed ?? measured.reason ?? 'An input is missing.'),
		numerator: numerator ?? null,
		denominator: denominator ?? null,
		inputs,
		rows,
		yardsticks: measured.yardsticks ?? null,
		changes: coloured ? colourChanges(bounds, value, levers ?? []) : []
	};
}

/** Just on the other side of a bound: on it going up, below it by the least step going down. */
function below(bound: number): number {
	return bound - Math.max(Math.abs(bound), 1) * Number.EPSILON;
}

function colourChanges(inForce: Bounds, value: number, levers: Lever[]): ColourChange[] {
	const { green, amber } = inForce;
	const now = colourOf(inForce, value);
	const bounds = [green.min, green.max, amber.min, amber.max].filter((bound) => bound !== undefined);
	bounds.sort((a, b) => a - b);
	const up = bounds.find((bound) => bound > value && colourOf(inForce, bound) !== now);
	const down = bounds.findLast((bound) => bound <= value && colourOf(inForce, below(bound)) !== now);
	const changes: ColourChange[] = [];
	for (const [direction, bound] of [
		['up', up],
		['down', down]
	] as const) {
		if (bound === undefined) continue;
		const to = colourOf(inForce, direction === 'up' ? bound : below(bound));
		const reached = (after: number) => (direction === 'up' ? after >= bound : after < bound);
		changes.push({
			direction,
			bound,
			to,
			distance: Math.abs(bound - value),
			levers: levers.flatMap((lever) => pull(lever, bound, reached))
		});
	}
	return changes;
}

/** A lever's change in whole dollars, just enough. */
function pull(lever: Lever, bound: number, reached: (after: number) => boolean): ColourChange['levers'] {
	const exact = lever.change(bound);
	if (!Number.isFinite(exact)) return [];
	const step = Math.sign(exact);
	const least = step * Math.floor(Math.abs(exact));
	const candidates = step === 0 ? [-1, 1] : [least, least + step, least + 2 * step];
	// The exact change reaches a bound but may not pass it, and floating point may miss it by less than a dollar.
	const change = candidates.find((each) => Number.isSafeInteger(each) && reached(lever.after(each)));
	return change === undefined ? [] : [{ label: lever.label, change_usd: change }];
}
