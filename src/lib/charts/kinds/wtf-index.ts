import { dayNumber, type Day } from '$lib/records/day';
import { day, plural, score } from '$lib/ui/format';
import type { Tick } from '../engine/axis';
import { spreadLabels } from '../engine/layout';
import { drawLine } from '../engine/lines';
import { baseOptions, NARROW, timeAxis, valueAxis } from '../engine/scales';
import { drawText } from '../engine/text';
import type { ChartSpec, HitArea, Size, Theme } from '../engine/types';
import { drawDot } from '../marks/shapes';
import { drawToday } from '../marks/today';
import { drawYearLines } from '../marks/year-lines';
import type { IndexPoint } from './spend/types';

/** A reading with the deals that it rests on, and the days up to its own over which they were announced. */
interface RatedPoint extends IndexPoint {
	deals: number;
	window_days: number;
}

export interface IndexInput {
	rows: readonly RatedPoint[];
	from: Day;
	to: Day;
	as_of: Day;
}

/** The WTF Index over time: the two poles mirrored around a spine, broken where too few deals had been read. */
export function buildIndexChart(input: IndexInput, size: Size, theme: Theme): ChartSpec {
	const narrow = size.width < NARROW;
	const rows = input.rows.filter((row) => row.date >= input.from && row.date <= input.to);
	const read = rows.filter((row) => row.terminator !== null);
	const highest = read.reduce((most, row) => Math.max(most, row.terminator ?? 0, row.idiocracy ?? 0), 0);
	const bound = highest > 5 ? 10 : 5;
	const ticks: Tick[] = [-bound, -bound / 2, 0, bound / 2, bound].map((value) => ({
		value,
		text: value === 0 ? 'WTF' : score(Math.abs(value))
	}));
	const hitAreas: HitArea[] = [];
	const last = read.at(-1);
	const pole = (name: 'terminator' | 'idiocracy', up: 1 | -1, colour: string) => ({
		data: rows.map((row) => ({ x: dayNumber(row.date), y: row[name] === null ? NaN : up * row[name] })),
		// A reading between two gaps has no neighbour to draw a line to.
		pointRadius: rows.map((row, i) =>
			row[name] !== null && (rows[i - 1]?.[name] ?? null) === null && (rows[i + 1]?.[name] ?? null) === null ? 2.5 : 0
		),
		pointBackgroundColor: colour,
		pointBorderWidth: 0,
		borderColor: colour,
		borderWidth: 2,
		borderJoinStyle: 'round' as const,
		backgroundColor: makeTranslucent(colour),
		fill: 'origin',
		spanGaps: false
	});
	return {
		data: { datasets: [pole('terminator', 1, theme.term), pole('idiocracy', -1, theme.idio)] },
		options: {
			...baseOptions({ top: 26, right: narrow ? 8 : 120 }),
			scales: {
				y: valueAxis(ticks, size, theme),
				x: timeAxis(input.from, input.to, size.width - (narrow ? 40 : 190), size, theme)
			}
		},
		under({ ctx, chartArea: area, scales }) {
			drawYearLines(ctx, theme, input.from, input.to, (at) => scales['x']?.getPixelForValue(at) ?? 0, area);
		},
		over(chart) {
			const { ctx, chartArea: area } = chart;
			const x = (at: Day) => chart.scales['x']?.getPixelForValue(dayNumber(at)) ?? 0;
			const y = (value: number) => chart.scales['y']?.getPixelForValue(value) ?? 0;
			hitAreas.length = 0;
			for (const row of read) hitAreas.push({ x: x(row.date), y: y(row.terminator ?? 0), r: 4, keys: [row.date] });
			drawLine(ctx, [area.left, y(0)], [area.right, y(0)], theme.ink, 2);
			if (input.as_of > input.from && input.as_of < input.to)
				drawToday(ctx, theme, input.as_of, x(input.as_of), area, narrow);
			const name = { weight: 600, size: narrow ? 12 : 13 };
			drawText(ctx, theme, '▲ scarier', area.left + 8, area.top + 12, { ...name, colour: theme.termText });
			drawText(ctx, theme, '▼ dumber', area.left + 8, area.bottom - 12, { ...name, colour: theme.idioText });
			if (!last) return;
			const ends = [
				{ value: last.terminator ?? 0, word: 'Terminator', up: 1, mark: theme.term, text: theme.termText },
				{ value: last.idiocracy ?? 0, word: 'Idiocracy', up: -1, mark: theme.idio, text: theme.idioText }
			];
			const places = spreadLabels(
				ends.map((end) => ({ y: y(end.up * end.value), height: 38 })),
				area.top,
				area.bottom
			);
			ends.forEach((end, i) => {
				drawDot(ctx, x(last.date), y(end.up * end.value), narrow ? 3.5 : 4.5, end.mark, theme.paper);
				if (narrow) return;
				drawText(ctx, theme, score(end.value), area.right + 14, places[i]! - 8, {
					size: 20,
					weight: 700,
					colour: end.text
				});
				drawText(ctx, theme, end.word, area.right + 14, places[i]! + 10, { colour: end.text });
			});
			if (last.date !== input.as_of && !narrow)
				drawText(ctx, theme, `to ${day(last.date)}`, area.right + 14, area.top - 12, { colour: theme.ink3 });
		},
		stops: read.map((row) => ({
			key: row.date,
			text: `${restsOn(row)}: Terminator ${score(row.terminator ?? 0)}, Idiocracy ${score(row.idiocracy ?? 0)}.`
		})),
		hitAreas: () => hitAreas,
		summary: last
			? `The WTF Index from ${day(input.from)} to ${day(input.to)}. Last reading, ${restsOn(last)}: Terminator ${score(last.terminator ?? 0)}, Idiocracy ${score(last.idiocracy ?? 0)} of 10.`
			: `The WTF Index from ${day(input.from)} to ${day(input.to)}: too few deals had been read.`
	};
}

/** What a reading rests on: `7 deals of 90 days to 30 Nov 2026`. */
function restsOn({ deals, window_days, date }: RatedPoint): string {
	return `${plural(deals, 'deal')} of ${window_days} days to ${day(date)}`;
}

/** The same colour as a wash. The browser gives colours as `rgb(r, g, b)`. */
function makeTranslucent(colour: string): string {
	return colour.startsWith('rgb(') ? colour.replace('rgb(', 'rgba(').replace(')', ', 0.16)') : 'transparent';
}
