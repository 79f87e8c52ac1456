import { dayNumber } from '$lib/records/day';
import { linearTicks, LOG_FLOOR, logTicks } from '../../engine/axis';
import { BRACKET_SPACING, drawLineEnds } from './end-labels';
import { NARROW, baseOptions, timeAxis, UNLABELLED, valueAxis } from '../../engine/scales';
import { day, money, plural, score } from '$lib/ui/format';
import { drawBroughtForward, drawStepNames } from './step-names';
import { drawWtfMarkers } from './wtf-markers';
import { drawProjection } from './projection';
import { drawReported } from './reported';
import { dealDay, markerPanel, measureFrame, SCALES, type PanelName, type SpendModel } from './model';
import { drawPanelTitles } from './panel-titles';
import { drawWhenDue } from './when-due';
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
/** Pixels that the labels of the promised panel need above the end of its line. */
const LABELS = { wide: 44, narrow: 32 };
/** Part of the height, without gaps and strip, that the panel of what is promised has. */
const PROMISED_PART = 0.44;
/** Pixels between the two panels: a line of text and its air. */
const BETWEEN = 40;

/**
 * The spend chart: headline, counted and due dollars over a window, a projection to compare with, the deals with their WTF
 * readings on the line and in a strip below. Pure: the same input, view, size and colours give the same chart.
 */
export function buildSpendChart(input: SpendInput, view: SpendView, size: Size, theme: Theme): ChartSpec {
	const model = makeModel(input, view, size, theme);
	const { narrow, log, split, strip } = model;
	// Wide enough for the words beside the strip, however short the sums are.
	const afterFit = (axis: { width: number }) => {
		if (!narrow && strip) axis.width = Math.max(axis.width, 62);
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
	const rooms = measureRooms(model);
	const panel = (name: PanelName, most: number) => {
		const top = model.top[name];
		const ticks = log ? logTicks(top) : linearTicks(top * (name === 'window' && split ? 1 : 1.03), most);
		const headroom = split
			? name === 'promised' && (top * rooms.promised) / (rooms.promised - (narrow ? LABELS.narrow : LABELS.wide))
			: model.headlineLeaves && top * HEADROOM;
		return {
			...valueAxis(ticks, size, theme),
			max: Math.max(ticks.at(-1)!.value, (!log && headroom) || 0),
			type: log ? ('logarithmic' as const) : ('linear' as const),
			stack: 's',
			stackWeight: rooms[name],
			afterFit
		};
	};

	return {
		data: { datasets: makeDatasets(model) },
		options: {
			...baseOptions({ top: 26, right: rightPadding(model) }),
			scales: {
				...(strip && {
					w: { ...filler, stackWeight: rooms.strip, min: -1, max: 1 },
					gap: { ...filler, stackWeight: rooms.gap }
				}),
				[SCALES.window]: panel('window', split ? 5 : narrow ? 6 : 7),
				...(split && {
					between: { ...filler, stackWeight: BETWEEN },
					[SCALES.promised]: panel('promised', narrow ? 3 : 4)
				}),
				x: timeAxis(view.from, view.to, size.width - (narrow ? 60 : 240), size, theme)
			}
		},
		under(chart) {
			const frame = measureFrame(chart, model, 'window');
			const { top } = measureFrame(chart, model, 'promised');
			frame.ctx.fillStyle = theme.paper2;
			if (strip)
				frame.ctx.fillRect(frame.left, frame.strip.top, frame.right - frame.left, frame.strip.bottom - frame.strip.top);
			drawYearLines(frame.ctx, theme, view.from, view.to, frame.x, { top, bottom: frame.strip.bottom });
			drawProjection(frame, model);
		},
		over(chart) {
			const promised = measureFrame(chart, model, 'promised');
			const window = measureFrame(chart, model, 'window');
			const marked = markerPanel(model) === 'promised' ? promised : window;
			model.hitAreas.length = 0;
			const now = promised.x(model.now);
			if (model.today >= model.from && model.today <= model.to)
				drawToday(promised.ctx, theme, input.as_of, now, { ...promised, bottom: promised.strip.bottom }, narrow);
			if (split) drawPanelTitles(promised, window, model);
			drawReported(window, model);
			drawStepNames(marked, model);
			drawWtfMarkers(marked, model);
			drawBroughtForward(promised, model);
			if (strip) drawStrip(promised, model);
			drawLineEnds(promised, window, model);
			if (split) drawWhenDue(promised, model);
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

/** Shares of the height, in pixels where the chart is split. */
function measureRooms({ split, strip, size, narrow }: SpendModel) {
	if (!split) return { window: 4.6, promised: 0, gap: 0.12, strip: narrow ? 1.5 : 1.25 };
	const whole = size.height - 54;
	const gap = 8;
	const ofStrip = strip ? Math.max(64, whole * (narrow ? 0.19 : 0.16)) : 0;
	const rest = whole - BETWEEN - (strip ? gap + ofStrip : 0);
	return { promised: rest * PROMISED_PART, window: rest * (1 - PROMISED_PART), gap, strip: ofStrip };
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
	const split = path.length > 0 && counted.length + headline.length > 0;
	const inWindow = Math.max(most(spent, path, other, high, reported, unsigned), LOG_FLOOR);
	const fitted = Math.max(most(counted), split ? LOG_FLOOR : inWindow);
	const shout = most(headline);
	const fits = view.scale === 'log' || view.basis === 'headline' || shout <= fitted * 1.5;
	const headlineLeaves = !fits && (headline.at(-1)?.y ?? 0) > fitted;
	const promised = fits ? Math.max(fitted, shout) : fitted;
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
		split,
		top: { promised, window: split ? inWindow : promised },
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
	const { theme, narrow, log, split } = model;
	const plain = {
		yAxisID: SCALES.window as string,
		pointRadius: 0,
		fill: false as const,
		borderJoinStyle: 'miter' as const
	};
	const promised = split ? { ...plain, yAxisID: SCALES.promised } : plain;
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
		{ ...promised, data: model.headline, borderColor: theme.headline, borderWidth: 1.5, stepped: 'before' },
		{
			...promised,
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
	const since = deal.step ? `, most of it on ${day(deal.step)}` : '';
	const counts =
		deal.contribution_usd === null ? 'Not counted.' : `Adds ${money(deal.contribution_usd)} to the count${since}.`;
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
