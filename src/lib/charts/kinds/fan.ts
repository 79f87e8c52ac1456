import { dayNumber, type Day } from '$lib/records/day';
import { linearTicks } from '../engine/axis';
import { day, money } from '$lib/ui/format';
import { NARROW, baseOptions, timeAxis, valueAxis } from '../engine/scales';
import { spread } from '../engine/layout';
import type { ChartSpec, Size, HitArea, Theme } from '../engine/types';
import { drawText } from '../engine/text';
import { drawDot } from '../marks/shapes';
import { drawToday } from '../marks/today';
import { drawYearLines } from '../marks/year-lines';

/** Dollars by the end of a day: what is spent or contracted, and the band that the runs make of it. */
export interface FanPoint {
	date: Day;
	p10_usd: number;
	p50_usd: number;
	p90_usd: number;
	full_usd: number;
	/** The projection's path; null where none is drawn. */
	path_usd: number | null;
}

export interface FanInput {
	rows: readonly FanPoint[];
	as_of: Day;
}

interface End {
	usd: number;
	text: string;
	words: string;
	colour: string;
}

/** What is spent so far, then a fan of what may be: P10 to P90 shaded, P50 dotted, the contracts in full above, the path dashed. */
export function buildFanChart({ rows, as_of }: FanInput, size: Size, theme: Theme): ChartSpec {
	const narrow = size.width < NARROW;
	const [from, to] = [rows[0]?.date ?? as_of, rows.at(-1)?.date ?? as_of];
	const open = rows.filter((row) => row.date >= as_of);
	const most = rows.reduce((top, row) => Math.max(top, row.full_usd, row.path_usd ?? 0), 1);
	const points = (list: readonly FanPoint[], value: (row: FanPoint) => number | null) =>
		list.flatMap((row) => {
			const y = value(row);
			return y === null ? [] : [{ x: dayNumber(row.date), y }];
		});
	const plain = { pointRadius: 0, borderWidth: 0, fill: false as const, backgroundColor: 'transparent' };
	const last = rows.at(-1);
	const hitAreas: HitArea[] = [];
	const said = (row: FanPoint): string =>
		row.date <= as_of
			? `${day(row.date)}: ${money(row.p50_usd)} due.`
			: `${day(row.date)}: ${money(row.p10_usd)} to ${money(row.p90_usd)} in eight runs of ten, half of them at most ${money(row.p50_usd)}.`;
	return {
		data: {
			// The first is drawn last: on top.
			datasets: [
				{
					...plain,
					data: points(
						rows.filter((row) => row.date <= as_of),
						(row) => row.p50_usd
					),
					borderColor: theme.green,
					borderWidth: 2.5,
					fill: 'origin',
					backgroundColor: theme.greenWash
				},
				{
					...plain,
					data: points(open, (row) => row.p50_usd),
					borderColor: theme.green,
					borderWidth: 2,
					borderDash: [2, 4]
				},
				{
					...plain,
					data: points(rows, (row) => row.path_usd),
					borderColor: theme.projection,
					borderWidth: 1.25,
					borderDash: [7, 4]
				},
				{
					...plain,
					data: points(open, (row) => row.full_usd),
					borderColor: theme.ink3,
					borderWidth: 1.25,
					borderDash: [2, 4]
				},
				{ ...plain, data: points(open, (row) => row.p10_usd) },
				{ ...plain, data: points(open, (row) => row.p90_usd), fill: '-1', backgroundColor: theme.rule }
			]
		},
		options: {
			...baseOptions({ top: 26, right: narrow ? 8 : 150 }),
			scales: {
				y: valueAxis(linearTicks(most, 6), size, theme),
				x: timeAxis(from, to, size.width - (narrow ? 60 : 220), size, theme)
			}
		},
		under({ ctx, chartArea: area, scales }) {
			drawYearLines(ctx, theme, from, to, (at) => scales['x']?.getPixelForValue(at) ?? 0, area);
		},
		over(chart) {
			const { ctx, chartArea: area } = chart;
			const x = (at: Day) => chart.scales['x']?.getPixelForValue(dayNumber(at)) ?? 0;
			const y = (usd: number) => chart.scales['y']?.getPixelForValue(usd) ?? 0;
			hitAreas.length = 0;
			for (const row of rows) hitAreas.push({ x: x(row.date), y: y(row.p50_usd), r: 5, keys: [row.date] });
			if (as_of > from && as_of < to) drawToday(ctx, theme, as_of, x(as_of), area, narrow);
			const now = rows.findLast((row) => row.date <= as_of);
			if (now) drawDot(ctx, x(now.date), y(now.p50_usd), narrow ? 3.5 : 4.5, theme.green, theme.paper);
			if (!last || narrow) return;
			const ends: End[] = [
				{ usd: last.full_usd, text: money(last.full_usd), words: 'in full', colour: theme.ink3 },
				{ usd: last.p90_usd, text: money(last.p90_usd), words: 'P90', colour: theme.ink2 },
				{ usd: last.p50_usd, text: money(last.p50_usd), words: 'P50', colour: theme.green },
				{ usd: last.p10_usd, text: money(last.p10_usd), words: 'P10', colour: theme.ink2 }
			];
			if (last.path_usd !== null)
				ends.push({ usd: last.path_usd, text: money(last.path_usd), words: 'projected', colour: theme.projection });
			const places = spread(
				ends.map((end) => ({ y: y(end.usd), height: 20 })),
				area.top - 8,
				area.bottom
			);
			ends.forEach((end, i) => {
				drawText(ctx, theme, end.text, area.right + 12, places[i]!, { size: 15, weight: 700, colour: end.colour });
				drawText(ctx, theme, end.words, area.right + 78, places[i]!, { colour: end.colour });
			});
		},
		stops: rows.map((row) => ({ key: row.date, text: said(row) })),
		hitAreas: () => hitAreas,
		summary: last
			? `Fan chart to ${day(last.date)}: ${money(last.p10_usd)} at P10, ${money(last.p50_usd)} at P50, ${money(last.p90_usd)} at P90, ${money(last.full_usd)} in full.`
			: 'Nothing to draw.'
	};
}
