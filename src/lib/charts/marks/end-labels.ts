import { spreadLabels } from '../engine/layout';
import { drawLine } from '../engine/lines';
import { drawText, textWidth } from '../engine/text';
import type { Theme } from '../engine/types';
import { drawBracket, type RangeBracket } from './brackets';

/** A label at a line's end: the figure first and bold, then a few words. */
export interface EndLabel {
	/** Where the line ends, in pixels from the top. */
	y: number;
	figure: string;
	words: string[];
	colour: string;
	/** The words stand beside the figure, where there is room for one line of text only. */
	inline?: boolean;
	/** The figure stands level with the line's end, rather than the middle of the whole label. */
	level?: boolean;
	/** A stroke leads to the label from here, in pixels from the left. */
	leader?: number;
	/** Drawn at the beginning of the stroke. */
	bracket?: RangeBracket;
}

/** A column of labels, in pixels. */
export interface LabelColumn {
	/** Where the text begins. */
	x: number;
	top: number;
	bottom: number;
	figureSize: number;
	wordSize: number;
	/** Least distance between two labels; `inline`: after one of a single line. */
	gap: { block: number; inline: number };
}

/** Labels below one another, none on another, each as near to its line's end as that allows. */
export function drawEndLabels(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	labels: readonly EndLabel[],
	{ x, top, bottom, figureSize, wordSize, gap }: LabelColumn
): void {
	const heights = labels.map(
		({ inline, words }) => figureSize + (inline ? 0 : words.length * (wordSize + 3)) + (inline ? gap.inline : gap.block)
	);
	const ys = spreadLabels(
		labels.map(({ y, level }, i) => ({
			y: level ? y + heights[i]! / 2 - figureSize / 2 - 2 : y,
			height: heights[i]!
		})),
		top,
		bottom
	);
	labels.forEach((label, i) => {
		const { figure, words, colour, leader, bracket } = label;
		const y = ys[i]! - heights[i]! / 2 + figureSize / 2 + 2;
		if (leader !== undefined) {
			if (bracket) drawBracket(ctx, leader, bracket, theme.ink3);
			const [stroke, width] = bracket ? [theme.ruleStrong, 1] : [colour, 1.25];
			drawLine(ctx, [leader + (bracket ? 6 : 3), label.y], [x - 15, label.y], stroke, width);
			drawLine(ctx, [x - 15, label.y], [x - 6, y], stroke, width);
		}
		drawText(ctx, theme, figure, x, y, { size: figureSize, weight: 700, colour });
		if (label.inline) {
			const after = x + textWidth(ctx, theme, figure, figureSize, 700) + 6;
			drawText(ctx, theme, words.join(', '), after, y + 2, { size: wordSize, colour });
			return;
		}
		words.forEach((line, n) =>
			drawText(ctx, theme, line, x, y + figureSize / 2 + 4 + wordSize / 2 + n * (wordSize + 3), {
				size: wordSize,
				colour: colour === theme.ink3 ? theme.ink2 : n > 0 ? theme.ink3 : colour
			})
		);
	});
}
