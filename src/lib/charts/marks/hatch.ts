import { tracePath } from '../engine/lines';

/** Hatches the inside of a closed outline with thin diagonals. */
export function drawHatch(ctx: CanvasRenderingContext2D, outline: readonly [number, number][], colour: string): void {
	const xs = outline.map(([x]) => x);
	const ys = outline.map(([, y]) => y);
	const [left, right] = [Math.min(...xs), Math.max(...xs)];
	const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
	ctx.save();
	ctx.beginPath();
	tracePath(ctx, outline);
	ctx.closePath();
	ctx.clip();
	ctx.beginPath();
	for (let x = left - (bottom - top); x < right; x += 6) {
		ctx.moveTo(x, bottom);
		ctx.lineTo(x + (bottom - top), top);
	}
	ctx.strokeStyle = colour;
	ctx.lineWidth = 1;
	ctx.stroke();
	ctx.restore();
}
