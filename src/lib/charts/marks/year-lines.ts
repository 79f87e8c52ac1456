import type { Day } from '$lib/records/day';
import { yearStarts } from '../engine/axis';
import { drawLine } from '../engine/lines';
import type { Theme } from '../engine/types';

/** A hairline at the first day of each year inside a window. `x` places a day, counted since 1970-01-01, in pixels. */
export function drawYearLines(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	from: Day,
	to: Day,
	x: (day: number) => number,
	plot: { top: number; bottom: number }
): void {
	for (const year of yearStarts(from, to)) drawLine(ctx, [x(year), plot.top], [x(year), plot.bottom], theme.grid);
}
