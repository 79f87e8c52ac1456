import type { WtfLabel } from '$lib/records/vocabularies';
import type { Box } from '../engine/types';
import type { Theme } from '../engine/types';
import { drawText, textWidth } from '../engine/text';
import type { DrawingStyle } from '../engine/types';
import { drawDot, drawTriangle } from '../marks/shapes';

/** How the deals are read, as a picture that travels: one bar, parted by label. */

type Ink = CanvasRenderingContext2D;

/** The deals of one label. */
export interface Share {
	label: WtfLabel;
	name: string;
	deals: number;
}

const BAR = 88;
const GAP = 2;

/** How tall the picture of the shares is, in pixels. */
export const SHARES_HEIGHT = BAR + 64;

/** The bar from margin to margin; under it each label with its mark and its number. */
export function paintShares(ctx: Ink, box: Box, { theme, display }: DrawingStyle, shares: readonly Share[]): void {
	const all = shares.reduce((sum, { deals }) => sum + deals, 0);
	const room = box.width - GAP * (shares.length - 1);
	const face = { ...theme, font: display };
	let [left, words] = [box.x, box.x];
	for (const { label, name, deals } of shares) {
		const width = (deals / all) * room;
		paintPart(ctx, theme, label, left, box.y, width);
		left += width + GAP;
		const y = box.y + BAR + 34;
		paintMark(ctx, theme, label, words + 7, y);
		const [number, of] = [textWidth(ctx, face, String(deals), 28, 500), textWidth(ctx, theme, name, 16)];
		drawText(ctx, face, String(deals), words + 24, y, { size: 28, weight: 500, colour: theme.ink });
		drawText(ctx, theme, name, words + 24 + number + 9, y + 3, { size: 16, colour: theme.ink });
		words += 24 + number + 9 + of + 36;
	}
}

function paintPart(ctx: Ink, theme: Theme, label: WtfLabel, x: number, y: number, width: number): void {
	if (label === 'NEUTRAL') {
		ctx.strokeStyle = theme.neutral;
		ctx.lineWidth = 1.5;
		ctx.strokeRect(x + 0.75, y + 0.75, width - 1.5, BAR - 1.5);
		return;
	}
	ctx.fillStyle = label === 'IDIOCRACY' ? theme.idio : theme.term;
	ctx.fillRect(x, y, width, label === 'WTF' ? BAR / 2 : BAR);
	if (label !== 'WTF') return;
	ctx.fillStyle = theme.idio;
	ctx.fillRect(x, y + BAR / 2, width, BAR / 2);
}

/** The same marks as on a page: which way one points is the first cue. */
function paintMark(ctx: Ink, theme: Theme, label: WtfLabel, x: number, y: number): void {
	if (label === 'TERMINATOR') drawTriangle(ctx, theme, x, y + 6, 7, 1, theme.term, false);
	else if (label === 'IDIOCRACY') drawTriangle(ctx, theme, x, y - 6, 7, -1, theme.idio, false);
	else if (label === 'WTF') {
		drawTriangle(ctx, theme, x, y - 1, 6, 1, theme.term, false);
		drawTriangle(ctx, theme, x, y + 1, 6, -1, theme.idio, false);
	} else drawDot(ctx, x, y, 5, theme.paper, theme.neutral, 2);
}
