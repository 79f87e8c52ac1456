import type { Theme } from '../engine/types';
import { drawLine } from '../engine/lines';

/** Columns of dollars a period: solid and green what has moved by the chart's day, outlined in ink what is still to come. */

/** What falls into one period, whole dollars. */
export interface PeriodAmounts {
	moved_usd: number;
	ahead_usd: number;
}

/** What has moved and what is to come of it together. */
export function periodTotal(part: PeriodAmounts): number {
	return part.moved_usd + part.ahead_usd;
}

/** How wide a column is in a slot of so many pixels. */
export function columnWidth(slot: number): number {
	return slot < 6 ? Math.max(slot - 1, slot * 0.7) : Math.min(slot * 0.76, 72);
}

/** Below this width two outlines and the space between them would run into one dark mass. */
const SLIM = 8;

/** A column that stands on zero (`side` 1) or hangs from it (-1); `y` is where so many dollars are. */
export function drawColumn(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	at: { left: number; width: number },
	part: PeriodAmounts,
	y: (usd: number) => number,
	side: 1 | -1 = 1
): void {
	const { left, width } = at;
	const [zero, split, end] = [y(0), y(side * part.moved_usd), y(side * periodTotal(part))];
	ctx.fillStyle = theme.green;
	ctx.fillRect(left, Math.min(zero, split), width, Math.abs(zero - split));
	if (part.ahead_usd <= 0) return;
	const [top, height] = [Math.min(split, end), Math.abs(split - end)];
	ctx.fillStyle = width < SLIM ? theme.rule : theme.paper2;
	ctx.fillRect(left, top, width, height);
	if (width < SLIM) {
		drawLine(ctx, [left, end], [left + width, end], theme.ink, 1.25);
		return;
	}
	ctx.strokeStyle = theme.ink;
	ctx.lineWidth = 1.25;
	ctx.strokeRect(left + 0.625, top, width - 1.25, height);
}
