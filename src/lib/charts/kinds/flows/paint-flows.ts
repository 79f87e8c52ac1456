import type { FlowKind } from '$lib/features/flows/answer';
import { RING_SIZE, type Ring } from './ring';
import { NODE_WIDTH, type Sankey } from './sankey';
import { readTokens, readDrawingStyle } from '../../engine/theme';
import type { Box, Theme } from '../../engine/types';
import { drawText, textWidth } from '../../engine/text';
import type { DrawingStyle } from '../../engine/types';
import { drawDot } from '../../marks/shapes';

/** The drawings of flows on a canvas, for pictures that travel: the same shapes, names and colours as on their page. */

/** What a drawing of flows is painted with. */
export interface FlowStyle {
	theme: Theme;
	colours: Record<FlowKind, string>;
	/** What each colour stands for, in order. */
	key: readonly { kind: FlowKind; text: string }[];
}

type Ink = CanvasRenderingContext2D;

const TOKENS: Record<FlowKind, string> = {
	debt: '--f-debt',
	equity: '--f-equity',
	cloud: '--f-cloud',
	chips: '--f-chips'
};

/** Reads what a drawing is painted with, at an element of it. */
export function readFlowStyle(at: HTMLElement, key: FlowStyle['key']): FlowStyle & DrawingStyle {
	return { ...readDrawingStyle(at), colours: readTokens(at, TOKENS), key };
}

const KEY_HEIGHT = 30;
const HEADS = 26;
/** Room for the names beside the outer columns. */
const SIDE = 132;
const OPACITY = 0.36;

/** How tall the picture of a Sankey is, in pixels. */
export function sankeyHeight(drawing: Sankey): number {
	return KEY_HEIGHT + HEADS + drawing.height;
}

/** A Sankey with its key, from margin to margin; `name` and `amount` write what stands at a node. */
export function paintSankey(
	ctx: Ink,
	box: Box,
	drawing: Sankey<FlowKind>,
	ink: FlowStyle,
	name: (slug: string) => string,
	amount: (usd: number) => string
): void {
	const { theme } = ink;
	paintKey(ctx, box, ink);
	const [left, top] = [box.x + SIDE, box.y + KEY_HEIGHT + HEADS];
	const across = (box.width - 2 * SIDE) / 1000;
	const last = drawing.columns.length - 1;
	drawing.columns.forEach(({ title, x }, i) => {
		const at = left + x * across + (i === 0 ? -8 : i === last ? NODE_WIDTH * across + 8 : 0);
		drawText(ctx, theme, title, at, top - HEADS / 2, { colour: theme.ink3, align: i === 0 ? 'right' : 'left' });
	});
	ctx.save();
	ctx.translate(left, top);
	ctx.scale(across, 1);
	for (const band of drawing.bands) {
		if (band.unsigned) {
			ctx.globalAlpha = 1;
			ctx.setLineDash([4, 3]);
			ctx.strokeStyle = ink.colours[band.kind];
			ctx.stroke(new Path2D(band.path));
			continue;
		}
		ctx.globalAlpha = OPACITY;
		ctx.fillStyle = ink.colours[band.kind];
		ctx.fill(new Path2D(band.path));
	}
	ctx.globalAlpha = 1;
	ctx.fillStyle = theme.ink;
	for (const node of drawing.nodes)
		ctx.fillRect(drawing.columns[node.column]?.x ?? 0, node.top, NODE_WIDTH, node.height);
	ctx.restore();
	for (const node of drawing.nodes) {
		const x = left + (drawing.columns[node.column]?.x ?? 0) * across;
		const middle = top + node.top + node.height / 2;
		const [text, usd] = [name(node.slug), amount(node.amount_usd)];
		const bold = { weight: 600, colour: theme.ink };
		if (node.column === 0 || node.column === last) {
			const align = node.column === 0 ? 'right' : 'left';
			const at = node.column === 0 ? x - 8 : x + NODE_WIDTH * across + 8;
			drawText(ctx, theme, text, at, middle - 8, { ...bold, align });
			drawText(ctx, theme, usd, at, middle + 8, { align });
		} else {
			drawText(ctx, theme, text, x, top + node.top - 11, bold);
			drawText(ctx, theme, usd, x + textWidth(ctx, theme, text, 13, 600) + 4, top + node.top - 11);
		}
	}
}

/** A ring of organisations with its key; beside it, line by line, what goes round. */
export function paintRing(
	ctx: Ink,
	box: Box,
	drawing: Ring<FlowKind>,
	ink: FlowStyle,
	name: (slug: string) => string,
	rings: readonly { big: string; words: string }[]
): void {
	const { theme } = ink;
	paintKey(ctx, box, ink);
	const side = box.height - KEY_HEIGHT;
	ctx.save();
	ctx.translate(box.x + 40, box.y + KEY_HEIGHT);
	// The circle leaves a tenth of the square's height free above and below.
	ctx.scale(side / (RING_SIZE * 0.82), side / (RING_SIZE * 0.82));
	ctx.translate(0, -RING_SIZE * 0.09);
	for (const arrow of drawing.arrows) {
		ctx.strokeStyle = ctx.fillStyle = ink.colours[arrow.kind];
		ctx.lineWidth = arrow.width;
		ctx.globalAlpha = 0.85;
		ctx.stroke(new Path2D(arrow.path));
		ctx.globalAlpha = 1;
		ctx.fill(new Path2D(arrow.head));
	}
	for (const node of drawing.nodes) {
		drawDot(ctx, node.x, node.y, 6, theme.ink, theme.paper);
		const align = { start: 'left', middle: 'center', end: 'right' } as const;
		drawText(ctx, theme, name(node.slug), node.label.x, node.label.y - 5, {
			size: 15,
			weight: 600,
			colour: theme.ink,
			align: align[node.label.anchor]
		});
	}
	ctx.restore();
	const left = box.x + 40 + side * 1.22 + 96;
	const step = Math.min(46, (box.height - KEY_HEIGHT) / Math.max(1, rings.length));
	rings.slice(0, Math.floor((box.height - KEY_HEIGHT) / step)).forEach(({ big, words }, i) => {
		const y = box.y + KEY_HEIGHT + (i + 0.5) * step;
		drawText(ctx, theme, big, left, y - 8, { size: 15, weight: 700, colour: theme.ink });
		drawText(ctx, theme, words, left, y + 9, {});
	});
}

function paintKey(ctx: Ink, box: Box, { theme, colours, key }: FlowStyle): void {
	let x = box.x;
	for (const { kind, text } of key) {
		ctx.fillStyle = colours[kind];
		ctx.fillRect(x, box.y + 3, 18, 10);
		drawText(ctx, theme, text, x + 26, box.y + 8, { colour: theme.ink });
		x += 26 + textWidth(ctx, theme, text) + 28;
	}
}
