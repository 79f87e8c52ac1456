/** Where things go so that they do not lie on each other. Pure; pixels throughout. */

export interface Placed<T> {
	item: T;
	x: number;
}

/** Items whose marks would overlap, left to right. `lead` is the one that the mark stands for. */
export interface Cluster<T> {
	x: number;
	lead: T;
	items: T[];
}

/**
 * Gathers marks that stand closer than `apart` into one, at the place of the weightiest. Items come in any order. Two leads
 * are never closer than `apart`, unless everything is.
 */
export function clusterMarks<T>(
	placed: readonly Placed<T>[],
	apart: number,
	weight: (item: T) => number
): Cluster<T>[] {
	const groups = [...placed]
		.sort((a, b) => a.x - b.x)
		.map(({ item, x }) => ({ x, lead: item, items: [item] }) satisfies Cluster<T>);
	for (let closest = nearestPair(groups, apart); closest >= 0; closest = nearestPair(groups, apart)) {
		const [a, b] = groups.splice(closest, 2) as [Cluster<T>, Cluster<T>];
		const head = weight(b.lead) > weight(a.lead) ? b : a;
		groups.splice(closest, 0, { x: head.x, lead: head.lead, items: [...a.items, ...b.items] });
	}
	return groups;
}

/** The index of the left one of the two neighbours that stand closest, if closer than `apart`; else -1. */
function nearestPair<T>(groups: readonly Cluster<T>[], apart: number): number {
	let best = -1;
	let least = apart;
	for (let i = 0; i + 1 < groups.length; i++) {
		const gap = groups[i + 1]!.x - groups[i]!.x;
		if (gap < least) [best, least] = [i, gap];
	}
	return best;
}

/** How far a column may stand from its day before columns get thinner, in pixels. */
const STRAY = 36;
const WIDTHS = [1, 0.85, 0.7, 0.55, 0.42, 0.32, 0.24];

/**
 * One slot a column, in the order given (ascending x): each as near to its own place as can be, stepping left to the next free
 * slot where its own is taken, none left of `left` or right of `right`. Slots are `widest`, or thinner where that keeps columns
 * by their day. Returns the columns' middles and the slot's width.
 */
export function placeInSlots(
	xs: readonly number[],
	left: number,
	right: number,
	widest: number
): { xs: number[]; slot: number } {
	const room = (right - left) / Math.max(1, xs.length);
	let placed: number[] = [];
	let slot = 0;
	for (const part of WIDTHS) {
		slot = Math.min(widest * part, room);
		placed = placeApart(xs, left, right, slot);
		if (placed.every((x, i) => Math.abs(x - xs[i]!) <= STRAY)) break;
	}
	return { xs: placed, slot };
}

function placeApart(xs: readonly number[], left: number, right: number, slot: number): number[] {
	const placed = [...xs];
	for (let i = placed.length - 1, limit = right - slot / 2; i >= 0; i--) {
		placed[i] = Math.min(placed[i]!, limit);
		limit = placed[i]! - slot;
	}
	for (let i = 0, limit = left + slot / 2; i < placed.length; i++) {
		placed[i] = Math.max(placed[i]!, limit);
		limit = placed[i]! + slot;
	}
	return placed;
}

export interface Label {
	/** Where its middle would like to be. */
	y: number;
	height: number;
}

/**
 * Middles of labels that stand in one column, none overlapping, all between `top` and `bottom` where they fit, as near to their
 * wishes as that allows. Order of the result is the order given.
 */
export function spreadLabels(labels: readonly Label[], top: number, bottom: number): number[] {
	const order = labels.map((_, i) => i).sort((a, b) => labels[a]!.y - labels[b]!.y || a - b);
	// Blocks of touching labels, each at the mean of its members' wishes: merged as long as two of them overlap.
	const blocks: { members: number[]; start: number; height: number }[] = [];
	const settle = (members: number[]) => {
		const height = members.reduce((sum, i) => sum + labels[i]!.height, 0);
		let offset = 0;
		let wish = 0;
		for (const i of members) {
			wish += labels[i]!.y - (offset + labels[i]!.height / 2);
			offset += labels[i]!.height;
		}
		const start = Math.max(top, Math.min(bottom - height, wish / members.length));
		return { members, start, height };
	};
	for (const i of order) {
		let block = settle([i]);
		for (let before = blocks.at(-1); before && before.start + before.height > block.start; before = blocks.at(-1)) {
			blocks.pop();
			block = settle([...before.members, ...block.members]);
		}
		blocks.push(block);
	}
	const result = labels.map((label) => label.y);
	for (const { members, start } of blocks) {
		let offset = start;
		for (const i of members) {
			result[i] = offset + labels[i]!.height / 2;
			offset += labels[i]!.height;
		}
	}
	return result;
}

export interface Rect {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** A straight line from one point to another. */
export type Stroke = readonly [[number, number], [number, number]];

/**
 * The first of the places that the fewest strokes run through and the fewest boxes lie on; there is at least one. `cost`: what else
 * speaks against a place, where a stroke or a box is 1.
 */
export function findClearest<Place extends Rect>(
	places: readonly Place[],
	strokes: readonly Stroke[],
	boxes: readonly Rect[] = [],
	cost?: (place: Place) => number
): Place {
	let best = places[0]!;
	let least = Infinity;
	for (const place of places) {
		let faults = cost?.(place) ?? 0;
		for (const stroke of strokes) if (crossesRect(stroke, place)) faults++;
		for (const box of boxes) if (overlap(box, place)) faults++;
		if (faults >= least) continue;
		[best, least] = [place, faults];
		if (least === 0) break;
	}
	return best;
}

/** True where two boxes lie on each other. */
export function overlap(a: Rect, b: Rect): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether any of a stroke lies inside: what is left of it after each side has cut off what is outside. */
export function crossesRect([[x0, y0], [x1, y1]]: Stroke, { left, right, top, bottom }: Rect): boolean {
	let [from, to] = [0, 1];
	for (const [start, change, low, high] of [
		[x0, x1 - x0, left, right],
		[y0, y1 - y0, top, bottom]
	] as const) {
		if (change === 0) {
			if (start <= low || start >= high) return false;
			continue;
		}
		const [a, b] = [(low - start) / change, (high - start) / change];
		from = Math.max(from, Math.min(a, b));
		to = Math.min(to, Math.max(a, b));
	}
	return from < to;
}
