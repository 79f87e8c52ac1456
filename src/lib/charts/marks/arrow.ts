import { tracePath } from '../engine/lines';
import type { Theme } from '../engine/types';

/** An arrow with its tip at (x, y) that points away along (dx, dy), one of them 0 and the other 1 or -1: what is meant lies further on. */
export function drawArrow(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	[x, y]: [number, number],
	[dx, dy]: [number, number],
	length: number
): void {
	const wing = 5;
	ctx.save();
	ctx.lineJoin = 'round';
	for (const [colour, width] of [
		[theme.paper, 6],
		[theme.ink, 2]
	] as const) {
		ctx.strokeStyle = colour;
		ctx.lineWidth = width;
		ctx.beginPath();
		tracePath(ctx, [
			[x - dx * length, y - dy * length],
			[x, y]
		]);
		tracePath(ctx, [
			[x - dx * wing - dy * wing, y - dy * wing - dx * wing],
			[x, y],
			[x - dx * wing + dy * wing, y - dy * wing + dx * wing]
		]);
		ctx.stroke();
	}
	ctx.restore();
}
