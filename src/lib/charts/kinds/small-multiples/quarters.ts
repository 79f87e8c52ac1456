import { dayNumber, type Day } from '$lib/records/day';
import { linearTicks } from '../../engine/axis';
import { money, quarter } from '$lib/ui/format';
import { drawEndsUnder, drawPanel, gutterOf, panelOptions } from './frame';
import { layoutPanels, QUARTER_ROW, type Panel } from './grid';
import type { ChartSpec, Size, HitArea, Theme } from '../../engine/types';
import { drawLine } from '../../engine/lines';
import { drawText, textWidth } from '../../engine/text';

/** What was spent in each quarter, whole dollars, company by company. */
export interface QuartersInput {
	panels: readonly QuarterPanel[];
}

export interface QuarterPanel {
	key: string;
	name: string;
	/** In the order of time. */
	quarters: readonly { start: Day; end: Day; usd: number }[];
}

/** The key of a bar: that of its panel, a space and the quarter's last day. */
export const barKey = (panel: string, end: Day): string => `${panel} ${end}`;

/** A panel a company, a bar a quarter; all share both scales, so that a height and a place mean the same everywhere. */
export function buildQuartersChart({ panels }: QuartersInput, size: Size, theme: Theme): ChartSpec {
	const all = panels.flatMap((panel) => panel.quarters);
	const from = Math.min(...all.map(({ start }) => dayNumber(start)));
	const to = Math.max(...all.map(({ end }) => dayNumber(end) + 1));
	const most = Math.max(1, ...all.map(({ usd }) => usd));
	const ticks = linearTicks(most, 3).filter(({ value }) => value > 0 && value <= most);
	const boxes = layoutPanels(panels.length, size, QUARTER_ROW, gutterOf(size));
	const hitAreas: HitArea[] = [];
	return {
		data: { datasets: [] },
		options: panelOptions(),
		over({ ctx }) {
			hitAreas.length = 0;
			panels.forEach((panel, i) => drawBars(ctx, panel, boxes[i]!));
		},
		stops: panels.flatMap(({ key, name, quarters }) =>
			quarters.map(({ end, usd }) => ({ key: barKey(key, end), text: `${name}, ${quarter(end)}: ${money(usd)}.` }))
		),
		hitAreas: () => hitAreas,
		summary: `Bar charts of quarters on one scale, at most ${money(most)}. ${panels
			.flatMap(({ name, quarters }) => {
				const last = quarters.at(-1);
				return last ? [`${name} ${money(last.usd)} in ${quarter(last.end)}`] : [];
			})
			.join(', ')}.`
	};

	function drawBars(ctx: CanvasRenderingContext2D, { key, name, quarters }: QuarterPanel, box: Panel) {
		// The ring round the latest bar has room before the canvas ends.
		const x = (at: number) => box.left + ((at - from) / (to - from)) * (box.right - box.left - 5);
		const y = (usd: number) => box.bottom - (Math.max(0, usd) / most) * (box.bottom - box.top);
		drawPanel(ctx, theme, box, { name, ticks, y });
		ctx.fillStyle = theme.green;
		const bars = quarters.map(({ start, end, usd }) => {
			const [left, right] = [x(dayNumber(start)), x(dayNumber(end) + 1)];
			const air = Math.min(4, (right - left) * 0.12);
			return { key: barKey(key, end), left: left + air, right: right - air, top: y(usd) };
		});
		for (const { key: bar, left, right, top } of bars) {
			ctx.fillRect(left, top, right - left, box.bottom - top);
			const around = { x: left - 1, y: top, width: right - left + 2, height: box.bottom - top };
			hitAreas.push({ x: (left + right) / 2, y: top, r: Math.min(6, (right - left) / 2), keys: [bar], box: around });
		}
		drawLine(ctx, [box.left, box.bottom], [box.right, box.bottom], theme.ink);
		const [first, last] = [bars[0], bars.at(-1)];
		if (!first || !last) return;
		const sum = money(quarters.at(-1)!.usd);
		const wide = textWidth(ctx, theme, sum, 13, 700);
		const edge = Math.max(last.right, box.left + wide);
		// Clear of the bars before it, where one of them is taller.
		const above = Math.min(...bars.filter((bar) => bar.right > edge - wide - 3).map((bar) => bar.top));
		drawText(ctx, theme, sum, edge, above - 10, { weight: 700, colour: theme.green, align: 'right' });
		drawEndsUnder(
			ctx,
			theme,
			box,
			{ text: quarter(quarters[0]!.end), x: first.left },
			{ text: quarter(quarters.at(-1)!.end), x: last.right }
		);
	}
}
