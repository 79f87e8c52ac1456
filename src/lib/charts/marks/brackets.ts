import { drawLine } from '../engine/lines';

/** A range beside a plot: its ends in pixels from the top. `floor`: only the low end was stated. */
export interface RangeBracket {
	low: number;
	high: number;
	floor: boolean;
}

/** A vertical stroke with a foot and a head; a floor has no head but an arrow up. */
export function drawBracket(
	ctx: CanvasRenderingContext2D,
	x: number,
	{ low, high, floor }: RangeBracket,
	colour: string
): void {
	const top = floor ? low - 16 : high;
	drawLine(ctx, [x - 4, low], [x + 4, low], colour, 1.5);
	if (top < low) drawLine(ctx, [x, low], [x, top], colour, 1.5);
	if (floor) {
		drawLine(ctx, [x - 3.5, top + 4], [x, top], colour, 1.5);
		drawLine(ctx, [x + 3.5, top + 4], [x, top], colour, 1.5);
	} else if (top < low) drawLine(ctx, [x - 4, top], [x + 4, top], colour, 1.5);
}
