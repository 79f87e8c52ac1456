import { dayNumber } from '$lib/records/day';
import { placeInSlots } from '../../engine/layout';
import { dealDay, type PlotFrame, type SpendModel } from './model';
import { drawLine } from '../../engine/lines';
import { drawText, textWidth } from '../../engine/text';
import { drawIndexLine, drawScoreColumns } from '../../marks/score-strip';

/**
 * The strip under the curve: one column a deal, one bar a point of its score, scarier above and dumber below. The trailing index
 * runs through it as two lines, one a pole, broken where there is no reading.
 */
export function drawStrip(frame: PlotFrame, model: SpendModel): void {
	const { ctx, left, right, strip } = frame;
	const { theme, narrow } = model;
	const now = frame.x(model.now);
	drawLine(ctx, [left, strip.middle], [now, strip.middle], theme.ink);
	if (now < right) drawLine(ctx, [now, strip.middle], [right, strip.middle], theme.ruleStrong, 1, [2, 3]);

	const scored = scoreColumns(model);
	const { xs, slot } = placeInSlots(
		scored.map(({ day }) => frame.x(day)),
		left + 1,
		Math.max(left + 2, now - 3),
		narrow ? 4 : 8.5
	);
	// A bar is one point at any height, so the highest score, at least five, fills the strip.
	const highest = scored.reduce((most, deal) => Math.max(most, deal.terminator, deal.idiocracy), 5);
	const unit = (strip.bottom - strip.top) / 2 / (highest + 0.8);
	drawIndex(frame, model, unit);
	drawScoreColumns(
		ctx,
		theme,
		scored.map(({ terminator, idiocracy }, i) => ({ x: xs[i]!, terminator, idiocracy })),
		{ middle: strip.middle, unit, slot, narrow }
	);
	scored.forEach(({ keys }, i) => model.hitAreas.push({ x: xs[i]!, y: strip.middle, r: slot / 2 + 1, keys }));
	drawStripText(frame, model, now);
}

interface Scored {
	day: number;
	terminator: number;
	idiocracy: number;
	keys: string[];
}

/** A column a deal; where there is no room for that, one a week with the highest of its scores at each pole. */
function scoreColumns({ deals, narrow }: SpendModel): Scored[] {
	const single = deals.flatMap((deal): Scored[] =>
		deal.terminator === null || deal.idiocracy === null
			? []
			: [{ day: dealDay(deal), terminator: deal.terminator, idiocracy: deal.idiocracy, keys: [deal.slug] }]
	);
	if (!narrow) return single;
	const weeks: Scored[] = [];
	for (const { day, terminator, idiocracy, keys } of single) {
		const last = weeks.at(-1);
		const week = Math.floor(day / 7) * 7;
		if (last?.day === week) {
			last.terminator = Math.max(last.terminator, terminator);
			last.idiocracy = Math.max(last.idiocracy, idiocracy);
			last.keys.push(...keys);
		} else weeks.push({ day: week, terminator, idiocracy, keys: [...keys] });
	}
	return weeks;
}

function drawIndex(frame: PlotFrame, model: SpendModel, unit: number): void {
	const { ctx, strip } = frame;
	const points = model.input.index.filter((point) => {
		const day = dayNumber(point.date);
		return day >= model.from && day <= model.now;
	});
	for (const [pole, up] of [
		['terminator', 1],
		['idiocracy', -1]
	] as const) {
		const runs: [number, number][][] = [[]];
		for (const point of points) {
			const value = point[pole];
			if (value === null) runs.push([]);
			else runs.at(-1)!.push([frame.x(dayNumber(point.date)), strip.middle - up * (2 + value * unit)]);
		}
		for (const run of runs.filter((each) => each.length > 1)) drawIndexLine(ctx, model.theme, run);
	}
}

function drawStripText(frame: PlotFrame, model: SpendModel, now: number): void {
	const { ctx, left, right, strip } = frame;
	const { theme, narrow } = model;
	const pole = { size: narrow ? 12 : 13, weight: 600, halo: null };
	if (!narrow) {
		drawText(ctx, theme, 'scarier', left - 12, strip.top + 12, { ...pole, colour: theme.termText, align: 'right' });
		drawText(ctx, theme, 'WTF', left - 12, strip.middle, { ...pole, weight: 700, colour: theme.ink, align: 'right' });
		drawText(ctx, theme, 'dumber', left - 12, strip.bottom - 11, { ...pole, colour: theme.idioText, align: 'right' });
	}
	const room = right - now - 24;
	if (narrow && room > 60) {
		drawText(ctx, theme, '▲ scarier', now + 8, strip.top + 12, { ...pole, colour: theme.termText });
		drawText(ctx, theme, '▼ dumber', now + 8, strip.bottom - 11, { ...pole, colour: theme.idioText });
		drawText(ctx, theme, 'highest of a week', now + 8, strip.middle, { size: 12, halo: theme.paper2 });
	}
	const says = 'One column a deal, one bar a point, 0 to 10.';
	if (narrow || room < textWidth(ctx, theme, says)) return;
	drawText(ctx, theme, says, now + 16, strip.top + 14, { halo: null });
	drawText(ctx, theme, 'Lines: the trailing index of each pole.', now + 16, strip.top + 32, { halo: null });
	drawText(ctx, theme, 'Nothing to score until it is announced.', now + 16, strip.bottom - 14, {
		halo: null,
		colour: theme.ink3
	});
}
