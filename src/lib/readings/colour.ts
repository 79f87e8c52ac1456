import type { Bounds } from '$lib/records/bounds';
import type { Bound } from '$lib/records';
import type { Colour, Status } from './reading';

/** What screens ask of a colour: apart from how a reading comes by it, which no page's first script needs. */

function within(value: number, { min, max }: Bound): boolean {
	return value >= (min ?? -Infinity) && value < (max ?? Infinity);
}

/** The colour of a value (MODEL section 2): green or amber within their bounds (min ≤ x < max), else red. */
export function colourOf({ green, amber }: Pick<Bounds, 'green' | 'amber'>, value: number): Colour {
	if (within(value, green)) return 'green';
	return within(value, amber) ? 'amber' : 'red';
}

/** True where a reading has a colour: it is neither unknown, stale nor disputed. */
export function hasColour(status: Status): status is Colour {
	return status === 'green' || status === 'amber' || status === 'red';
}

/** True where two values of one reading tell opposite things: their colours differ, or both are red, on either side of the green. */
export function areOpposed(bounds: Pick<Bounds, 'green' | 'amber'>, one: number, other: number): boolean {
	const [a, b] = [colourOf(bounds, one), colourOf(bounds, other)];
	const between = bounds.green.min ?? bounds.green.max ?? 0;
	return a !== b || (a === 'red' && one < between !== other < between);
}
