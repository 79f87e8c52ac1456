import { dayNumber } from '$lib/records/day';
import { day, money } from '$lib/ui/format';
import { spreadLabels } from '../../engine/layout';
import { drawLine } from '../../engine/lines';
import { drawText, textWidth } from '../../engine/text';
import { addedUsd, markerLine, type PlotFrame, type SpendModel } from './model';

/** What made the line rise most, three at most, named left of its step, where the chart is wide enough for it. */
export function drawStepNames(frame: PlotFrame, model: SpendModel): void {
	if (model.size.width < 820 || model.view.basis === 'due') return;
	const { theme, input } = model;
	const offered =
		input.named ?? model.deals.map((deal) => ({ date: deal.step ?? deal.date, text: deal.title, usd: addedUsd(deal) }));
	const named = offered
		.filter(({ usd }) => usd > 0)
		.map(({ date, text: title, usd }) => {
			const at = dayNumber(date);
			const { before, after } = markerLine(model, at);
			const step = { low: frame.y(before), high: frame.y(after) };
			const [name, added] = [shortenTitle(title), `+${money(usd)}, ${day(date).replace(/ \d{4}$/, '')}`];
			// Beside a step that two lines would not fit, one.
			const text = step.low - step.high > 40 ? [name, added] : [`${name}: ${added}`];
			return {
				at,
				x: frame.x(at),
				text,
				usd,
				step,
				own: usd >= (after - before) / 2,
				width: Math.max(...text.map((each) => textWidth(frame.ctx, theme, each)))
			};
		})
		// Of what happened on one day the step is the largest one's.
		.filter(({ own, at }) => own && at >= model.from && at <= model.now)
		.filter(({ x, width, step }) => x - width - 12 > frame.left && step.high > frame.top && step.low - step.high > 14)
		.filter(({ at, step }) => !isOvershadowed(frame, model, at, step))
		.sort((a, b) => b.usd - a.usd)
		.slice(0, 3);
	// Beside a tall step at half its height; above a low one, on a stem.
	const ys = spreadLabels(
		named.map(({ step, text }) => ({
			y: isTall(step) ? (step.low + step.high) / 2 : step.high - 36 - text.length * LINE,
			height: 4 + text.length * LINE
		})),
		frame.top + 8,
		frame.bottom
	);
	named.forEach(({ x, text, step }, i) => {
		const y = ys[i]!;
		const half = (text.length * LINE) / 2;
		const beside = y > step.high + 4 && y < step.low - 4;
		if (!beside && y > step.high - 16 - half) return;
		if (!beside) drawLine(frame.ctx, [x, y + half + 1], [x, step.high - 20], theme.ruleStrong);
		text.forEach((each, n) =>
			drawText(frame.ctx, theme, each, beside ? x - 9 : x + 3, y - half + (n + 0.5) * LINE, {
				align: 'right',
				colour: theme.ink2
			})
		);
	});
}

/** True where the line rises on by more than the step itself close behind it: a name there would be read as that step's. */
function isOvershadowed(frame: PlotFrame, model: SpendModel, at: number, step: { low: number; high: number }): boolean {
	const days = (18 * (model.to - model.from)) / Math.max(1, frame.right - frame.left);
	const soon = frame.y(markerLine(model, Math.min(model.now, at + days)).after);
	return step.high - soon > step.low - step.high;
}

const isTall = (step: { low: number; high: number }) => step.low - step.high > 24;

/** A title up to a comma or colon past its first words, cut at a word where it is still long; a short title stays as it is. */
function shortenTitle(title: string, most = 28): string {
	if (title.length <= most) return title;
	const stop = title.slice(18).search(/[,:(]/);
	const head = (stop < 0 ? title : title.slice(0, 18 + stop)).trim();
	if (head.length <= most) return head;
	const cut = head.slice(0, most);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 12))}…`;
}

/** Height of a line of a name. */
const LINE = 16;

/** What the curve already held when the window opened, in the ledger's words. */
export function drawBroughtForward(frame: PlotFrame, model: SpendModel): void {
	const first = model.counted[0];
	if (!first || first.y <= 0 || model.size.width < 820 || model.log) return;
	const text = `${money(first.y)} brought forward`;
	const [x, y] = [frame.left + 4, frame.y(first.y) + 20];
	const width = textWidth(frame.ctx, model.theme, text);
	const taken = model.hitAreas.some((area) => area.x < x + width && Math.abs(area.y - y) < 12 + area.r);
	if (y > frame.bottom - 20 || taken) return;
	drawText(frame.ctx, model.theme, text, x, y, { colour: model.theme.ink3 });
}
