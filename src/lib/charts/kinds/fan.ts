import { dayNumber, type Day } from '$lib/records/day';
import { linearTicks } from '../engine/axis';
import { day, money, moneyRange } from '$lib/ui/format';
import { NARROW, baseOptions, timeAxis, valueAxis } from '../engine/scales';
import type { ChartSpec, Size, HitArea, Theme } from '../engine/types';
import { drawEndLabels, type EndLabel } from '../marks/end-labels';
import { drawDot } from '../marks/shapes';
import { drawToday } from '../marks/today';
import { drawYearLines } from '../marks/year-lines';

/** Dollars by the end of a day: what is due or contracted, and the bands that the runs make of it. */
export interface FanPoint {
	date: Day;
	/** Due by then, of what is due by today; and of it, what nobody has signed for. */
	due_usd: number;
	unsigned_usd: number;
	/** Low, middle and high of the runs: of the contracts that stand, and with new ones. */
	signed_p10_usd: number;
	signed_p50_usd: number;
	signed_p90_usd: number;
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
	/** Whether new contracts are drawn: without them there is one band only. */
	has_new: boolean;
	/** What the contracts that stand are called: `signed`. */
	contracts: string;
}

/** The frame ends a little above all that is in it, not on its highest line. */
const HEADROOM = 1.02;

/**
 * What is due so far as a tint under its outline, then a fan of what may be: low to high of the runs shaded, of the contracts that
 * stand and with new ones, their middles dotted, the contracts in full above, the path dashed.
 */
export function buildFanChart({ rows, as_of, has_new, contracts }: FanInput, size: Size, theme: Theme): ChartSpec {
	const narrow = size.width < NARROW;
	const [from, to] = [rows[0]?.date ?? as_of, rows.at(-1)?.date ?? as_of];
	const past = rows.filter((row) => row.date <= as_of);
	const open = rows.filter((row) => row.date >= as_of);
	const most = rows.reduce((top, row) => Math.max(top, row.full_usd, row.p90_usd, row.path_usd ?? 0), 1);
	const points = (list: readonly FanPoint[], value: (row: FanPoint) => number | null) =>
		list.flatMap((row) => {
			const y = value(row);
			return y === null ? [] : [{ x: dayNumber(row.date), y }];
		});
	const plain = { pointRadius: 0, borderWidth: 0, fill: false as const, backgroundColor: 'transparent' };
	const dotted = { ...plain, borderWidth: 1.25, borderDash: [2, 4] };
	const last = rows.at(-1);
	const hitAreas: HitArea[] = [];
	const said = (row: FanPoint): string => {
		if (row.date <= as_of) return `${day(row.date)}: ${money(row.due_usd)} due.`;
		const band = `${moneyRange(row.signed_p10_usd, row.signed_p90_usd)} of what is ${contracts} in eight runs of ten`;
		return `${day(row.date)}: ${band}${has_new ? `; ${moneyRange(row.p10_usd, row.p90_usd)} with new contracts` : ''}.`;
	};
	const isUnsigned = past.some((row) => row.unsigned_usd > 0);
	return {
		data: {
			// The first is drawn last: on top.
			datasets: [
				{
					...plain,
					data: points(past, (row) => row.due_usd - row.unsigned_usd),
					borderColor: theme.green,
					borderWidth: 2,
					fill: 'origin',
					backgroundColor: theme.due
				},
				{
					...plain,
					data: isUnsigned ? points(past, (row) => row.due_usd) : [],
					borderColor: theme.ink3,
					borderWidth: 1.25,
					borderDash: [4, 3]
				},
				{
					...dotted,
					data: points(open, (row) => row.signed_p50_usd),
					borderColor: theme.green,
					borderWidth: 2
				},
				{
					...dotted,
					data: has_new ? points(open, (row) => row.p50_usd) : [],
					borderColor: theme.ink2,
					borderWidth: 1.5
				},
				{
					...plain,
					data: points(rows, (row) => row.path_usd),
					borderColor: theme.projection,
					borderWidth: 1.25,
					borderDash: [7, 4]
				},
				{ ...dotted, data: points(open, (row) => row.full_usd), borderColor: theme.ink3 },
				{ ...plain, data: points(open, (row) => row.signed_p10_usd) },
				{
					...plain,
					data: points(open, (row) => row.signed_p90_usd),
					fill: '-1',
					backgroundColor: theme.greenWash
				},
				{ ...plain, data: has_new ? points(open, (row) => row.p10_usd) : [] },
				{ ...plain, data: has_new ? points(open, (row) => row.p90_usd) : [], fill: '-1', backgroundColor: theme.rule }
			]
		},
		options: {
			...baseOptions({ top: 26, right: narrow ? 100 : 190 }),
			scales: {
				y: valueAxis(linearTicks(most * HEADROOM, 6), size, theme),
				x: timeAxis(from, to, size.width - (narrow ? 148 : 260), size, theme)
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
			for (const row of rows) hitAreas.push({ x: x(row.date), y: y(row.signed_p50_usd), r: 5, keys: [row.date] });
			if (as_of > from && as_of < to) drawToday(ctx, theme, as_of, x(as_of), area, narrow);
			const now = past.at(-1);
			if (now)
				drawDot(ctx, x(now.date), y(now.due_usd - now.unsigned_usd), narrow ? 3.5 : 4.5, theme.green, theme.paper);
			if (!last) return;
			drawEndLabels(
				ctx,
				theme,
				endsOf(last).map((end) => ({ ...end, y: y(end.usd), level: true, leader: area.right })),
				{
					x: area.right + (narrow ? 16 : 24),
					top: area.top - 14,
					bottom: area.bottom + 4,
					figureSize: narrow ? 12 : 16,
					wordSize: narrow ? 12 : 13,
					gap: narrow ? { block: 4, inline: 4 } : { block: 8, inline: 2 }
				}
			);
		},
		stops: rows.map((row) => ({ key: row.date, text: said(row) })),
		hitAreas: () => hitAreas,
		summary: last ? `Fan chart to ${said(last)} ${money(last.full_usd)} in full.` : 'Nothing to draw.'
	};

	function endsOf(row: FanPoint): (Omit<EndLabel, 'y'> & { usd: number })[] {
		const end = (usd: number, figure: string, words: string, colour: string) => ({
			usd,
			figure,
			// On a phone a long name takes two lines.
			words: narrow ? words.split(/ (?=or )/) : [words],
			colour
		});
		return [
			...(row.path_usd === null ? [] : [end(row.path_usd, money(row.path_usd), 'projected', theme.projection)]),
			end(row.full_usd, money(row.full_usd), 'in full', theme.ink3),
			...(has_new
				? [
						end(
							row.p50_usd,
							moneyRange(row.p10_usd, row.p90_usd),
							narrow ? 'with new' : 'with new contracts',
							theme.ink2
						)
					]
				: []),
			end(
				row.signed_p50_usd,
				moneyRange(row.signed_p10_usd, row.signed_p90_usd),
				narrow ? contracts : `what is ${contracts}`,
				theme.green
			)
		];
	}
}
