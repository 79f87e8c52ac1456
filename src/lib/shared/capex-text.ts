import type { GuidanceHistory, GuidanceMove, GuidanceStatement } from '$lib/ledger/capex';
import type { Names } from './names';
import type { GuidanceInput } from '$lib/charts/kinds/small-multiples/guidance';
import { dayNumber } from '$lib/records/day';
import type { CapexMeasure } from '$lib/records/vocabularies';
import { day, money, moneyRange, spanText } from '$lib/ui/format';

/** What a measure of capital spending is called; a measure of guidance that nobody reports is written as it is. */
export const MEASURE_NAMES: Record<CapexMeasure, string> = {
	payments_for_ppe: 'Cash paid for property and equipment',
	including_finance_leases: 'Capital spending with finance leases'
};

export function measureName(measure: string): string {
	const known = Object.entries(MEASURE_NAMES).find(([name]) => name === measure);
	const text = measure.replaceAll('_', ' ');
	return known?.[1] ?? text.charAt(0).toUpperCase() + text.slice(1);
}

const MOVES: Record<GuidanceMove, string> = {
	first: 'first said',
	raised: 'raised',
	cut: 'cut',
	changed: 'range changed',
	kept: 'kept',
	no_amount: 'no amount'
};

/** A statement's amount as it was given. */
export function guidedText({ row: { low_usd, high_usd } }: GuidanceStatement): string {
	if (low_usd !== null && high_usd !== null) return moneyRange(low_usd, high_usd);
	if (low_usd !== null) return `at least ${money(low_usd)}`;
	return high_usd === null ? 'no amount' : `up to ${money(high_usd)}`;
}

/** What a statement did to the one before it. */
export function moveText({ move, change_usd }: GuidanceStatement): string {
	if (change_usd === null || change_usd === 0) return MOVES[move];
	return `${MOVES[move]} by ${money(Math.abs(change_usd))}`;
}

/** A period of guidance in a few words: `2026`, `year to May 2026`. */
function periodName(start: string, end: string): string {
	return start.endsWith('-01-01') && end.endsWith('-12-31') ? spanText(start, end) : `year to ${day(end.slice(0, 7))}`;
}

/** Days from which on a period is a year and not a quarter. */
const ABOUT_A_YEAR = 200;

/** What is drawn of guidance: the years for which an amount was named, by company, and the scale that they share. */
export function guidanceInput(guidance: readonly GuidanceHistory[], names: Names, asOf: string): GuidanceInput {
	const years = guidance
		.filter(
			({ period_start, period_end, statements }) =>
				dayNumber(period_end) - dayNumber(period_start) >= ABOUT_A_YEAR &&
				statements.some((each) => each.middle_usd !== null)
		)
		.sort((a, b) => (a.period_end < b.period_end ? -1 : a.period_end > b.period_end ? 1 : 0));
	const named = (history: GuidanceHistory) => history.statements.filter((each) => each.middle_usd !== null);
	const rows = years.flatMap((each) => named(each).map(({ row }) => row));
	const from = rows.map((row) => row.given_on).sort()[0] ?? asOf;
	const most = Math.max(1, ...rows.map((row) => Math.max(row.low_usd ?? 0, row.high_usd ?? 0)));
	const panels = [...new Set(guidance.map((each) => each.company))].flatMap((company) => {
		const own = years.filter((each) => each.company === company);
		const latest = own.at(-1);
		if (!latest) return [];
		const periods = own.map((history) => ({
			key: `${history.period_start} ${history.period_end} ${history.measure}`,
			name: periodName(history.period_start, history.period_end),
			label: periodName(history.period_start, history.period_end).replace(/^year /, ''),
			period_start: history.period_start,
			period_end: history.period_end,
			reported_usd: history.reported_usd,
			statements: named(history).map((each) => ({ ...each.row, text: guidedText(each) }))
		}));
		const last = periods.at(-1)!;
		const said = `${last.statements.at(-1)!.text} for ${last.name}`;
		return [{ key: company, name: names[company] ?? company, said, periods }];
	});
	return { scale: { from: `${from.slice(0, 7)}-01`, to: asOf, most: most * 1.05 }, panels };
}
