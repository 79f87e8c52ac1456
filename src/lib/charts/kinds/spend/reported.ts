import { dayFromNumber } from '$lib/records/day';
import { day, money } from '$lib/ui/format';
import { drawText, textWidth } from '../../engine/text';
import { drawDot } from '../../marks/shapes';
import type { PlotFrame, SpendModel } from './model';

/** A dot for each quarter that all companies have reported, and at the last one how much it is and up to which day. */
export function drawReported(frame: PlotFrame, model: SpendModel): void {
	const { theme, narrow, reported } = model;
	const last = reported.at(-1);
	if (!last || reported.length < 2) return;
	const { ctx } = frame;
	for (const { x, y } of reported.slice(1))
		drawDot(ctx, frame.x(x), frame.y(y), narrow ? 3 : 4, theme.green, theme.paper);
	const [x, y] = [frame.x(last.x), frame.y(last.y)];
	const figure = { size: narrow ? 14 : 20, weight: 700, colour: theme.green };
	const words = { size: narrow ? 12 : 13, colour: theme.green };
	const said = narrow ? 'reported' : `reported, world, to ${day(dayFromNumber(last.x))}`;
	const first = textWidth(ctx, theme, money(last.y), figure.size, figure.weight) + 6;
	const wide = first + textWidth(ctx, theme, said, words.size);
	// Over the end of its line, which rises to it from the left; no further right than today, whose line nothing crosses.
	const left = Math.max(frame.left + 4, Math.min(x - wide / 2, frame.x(model.now) - wide - 8));
	const middle = Math.max(frame.top + figure.size / 2, y - figure.size / 2 - 10);
	drawText(ctx, theme, money(last.y), left, middle, figure);
	drawText(ctx, theme, said, left + first, middle + (figure.size - words.size) / 3, words);
}
