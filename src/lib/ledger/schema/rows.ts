import { z } from 'zod';
import { dayNumber } from '$lib/records/day';
import { CAPEX_MEASURES, CONFIDENCES } from '$lib/records/vocabularies';
import { fields, rule, type Rule } from './fault';
import { address, day, dollars, flag, line, oneOf, signedDollars, slug, text, word } from './scalars';

/** Reported figures: the records that stand in tables. Their fields are in the order of the columns. */

const origin = {
	source: address.nullable(),
	publisher: line,
	seen: flag,
	confidence: oneOf(CONFIDENCES)
};

/** One reported quarter of capital spending. */
export const capex = fields(
	{
		company: slug,
		fiscal_period: line,
		period_start: day,
		period_end: day,
		amount_usd: dollars,
		measure: oneOf(CAPEX_MEASURES),
		filed: day.nullable(),
		...origin,
		derivation: line,
		note: text.nullable()
	},
	'a reported quarter'
);

/** What a company said it would spend. */
export const guidance = fields(
	{
		company: slug,
		given_on: day,
		period_start: day,
		period_end: day,
		low_usd: dollars.nullable(),
		high_usd: dollars.nullable(),
		measure: word,
		wording: text,
		...origin,
		note: text.nullable()
	},
	'a statement of guidance'
);

/** Revenue, cash flow, backlog, output. */
export const fundamental = fields(
	{
		company: slug,
		metric: word,
		period_start: day.nullable(),
		period_end: day.nullable(),
		as_of: day.nullable(),
		amount_usd: signedDollars,
		...origin,
		note: text.nullable()
	},
	'a reported figure'
);

const period = z.looseObject({ period_start: day, period_end: day });

const endsAfterStart = rule(period, ({ period_start, period_end }) =>
	period_end >= period_start
		? []
		: [{ path: ['period_end'], expected: `a day on or after period_start, ${period_start}`, got: period_end }]
);

const isQuarter = rule(period, ({ period_start, period_end }) => {
	const days = dayNumber(period_end) - dayNumber(period_start) + 1;
	if (days < 1 || (days >= 60 && days <= 120)) return [];
	const expected = 'the end of a quarter (60 to 120 days from period_start; annual sums are left out)';
	return [{ path: ['period_end'], expected, got: `${period_end}, after ${days} days` }];
});

const lowBelowHigh = rule(z.looseObject({ low_usd: dollars, high_usd: dollars }), ({ low_usd, high_usd }) =>
	low_usd <= high_usd ? [] : [{ path: ['low_usd'], expected: `at most high_usd, ${high_usd}`, got: String(low_usd) }]
);

const filedAfterEnd = rule(z.looseObject({ period_end: day, filed: day }), ({ period_end, filed }) =>
	filed >= period_end ? [] : [{ path: ['filed'], expected: `a day on or after period_end, ${period_end}`, got: filed }]
);

const when = z.looseObject({ period_start: day.nullable(), period_end: day.nullable(), as_of: day.nullable() });

/** A figure is of a period or of a day, not of both and not of neither. */
const periodOrDay = rule(when, ({ period_start, period_end, as_of }) => {
	const expected = 'either period_start and period_end, or as_of';
	if (as_of !== null) {
		return period_start === null && period_end === null
			? []
			: [{ path: ['as_of'], expected, got: 'a period and a day' }];
	}
	if (period_start !== null && period_end !== null) return [];
	if (period_start === null && period_end === null) return [{ path: ['as_of'], expected, got: 'none of them' }];
	const missing = period_start === null ? 'period_start' : 'period_end';
	return [{ path: [missing], expected, got: `no ${missing}` }];
});

/** What holds between the columns of a row. */
export const capexRules: Rule[] = [endsAfterStart, isQuarter, filedAfterEnd];
export const guidanceRules: Rule[] = [endsAfterStart, lowBelowHigh];
export const fundamentalRules: Rule[] = [endsAfterStart, periodOrDay];
