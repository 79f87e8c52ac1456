import { addDays, dayNumber, type Day } from '$lib/ledger/day';
import { linearTicks, yearStarts } from './axis';
import { disc, hatch, line, write } from './draw';
import { day, money } from './format';
import { drawToday, NARROW, plainOptions, timeAxis, valueAxis } from './frame';
import { spread } from './layout';
import type { ChartSpec, Size, Spot, Theme } from './types';

/** Cumulative reports of one window against the paths that were projected for it. Whole dollars. */
export interface CumulativeInput {
	start: Day;
	end: Day;
	/** From the day before the window opens to the last day that all have reported. */
	reported: readonly { date: Day; usd: number }[];
	paths: readonly {
		slug: string;
		/** Whose it is, and when it was made. */
		by: string;
		published: string;
		target_usd: number;
		/** Only a lower end was stated. */
		floor: boolean;
		path: readonly { date: Day; usd: number; low_usd: number | null; high_usd: number | null }[];
	}[];
	as_of: Day;
}

/** What was reported as a line that ends where the reports do; each projection dashed, with its band where it has one. */
export function buildCumulativeChart(input: CumulativeInput, size: Size, theme: Theme): ChartSpec {
	const narrow = size.width < NARROW;
	const from = addDays(input.start, -1);
	const last = input.reported.at(-1)!;
	const most = Math.max(
		last.usd,
		...input.paths.flatMap(({ path }) => path.map(({ usd, high_usd }) => Math.max(usd, high_usd ?? 0)))
	);
	const points = (list: readonly { date: Day; usd: number }[]) =>
		list.map(({ date, usd }) => ({ x: dayNumber(date), y: usd }));
	const spots: Spot[] = [];
	return {
		data: {
			datasets: [
				...input.paths.map(({ path }) => ({
					data: points(path),
					borderColor: theme.projection,
					borderWidth: 1.25,
					borderDash: [7, 4],
					pointRadius: 0
				})),
				{
					data: points(input.reported),
					borderColor: theme.green,
					borderWidth: 2.5,
					borderJoinStyle: 'round' as const,
					pointRadius: input.reported.map((_, i) => (i === 0 ? 0 : 2)),
					pointBackgroundColor: theme.green,
					pointBorderWidth: 0
				}
			]
		},
		options: {
			...plainOptions({ top: 26, right: narrow ? 8 : 172 }),
			scales: {
				y: valueAxis(linearTicks(most, 5), size, theme),
				x: timeAxis(from, input.end, size.width - (narrow ? 50 : 240), size, theme)
			}
		},
		under({ ctx, chartArea: area, scales }) {
			const x = (date: Day) => scales['x']?.getPixelForValue(dayNumber(date)) ?? 0;
			const y = (usd: number) => scales['y']?.getPixelForValue(usd) ?? 0;
			for (const year of yearStarts(from, input.end)) {
				const at = scales['x']?.getPixelForValue(year) ?? 0;
				line(ctx, [at, area.top], [at, area.bottom], theme.grid);
			}
			for (const { path } of input.paths) {
				const edge = (end: 'low_usd' | 'high_usd') =>
					path.flatMap((each): [number, number][] => (each[end] === null ? [] : [[x(each.date), y(each[end])]]));
				if (edge('low_usd').length > 1) hatch(ctx, [...edge('low_usd'), ...edge('high_usd').reverse()], theme.hatch);
			}
		},
		over(chart) {
			const { ctx, chartArea: area } = chart;
			const x = (date: Day) => chart.scales['x']?.getPixelForValue(dayNumber(date)) ?? 0;
			const y = (usd: number) => chart.scales['y']?.getPixelForValue(usd) ?? 0;
			line(ctx, [area.left, area.bottom], [area.right, area.bottom], theme.ink);
			if (input.as_of > from && input.as_of < input.end)
				drawToday(ctx, theme, input.as_of, x(input.as_of), area, narrow);
			spots.length = 0;
			for (const { date, usd } of input.reported.slice(1)) spots.push({ x: x(date), y: y(usd), r: 5, keys: [date] });
			disc(ctx, x(last.date), y(last.usd), narrow ? 3.5 : 4.5, theme.green, theme.paper);
			drawReported(ctx, { x: x(last.date), y: y(last.usd), right: area.right });
			const ends = input.paths.map((each) => ({ ...each, y: y(each.path.at(-1)!.usd) }));
			const places = spread(
				ends.map((end) => ({ y: narrow ? end.y - 9 : end.y, height: narrow ? 16 : 35 })),
				area.top - (narrow ? 14 : 12),
				area.bottom + (narrow ? 0 : 8)
			);
			ends.forEach((end, i) => {
				const sum = `${money(end.target_usd)}${end.floor ? ' or more' : ''}`;
				if (narrow) {
					write(ctx, theme, sum, area.right - 2, places[i]!, {
						size: 12,
						weight: 600,
						colour: theme.ink,
						align: 'right'
					});
					return;
				}
				const left = area.right + 20;
				line(ctx, [area.right + 3, end.y], [left - 6, places[i]! - 8], theme.ruleStrong);
				write(ctx, theme, sum, left, places[i]! - 8, { size: 14, weight: 700, colour: theme.ink });
				write(ctx, theme, `${end.by}, ${day(end.published.slice(0, 7))}`, left, places[i]! + 8, { size: 12 });
			});
		},
		stops: input.reported.slice(1).map(({ date, usd }) => ({
			key: date,
			text: `Reported by ${day(date)}: ${money(usd)}.`
		})),
		spots: () => spots,
		summary: `Line chart of capital spending reported since ${day(input.start)}: ${money(last.usd)} by ${day(last.date)}. Projected by ${day(input.end)}: ${input.paths.map((each) => `${money(each.target_usd)} by ${each.by}`).join(', ')}.`
	};

	/** The sum stands under the line's end and right of it, where a line on its way up does not lie; else above it and left. */
	function drawReported(ctx: CanvasRenderingContext2D, at: { x: number; y: number; right: number }) {
		const room = at.right - at.x > (narrow ? 125 : 60);
		const align = room ? ('left' as const) : ('right' as const);
		const x = room ? at.x + 10 : at.x - 4;
		const y = room ? at.y + 16 : at.y - 34;
		write(ctx, theme, money(last.usd), x, y, { size: narrow ? 14 : 18, weight: 700, colour: theme.green, align });
		write(ctx, theme, `reported to ${day(last.date)}`, x, y + 17, { size: 12, colour: theme.green, align });
	}
}
