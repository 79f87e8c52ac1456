import type { ChartOptions } from 'chart.js';
import { dayNumber, type Day } from '$lib/records/day';
import { timeTicks, type Tick } from './axis';
import type { Size, Theme } from './types';

/** Below this width labels leave the margin. */
export const NARROW = 560;

const hairline = { display: false };

/** Ticks of our own making on an axis of the library's. */
function fixTicks(wanted: Tick[]) {
	return {
		afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
			axis.ticks = wanted.map(({ value }) => ({ value }));
		},
		callback: (value: string | number) => wanted.find((tick) => tick.value === Number(value))?.text ?? ''
	};
}

/** A value axis with hairlines across and no line of its own. */
export function valueAxis(ticks: Tick[], size: Size, theme: Theme) {
	const narrow = size.width < NARROW;
	const { afterBuildTicks, callback } = fixTicks(ticks);
	return {
		type: 'linear' as 'linear' | 'logarithmic',
		position: 'left' as const,
		min: ticks[0]!.value,
		max: ticks.at(-1)!.value,
		border: hairline,
		grid: { color: theme.grid, drawTicks: false, tickLength: 0 },
		afterBuildTicks,
		ticks: {
			padding: narrow ? 6 : 12,
			color: theme.ink3,
			font: { family: theme.font, size: narrow ? 12 : 13 },
			autoSkip: false,
			callback
		}
	};
}

/** An axis across, with labels of our own that begin (`start`) or have their middle (`center`) at their values. */
function horizontalAxis(min: number, max: number, labels: Tick[], align: 'start' | 'center', size: Size, theme: Theme) {
	const { afterBuildTicks, callback } = fixTicks(labels);
	return {
		type: 'linear' as const,
		min,
		max,
		border: hairline,
		grid: hairline,
		afterBuildTicks,
		ticks: {
			align,
			padding: 4,
			// One label is as high as another, and how wide they are is settled already.
			sampleSize: 1,
			maxRotation: 0,
			color: theme.ink3,
			font: { family: theme.font, size: size.width < NARROW ? 12 : 13 },
			autoSkip: false,
			callback
		}
	};
}

/** The time axis, in days since 1970-01-01; `usable` is about how wide it will be. */
export function timeAxis(from: Day, to: Day, usable: number, size: Size, theme: Theme) {
	const labels = timeTicks(from, to, usable, size.width < NARROW ? 62 : 68);
	return horizontalAxis(dayNumber(from), dayNumber(to), labels, 'start', size, theme);
}

/** An axis of equal slots, numbered from 0 at its left edge. */
export function slotAxis(slots: number, labels: Tick[], size: Size, theme: Theme) {
	return horizontalAxis(0, slots, labels, 'center', size, theme);
}

/** An axis that only says where things are: without this the library would make labels for it that nobody sees. */
export const UNLABELLED = {
	type: 'linear' as const,
	display: false,
	afterBuildTicks: (axis: { ticks: unknown[] }) => {
		axis.ticks = [];
	}
};

/** What all charts have in common: nothing of the library's own furniture, no events of its own. */
export function baseOptions(padding: { top: number; right: number }): ChartOptions<'line'> {
	return {
		animation: false,
		maintainAspectRatio: false,
		responsive: false,
		events: [],
		parsing: false,
		normalized: true,
		layout: { padding: { ...padding, left: 0, bottom: 0 } },
		plugins: { legend: { display: false }, tooltip: { enabled: false } }
	};
}
