import { dayNumber, type Day } from '$lib/ledger/day';

/** Guidance as it was given and as it changed, as places in a box that is 100 wide and 100 high, from its top left. */

/** What a company said of one period: the days on which it named an amount, and what was reported in the end. */
export interface GuidedPeriod {
	key: string;
	period_start: Day;
	period_end: Day;
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
}

export interface GuidanceRun {
	key: string;
	steps: GuidanceStep[];
	/** Where its name stands, on the line or above it: clear of the names of later runs. */
	name: { x: number; y: number };
	/** At the end of its period, where it has been reported by the same measure. */
	reported: { x: number; y: number } | null;
}

/** The room that a name takes, in the same hundredths. */
const NAME = { width: 26, height: 10 };

/**
 * The runs of one company: each statement stands until the next one of its period, the last one until the period is over or
 * the scale ends. Statements must come in the order in which they were made; those without an amount are none of these.
 */
export function guidanceRuns(periods: readonly GuidedPeriod[], { from, to, most }: GuidanceScale): GuidanceRun[] {
	const days = Math.max(1, dayNumber(to) - dayNumber(from));
	const x = (day: Day) => (100 * (dayNumber(day) - dayNumber(from))) / days;
	const y = (usd: number) => 100 - (100 * usd) / most;
	const runs = periods.flatMap(({ key, period_end, statements, reported_usd }): GuidanceRun[] => {
		const over = period_end < to ? period_end : to;
		const steps = statements.flatMap(({ given_on, low_usd, high_usd }, i): GuidanceStep[] => {
			const ends = statements[i + 1]?.given_on ?? over;
			const [low, high] = [low_usd ?? high_usd, high_usd ?? low_usd];
			if (low === null || high === null || ends <= given_on) return [];
			return [{ left: x(given_on), right: x(ends), top: y(high), bottom: y(low), floor: high_usd === null }];
		});
		const known = reported_usd !== null && period_end <= to && period_end >= from;
		const [first] = steps;
		if (!first) return [];
		const reported = known ? { x: x(period_end), y: y(reported_usd) } : null;
		return [{ key, steps, name: { x: first.left, y: first.top }, reported }];
	});
	for (let i = runs.length - 2; i >= 0; i--)
		for (const later of runs.slice(i + 1)) {
			const { name } = runs[i]!;
			const near = Math.abs(name.x - later.name.x) < NAME.width && Math.abs(name.y - later.name.y) < NAME.height;
			if (near) name.y = later.name.y - NAME.height;
		}
	return runs;
}
