import { drawLine } from '../engine/lines';

/** From one tick to the next, in pixels. */
const STEP = 34;

/** Short ticks on top of a line that is a floor: "this much or more". Points in pixels, from left to right. */
export function drawFloorTicks(
	ctx: CanvasRenderingContext2D,
	points: readonly [number, number][],
	top: number,
	colour: string
): void {
	const [start, end] = [points[0], points.at(-1)];
	if (!start || !end) return;
	for (let x = start[0] + STEP; x < end[0] - 8; x += STEP) {
		const y = heightAt(points, x);
		if (y > top + 8) drawLine(ctx, [x, y], [x, y - 6], colour, 1.25);
	}
}

/** The y of a line of points at some x, straight between two points. */
function heightAt(points: readonly [number, number][], x: number): number {
	const after = points.findIndex(([at]) => at >= x);
	const [bx, by] = points[Math.max(after, 0)]!;
	const [ax, ay] = points[Math.max(after - 1, 0)]!;
	return bx === ax ? by : ay + ((by - ay) * (x - ax)) / (bx - ax);
}
