import { dayNumber } from '$lib/records/day';
import { linearTicks, LOG_FLOOR, logTicks } from '../../engine/axis';
import { BRACKET_SPACING, drawLineEnds } from './end-labels';
import { NARROW, baseOptions, timeAxis, UNLABELLED, valueAxis } from '../../engine/scales';
import { day, money, plural, score } from '$lib/ui/format';
import { drawBroughtForward, drawStepNames } from './step-names';
import { drawWtfMarkers } from './wtf-markers';
import { drawProjection } from './projection';
import { drawReported } from './reported';
import { dealDay, measureFrame, type SpendModel } from './model';
import { stepPoints, thinPoints, type Point } from '../../engine/points';
import { drawStrip } from './strip';
import type { ChartSpec, Size, Theme } from '../../engine/types';
import type { Bracket, SpendDeal, SpendInput, SpendView } from './types';
import { drawToday } from '../../marks/today';
import { drawYearLines } from '../../marks/year-lines';

/** Room that an end label takes to the right of today. */
const LABEL_ROOM = 190;
/** Brackets in the margin at most: those nearest to the projection that is drawn. */
const RIVALS = 3;
/** Where the headline leaves the frame, its label needs this much above the counted line for both to be read. */
const HEADROOM = 1.19;

/**
 * The spend chart: headline, counted and due dollars over a window, a projection to compare with, the deals with their WTF
 * readings on the line and in a strip below. Pure: the same input, view, size and colours give the same chart.
 */
export function buildSpendChart(input: SpendInput, view: SpendView, size: Size, theme: Theme): ChartSpec {
	const model = makeModel(input, view, size, theme);
	const { narrow, log } = model;
	const ticks = log ? logTicks(model.top) : linearTicks(model.top * 1.03, narrow ? 6 : 7);
	// Wide enough for the words beside the strip, however short the sums are.
	const afterFit = (axis: { width: number }) => {
		if (!narrow && model.strip) axis.width = Math.max(axis.width, 62);
	};
	const none = { display: false };
	const filler = {
		afterFit,
		ticks: none,
		grid: none,
		border: none,
		position: 'left',
		stack: 's',
		type: 'linear',
		afterBuildTicks: UNLABELLED.afterBuildTicks
	} as const;

	return {
		data: { datasets: makeDatasets(model) },
		options: {
			...baseOptions({ top: 26, right: rightPadding(model) }),
			scales: {
				...(model.strip && {
					w: { ...filler, stackWeight: narrow ? 1.5 : 1.25, min: -1, max: 1 },
					gap: { ...filler, stackWeight: 0.12 }
				}),
				y: {
					...valueAxis(ticks, size, theme),
					max: Math.max(ticks.at(-1)!.value, model.headlineLeaves ? model.top * HEADROOM : 0),
					type: log ? 'logarithmic' : 'linear',
					stack: 's',
					stackWeight: 4.6,
					afterFit
				},
				x: timeAxis(view.from, view.to, size.width - (narrow ? 60 : 240), size, theme)
			}
		},
		under(chart) {
			const frame = measureFrame(chart, model);
			frame.ctx.fillStyle = theme.paper2;
			if (model.strip)
				frame.ctx.fillRect(frame.left, frame.strip.top, frame.right - frame.left, frame.strip.bottom - frame.strip.top);
			const { top } = frame;
			drawYearLines(frame.ctx, theme, view.from, view.to, frame.x, { top, bottom: frame.strip.bottom });
			drawProjection(frame, model);
		},
		over(chart) {
			const frame = measureFrame(chart, model);
			model.hitAreas.length = 0;
			const now = frame.x(model.now);
			if (model.today >= model.from && model.today <= model.to)
				drawToday(frame.ctx, theme, input.as_of, now, { ...frame, bottom: frame.strip.bottom }, narrow);
			drawReported(frame, model);
			drawStepNames(frame, model);
			drawWtfMarkers(frame, model);
			drawBroughtForward(frame, model);
			if (model.strip) drawStrip(frame, model);
			drawLineEnds(frame, model);
		},
		stops: model.deals.map((deal, i) => ({
			key: deal.slug,
			href: `/deals/${deal.slug}`,
			text: describeDeal(deal, i, model.deals.length)
		})),
		hitAreas: () => model.hitAreas,
		summary: summarise(model)
	};
}

function makeModel(input: SpendInput, view: SpendView, size: Size, theme: Theme): SpendModel {
	const [from, to, today] = [dayNumber(view.from), dayNumber(view.to), dayNumber(input.as_of)];
	// From the day before the window: there a sum that opens with it stands at nothing.
	const rows = input.rows.map((row) => ({ row, x: dayNumber(row.date) })).filter(({ x }) => x >= from - 1 && x <= to);
	// What is below the foot of a log scale is not drawn: the line begins where it enters the frame.
	const lowest = view.scale === 'log' ? LOG_FLOOR : -Infinity;
	const pick = (value: (row: (typeof rows)[number]['row']) => number | null | undefined): Point[] =>
		rows.flatMap(({ row, x }) => {
			const y = value(row);
			return y === null || y === undefined || y < lowest ? [] : [{ x, y }];
		});
	const spent = pick((row) => (input.projection ? row.in_window_usd : row.due_usd));
	const headline = pick((row) => row.headline_usd);
	const counted = pick((row) => row.counted_usd);
	const path = input.projection ? thinPoints(pick((row) => row.path_usd)) : [];
	const other =
		input.alternative && path.length > 0
			? thinPoints(input.alternative.path.map(({ date, usd }) => ({ x: dayNumber(date), y: usd }))).filter(
					({ x, y }) => x >= from && x <= to && y >= lowest
				)
			: [];
	const low = thinPoints(pick((row) => row.path_low_usd));
	const high = thinPoints(pick((row) => row.path_high_usd));
	const most = (...lines: Point[][]) => lines.flat().reduce((max, point) => Math.max(max, point.y), 0);
	const placed = (points: readonly { date: string; usd: number }[] = []): Point[] =>
		points
			.map(({ date, usd }) => ({ x: dayNumber(date), y: usd }))
			.filter(({ x, y }) => x >= from - 1 && x <= to && y >= lowest);
	const [reported, unsigned] = [placed(input.reported), thinPoints(placed(input.unsigned))];
	const fitted = Math.max(most(counted, spent, path, other, high, reported, unsigned), LOG_FLOOR);
	const shout = most(headline);
	const fits = view.scale === 'log' || view.basis === 'headline' || shout <= fitted * 1.5;
	const headlineLeaves = !fits && (headline.at(-1)?.y ?? 0) > fitted;
	const now = Math.min(today, to);
	const narrow = size.width < NARROW;
	return {
		input,
		view,
		size,
		theme,
		strip: view.strip !== false,
		narrow,
		log: view.scale === 'log',
		from,
		to,
		today,
		now,
		headline: stepPoints(headline),
		counted: stepPoints(counted),
		due: thinPoints(spent.filter(({ x }) => x <= today)),
		future: thinPoints(spent.filter(({ x }) => x >= today)),
		unsigned,
		reported,
		path,
		low,
		high,
		other,
		top: fits ? Math.max(fitted, shout) : fitted,
		headlineLeaves,
		rivals: pickNearest(input.rivals ?? [], path.at(-1)?.y),
		margin: ((to - now) / Math.max(1, to - from)) * (size.width - 240) < (narrow ? 20 : LABEL_ROOM),
		deals: input.deals
			.filter((deal) => dealDay(deal) >= from && dealDay(deal) <= now)
			.sort((a, b) => dealDay(a) - dealDay(b) || (a.slug < b.slug ? -1 : 1)),
		hitAreas: []
	};
}

/** The brackets that there is room for, lowest first; none where no projection is drawn beside which they could stand. */
function pickNearest(rivals: readonly Bracket[], usd: number | undefined): Bracket[] {
	if (usd === undefined) return [];
	const away = (rival: Bracket) => Math.abs(rival.usd - usd);
	return [...rivals]
		.sort((a, b) => away(a) - away(b))
		.slice(0, RIVALS)
		.sort((a, b) => a.usd - b.usd);
}

function rightPadding(model: SpendModel): number {
	if (model.narrow) return model.margin ? 92 : 8;
	const brackets = model.margin ? 0 : model.rivals.length * BRACKET_SPACING;
	return model.margin || model.path.length > 0 || model.future.length > 1 ? 178 + brackets : 16;
}

function makeDatasets(model: SpendModel): ChartSpec['data']['datasets'] {
	const { theme, narrow, log } = model;
	const plain = { yAxisID: 'y', pointRadius: 0, fill: false as const, borderJoinStyle: 'miter' as const };
	return [
		{
			...plain,
			data: model.due,
			borderColor: theme.green,
			borderWidth: 1.25,
			backgroundColor: theme.due,
			fill: log ? false : 'origin'
		},
		{
			...plain,
			data: model.future,
			borderColor: theme.green,
			borderWidth: 1.25,
			borderDash: [2, 5],
			borderCapStyle: 'round'
		},
		{ ...plain, data: model.headline, borderColor: theme.headline, borderWidth: 1.5, stepped: 'before' },
		{
			...plain,
			data: model.counted,
			borderColor: theme.counted,
			borderWidth: narrow ? 2.25 : 3,
			stepped: 'before'
		},
		{ ...plain, data: model.reported, borderColor: theme.green, borderWidth: narrow ? 2.5 : 3.25 },
		{ ...plain, data: model.unsigned, borderColor: theme.ink3, borderWidth: 1.25, borderDash: [4, 3] }
	];
}

function describeDeal(deal: SpendDeal, i: number, of: number): string {
	const reading =
		deal.terminator === null || deal.idiocracy === null
			? 'Not scored yet.'
			: `Terminator ${score(deal.terminator)} of 10, Idiocracy ${score(deal.idiocracy)} of 10.`;
	const counts = deal.contribution_usd === null ? 'Not counted.' : `Adds ${money(deal.contribution_usd)} to the count.`;
	const said = deal.headline_usd === null ? 'Amount not stated' : `Announced ${money(deal.headline_usd)}`;
	return `${day(deal.date)}: ${deal.title}. ${said}. ${counts} ${reading} Deal ${i + 1} of ${of}.`;
}

function summarise(model: SpendModel): string {
	const { input, view, deals } = model;
	const last = (points: Point[]) => points.at(-1)?.y;
	const said = [
		['announced', last(model.headline)],
		['counted', last(model.counted)],
		[input.projection ? 'due in the window' : 'due', last(model.due)],
		['reported by companies in the window', last(model.reported)]
	] as const;
	const figures = said.flatMap(([word, usd]) => (usd === undefined ? [] : [`${money(usd)} ${word}`])).join(', ');
	const target = input.projection
		? ` The projection is ${money(input.projection.target_usd)}${input.projection.floor ? ' or more' : ''}, ${input.projection.reading}.`
		: '';
	return (
		`Chart from ${day(view.from)} to ${day(view.to)}${model.log ? ', log scale' : ''}. As of ${day(input.as_of)}: ${figures || 'nothing in this window'}.` +
		`${target} ${plural(deals.length, 'deal')}. Arrow keys step through them, Enter opens one, T turns to the table.`
	);
}
