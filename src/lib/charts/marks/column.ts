import type { Theme } from '../engine/types';
import { drawLine } from '../engine/lines';
import type { PeriodAmounts } from './period';

/**
 * Columns of dollars a period: a tint under a green outline for what is due by the chart's day, an ink outline for what is still
 * to come, and a dashed one without any filling for what nobody has signed. The full colour is left to money that was reported.
 */

/** How wide a column is in a slot of so many pixels. */
export function columnWidth(slot: number): number {
	return slot < 6 ? Math.max(slot - 1, slot * 0.7) : Math.min(slot * 0.76, 72);
}

/** Below this width two outlines and the space between them would run into one dark mass. */
const SLIM = 8;
const DASH = [4, 3];

/** A column that stands on zero (`side` 1) or hangs from it (-1); `y` is where so many dollars are. */
export function drawColumn(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	at: { left: number; width: number },
	{ due_usd, ahead_usd, unsigned_usd = 0 }: PeriodAmounts,
	y: (usd: number) => number,
	side: 1 | -1 = 1
): void {
	const { left, width } = at;
	const slim = width < SLIM;
	const [zero, split, signed, end] = [0, due_usd, due_usd + ahead_usd, due_usd + ahead_usd + unsigned_usd].map((usd) =>
		y(side * usd)
	) as [number, number, number, number];

	function drawPart(from: number, to: number, fill: string | null, stroke: string) {
		const [top, height] = [Math.min(from, to), Math.abs(from - to)];
		if (fill) {
			ctx.fillStyle = fill;
			ctx.fillRect(left, top, width, height);
		}
		if (slim) {
			drawLine(ctx, [left, to], [left + width, to], stroke, 1.25);
			return;
		}
		ctx.strokeStyle = stroke;
		ctx.lineWidth = 1.25;
		ctx.strokeRect(left + 0.625, top, width - 1.25, height);
	}
	if (due_usd > 0) drawPart(zero, split, theme.due, theme.green);
	if (ahead_usd > 0) drawPart(split, signed, slim ? theme.rule : theme.paper2, theme.ink);
	if (unsigned_usd > 0) {
		ctx.setLineDash(DASH);
		drawPart(signed, end, null, theme.ink3);
		ctx.setLineDash([]);
	}
}
