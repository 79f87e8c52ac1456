import { money } from '$lib/ui/format';
import { drawEndLabels, type EndLabel } from '../../marks/end-labels';
import { describeWindowEnd, type PlotFrame, type SpendModel } from './model';

/** Below this height a bar of three parts says nothing. */
const LEAST_HEIGHT = 44;

/** When what is promised falls due, whole dollars: by today, then within the window, and after it. */
function partsOf({ input, counted, due, future }: SpendModel) {
	const now = input.rows.findLast(({ date }) => date <= input.as_of)?.due_usd ?? 0;
	const total = counted.at(-1)?.y ?? 0;
	const ahead = Math.max(0, (future.at(-1)?.y ?? 0) - (due.at(-1)?.y ?? 0));
	return { now, ahead, later: total - now - ahead };
}

/**
 * Beside the end of the promised line a bar as high as it, parted by when it falls due. Nothing of it was seen paid, so nothing is
 * filled in full; what is still to come is an outline. Not on a log scale, where parts of a bar have no length.
 */
export function drawWhenDue(frame: PlotFrame, model: SpendModel): void {
	const { theme, narrow, log, margin, counted, unsigned, now } = model;
	const { now: due, ahead, later } = partsOf(model);
	const total = counted.at(-1)?.y ?? 0;
	if (log || margin || later < 0 || frame.bottom - frame.y(total) < LEAST_HEIGHT) return;
	const { ctx } = frame;
	const [left, width] = [frame.x(now) + (narrow ? 9 : 18), narrow ? 12 : 22];
	const labels: EndLabel[] = [];
	let from = 0;
	for (const [usd, words, fill, stroke, dash] of [
		[due, 'due so far', theme.due, theme.green, []],
		[ahead, narrow ? `by ${model.view.to.slice(0, 4)}` : `due by ${describeWindowEnd(model)}`, null, theme.green, []],
		[later, unsigned.length > 0 ? 'later, or unsigned' : 'due later', null, theme.ink3, [2, 2]]
	] as const) {
		const [top, bottom] = [frame.y(from + usd), frame.y(from)];
		from += usd;
		if (usd <= 0) continue;
		ctx.save();
		if (fill) {
			ctx.fillStyle = fill;
			ctx.fillRect(left, top, width, bottom - top);
		}
		ctx.setLineDash([...dash]);
		ctx.strokeStyle = stroke;
		ctx.lineWidth = 1.25;
		ctx.strokeRect(left, top + 1, width, Math.max(1, bottom - top - 2));
		ctx.restore();
		labels.push({
			y: (top + bottom) / 2,
			figure: money(usd),
			words: [words],
			colour: stroke === theme.green ? theme.green : theme.ink2,
			inline: true
		});
	}
	drawEndLabels(ctx, theme, labels, {
		x: left + width + (narrow ? 5 : 10),
		top: frame.y(total) + 4,
		bottom: frame.bottom + 4,
		figureSize: narrow ? 12 : 14,
		wordSize: narrow ? 12 : 13,
		gap: { block: 2, inline: 2 }
	});
}
