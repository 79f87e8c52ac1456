import type { Day } from '$lib/records/day';
import { thinLabels, twoSidedTicks } from '../engine/axis';
import { columnWidth, drawColumn } from '../marks/column';
import { periodTotal, type PeriodAmounts } from '../marks/period';
import { money } from '$lib/ui/format';
import { NARROW, baseOptions, slotAxis, valueAxis } from '../engine/scales';
import type { Box, ChartSpec, Size, HitArea, Theme } from '../engine/types';
import { drawLine } from '../engine/lines';
import { drawText, textWidth } from '../engine/text';
import { drawToday } from '../marks/today';

/** What falls into one calendar year: what stands above zero, and what hangs below. */
export interface YearColumn {
	year: number;
	up: PeriodAmounts;
	down: PeriodAmounts;
}

/** The years that are not drawn one by one, added up: from or up to the last of them. */
export interface YearTail {
	year: number;
	up_usd: number;
	down_usd: number;
}

export interface YearsInput {
	/** Year after year, none left out. */
	years: readonly YearColumn[];
	earlier: YearTail | null;
	later: YearTail | null;
	as_of: Day;
	/** What each side is called on the chart and where its dollars are spoken of; nothing hangs below where there is no second one. */
	sides: readonly { name: string; verb: string }[];
}

type Side = 1 | -1;
const NONE: PeriodAmounts = { due_usd: 0, ahead_usd: 0 };

/** A column a calendar year: tinted what is due, outlined what is to come, dashed what is not signed, the year of the chart's day in its parts. */
export function buildYearsChart(input: YearsInput, size: Size, theme: Theme): ChartSpec {
	const { years, earlier, later, as_of, sides } = input;
	const narrow = size.width < NARROW;
	const text = narrow ? 12 : 13;
	const now = years.findIndex(({ year }) => String(year) === as_of.slice(0, 4));
	const part = (at: number, side: Side): PeriodAmounts => (side === 1 ? years[at]?.up : years[at]?.down) ?? NONE;
	const largest = (side: Side) =>
		years.reduce((best, _, i) => (periodTotal(part(i, side)) > periodTotal(part(best, side)) ? i : best), 0);
	const [up, down] = [periodTotal(part(largest(1), 1)), periodTotal(part(largest(-1), -1))];
	// Above there is room for a figure in any case; below it would lie on the years.
	const below = down > 0 ? down + ((up + down) * 24) / Math.max(80, size.height - 80) : 0;
	const room = (size.width - (narrow ? 52 : 66)) / Math.max(1, years.length);
	const names = years.map(({ year }, i) => ({ value: i + 0.5, text: String(year) }));
	const hitAreas: HitArea[] = [];
	return {
		data: { datasets: [] },
		options: {
			...baseOptions({ top: 44, right: 4 }),
			scales: {
				y: valueAxis(twoSidedTicks(up, below, Math.max(3, Math.min(7, Math.floor(size.height / 52)))), size, theme),
				x: slotAxis(years.length, thinLabels(names, room, narrow ? 38 : 44, Math.max(0, now)), size, theme)
			}
		},
		over(chart) {
			const { ctx, chartArea: area } = chart;
			const y = (usd: number) => chart.scales['y']?.getPixelForValue(usd) ?? 0;
			const x = (slot: number) => chart.scales['x']?.getPixelForValue(slot) ?? 0;
			const width = columnWidth(x(1) - x(0));
			const middle = (at: number) => x(at + 0.5);
			const end = (at: number, side: Side) => y(side * periodTotal(part(at, side)));
			const taken: Box[] = [];
			hitAreas.length = 0;
			years.forEach((_, i) => {
				for (const side of [1, -1] as const)
					drawColumn(ctx, theme, { left: middle(i) - width / 2, width }, part(i, side), y, side);
				const [top, bottom] = [end(i, 1), end(i, -1)];
				const box = {
					x: middle(i) - width / 2,
					y: Math.min(top, bottom - 6),
					width,
					height: Math.max(6, bottom - top)
				};
				hitAreas.push({ x: middle(i), y: box.y, r: width / 2, keys: [String(years[i]!.year)], box });
			});
			drawLine(ctx, [area.left, y(0)], [area.right, y(0)], theme.ink);
			for (const side of [1, -1] as const) {
				const best = largest(side);
				label(best, side);
				if (now >= 0 && now !== best) label(now, side);
			}
			tail(earlier, 'earlier');
			tail(later, 'later');
			if (sides.length > 1) for (const side of [1, -1] as const) nameOf(side);
			if (now >= 0) {
				const over = taken.filter((box) => box.x <= middle(now) && box.x + box.width >= middle(now) && box.y < y(0));
				const until = Math.min(end(now, 1), ...over.map((box) => box.y)) - 3;
				drawToday(ctx, theme, as_of, middle(now), { ...area, top: area.top - 16, bottom: until }, narrow);
			}

			/** The columns that a stretch of the chart has under it. */
			function under(left: number, right: number): number[] {
				return years.flatMap((_, i) => (middle(i) + width / 2 > left && middle(i) - width / 2 < right ? [i] : []));
			}
			/** How far from zero a stretch is taken on one side, by columns and by what is written there. */
			function reach(left: number, right: number, side: Side): number {
				const written = taken
					.filter((box) => box.x < right && box.x + box.width > left && box.y < y(0) === (side === 1))
					.map((box) => (side === 1 ? box.y : box.y + box.height));
				const edges = [y(0), ...under(left, right).map((i) => end(i, side)), ...written];
				return side === 1 ? Math.min(...edges) : Math.max(...edges);
			}
			function put(words: string, left: number, middleY: number, weight: number, colour: string) {
				const box = { x: left, y: middleY - 9, width: textWidth(ctx, theme, words, text, weight), height: 18 };
				taken.push(box);
				drawText(ctx, theme, words, left, middleY, { size: text, weight, colour });
				return box;
			}
			/** The figure at the end of a column, where no other column stands in its way. */
			function label(at: number, side: Side) {
				const sum = part(at, side);
				if (periodTotal(sum) === 0) return;
				const words = money(periodTotal(sum));
				const wide = textWidth(ctx, theme, words, text, 700);
				const edge = end(at, side);
				const free = [middle(at) - wide / 2, middle(at) + width / 2 - wide, middle(at) - width / 2].filter(
					(from) =>
						from >= area.left - 4 &&
						from + wide <= area.right + 4 &&
						Math.abs(reach(from, from + wide, side) - edge) < 1
				);
				const today = (from: number) => at !== now && Math.abs(from + wide / 2 - middle(now)) < wide / 2 + 4;
				const left = free.find((from) => !today(from)) ?? free[0];
				if (left !== undefined) put(words, left, edge - side * 11, 700, theme.ink);
			}
			/** What lies beyond the years that are drawn, written over the columns at that end. */
			function tail(sums: YearTail | null, key: 'earlier' | 'later') {
				if (!sums) return;
				for (const side of [1, -1] as const) {
					const usd = side === 1 ? sums.up_usd : sums.down_usd;
					if (usd === 0) continue;
					const [to, from] = narrow ? [' to', ' from'] : [' later, to', ' earlier, from'];
					const words = key === 'later' ? `${money(usd)}${to} ${sums.year} →` : `← ${money(usd)}${from} ${sums.year}`;
					const wide = textWidth(ctx, theme, words, text, 600);
					const left = key === 'later' ? area.right - wide : area.left + 2;
					const box = put(words, left, reach(left, left + wide, side) - side * 13, 600, theme.ink2);
					hitAreas.push({ x: box.x + wide / 2, y: box.y + 9, r: 9, keys: [key], box });
				}
			}
			/** What a side is called, in its outer corner; at the other end where columns or words stand in the first. */
			function nameOf(side: Side) {
				const name = sides[side === 1 ? 0 : 1]?.name ?? '';
				const wide = textWidth(ctx, theme, name, text + 1, 600);
				const at = side === 1 ? area.top + 9 : area.bottom - 9;
				const clear = (left: number) => (reach(left, left + wide, side) - at) * side > 12;
				const left = [area.left + 4, area.right - wide - 4].find(clear) ?? area.left + 4;
				drawText(ctx, theme, name, left, at, { size: text + 1, weight: 600, colour: theme.ink });
			}
		},
		stops: [
			...(earlier ? [{ key: 'earlier', text: saidTail(earlier, `Earlier, from ${earlier.year}`) }] : []),
			...years.map((each, i) => ({ key: String(each.year), text: saidYear(each, i) })),
			...(later ? [{ key: 'later', text: saidTail(later, `Later, to ${later.year}`) }] : [])
		],
		hitAreas: () => hitAreas,
		summary: `Column chart of dollars a calendar year, ${years[0]?.year ?? ''} to ${years.at(-1)?.year ?? ''}.`
	};

	function saidYear({ year, up, down }: YearColumn, i: number): string {
		const said = [up, down].slice(0, sides.length).map((sum, k) => {
			const so = i === now && sum.ahead_usd > 0 ? `, ${money(sum.due_usd)} of it so far` : '';
			const unsigned = sum.unsigned_usd ? `, ${money(sum.unsigned_usd)} of it not signed` : '';
			return `${sides[k]!.verb} ${money(periodTotal(sum))}${so}${unsigned}`.trim();
		});
		return `${year}${String(year) > as_of.slice(0, 4) ? ', scheduled' : ''}: ${said.join('; ')}.`;
	}
	function saidTail(sums: YearTail, when: string): string {
		const said = [sums.up_usd, sums.down_usd].slice(0, sides.length);
		return `${when}: ${said.map((usd, k) => `${sides[k]!.verb} ${money(usd)}`.trim()).join('; ')}.`;
	}
}
