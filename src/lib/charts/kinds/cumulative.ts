import { addDays, dayNumber, type Day } from '$lib/records/day';
import { linearTicks } from '../engine/axis';
import { day, money } from '$lib/ui/format';
import { NARROW, baseOptions, timeAxis, valueAxis } from '../engine/scales';
import { findClearest, spreadLabels, type Rect, type Stroke } from '../engine/layout';
import type { ChartSpec, Size, HitArea, Theme } from '../engine/types';
import { drawLine } from '../engine/lines';
import { drawText, textWidth } from '../engine/text';
import { drawHatch } from '../marks/hatch';
import { drawDot } from '../marks/shapes';
import { drawToday } from '../marks/today';
import { drawYearLines } from '../marks/year-lines';

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
	const hitAreas: HitArea[] = [];
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
			...baseOptions({ top: 26, right: narrow ? 54 : 172 }),
			scales: {
				y: valueAxis(linearTicks(most, 5), size, theme),
				x: timeAxis(from, input.end, size.width - (narrow ? 96 : 240), size, theme)
			}
		},
		under({ ctx, chartArea: area, scales }) {
			const x = (date: Day) => scales['x']?.getPixelForValue(dayNumber(date)) ?? 0;
			const y = (usd: number) => scales['y']?.getPixelForValue(usd) ?? 0;
			drawYearLines(ctx, theme, from, input.end, (at) => scales['x']?.getPixelForValue(at) ?? 0, area);
			for (const { path } of input.paths) {
				const edge = (end: 'low_usd' | 'high_usd') =>
					path.flatMap((each): [number, number][] => (each[end] === null ? [] : [[x(each.date), y(each[end])]]));
				if (edge('low_usd').length > 1)
					drawHatch(ctx, [...edge('low_usd'), ...edge('high_usd').reverse()], theme.hatch);
			}
		},
		over(chart) {
			const { ctx, chartArea: area } = chart;
			const x = (date: Day) => chart.scales['x']?.getPixelForValue(dayNumber(date)) ?? 0;
			const y = (usd: number) => chart.scales['y']?.getPixelForValue(usd) ?? 0;
			drawLine(ctx, [area.left, area.bottom], [area.right, area.bottom], theme.ink);
			if (input.as_of > from && input.as_of < input.end)
				drawToday(ctx, theme, input.as_of, x(input.as_of), area, narrow);
			hitAreas.length = 0;
			for (const { date, usd } of input.reported.slice(1)) hitAreas.push({ x: x(date), y: y(usd), r: 5, keys: [date] });
			const today: Stroke = [
				[x(input.as_of), area.top],
				[x(input.as_of), area.bottom]
			];
			const drawn = [...input.paths.map(({ path }) => path), input.reported].flatMap((points) =>
				points.slice(1).map((to, i): Stroke => {
					const from = points[i]!;
					return [
						[x(from.date), y(from.usd)],
						[x(to.date), y(to.usd)]
					];
				})
			);
			drawReported(ctx, area, x(last.date), y(last.usd), [...drawn, today]);
			drawDot(ctx, x(last.date), y(last.usd), narrow ? 3.5 : 4.5, theme.green, theme.paper);
			const ends = input.paths.map((each) => ({ ...each, y: y(each.path.at(-1)!.usd) }));
			const places = spreadLabels(
				ends.map((end) => ({ y: end.y, height: narrow ? (end.floor ? 32 : 17) : 35 })),
				area.top - (narrow ? 8 : 12),
				area.bottom + (narrow ? 0 : 8)
			);
			const left = area.right + (narrow ? 12 : 20);
			ends.forEach((end, i) => {
				const first = places[i]! - (narrow ? (end.floor ? 8 : 0) : 8);
				// On a phone a level stroke before a sum would read as a minus.
				if (!narrow || Math.abs(first - end.y) > 4)
					drawLine(ctx, [area.right + 3, end.y], [left - (narrow ? 3 : 6), first], theme.ruleStrong);
				const bold = { size: narrow ? 12 : 14, weight: narrow ? 600 : 700, colour: theme.ink };
				drawText(ctx, theme, `${money(end.target_usd)}${end.floor && !narrow ? ' or more' : ''}`, left, first, bold);
				const words = narrow ? (end.floor ? 'or more' : '') : `${end.by}, ${day(end.published.slice(0, 7))}`;
				if (words) drawText(ctx, theme, words, left, first + 16, { size: 12 });
			});
		},
		stops: input.reported.slice(1).map(({ date, usd }) => ({
			key: date,
			text: `Reported by ${day(date)}: ${money(usd)}.`
		})),
		hitAreas: () => hitAreas,
		summary: `Line chart of capital spending reported since ${day(input.start)}: ${money(last.usd)} by ${day(last.date)}. Projected by ${day(input.end)}: ${input.paths.map((each) => `${money(each.target_usd)} by ${each.by}`).join(', ')}.`
	};

	/** The sum stands as near to its line's end as it can without another line through it; from further off a stroke leads to it. */
	function drawReported(ctx: CanvasRenderingContext2D, area: Rect, x: number, y: number, strokes: readonly Stroke[]) {
		const big = { size: narrow ? 14 : 18, weight: 700, colour: theme.green };
		const small = { size: 12, colour: theme.green };
		const sum = money(last.usd);
		const on = day(last.date);
		// Nothing crosses today, the stroke neither.
		const end = Math.min(area.right, strokes.at(-1)![0][0] > x ? strokes.at(-1)![0][0] : Infinity);
		const places = [[`reported to ${on}`], ['reported to', on]]
			.flatMap((words, turned) => {
				const wide = Math.max(
					textWidth(ctx, theme, sum, big.size, big.weight),
					...words.map((each) => textWidth(ctx, theme, each, small.size))
				);
				return placesRound(x, y, wide, 19 + 16 * words.length).map(({ away, ...place }) => ({
					...place,
					words,
					away: away + 14 * turned
				}));
			})
			.sort((a, b) => a.away - b.away);
		const inside = places.filter(
			({ left, right, top, bottom }) =>
				left > area.left + 2 && right < end - 2 && top > area.top - 4 && bottom < area.bottom - 2
		);
		const place = findClearest(inside.length > 0 ? inside : places, strokes);
		const { left, right, top, bottom, side } = place;
		const near: [number, number] = [
			x < left ? left - 3 : x > right ? right + 3 : x,
			y < top ? top - 1 : y > bottom ? bottom + 1 : y
		];
		if (Math.hypot(near[0] - x, near[1] - y) > 16) drawLine(ctx, [x, y], near, theme.green);
		const at = side === 'left' ? left : right;
		drawText(ctx, theme, sum, at, top + 9, { ...big, align: side });
		place.words.forEach((words, i) => drawText(ctx, theme, words, at, top + 27 + 16 * i, { ...small, align: side }));
	}
}

/** Places for a label round a point, and how far `away` each is; `side` is the edge on which its lines of text begin. */
function placesRound(x: number, y: number, width: number, height: number) {
	const across = [
		...[8, 24, 48, 80].flatMap((off) => [
			{ off, side: 'left' as const, left: x + off },
			{ off, side: 'right' as const, left: x - off - width }
		]),
		...[0.25, 0.5, 0.75].map((part) => ({ off: 0, side: 'left' as const, left: x - part * width }))
	];
	const down = [6, 14, 24, 36, 52, 72, 96].flatMap((off) => [
		{ off, top: y + off },
		{ off, top: y - off - height }
	]);
	return across.flatMap(({ off, side, left }) =>
		down.map((each) => ({
			side,
			left,
			right: left + width,
			top: each.top,
			bottom: each.top + height,
			away: Math.hypot(off, each.off) + (off === 0 ? 8 : 0)
		}))
	);
}
