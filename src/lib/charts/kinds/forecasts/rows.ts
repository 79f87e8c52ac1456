import { yearOf } from '$lib/records/day';
import { percent } from '$lib/ui/format';
import { drawLine } from '../../engine/lines';
import { baseOptions, UNLABELLED } from '../../engine/scales';
import { drawText, shortenToWidth } from '../../engine/text';
import type { ChartSpec, HitArea, Size, Theme } from '../../engine/types';
import { drawArrow } from '../../marks/arrow';
import { drawShift } from '../../marks/shift';
import { drawDot } from '../../marks/shapes';
import { beyond, framed, heightOfRows, LEAST, MOST, ROWS, RULED, summaryOf, type ForecastsInput } from './model';

/** The room of a name, and of a pace. */
const NAME = 0.43;
const PACE = 44;
const RADIUS = 5;

/** A row for each forecast under the year in which it was made: its name, its ring on the scale, its pace. */
export function buildForecastRows(input: ForecastsInput, size: Size, theme: Theme): ChartSpec {
	const left = Math.round(size.width * NAME);
	const right = size.width - PACE;
	const x = (pace: number) => left + 8 + ((framed(pace) - LEAST) / (MOST - LEAST)) * (right - left - 16);
	// The picture that is taken along may be less high than the rows would like.
	const scale = (size.height - ROWS.top - ROWS.bottom) / Math.max(1, heightOfRows(input) - ROWS.top - ROWS.bottom);
	const bottom = size.height - ROWS.bottom;
	const hitAreas: HitArea[] = [];
	return {
		data: { datasets: [] },
		options: { ...baseOptions({ top: 0, right: 0 }), scales: { x: UNLABELLED, y: UNLABELLED } },
		over({ ctx }) {
			const even = x(1);
			const small = { size: 12, colour: theme.ink3 };
			for (const share of RULED) {
				drawLine(
					ctx,
					[x(share), ROWS.top],
					[x(share), bottom],
					share === 1 ? theme.ink : theme.grid,
					share === 1 ? 2.5 : 1
				);
				const heavy = share === 1 ? { weight: 700, colour: theme.ink } : {};
				drawText(ctx, theme, percent(share), x(share), bottom + 12, { ...small, align: 'center', ...heavy });
			}
			const side = { size: 12, weight: 650, colour: theme.ink };
			drawText(ctx, theme, 'Money ahead →', size.width, 10, { ...side, align: 'right' });
			drawText(ctx, theme, '← behind', even - 6, 28, { ...side, align: 'right' });
			drawLine(ctx, [even, 20], [even, ROWS.top], theme.ink, 2.5);
			hitAreas.length = 0;
			let y = ROWS.top;
			let year = 0;
			for (const row of input.rows) {
				if (yearOf(row.published) !== year) {
					year = yearOf(row.published);
					drawText(ctx, theme, `Made in ${year}`, 0, y + (ROWS.year * scale) / 2, { ...small, halo: null });
					y += ROWS.year * scale;
					drawLine(ctx, [0, y], [size.width, y], theme.rule);
				}
				const height = ROWS.row * scale;
				const middle = y + height / 2;
				const [at, edge] = [x(row.pace), beyond(row.pace)];
				const shown = shortenToWidth(ctx, theme, row.label, left - 4, 500);
				drawText(ctx, theme, shown, 0, middle, { size: 13, colour: theme.ink });
				if (row.other !== null && edge === 0) drawShift(ctx, theme, [at, middle], [x(row.other), middle]);
				if (edge !== 0) drawArrow(ctx, theme, [at + edge * 6, middle], [edge, 0], 16);
				else drawDot(ctx, at, middle, RADIUS, row.own ? theme.ink : theme.paper, theme.ink, 2);
				const pace = { size: 13, weight: 700, colour: theme.ink, align: 'right' as const };
				drawText(ctx, theme, percent(row.pace), size.width, middle, pace);
				hitAreas.push({
					x: at,
					y: middle,
					r: RADIUS + 3,
					keys: [row.slug],
					box: { x: 0, y, width: size.width, height }
				});
				y += height;
			}
		},
		stops: input.rows.map(({ slug, text, href }) => ({ key: slug, text, href })),
		hitAreas: () => hitAreas,
		summary: summaryOf(input)
	};
}
