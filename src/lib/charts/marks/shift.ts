import { drawLine } from '../engine/lines';
import type { Theme } from '../engine/types';

/** A hairline from a mark to where it would stand otherwise, along one axis, with a short tick at its end. */
export function drawShift(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	from: [number, number],
	[x, y]: [number, number]
): void {
	const upright = from[0] === x;
	drawLine(ctx, from, [x, y], theme.ruleStrong);
	const [dx, dy] = upright ? [3.5, 0] : [0, 3.5];
	drawLine(ctx, [x - dx, y - dy], [x + dx, y + dy], theme.ruleStrong, 1.5);
}
