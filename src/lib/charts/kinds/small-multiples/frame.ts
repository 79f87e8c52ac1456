import type { Tick } from '../../engine/axis';
import { NARROW, baseOptions, UNLABELLED } from '../../engine/scales';
import type { Panel } from './grid';
import type { ChartSpec, Size, Theme } from '../../engine/types';
import { drawLine } from '../../engine/lines';
import { drawText, shortenToWidth, textWidth } from '../../engine/text';

/** What panels of small multiples have in common when they are drawn. */

/** Nothing of the library's own: all panels are drawn as one layer. */
export function panelOptions(): ChartSpec['options'] {
	return { ...baseOptions({ top: 0, right: 0 }), scales: { x: UNLABELLED, y: UNLABELLED } };
}

/** The room left of the first panel of a row for the values of its hairlines. */
export function gutterOf({ width }: Size): number {
	return width < NARROW ? 42 : 52;
}

/** Hairlines across with their values left of the row, and the panel's name, shortened to the room it is left. */
export function drawPanel(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	panel: Panel,
	{
		name,
		room = panel.right - panel.left,
		ticks,
		y
	}: { name: string; room?: number; ticks: readonly Tick[]; y: (usd: number) => number }
): void {
	for (const { value, text } of ticks) {
		drawLine(ctx, [panel.left, y(value)], [panel.right, y(value)], theme.grid);
		if (panel.first)
			drawText(ctx, theme, text, panel.left - 8, y(value), { size: 12, colour: theme.ink3, align: 'right' });
	}
	const bold = { weight: 600, colour: theme.ink };
	drawText(ctx, theme, shortenToWidth(ctx, theme, name, room, bold.weight), panel.left, panel.name, bold);
}

/** A text under each end of a panel's axis; where both do not fit, the first makes room as long as it still stands under its end. */
export function drawEndsUnder(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	{ left, bottom }: Panel,
	first: { text: string; x: number },
	last: { text: string; x: number }
): void {
	const style = { size: 12, colour: theme.ink3 };
	const [wide, other] = [first, last].map(({ text }) => textWidth(ctx, theme, text, style.size)) as [number, number];
	const x = Math.min(first.x, last.x - other - 8 - wide);
	if (x >= left && x + wide > first.x) drawText(ctx, theme, first.text, x, bottom + 13, style);
	drawText(ctx, theme, last.text, last.x, bottom + 13, { ...style, align: 'right' });
}
