import { dayNumber, type Day } from '$lib/records/day';
import { findClearest, type Rect } from '../../engine/layout';

/** Guidance as it was given and as it changed, as places in a box. Pure; pixels. */

/** What a company said of one period: the days on which it named an amount, and what was reported in the end. */
export interface GuidedPeriod {
	key: string;
	/** As it is written beside its line. */
	label: string;
	period_start: Day;
	period_end: Day;
	/** In the order in which they were made; what named no amount is none of these. */
	statements: readonly { given_on: Day; low_usd: number | null; high_usd: number | null }[];
	reported_usd: number | null;
}

export interface GuidanceScale {
	from: Day;
	to: Day;
	/** Whole dollars at the top; 0 is at the bottom. */
	most: number;
}

/** How long one statement stood, and between what. */
export interface GuidanceStep {
	left: number;
	right: number;
	/** The high end of what was said, and the low one; equal where one amount was named. */
	top: number;
	bottom: number;
	/** Only a lower end was stated. */
	floor: boolean;
	/** Its place among the statements of its period. */
	statement: number;
}

export interface GuidanceRun {
	key: string;
	steps: GuidanceStep[];
	/** Where its label begins, and the middle of its line of text: clear of all steps, dots and other labels where there is room. */
	label: { text: string; x: number; y: number };
	/** At the end of its period, where it has been reported by the same measure. */
	reported: { x: number; y: number } | null;
}

/** Height of a label, and how far it stands off a line. */
const LABEL = { height: 14, off: 4 };

/**
 * The runs of one company: each statement stands until the next one of its period, the last one until the period is over or
 * the scale ends. `wide` measures a label.
 */
export function layoutRuns(
	periods: readonly GuidedPeriod[],
	{ from, to, most }: GuidanceScale,
	box: Rect,
	wide: (label: string) => number
): GuidanceRun[] {
	const days = Math.max(1, dayNumber(to) - dayNumber(from));
	const x = (day: Day) => box.left + ((box.right - box.left) * (dayNumber(day) - dayNumber(from))) / days;
	const y = (usd: number) => box.bottom - ((box.bottom - box.top) * usd) / most;
	const runs = periods.flatMap(({ key, label, period_end, statements, reported_usd }): GuidanceRun[] => {
		const over = period_end < to ? period_end : to;
		const steps = statements.flatMap(({ given_on, low_usd, high_usd }, statement): GuidanceStep[] => {
			const ends = statements[statement + 1]?.given_on ?? over;
			const [low, high] = [low_usd ?? high_usd, high_usd ?? low_usd];
			if (low === null || high === null || ends <= given_on) return [];
			return [{ left: x(given_on), right: x(ends), top: y(high), bottom: y(low), floor: high_usd === null, statement }];
		});
		if (steps.length === 0) return [];
		const known = reported_usd !== null && period_end <= to && period_end >= from;
		const reported = known ? { x: x(period_end), y: y(reported_usd) } : null;
		return [{ key, steps, label: { text: label, x: 0, y: 0 }, reported }];
	});
	const taken = runs.flatMap(obstacles);
	// The latest first: it is the one that is looked for.
	for (const { steps, label } of [...runs].reverse()) {
		const place = findClearest(labelPlaces(steps, wide(label.text), box), [], taken);
		taken.push(place);
		label.x = place.left;
		label.y = (place.top + place.bottom) / 2;
	}
	return runs;
}

/** What a label must not lie on: the steps, the rises between them, the dot. */
function obstacles({ steps, reported }: GuidanceRun): Rect[] {
	const rises = steps.slice(1).map((step, i) => {
		const ends = [steps[i]!, step].map(({ top, bottom }) => (top + bottom) / 2);
		return { left: step.left - 1, right: step.left + 1, top: Math.min(...ends), bottom: Math.max(...ends) };
	});
	const dot = reported && { left: reported.x - 6, right: reported.x + 6, top: reported.y - 6, bottom: reported.y + 6 };
	return [
		...steps.map((step) => ({ ...step, top: step.top - 1, bottom: step.bottom + 1 })),
		...rises,
		...(dot ? [dot] : [])
	];
}

/** Above the first step, under it, above and under those that follow, then higher and lower: all inside the box. */
function labelPlaces(steps: readonly GuidanceStep[], width: number, box: Rect): Rect[] {
	const at = (left: number, bottom: number): Rect => {
		const fits = Math.max(box.left, Math.min(left, box.right - width));
		return { left: fits, right: fits + width, top: bottom - LABEL.height, bottom };
	};
	const places = [0, 14, 28].flatMap((lift) =>
		steps.flatMap(({ left, top, bottom }) => [
			at(left, top - LABEL.off - lift),
			at(left, bottom + LABEL.off + LABEL.height + lift)
		])
	);
	const inside = places.filter((place) => place.bottom < box.bottom - 2);
	return inside.length > 0 ? inside : places;
}
