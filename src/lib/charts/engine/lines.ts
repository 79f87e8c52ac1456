/** Straight lines and paths on a canvas, in CSS pixels. */

/** A straight line. */
export function drawLine(
	ctx: CanvasRenderingContext2D,
	from: [number, number],
	to: [number, number],
	colour: string,
	width = 1,
	dash: number[] = []
): void {
	ctx.save();
	ctx.strokeStyle = colour;
	ctx.lineWidth = width;
	ctx.setLineDash(dash);
	ctx.beginPath();
	ctx.moveTo(...from);
	ctx.lineTo(...to);
	ctx.stroke();
	ctx.restore();
}

/** Traces points as one path, without stroking it. */
export function tracePath(ctx: CanvasRenderingContext2D, points: readonly [number, number][]): void {
	points.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
}
