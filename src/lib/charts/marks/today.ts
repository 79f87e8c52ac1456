import type { Day } from '$lib/records/day';
import { day } from '$lib/ui/format';
import { drawLine } from '../engine/lines';
import { drawText } from '../engine/text';
import type { Theme } from '../engine/types';

/** The dotted vertical at the chart's day, with its date above. */
export function drawToday(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	asOf: Day,
	x: number,
	plot: { left: number; right: number; top: number; bottom: number },
	narrow: boolean
): void {
	drawLine(ctx, [x, plot.top - 4], [x, plot.bottom], theme.ink, 1, [2, 3]);
	drawText(ctx, theme, narrow ? 'Today' : `As of ${day(asOf)}`, x, plot.top - 14, {
		size: narrow ? 12 : 13,
		weight: 600,
		colour: theme.ink,
		align: x > plot.right - 60 ? 'right' : x < plot.left + 60 ? 'left' : 'center'
	});
}
