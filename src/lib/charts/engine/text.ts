import type { Theme } from './types';

/** Text on a canvas, in the family and the colours of the theme. Sizes and widths in CSS pixels. */

export interface TextStyle {
	size?: number;
	weight?: number;
	colour?: string;
	align?: CanvasTextAlign;
	/** The colour of the 5 px halo; null for none. */
	halo?: string | null;
}

/** One line of text, its middle at y. */
export function drawText(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	text: string,
	x: number,
	y: number,
	style: TextStyle = {}
): void {
	const { size = 13, weight = 500, colour = theme.ink2, align = 'left', halo = theme.paper } = style;
	ctx.save();
	ctx.font = `${weight} ${size}px ${theme.font}`;
	ctx.textAlign = align;
	ctx.textBaseline = 'middle';
	if (halo) {
		ctx.lineJoin = 'round';
		ctx.strokeStyle = halo;
		ctx.lineWidth = 5;
		ctx.strokeText(text, x, y);
	}
	ctx.fillStyle = colour;
	ctx.fillText(text, x, y);
	ctx.restore();
}

/** The width of a line of text as `write` sets it. */
export function textWidth(ctx: CanvasRenderingContext2D, theme: Theme, text: string, size = 13, weight = 500): number {
	ctx.save();
	ctx.font = `${weight} ${size}px ${theme.font}`;
	const { width } = ctx.measureText(text);
	ctx.restore();
	return width;
}

/** A text cut to a width, with an ellipsis where something is left out; at least one character stays. */
export function shortenToWidth(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	text: string,
	room: number,
	weight: number
): string {
	let shown = text;
	for (let n = text.length; n > 1 && textWidth(ctx, theme, shown, 13, weight) > room; n--)
		shown = `${text.slice(0, n - 1).trimEnd()}…`;
	return shown;
}

/**
 * Lines that are no wider than `width`: broken at blanks, and where a word alone is too wide (an address), before `?`, `&` or
 * `/`, or else anywhere. Nothing is left out.
 */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const longer = line ? `${line} ${word}` : word;
		if (measure(longer) <= width) {
			line = longer;
			continue;
		}
		if (line) lines.push(line);
		line = '';
		for (const part of word.split(/(?=[?&/])/)) {
			for (const piece of measure(part) <= width ? [part] : [...part]) {
				if (line && measure(line + piece) > width) {
					lines.push(line);
					line = '';
				}
				line += piece;
			}
		}
	}
	if (line) lines.push(line);
	return lines;
}
