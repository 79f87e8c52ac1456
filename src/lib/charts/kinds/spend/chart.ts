import { dayNumber } from '$lib/records/day';
import { linearTicks, LOG_FLOOR, logTicks, yearStarts } from '../../engine/axis';
import { line } from '../../engine/draw';
import { APART, drawEnds } from './end-labels';
import { drawToday, NARROW, plainOptions, timeAxis, UNLABELLED, valueAxis } from '../../engine/scales';
import { day, money, plural, score } from '$lib/ui/format';
import { drawEvents, drawForward, drawMarks } from './wtf-markers';
import { drawProjection } from './projection';
import { dayOf, frameOf, type Scene } from './model';
import { stepPoints, thin, type Point } from '../../engine/points';
import { drawStrip } from './strip';
import type { Bracket, ChartSpec, Size, SpendDeal, SpendInput, SpendView, Theme } from '../../engine/types';

/** Room that an end label takes to the right of today. */
const LABEL_ROOM = 190;
/** Brackets in the margin at most: those nearest to the projection that is drawn. */
const RIVALS = 3;
/** Where the headline leaves the frame, its label needs this much above the counted line for both to be read. */
const HEADROOM = 1.19;

/**
 * The spend chart: headline, counted and recognised dollars over a window, a projection to compare with, the deals with their WTF
 * readings on the line and in a strip below. Pure: the same input, view, size and colours give the same chart.
 */
export function buildSpendChart(input: SpendInput, view: SpendView, size: Size, theme: Theme): ChartSpec {
	const scene = sceneOf(input, view, size, theme);
	const { narrow, log } = scene;
	const ticks = log ? logTicks(scene.top) : linearTicks(scene.top * 1.03, narrow ? 6 : 7);
	// Wide enough for the words beside the strip, however short the sums are.
	const afterFit = (axis: { width: number }) => {
		if (!narrow && scene.strip) axis.width = Math.max(axis.width, 62);
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
		data: { datasets: datasets(scene) },
		options: {
			...plainOptions({ top: 26, right: rightPadding(scene) }),
			scales: {
				...(scene.strip && {
					w: { ...filler, stackWeight: narrow ? 1.5 : 1.25, min: -1, max: 1 },
					gap: { ...filler, stackWeight: 0.12 }
				}),
				y: {
					...valueAxis(ticks, size, theme),
					max: Math.max(ticks.at(-1)!.value, scene.headlineLeaves ? scene.top * HEADROOM : 0),
					type: log ? 'logarithmic' : 'linear',
					stack: 's',
					stackWeight: 4.6,
					afterFit
				},
				x: timeAxis(view.from, view.to, size.width - (narrow ? 60 : 240), size, theme)
			}
		},
		under(chart) {
			const frame = frameOf(chart, scene);
			frame.ctx.fillStyle = theme.paper2;
			if (scene.strip)
				frame.ctx.fillRect(frame.left, frame.strip.top, frame.right - frame.left, frame.strip.bottom - frame.strip.top);
			for (const year of yearStarts(view.from, view.to))
				line(frame.ctx, [frame.x(year), frame.top], [frame.x(year), frame.strip.bottom], theme.grid);
			drawProjection(frame, scene);
		},
		over(chart) {
			const frame = frameOf(chart, scene);
			scene.spots.length = 0;
			const now = frame.x(scene.now);
			if (scene.today >= scene.from && scene.today <= scene.to)
				drawToday(frame.ctx, theme, input.as_of, now, { ...frame, bottom: frame.strip.bottom }, narrow);
			drawEvents(frame, scene);
			drawMarks(frame, scene);
			drawForward(frame, scene);
			if (scene.strip) drawStrip(frame, scene);
			drawEnds(frame, scene);
		},
		stops: scene.deals.map((deal, i) => ({
			key: deal.slug,
			href: `/deals/${deal.slug}`,
			text: spoken(deal, i, scene.deals.length)
		})),
		spots: () => scene.spots,
		summary: summary(scene)
	};
}

function sceneOf(input: SpendInput, view: SpendView, size: Size, theme: Theme): Scene {
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
	const spent = pick((row) => (input.projection ? row.in_window_usd : row.recognised_usd));
	const headline = pick((row) => row.headline_usd);
	const counted = pick((row) => row.counted_usd);
	const path = input.projection ? thin(pick((row) => row.path_usd)) : [];
	const other =
		input.alternative && path.length > 0
			? thin(input.alternative.path.map(({ date, usd }) => ({ x: dayNumber(date), y: usd }))).filter(
					({ x, y }) => x >= from && x <= to && y >= lowest
				)
			: [];
	const low = thin(pick((row) => row.path_low_usd));
	const high = thin(pick((row) => row.path_high_usd));
	const most = (...lines: Point[][]) => lines.flat().reduce((max, point) => Math.max(max, point.y), 0);
	const fitted = Math.max(most(counted, spent, path, other, high), LOG_FLOOR);
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
		recognised: thin(spent.filter(({ x }) => x <= today)),
		future: thin(spent.filter(({ x }) => x >= today)),
		path,
		low,
		high,
		other,
		top: fits ? Math.max(fitted, shout) : fitted,
		headlineLeaves,
		rivals: nearest(input.rivals ?? [], path.at(-1)?.y),
		margin: ((to - now) / Math.max(1, to - from)) * (size.width - 240) < (narrow ? 20 : LABEL_ROOM),
		deals: input.deals
			.filter((deal) => dayOf(deal) >= from && dayOf(deal) <= now)
			.sort((a, b) => dayOf(a) - dayOf(b) || (a.slug < b.slug ? -1 : 1)),
		spots: []
	};
}

/** The brackets that there is room for, lowest first; none where no projection is drawn beside which they could stand. */
function nearest(rivals: readonly Bracket[], usd: number | undefined): Bracket[] {
	if (usd === undefined) return [];
	const away = (rival: Bracket) => Math.abs(rival.usd - usd);
	return [...rivals]
		.sort((a, b) => away(a) - away(b))
		.slice(0, RIVALS)
		.sort((a, b) => a.usd - b.usd);
}

function rightPadding(scene: Scene): number {
	if (scene.narrow) return scene.margin ? 92 : 8;
	const brackets = scene.margin ? 0 : scene.rivals.length * APART;
	return scene.margin || scene.path.length > 0 || scene.future.length > 1 ? 178 + brackets : 16;
}

function datasets(scene: Scene): ChartSpec['data']['datasets'] {
	const { theme, narrow, log } = scene;
	const plain = { yAxisID: 'y', pointRadius: 0, fill: false as const, borderJoinStyle: 'miter' as const };
	return [
		{
			...plain,
			data: scene.recognised,
			borderColor: theme.green,
			borderWidth: 2,
			backgroundColor: theme.greenWash,
			fill: log ? false : 'origin'
		},
		{
			...plain,
			data: scene.future,
			borderColor: theme.green,
			borderWidth: 2,
			borderDash: [2, 5],
			borderCapStyle: 'round'
		},
		{ ...plain, data: scene.headline, borderColor: theme.headline, borderWidth: 1.5, stepped: 'before' },
		{
			...plain,
			data: scene.counted,
			borderColor: theme.counted,
			borderWidth: narrow ? 2.25 : 3,
			stepped: 'before'
		}
	];
}

function spoken(deal: SpendDeal, i: number, of: number): string {
	const reading =
		deal.terminator === null || deal.idiocracy === null
			? 'Not scored yet.'
			: `Terminator ${score(deal.terminator)} of 10, Idiocracy ${score(deal.idiocracy)} of 10.`;
	const counts = deal.contribution_usd === null ? 'Not counted.' : `Adds ${money(deal.contribution_usd)} to the count.`;
	return `${day(deal.date)}: ${deal.title}. Headline ${money(deal.headline_usd)}. ${counts} ${reading} Deal ${i + 1} of ${of}.`;
}

function summary(scene: Scene): string {
	const { input, view, deals } = scene;
	const last = (points: Point[]) => points.at(-1)?.y;
	const said = [
		['announced', last(scene.headline)],
		['counted', last(scene.counted)],
		[input.projection ? 'recognised in the window' : 'recognised', last(scene.recognised)]
	] as const;
	const figures = said.flatMap(([word, usd]) => (usd === undefined ? [] : [`${money(usd)} ${word}`])).join(', ');
	const target = input.projection
		? ` The projection is ${money(input.projection.target_usd)}${input.projection.floor ? ' or more' : ''}, ${input.projection.reading}.`
		: '';
	return (
		`Chart from ${day(view.from)} to ${day(view.to)}${scene.log ? ', log scale' : ''}. As of ${day(input.as_of)}: ${figures || 'nothing in this window'}.` +
		`${target} ${plural(deals.length, 'deal')}. Arrow keys step through them, Enter opens one, T turns to the table.`
	);
}
