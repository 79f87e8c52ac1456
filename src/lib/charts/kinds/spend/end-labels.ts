import { day, money, moneyRange } from '$lib/ui/format';
import { spreadLabels } from '../../engine/layout';
import { describeWindowEnd, type PlotFrame, type SpendModel } from './model';
import { drawText } from '../../engine/text';
import { drawEndLabels, type EndLabel } from '../../marks/end-labels';
import { drawDot } from '../../marks/shapes';

interface End extends EndLabel {
	/** Stands in the right margin, level with the line's end there, rather than beside today. */
	margin: boolean;
	/** How far right of the plot its bracket stands. */
	off?: number;
}

/** Pixels from one bracket to the next. */
export const BRACKET_SPACING = 10;

/**
 * Labels where the lines end: at today, and for what lies ahead in the right margin, each beside the panel of its line. None lies on
 * another.
 */
export function drawLineEnds(promised: PlotFrame, window: PlotFrame, model: SpendModel): void {
	const { theme, narrow, margin, split } = model;
	for (const [frame, points, colour, edge] of [
		[promised, model.headline, theme.headline, theme.paper],
		[promised, model.counted, theme.counted, theme.paper],
		[window, model.due, theme.due, theme.green]
	] as const) {
		const y = frame.y(points.at(-1)?.y ?? 0);
		if (points.length > 0 && y >= frame.top)
			drawDot(frame.ctx, frame.x(model.now), y, narrow ? 3.5 : 4.5, colour, edge);
	}
	const above = makePromisedLabels(promised, model);
	const below = [...makeDueLabels(window, model), ...(narrow ? [] : makeMarginLabels(window, model))];
	for (const [frame, ends] of split
		? ([
				[promised, above],
				[window, below]
			] as const)
		: [[window, [...above, ...below]] as const])
		drawColumns(frame, model, ends);
	if (narrow && !margin) drawSumsOnLines(window, model);
}

function drawColumns(frame: PlotFrame, model: SpendModel, at: readonly End[]): void {
	const { narrow, margin } = model;
	const columns = margin ? [at] : [at.filter((end) => !end.margin), at.filter((end) => end.margin)];
	columns.forEach((ends, i) => {
		const brackets = ends.filter((end) => end.bracket).length;
		const inMargin = margin || i === 1;
		const x = inMargin ? frame.right + (narrow ? 8 : 26 + brackets * BRACKET_SPACING) : frame.x(model.now) + 13;
		drawColumn(frame, model, ends, x, inMargin);
	});
}

function makePromisedLabels(frame: PlotFrame, model: SpendModel): End[] {
	const { theme, narrow, split, margin, headlineLeaves } = model;
	const ends: End[] = [];
	const inline = split && !margin;
	const headline = model.headline.at(-1)?.y;
	if (headline !== undefined)
		ends.push({
			y: headlineLeaves ? frame.top : frame.y(headline),
			inline,
			figure: money(headline) + (headlineLeaves ? ' ↑' : ''),
			words: [`announced${narrow ? '' : ' worldwide'}${headlineLeaves && !narrow ? ', above this frame' : ''}`],
			colour: theme.ink3,
			margin: false
		});
	const counted = model.counted.at(-1)?.y;
	if (counted !== undefined)
		ends.push({
			// Clear of its line, whose end the bar stands beside.
			y: frame.y(counted) - (inline ? (narrow ? 9 : 13) : 0),
			inline,
			figure: money(counted),
			words: [narrow ? 'counted' : inline ? 'counted once, and when it falls due' : 'counted, once'],
			colour: theme.counted,
			margin: false
		});
	return sayUntil(ends, model);
}

function makeDueLabels(frame: PlotFrame, model: SpendModel): End[] {
	const { theme, narrow, input } = model;
	const due = model.due.at(-1)?.y;
	if (due === undefined) return [];
	const since = input.projection ? input.projection.window.start : null;
	const january = since === `${input.as_of.slice(0, 4)}-01-01`;
	// The line goes on from here, dotted: its label stands clear of it, under it where there is room above the axis.
	const inline = !narrow && model.future.length > 1;
	const y = frame.y(due);
	const clear = frame.bottom - y >= 24 ? 13 : -15;
	const label: End = {
		y: inline ? y + clear : y,
		inline,
		figure: money(due),
		words: [narrow ? 'due' : since ? `due since ${january ? 'January' : day(since)}` : 'due'],
		colour: theme.green,
		margin: false
	};
	return sayUntil([label], model);
}

/** Where the window ended before the day, the labels say so. */
function sayUntil(ends: End[], { view, input }: SpendModel): End[] {
	if (view.to >= input.as_of) return ends;
	return ends.map((each) => ({ ...each, words: [`${each.words[0]} by ${day(view.to)}`] }));
}

function makeMarginLabels(frame: PlotFrame, model: SpendModel): End[] {
	const { theme, input } = model;
	const ends: End[] = [];
	for (const [target, points] of [
		[input.projection, model.path],
		[input.alternative, model.other]
	] as const) {
		const last = points.at(-1);
		if (!target || !last) continue;
		ends.push({
			y: frame.y(last.y),
			figure: `${money(target.target_usd)}${target.floor ? ' or more' : ''}`,
			words: [
				target === input.alternative ? target.reading : `${target.author}, ${target.reading.replace(/^in /, '')}`
			],
			colour: theme.ink,
			margin: true
		});
	}
	const contracted = model.future.at(-1);
	if (contracted && model.future.length > 1)
		ends.push({
			y: frame.y(contracted.y),
			figure: `${money(contracted.y)} contracted`,
			words: [`by ${describeWindowEnd(model)}`],
			colour: theme.green,
			margin: true
		});
	return model.margin ? ends : [...ends, ...makeRivalLabels(frame, model)];
}

/** Other projections as brackets, the lowest nearest to the plot. One above the frame stands at its edge and says so. */
function makeRivalLabels(frame: PlotFrame, model: SpendModel): End[] {
	const { theme, rivals } = model;
	return rivals.map(({ usd, low_usd, high_usd, floor, reading, author }, i) => {
		const at = (dollars: number) => Math.max(frame.top, frame.y(dollars));
		const above = frame.y(usd) < frame.top;
		return {
			y: at(usd),
			figure: `${low_usd !== null && high_usd !== null ? moneyRange(low_usd, high_usd) : money(usd)}${floor ? ' or more' : ''}${above ? ' ↑' : ''}`,
			words: [`${author}, ${reading.replace(/^in /, '')}`],
			colour: theme.ink2,
			margin: true,
			off: 16 + i * BRACKET_SPACING,
			bracket: { low: at(low_usd ?? usd), high: at(high_usd ?? usd), floor }
		};
	});
}

function drawColumn(frame: PlotFrame, model: SpendModel, ends: readonly End[], x: number, isInMargin: boolean): void {
	const { theme, narrow, split } = model;
	const hasLeaders = isInMargin && !narrow;
	const labels = ends.map(({ margin, off = 0, ...label }) => ({
		...label,
		level: margin && !narrow,
		...(hasLeaders && { leader: margin ? frame.right + off : frame.x(model.now) })
	}));
	drawEndLabels(frame.ctx, theme, labels, {
		x,
		top: frame.top + (isInMargin ? -8 : 4),
		bottom: frame.bottom + 4,
		figureSize: narrow || (isInMargin && !model.margin) ? 14 : split ? 17 : 20,
		wordSize: narrow ? 12 : 13,
		gap: narrow ? { block: 4, inline: 4 } : { block: 10, inline: 2 }
	});
}

/** On a phone the projection's sums stand on its lines, inside the frame. */
function drawSumsOnLines(frame: PlotFrame, model: SpendModel): void {
	const { theme, input } = model;
	const ends = [
		...(input.projection ? [{ points: model.path, usd: input.projection.target_usd, colour: theme.ink }] : []),
		...(input.alternative ? [{ points: model.other, usd: input.alternative.target_usd, colour: theme.ink }] : []),
		...(model.future.length > 1 ? [{ points: model.future, usd: model.future.at(-1)!.y, colour: theme.green }] : [])
	].filter(({ points }) => points.length > 0);
	const ys = spreadLabels(
		ends.map(({ points }) => ({
			// Right-aligned, so above the line's highest point.
			y: frame.y(points.at(-1)!.y) - 10,
			height: 17
		})),
		frame.top,
		frame.bottom
	);
	ends.forEach(({ usd, colour }, i) =>
		drawText(frame.ctx, theme, money(usd), frame.right - 2, ys[i]!, { size: 12, weight: 600, colour, align: 'right' })
	);
}
