import type { Theme } from './types';

/** Strokes and letters on a canvas, in the colours of the theme. */

type Ink = CanvasRenderingContext2D;

export interface TextStyle {
	size?: number;
	weight?: number;
	colour?: string;
	align?: CanvasTextAlign;
	/** The colour of the 5 px halo; null for none. */
	halo?: string | null;
}

/** One line of text, its middle at y. */
export function write(ctx: Ink, theme: Theme, text: string, x: number, y: number, style: TextStyle = {}): void {
	const { size = 13, weight = 500, colour = theme.ink2, align = 'left', halo = theme.paper } = style;
	ctx.save();
	ctx.font = `${weight} ${size}px ${theme.font}`;
	ctx.textAlign = align;
	ctx.textBaseline = 'middle';
	if (halo) {
		ctx.lineJoin = 'round';
		ctx.strokeStyle = halo;
		ctx.lineWidth = 5;
		ctx.strokeText(text, x, y);
	}
	ctx.fillStyle = colour;
	ctx.fillText(text, x, y);
	ctx.restore();
}

/** The width of a line of text as `write` sets it. */
export function widthOf(ctx: Ink, theme: Theme, text: string, size = 13, weight = 500): number {
	ctx.save();
	ctx.font = `${weight} ${size}px ${theme.font}`;
	const { width } = ctx.measureText(text);
	ctx.restore();
	return width;
}

/** A straight line. */
export function line(
	ctx: Ink,
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
export function trace(ctx: Ink, points: readonly [number, number][]): void {
	points.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)));
}

/** Hatches the inside of a closed outline with thin diagonals. */
export function hatch(ctx: Ink, outline: readonly [number, number][], colour: string): void {
	const xs = outline.map(([x]) => x);
	const ys = outline.map(([, y]) => y);
	const [left, right] = [Math.min(...xs), Math.max(...xs)];
	const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
	ctx.save();
	ctx.beginPath();
	trace(ctx, outline);
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

/** A triangle with its base at y: standing up (`up` 1) or hanging (-1). Hollow ones are drawn in outline. */
export function triangle(
	ctx: Ink,
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
	trace(ctx, [
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
export function disc(ctx: Ink, x: number, y: number, r: number, fill: string, stroke: string, width = 1.5): void {
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
