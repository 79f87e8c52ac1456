import { addDays, dayNumber, type Day } from '$lib/records/day';
import { day, money } from '$lib/ui/format';
import type { ChartSpec, HitArea, Size, Theme } from '../../engine/types';
import { buildSpendChart } from './chart';
import type { SpendPoint, Target } from './types';

/** One projection and the curve it is set against: dollars due in its window, its path or band. */
export interface PathInput {
	rows: readonly SpendPoint[];
	target: Target;
	as_of: Day;
}

/** The window of one projection: due so far, the rest of each contract dotted, the projected path dashed. */
export function buildPathChart(input: PathInput, size: Size, theme: Theme): ChartSpec {
	const { target, as_of } = input;
	const rows = input.rows.map((row) => ({ ...row, headline_usd: null, counted_usd: null }));
	const band = rows.some((row) => typeof row.path_low_usd === 'number');
	const opening: SpendPoint = {
		date: addDays(target.window.start, -1),
		headline_usd: null,
		counted_usd: null,
		due_usd: 0,
		in_window_usd: 0,
		path_usd: 0,
		...(band && { path_low_usd: 0, path_high_usd: 0 })
	};
	const spec = buildSpendChart(
		{ rows: [opening, ...rows], deals: [], index: [], projection: target, as_of },
		{ from: target.window.start, to: target.window.end, basis: 'due', scale: 'linear', strip: false },
		size,
		theme
	);
	const hitAreas: HitArea[] = [];
	return {
		...spec,
		over(chart) {
			spec.over?.(chart);
			hitAreas.length = 0;
			for (const row of rows)
				hitAreas.push({
					x: chart.scales['x']?.getPixelForValue(dayNumber(row.date)) ?? 0,
					y: chart.scales['y']?.getPixelForValue(row.in_window_usd ?? 0) ?? 0,
					r: 5,
					keys: [row.date]
				});
		},
		hitAreas: () => hitAreas,
		stops: rows.map((row) => ({
			key: row.date,
			text: `${day(row.date)}: ${money(row.in_window_usd ?? 0)} ${row.date > as_of ? 'contracted' : 'due'}, ${money(row.path_usd ?? 0)} projected.`
		}))
	};
}
