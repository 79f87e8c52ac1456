import { drawText } from '../engine/text';
import type { HitArea, Theme } from '../engine/types';
import { drawTriangle } from './shapes';

/** Deals at one place on a line. */
export interface WtfMarker {
	x: number;
	/** Where the triangle's base is. */
	y: number;
	/** 1: scarier, standing on the line; -1: dumber, hanging from it. */
	up: 1 | -1;
	/** Dollars added to the count; at 0 the triangle is hollow. */
	usd: number;
	/** How many deals it stands for; said beside it where there are several. */
	deals: number;
	narrow: boolean;
}

/** A triangle whose area follows the dollars; returns the circle in which the pointer finds it. */
export function drawWtfMarker(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	{ x, y, up, usd, deals, narrow }: WtfMarker
): Omit<HitArea, 'keys'> {
	const r = markerRadius(usd, narrow);
	drawTriangle(ctx, theme, x, y, r, up, up === 1 ? theme.term : theme.idio, usd === 0);
	if (deals > 1) {
		const size = narrow ? 11 : 12;
		drawText(ctx, theme, String(deals), x, y - up * (r * 1.75 + size * 0.62), {
			size,
			weight: 600,
			colour: up === 1 ? theme.termText : theme.idioText,
			align: 'center'
		});
	}
	return { x, y: y - up * r * 0.8, r: r + 2 };
}

/** Area by dollars, within bounds that keep the smallest larger than a bead and the largest from covering its neighbours. */
function markerRadius(usd: number, narrow: boolean): number {
	const r = 4.2 + Math.sqrt(usd / 1e9) * 0.62;
	return narrow ? Math.max(4.2, Math.min(7, r * 0.72)) : Math.max(6, Math.min(11, r));
}
