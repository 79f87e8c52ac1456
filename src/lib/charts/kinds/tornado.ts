import { NARROW, baseOptions, UNLABELLED } from '../engine/scales';
import type { ChartSpec, Size, HitArea, Theme } from '../engine/types';
import { drawLine } from '../engine/lines';
import { drawText, textWidth, wrapText } from '../engine/text';

/** One thing made otherwise, and what that does to a result. */
export interface TornadoBar {
	key: string;
	name: string;
	/** In the unit of the result; only its share of the largest is drawn. */
	change: number;
	/** The change and the result then, as they are written. */
	text: string;
	then: string;
	href?: string;
}

export interface TornadoInput {
	/** The result as asked, as it is written. */
	asked: string;
	/** Bars of one sort under a name, the largest first. All of them share one scale. */
	groups: readonly { title: string; bars: readonly TornadoBar[] }[];
}

/** A row that stands lower than this has room for one line of its name. */
const TWO_LINES = 32;
const HEAD = 30;

/** So much of a text as fits into some lines of about equal length, with an ellipsis where words are left out. */
function fitLines(text: string, width: number, lines: number, measure: (text: string) => number): string[] {
	const all = wrapText(text, width, measure);
	if (all.length <= lines) {
		for (let less = width / 2; all.length > 1 && less < width; less += 8) {
			const even = wrapText(text, less, measure);
			if (even.length <= all.length) return even;
		}
		return all;
	}
	const words = all
		.slice(lines - 1)
		.join(' ')
		.split(' ');
	while (words.length > 1 && measure(`${words.join(' ')}…`) > width) words.pop();
	return [...all.slice(0, lines - 1), `${words.join(' ').replace(/[,:;]$/, '')}…`];
}

/** What moves a result most: bars from the result as asked, outlined to the left what lowers it, filled to the right what raises it. */
export function buildTornadoChart({ asked, groups }: TornadoInput, size: Size, theme: Theme): ChartSpec {
	const narrow = size.width < NARROW;
	const text = narrow ? 12 : 13;
	const bars = groups.flatMap((group) => group.bars);
	const [low, high] = [Math.min(0, ...bars.map((bar) => bar.change)), Math.max(0, ...bars.map((bar) => bar.change))];
	const rows = groups.length + bars.length;
	const hitAreas: HitArea[] = [];
	return {
		data: { datasets: [] },
		options: {
			...baseOptions({ top: 0, right: 0 }),
			// Its rows are places on the canvas: no axis says anything.
			scales: { x: UNLABELLED, y: UNLABELLED }
		},
		over({ ctx, width, height }) {
			const measure = (words: string) => textWidth(ctx, theme, words, text);
			const row = (height - HEAD) / Math.max(1, rows);
			// Names stand beside their bars, or over them where both would be cramped.
			const names = narrow ? 0 : Math.min(width * 0.42, 420);
			const side = (of: typeof bars) =>
				Math.max(0, ...of.map((bar) => textWidth(ctx, theme, bar.text, text, 600))) + 12;
			const lowers = low < 0 ? side(bars.filter((bar) => bar.change < 0)) : 0;
			const left = names + (names > 0 ? 12 : 0) + lowers;
			const right = width - side(bars.filter((bar) => bar.change >= 0));
			const scale = (right - left) / Math.max(high - low, Number.MIN_VALUE);
			const zero = left - low * scale;
			hitAreas.length = 0;
			drawLine(ctx, [zero, HEAD - 6], [zero, narrow ? HEAD + row / 3 : height], theme.ink, 1.25);
			const middle = textWidth(ctx, theme, asked, text + 1, 700) / 2 + 2;
			drawText(ctx, theme, asked, Math.max(middle, Math.min(width - middle, zero)), 12, {
				size: text + 1,
				weight: 700,
				colour: theme.ink,
				align: 'center'
			});
			let top = HEAD;
			for (const group of groups) {
				drawLine(ctx, [0, top + row - 4], [width, top + row - 4], theme.rule);
				drawText(ctx, theme, group.title, 0, top + row - 14, { size: text, weight: 600, colour: theme.ink });
				top += row;
				for (const bar of group.bars) {
					drawBar(bar, top);
					top += row;
				}
			}

			function drawBar(bar: TornadoBar, from: number) {
				const end = zero + bar.change * scale;
				const thick = Math.min(14, row * (narrow ? 0.36 : 0.56));
				const y = narrow ? from + row - thick / 2 - 3 : from + row / 2;
				const [x, long] = [Math.min(zero, end), Math.max(1.5, Math.abs(end - zero))];
				if (bar.change >= 0) {
					ctx.fillStyle = theme.ink;
					ctx.fillRect(x, y - thick / 2, long, thick);
				} else {
					ctx.fillStyle = theme.paper;
					ctx.fillRect(zero - long, y - thick / 2, long, thick);
					ctx.strokeStyle = theme.ink;
					ctx.lineWidth = 1.25;
					ctx.strokeRect(zero - long + 0.6, y - thick / 2 + 0.6, Math.max(0.4, long - 1.2), thick - 1.2);
				}
				// Where names stand over the bars, zero is not drawn through them.
				if (narrow) drawLine(ctx, [zero, y - thick / 2 - 3], [zero, y + thick / 2 + 3], theme.ink, 1.25);
				drawText(ctx, theme, bar.text, end + (bar.change < 0 ? -6 : 6), y, {
					size: text,
					weight: 600,
					colour: theme.ink,
					align: bar.change < 0 ? 'right' : 'left'
				});
				const lines = fitLines(bar.name, narrow ? width - 4 : names, !narrow && row >= TWO_LINES ? 2 : 1, measure);
				const first = narrow ? y - thick / 2 - 10 : y - ((lines.length - 1) * (text + 2)) / 2;
				lines.forEach((words, i) =>
					drawText(ctx, theme, words, 0, first + i * (text + 2), { size: text, colour: theme.ink2 })
				);
				const box = { x: 4, y: from + 4, width: width - 8, height: row - 8 };
				hitAreas.push({ x: end, y, r: 6, keys: [bar.key], box });
			}
		},
		stops: bars.map(({ key, name, text: change, then, href }) => ({
			key,
			text: `${name}: ${change}, then ${then}.`,
			...(href !== undefined && { href })
		})),
		hitAreas: () => hitAreas,
		summary: `Bar chart of what moves ${asked} most.`
	};
}
