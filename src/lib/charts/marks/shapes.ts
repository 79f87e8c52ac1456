import { tracePath } from '../engine/lines';
import type { Theme } from '../engine/types';

/** A triangle with its base at y: standing up (`up` 1) or hanging (-1). Hollow ones are drawn in outline. */
export function drawTriangle(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	x: number,
	y: number,
	r: number,
	up: 1 | -1,
	colour: string,
	hollow: boolean
): void {
	ctx.save();
	ctx.lineJoin = 'miter';
	ctx.beginPath();
	tracePath(ctx, [
		[x - r, y],
		[x + r, y],
		[x, y - up * r * 1.75]
	]);
	ctx.closePath();
	ctx.strokeStyle = theme.paper;
	ctx.lineWidth = 3;
	ctx.stroke();
	ctx.fillStyle = hollow ? theme.paper : colour;
	ctx.fill();
	if (hollow) {
		ctx.strokeStyle = colour;
		ctx.lineWidth = 1.5;
		ctx.stroke();
	}
	ctx.restore();
}

/** A disc or, with `fill` of the ground, a ring. */
export function drawDot(
	ctx: CanvasRenderingContext2D,
	x: number,
	y: number,
	r: number,
	fill: string,
	stroke: string,
	width = 1.5
): void {
	ctx.save();
	ctx.beginPath();
	ctx.arc(x, y, r, 0, 7);
	ctx.fillStyle = fill;
	ctx.fill();
	ctx.strokeStyle = stroke;
	ctx.lineWidth = width;
	ctx.stroke();
	ctx.restore();
}
