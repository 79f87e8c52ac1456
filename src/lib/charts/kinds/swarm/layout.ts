import { addDays, dayNumber, yearOf, type Day } from '$lib/records/day';

/** Where the discs of a swarm stand. Pure; CSS pixels. */

/** A share of the marks, at most, that stands before the axis instead of on it. */
const MOST_EARLY = 0.05;
/** How wide the room before the axis is. */
const EARLY_ROOM = 58;
/** At the left, where the first label begins, and at the right, where a disc reaches beyond its day. */
const SIDE = 14;
const GAP = 1;
/** Radius of what nobody has stated a sum of, and of the smallest sum. */
const RING = 2.6;

/** The days of a swarm's axis, and its room. */
export interface SwarmFrame {
	/** Marks of days before it stand in the room before the axis. */
	from: Day;
	to: Day;
	left: number;
	right: number;
	/** Where the room before the axis begins; null where nothing stands there. */
	early: number | null;
}

/**
 * The frame of a swarm of some days, in their order, up to a day: it begins at the latest 1 January before which a twentieth of
 * the days lie at most, so that a few early ones do not press the others together.
 */
export function frameSwarm(days: readonly Day[], asOf: Day, width: number): SwarmFrame {
	const first = days[0] ?? asOf;
	let from = `${yearOf(first)}-01-01`;
	for (let year = yearOf(asOf); year > yearOf(first); year--) {
		if (days.filter((day) => day < `${year}-01-01`).length > days.length * MOST_EARLY) continue;
		from = `${year}-01-01`;
		break;
	}
	const to = addDays(asOf, 1);
	const early = days.some((day) => day < from) ? SIDE : null;
	return { from, to, left: SIDE + (early === null ? 0 : EARLY_ROOM), right: width - SIDE, early };
}

/** Where a day stands; one before the axis stands in the middle of the room before it. */
export function xOfDay({ from, to, left, right }: SwarmFrame, day: Day): number {
	if (day < from) return left - EARLY_ROOM / 2 - 6;
	return left + ((dayNumber(day) - dayNumber(from)) / (dayNumber(to) - dayNumber(from))) * (right - left);
}

/** The day at a place, null before the axis: no day is meant there, but all of them. */
export function dayAt({ from, to, left, right }: SwarmFrame, x: number): Day | null {
	if (x < left) return null;
	const days = dayNumber(to) - dayNumber(from);
	const at = Math.round(((Math.min(x, right) - left) / (right - left)) * days);
	return addDays(from, Math.min(at, days - 1));
}

export interface Disc {
	x: number;
	/** From the middle line. */
	y: number;
	r: number;
}

/** The place nearest to the middle line where a disc touches no other. */
function freePlace(placed: readonly Disc[], x: number, r: number): number {
	const near = placed.filter((other) => Math.abs(other.x - x) < other.r + r + GAP);
	const touching = near.flatMap((other) => {
		const reach = Math.sqrt((other.r + r + GAP) ** 2 - (other.x - x) ** 2);
		return [other.y - reach, other.y + reach];
	});
	const isFree = (y: number) => near.every((other) => Math.hypot(other.x - x, other.y - y) >= other.r + r + GAP - 1e-6);
	return [0, ...touching].filter(isFree).sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? 0;
}

/** Discs of a size, the largest placed first; undefined where one would stand out of the room above or below the middle. */
function placeAt(xs: readonly number[], radii: readonly number[], room: number): Disc[] | undefined {
	const order = radii.map((_, i) => i).sort((a, b) => radii[b]! - radii[a]! || a - b);
	const placed: Disc[] = [];
	const discs: Disc[] = [];
	for (const i of order) {
		const [x, r] = [xs[i]!, radii[i]!];
		const y = freePlace(placed, x, r);
		if (Math.abs(y) + r > room) return undefined;
		placed.push((discs[i] = { x, y, r }));
	}
	return discs;
}

const LARGEST = 0.62;
const SHRINK = 0.93;
const MOST_TRIES = 36;

/**
 * Discs without overlap within `room` above and below a middle line, whose area follows the dollars: as large as they can all be.
 * Where even the smallest do not find room, they overlap.
 */
export function placeDiscs(xs: readonly number[], usd: readonly (number | null)[], room: number): Disc[] {
	const largest = Math.max(1, ...usd.map((each) => each ?? 0));
	const sized = (scale: number) =>
		usd.map((each) => (each === null ? RING : Math.max(RING, scale * Math.sqrt(each / largest))));
	let scale = room * LARGEST;
	for (let tries = 0; tries < MOST_TRIES; tries++, scale *= SHRINK) {
		const discs = placeAt(xs, sized(scale), room);
		if (discs) return discs;
	}
	return sized(scale).map((r, i) => ({ x: xs[i]!, y: (((i * 37) % 100) / 50 - 1) * (room - r), r }));
}
