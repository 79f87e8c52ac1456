import type { Day } from '$lib/records/day';
import { linearTicks, thinLabels } from '../engine/axis';
import { columnWidth, drawColumn } from '../marks/column';
import { periodTotal, type PeriodAmounts } from '../marks/period';
import { day, money, quarter, spanText } from '$lib/ui/format';
import { NARROW, baseOptions, slotAxis, valueAxis } from '../engine/scales';
import type { ChartSpec, Size, HitArea, Theme } from '../engine/types';
import { drawLine } from '../engine/lines';
import { drawText, textWidth } from '../engine/text';
import { drawToday } from '../marks/today';

/** A deal's due dollars, a row a quarter; `date` is the quarter's last day within the term, which opens on `start`. */
export interface ScheduleInput {
	start: Day;
	quarters: readonly { date: Day; due_usd: number }[];
	/** What is due by the end of `as_of`. */
	due_usd: number;
	as_of: Day;
	/** False where it is below announced: then nothing of it is due, and the columns say what would be. */
	signed: boolean;
	/** A projection's window and what of the deal falls into it. */
	window: { start: Day; end: Day; usd: number } | null;
}

/** So few columns have room for a figure each. */
const FEW = 4;
const QUARTERS = 4;
/** More years than this are not parted by hairlines. */
const FEW_YEARS = 12;

/** How many quarters a day is after the first one of a year. */
function slotOf(date: Day, firstYear: number): number {
	return (Number(date.slice(0, 4)) - firstYear) * QUARTERS + Math.ceil(Number(date.slice(5, 7)) / 3) - 1;
}

/** Due per quarter, on whole calendar years, so that the first one is named too: tinted what has passed, outlined what is to come, dashed what is not signed. */
export function buildScheduleChart(input: ScheduleInput, size: Size, theme: Theme): ChartSpec {
	const narrow = size.width < NARROW;
	const { start, as_of } = input;
	const end = input.quarters.at(-1)?.date ?? start;
	const first = Number(start.slice(0, 4));
	const years = Number(end.slice(0, 4)) - first + 1;
	let before = 0;
	const columns = input.quarters.map(({ date, due_usd: usd }) => {
		const due = Math.min(usd, Math.max(0, input.due_usd - before));
		const part: PeriodAmounts = input.signed
			? { due_usd: due, ahead_usd: usd - due }
			: { due_usd: 0, ahead_usd: 0, unsigned_usd: usd };
		before += usd;
		return {
			date,
			slot: slotOf(date, first),
			part
		};
	});
	const now = slotOf(as_of, first);
	const few = columns.length <= FEW;
	const most = Math.max(1, ...columns.map(({ part }) => periodTotal(part)));
	const room = (size.width - (narrow ? 52 : 66)) / (years * QUARTERS);
	const hitAreas: HitArea[] = [];
	return {
		data: { datasets: [] },
		options: {
			...baseOptions({ top: input.window ? 56 : 26, right: 4 }),
			scales: {
				// A figure over the tallest column stays under the date of the chart.
				y: valueAxis(linearTicks(few ? most * 1.15 : most, 5), size, theme),
				x: slotAxis(years * QUARTERS, room >= 52 ? quarterNames() : yearNames(), size, theme)
			}
		},
		under({ ctx, chartArea: area, scales }) {
			for (let year = 1; year < years && years <= FEW_YEARS; year++) {
				const x = scales['x']?.getPixelForValue(year * QUARTERS) ?? 0;
				drawLine(ctx, [x, area.top], [x, area.bottom], theme.grid);
			}
		},
		over(chart) {
			const { ctx, chartArea: area } = chart;
			const x = (slot: number) => chart.scales['x']?.getPixelForValue(slot) ?? 0;
			const y = (usd: number) => chart.scales['y']?.getPixelForValue(usd) ?? 0;
			const width = columnWidth(x(1) - x(0));
			hitAreas.length = 0;
			for (const { date, slot, part } of columns) {
				const [middle, top] = [x(slot + 0.5), Math.min(y(periodTotal(part)), area.bottom - 6)];
				drawColumn(ctx, theme, { left: middle - width / 2, width }, part, y);
				const box = { x: middle - width / 2, y: top, width, height: area.bottom - top };
				hitAreas.push({ x: middle, y: top, r: width / 2, keys: [date], box });
				if (!few) continue;
				const style = { weight: 700, colour: input.signed ? theme.ink : theme.ink2, size: narrow ? 12 : 13 };
				drawText(ctx, theme, money(periodTotal(part)), middle, y(periodTotal(part)) - 11, {
					...style,
					align: 'center'
				});
			}
			drawLine(ctx, [area.left, area.bottom], [area.right, area.bottom], theme.ink);
			if (input.signed && now >= 0 && now < years * QUARTERS) {
				const at = columns.find(({ slot }) => slot === now);
				const bottom = y(at ? periodTotal(at.part) : 0) - (at && few ? 22 : 3);
				drawToday(ctx, theme, as_of, x(now + 0.5), { ...area, bottom }, narrow);
			}
			if (input.window) drawWindow(ctx, input.window, area, x);
		},
		stops: columns.map(({ date, part }) => ({ key: date, text: said(date, part) })),
		hitAreas: () => hitAreas,
		summary: `Column chart of dollars due per quarter from ${day(start)} to ${day(end)}, at most ${money(most)} in one.`
	};

	function said(date: Day, part: PeriodAmounts): string {
		const { due_usd, ahead_usd } = part;
		const state = !input.signed
			? ' if it were signed'
			: ahead_usd === 0
				? ' due'
				: due_usd === 0
					? ' scheduled'
					: `, ${money(due_usd)} of it due so far`;
		return `${quarter(date)}: ${money(periodTotal(part))}${state}.`;
	}

	/** Each quarter, the year with the first of it. */
	function quarterNames() {
		return Array.from({ length: years * QUARTERS }, (_, i) => {
			const name = `Q${(i % QUARTERS) + 1}`;
			return { value: i + 0.5, text: i % QUARTERS === 0 ? `${name} ${first + i / QUARTERS}` : name };
		});
	}
	function yearNames() {
		const names = Array.from({ length: years }, (_, i) => ({ value: (i + 0.5) * QUARTERS, text: String(first + i) }));
		return thinLabels(names, room * QUARTERS, narrow ? 38 : 44, 0);
	}

	function drawWindow(
		ctx: CanvasRenderingContext2D,
		window: NonNullable<ScheduleInput['window']>,
		area: { left: number; right: number; top: number },
		x: (slot: number) => number
	) {
		const [opens, closes] = [x(slotOf(window.start, first)), x(slotOf(window.end, first) + 1)];
		const [left, right] = [Math.max(area.left, opens), Math.min(area.right, closes)];
		if (right - left < 8) return;
		const y = area.top - 38;
		drawLine(ctx, [left, y], [right, y], theme.ink, 1.25);
		// Where the window goes on beyond the term it has no end to show.
		for (const edge of [opens, closes].filter((at) => at >= area.left - 1 && at <= area.right + 1))
			drawLine(ctx, [edge, y], [edge, y + 6], theme.ink, 1.25);
		const text = `${money(window.usd)} falls in ${spanText(window.start, window.end)}`;
		const style = { weight: 600, colour: theme.ink, size: narrow ? 12 : 13 };
		const beside = area.right - right > textWidth(ctx, theme, text, style.size, 600) + 12;
		if (beside) drawText(ctx, theme, text, right + 8, y + 2, style);
		else drawText(ctx, theme, text, right, y - 9, { ...style, align: 'right' });
	}
}
