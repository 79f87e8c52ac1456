import { dayNumber, type Day } from '$lib/records/day';
import { LABEL_NAMES, type WtfLabel } from '$lib/records/vocabularies';
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

/** A deal as it is read, on the day of its first event. */
export interface RatedDeal {
	slug: string;
	title: string;
	date: Day;
	terminator: number;
	idiocracy: number;
	label: WtfLabel;
	/** What it adds to the count, whole dollars; null where the question does not keep it. */
	usd: number | null;
}

export interface IndexInput {
	rows: readonly RatedPoint[];
	/** Every deal that is read is a column in front of the index. */
	deals: readonly RatedDeal[];
	from: Day;
	to: Day;
	as_of: Day;
}

/**
 * Every deal that is read as a column around a spine, as wide as its dollars, and behind them the index: the two poles mirrored, broken
 * where too few deals had been read. Neutral deals are thin and grey, so that those that lean stand out.
 */
export function buildIndexChart(input: IndexInput, size: Size, theme: Theme): ChartSpec {
	const narrow = size.width < NARROW;
	const rows = input.rows.filter((row) => row.date >= input.from && row.date <= input.to);
	const read = rows.filter((row) => row.terminator !== null);
	const deals = input.deals
		.filter(({ date }) => date >= input.from && date <= input.to)
		.sort((a, b) => (b.usd ?? 0) - (a.usd ?? 0) || (a.slug < b.slug ? -1 : 1));
	const highest = [...read, ...deals].reduce((most, row) => Math.max(most, row.terminator ?? 0, row.idiocracy ?? 0), 0);
	// Even, so that half of it is a score; no more than is read, as nothing near 10 ever was.
	const bound = Math.max(4, 2 * Math.ceil(highest / 2));
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
			drawDeals(ctx, theme, deals, { x, y, narrow, hitAreas });
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
		stops: [
			...read.map((row) => ({
				key: row.date,
				date: row.date,
				text: `The index, ${restsOn(row)}: Terminator ${score(row.terminator ?? 0)}, Idiocracy ${score(row.idiocracy ?? 0)}.`
			})),
			...deals.map((deal) => ({
				key: deal.slug,
				date: deal.date,
				href: `/deals/${deal.slug}`,
				text: `${day(deal.date)}: ${deal.title}. Terminator ${score(deal.terminator)} of 10, Idiocracy ${score(deal.idiocracy)} of 10. ${LABEL_NAMES[deal.label]}.`
			}))
		]
			.sort((a, b) => dayNumber(a.date) - dayNumber(b.date))
			.map(({ date: _, ...stop }) => stop),
		hitAreas: () => hitAreas,
		summary: last
			? `The WTF Index from ${day(input.from)} to ${day(input.to)}. Last reading, ${restsOn(last)}: Terminator ${score(last.terminator ?? 0)}, Idiocracy ${score(last.idiocracy ?? 0)} of 10.`
			: `The WTF Index from ${day(input.from)} to ${day(input.to)}: too few deals had been read.`
	};
}

/** The columns of the deals, the widest first, so that no wide one hides a thin one; the spine runs over them. */
function drawDeals(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	deals: readonly RatedDeal[],
	place: { x: (at: Day) => number; y: (value: number) => number; narrow: boolean; hitAreas: HitArea[] }
): void {
	const { x, y, narrow, hitAreas } = place;
	for (const { slug, date, terminator, idiocracy, label, usd } of deals) {
		const width = label === 'NEUTRAL' ? 2 : columnWidth(usd ?? 0, narrow);
		const [middle, top, foot] = [x(date), y(terminator), y(-idiocracy)];
		for (const [from, to, colour] of [
			[top, y(0), theme.term],
			[y(0), foot, theme.idio]
		] as const) {
			if (to - from < 1) continue;
			if (label !== 'NEUTRAL') {
				ctx.fillStyle = theme.paper;
				ctx.fillRect(middle - width / 2 - 1, from, width + 2, to - from);
			}
			ctx.fillStyle = label === 'NEUTRAL' ? theme.ruleStrong : colour;
			ctx.fillRect(middle - width / 2, from, width, to - from);
		}
		if (terminator === 0 && idiocracy === 0) drawDot(ctx, middle, y(0), 2, theme.paper, theme.neutral, 1);
		hitAreas.push({ x: middle, y: terminator >= idiocracy ? top : foot, r: Math.max(4, width / 2), keys: [slug] });
	}
}

/** Pixels: wider by the root of its dollars, within bounds that keep the smallest legible and the largest from hiding its neighbours. */
function columnWidth(usd: number, narrow: boolean): number {
	const width = 3 + Math.sqrt(usd / 1e9) * 0.45;
	return Math.min(narrow ? 6 : 11, narrow ? width * 0.7 : width);
}

/** What a reading rests on: `7 deals of 90 days to 30 Nov 2026`. */
function restsOn({ deals, window_days, date }: RatedPoint): string {
	return `${plural(deals, 'deal')} of ${window_days} days to ${day(date)}`;
}

/** The same colour as a wash. The browser gives colours as `rgb(r, g, b)`. */
function makeTranslucent(colour: string): string {
	return colour.startsWith('rgb(') ? colour.replace('rgb(', 'rgba(').replace(')', ', 0.16)') : 'transparent';
}
