import { dayNumber, type Day } from '$lib/records/day';
import { type Tick } from '../engine/axis';
import { day } from '$lib/ui/format';
import { NARROW, baseOptions, timeAxis, valueAxis } from '../engine/scales';
import { spreadLabels } from '../engine/layout';
import type { ChartSpec, Size, HitArea, Theme } from '../engine/types';
import { drawLine } from '../engine/lines';
import { drawText } from '../engine/text';
import { drawDot } from '../marks/shapes';
import { drawToday } from '../marks/today';
import { drawYearLines } from '../marks/year-lines';

/** One line: a value at each of some days, null where nothing is known, which breaks it. */
export interface TimeLine {
	key: string;
	name: string;
	points: readonly { date: Day; value: number | null }[];
	/** Drawn in strokes of these lengths; solid without. */
	dash?: number[];
	/** Quieter: further back than the others. */
	quiet?: boolean;
	/** In the colour of what has moved. */
	moved?: boolean;
}

/** A level that runs through the whole chart, with a word on it. */
export interface Level {
	value: number;
	text: string;
	alert: boolean;
}

export interface TimeInput {
	lines: readonly TimeLine[];
	levels: readonly Level[];
	/** The axis runs from 0 to a round number at or above it. */
	most: number;
	/** How a value is written beside the axis. */
	tick: (value: number) => string;
	from: Day;
	to: Day;
	as_of: Day;
	/** How a value is written at a line's end and in speech. */
	format: (value: number) => string;
	/** What the chart shows, for those who do not see it. */
	title: string;
}

interface Known {
	line: TimeLine;
	date: Day;
	value: number;
}

function knownOf(series: TimeLine, { from, to }: TimeInput): Known[] {
	return series.points.flatMap(({ date, value }) =>
		value === null || date < from || date > to ? [] : [{ line: series, date, value }]
	);
}

/** Values over time as lines named at their ends, with the levels that matter drawn through. The key of a point is its
 * line's key, a space and its day. */
export function buildTimeChart(input: TimeInput, size: Size, theme: Theme): ChartSpec {
	const narrow = size.width < NARROW;
	const margin = narrow ? 8 : 132;
	const lines = input.lines.map((each) => ({ each, known: knownOf(each, input) }));
	const colour = ({ moved, quiet }: TimeLine): string => (moved ? theme.green : quiet ? theme.ink3 : theme.ink);
	const hitAreas: HitArea[] = [];
	const ends = lines.flatMap(({ known }) => known.at(-1) ?? []);
	return {
		data: {
			datasets: lines.map(({ each, known }) => {
				const shown = each.points.filter(({ date }) => date >= input.from && date <= input.to);
				const alone = shown.map(
					({ value }, i) =>
						value !== null && (shown[i - 1]?.value ?? null) === null && (shown[i + 1]?.value ?? null) === null
				);
				return {
					data: shown.map(({ date, value }) => ({ x: dayNumber(date), y: value ?? NaN })),
					borderColor: colour(each),
					borderWidth: each.quiet ? 1.5 : 2,
					borderDash: each.dash ?? [],
					borderJoinStyle: 'round' as const,
					pointRadius: alone.map((single) => (single || known.length === 1 ? 2.5 : 0)),
					pointBackgroundColor: colour(each),
					pointBorderWidth: 0,
					spanGaps: false
				};
			})
		},
		options: {
			...baseOptions({ top: 26, right: margin }),
			scales: {
				y: valueAxis(plainTicks(input.most, input.tick), size, theme),
				x: timeAxis(input.from, input.to, size.width - margin - 60, size, theme)
			}
		},
		under({ ctx, chartArea: area, scales }) {
			drawYearLines(ctx, theme, input.from, input.to, (at) => scales['x']?.getPixelForValue(at) ?? 0, area);
		},
		over(chart) {
			const { ctx, chartArea: area } = chart;
			const x = (date: Day) => chart.scales['x']?.getPixelForValue(dayNumber(date)) ?? 0;
			const y = (value: number) => chart.scales['y']?.getPixelForValue(value) ?? 0;
			drawLine(ctx, [area.left, area.bottom], [area.right, area.bottom], theme.ink);
			for (const level of input.levels) {
				const tone = level.alert ? theme.alert : theme.ink3;
				drawLine(ctx, [area.left, y(level.value)], [area.right, y(level.value)], tone, 1.25, [4, 4]);
				drawText(ctx, theme, level.text, area.left + 8, y(level.value) - 10, {
					colour: tone,
					weight: level.alert ? 600 : 500,
					size: narrow ? 12 : 13
				});
			}
			if (input.as_of > input.from && input.as_of < input.to)
				drawToday(ctx, theme, input.as_of, x(input.as_of), area, narrow);
			hitAreas.length = 0;
			for (const { known } of lines)
				for (const { line: series, date, value } of known)
					hitAreas.push({ x: x(date), y: y(value), r: 4, keys: [`${series.key} ${date}`] });
			const places = spreadLabels(
				ends.map((end) => ({ y: y(end.value), height: 36 })),
				area.top - 16,
				area.bottom + 8
			);
			ends.forEach((end, i) => {
				drawDot(ctx, x(end.date), y(end.value), narrow ? 3 : 4, colour(end.line), theme.paper);
				if (narrow) return;
				const at = Math.max(x(end.date), area.left) + 12;
				const left = lines.length > 1 ? area.right + 14 : at;
				drawText(ctx, theme, input.format(end.value), left, places[i]! - 8, {
					size: 15,
					weight: 700,
					colour: theme.ink
				});
				drawText(ctx, theme, end.line.name, left, places[i]! + 8, { colour: theme.ink2 });
			});
		},
		stops: lines.flatMap(({ known }) =>
			known.map(({ line: series, date, value }) => ({
				key: `${series.key} ${date}`,
				text: `${series.name}, ${day(date)}: ${input.format(value)}.`
			}))
		),
		hitAreas: () => hitAreas,
		summary: `${input.title}. ${ends.map((end) => `${end.line.name} ${input.format(end.value)} on ${day(end.date)}`).join(', ')}.`
	};
}

/** Ticks from 0 in round steps, five or so, the last at or above `most`; `write` sets their text. */
function plainTicks(most: number, write: (value: number) => string, wanted = 5): Tick[] {
	const rough = Math.max(most, 1e-6) / wanted;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = ([1, 2, 2.5, 5].find((each) => each * power >= rough) ?? 10) * power;
	const last = Math.max(1, Math.ceil(most / step - 1e-9));
	return Array.from({ length: last + 1 }, (_, i) => ({ value: i * step, text: write(i * step) }));
}
