import { windowYears } from '$lib/ledger/window';
import { drawText, textWidth } from '../../engine/text';
import type { PlotFrame, SpendModel } from './model';

/** Above each panel what it shows: of promises every year, of the rest the window alone. */
export function drawPanelTitles(promised: PlotFrame, window: PlotFrame, model: SpendModel): void {
	const { theme, narrow, input } = model;
	if (!input.projection) return;
	const years = windowYears(input.projection.window);
	const size = narrow ? 12 : 13;
	for (const [frame, title, words] of [
		[promised, 'Promised', 'all years, counted once'],
		[window, 'Due and reported', narrow ? `in ${years}` : `in ${years} alone, against the projection`]
	] as const) {
		const y = frame.top - 16;
		drawText(frame.ctx, theme, title, 0, y, { size, weight: 700, colour: theme.ink });
		const after = textWidth(frame.ctx, theme, title, size, 700) + 6;
		const taken = frame === promised ? frame.x(model.now) - 64 : frame.right;
		if (after + textWidth(frame.ctx, theme, words, size) < taken) drawText(frame.ctx, theme, words, after, y, { size });
	}
}
