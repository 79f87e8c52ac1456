/** From rows to points: x in days since 1970-01-01, y in dollars. */

export interface Point {
	x: number;
	y: number;
}

/** The points of a stepped line: those where the value changes, and the two ends. */
export function stepPoints(points: readonly Point[]): Point[] {
	return points.filter((point, i) => i === 0 || i === points.length - 1 || point.y !== points[i - 1]!.y);
}

/** The points of a line that bends little: at most `most` of them, the ends among them. */
export function thinPoints(points: readonly Point[], most = 180): Point[] {
	const every = Math.ceil(points.length / most);
	return points.filter((_, i) => i % every === 0 || i === points.length - 1);
}

/** The value of a stepped line at x: that of the last point at or before it; undefined before the first. */
export function stepAt(points: readonly Point[], x: number): number | undefined {
	let low = 0;
	let high = points.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (points[middle]!.x <= x) low = middle + 1;
		else high = middle;
	}
	return points[low - 1]?.y;
}

/** The value at x of straight lines from point to point; level before the first and after the last. */
export function lineAt(points: readonly Point[], x: number): number | undefined {
	const after = points.findIndex((point) => point.x >= x);
	if (after === -1) return points.at(-1)?.y;
	const b = points[after]!;
	const a = points[after - 1];
	return a ? a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x) : b.y;
}
