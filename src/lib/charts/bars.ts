import { addDays, dayNumber, type Day } from '$lib/ledger/day';
import { linearTicks } from './axis';
import { line, write } from './draw';
import { day, money, quarter, span } from './format';
import { drawToday, NARROW, plainOptions, timeAxis, valueAxis } from './frame';
import type { ChartSpec, Size, Spot, Theme } from './types';

/** A deal's recognised dollars, a row a quarter; `date` is the quarter's last day within the term, which opens on `start`. */
export interface ScheduleInput {
	start: Day;
	quarters: readonly { date: Day; recognised_usd: number }[];
	as_of: Day;
	/** A projection's window and what of the deal falls into it. */
	window: { start: Day; end: Day; usd: number } | null;
}

/** Recognised per quarter: solid what has passed, outlined what is scheduled. Bars stand on zero. */
export function buildScheduleChart(input: ScheduleInput, size: Size, theme: Theme): ChartSpec {
	const narrow = size.width < NARROW;
	const bars = input.quarters.map(({ date, recognised_usd }, i) => {
		const from = i === 0 ? input.start : addDays(input.quarters[i - 1]!.date, 1);
		return { date, usd: recognised_usd, from: dayNumber(from), to: dayNumber(date) + 1 };
	});
	const end = input.quarters.at(-1)?.date ?? input.start;
	const today = dayNumber(input.as_of) + 1;
	const most = Math.max(1, ...bars.map((bar) => bar.usd));
	const spots: Spot[] = [];
	const said = (bar: (typeof bars)[number]) =>
		`${quarter(bar.date)}: ${money(bar.usd)} ${bar.to <= today ? 'recognised' : bar.from < today ? 'due, partly recognised' : 'scheduled'}.`;
	return {
		data: { datasets: [] },
		options: {
			...plainOptions({ top: input.window ? 56 : 26, right: 4 }),
			scales: {
				y: valueAxis(linearTicks(most, 5), size, theme),
				x: timeAxis(input.start, addDays(end, 1), size.width - 60, size, theme)
			}
		},
		over(chart) {
			const { ctx, chartArea: area } = chart;
			const { x: xs, y: ys } = chart.scales;
			const x = (at: number) => xs?.getPixelForValue(at) ?? 0;
			const y = (usd: number) => ys?.getPixelForValue(usd) ?? 0;
			spots.length = 0;
			for (const bar of bars) {
				const [left, right, top] = [x(bar.from) + 1, Math.max(x(bar.to) - 1, x(bar.from) + 2), y(bar.usd)];
				const split = Math.min(right, Math.max(left, x(today)));
				ctx.fillStyle = theme.greenWash;
				ctx.fillRect(split, top, right - split, area.bottom - top);
				if (split < right && bar.usd > 0) line(ctx, [split, top], [right, top], theme.green, 1.5);
				ctx.fillStyle = theme.green;
				ctx.fillRect(left, top, split - left, area.bottom - top);
				const middle = (left + right) / 2;
				spots.push({ x: middle, y: Math.min(top, area.bottom - 6), r: (right - left) / 2, keys: [bar.date] });
			}
			line(ctx, [area.left, area.bottom], [area.right, area.bottom], theme.ink);
			if (today > dayNumber(input.start) && today <= dayNumber(end))
				drawToday(ctx, theme, input.as_of, x(today), area, narrow);
			if (input.window) drawWindow(ctx, input.window, area, x);
		},
		stops: bars.map((bar) => ({ key: bar.date, text: said(bar) })),
		spots: () => spots,
		summary: `Bar chart of dollars recognised per quarter from ${day(input.start)} to ${day(end)}, at most ${money(most)} in one.`
	};

	function drawWindow(
		ctx: CanvasRenderingContext2D,
		window: NonNullable<ScheduleInput['window']>,
		area: { left: number; right: number; top: number },
		x: (at: number) => number
	) {
		const left = Math.max(area.left, x(dayNumber(window.start)));
		const right = Math.min(area.right, x(dayNumber(window.end) + 1));
		if (right - left < 8) return;
		const y = area.top - 38;
		line(ctx, [left, y], [right, y], theme.ink, 1.25);
		for (const edge of [left, right]) line(ctx, [edge, y], [edge, y + 6], theme.ink, 1.25);
		const text = `${money(window.usd)} falls in ${span(window.start, window.end)}`;
		const room = area.right - right > 190;
		write(ctx, theme, text, room ? right + 8 : right - 4, room ? y + 2 : y - 9, {
			weight: 600,
			colour: theme.ink,
			align: room ? 'left' : 'right',
			size: narrow ? 12 : 13
		});
	}
}
