import { z } from 'zod';
import { countsFrom } from '$lib/records/day';
import { fields, rule, shorten, type Rule } from './fault';
import { address, date, dollars, flag, line, sourceKey, termDate, between, MOST_DOLLARS } from './scalars';

/** `{low?, central?, high?}` in whole dollars, at least one end, in rising order. */
export const value = fields(
	{ low: dollars.optional(), central: dollars.optional(), high: dollars.optional() },
	'a value with low, central or high'
).superRefine((ends, context) => {
	const { low, central, high } = ends;
	if (low === undefined && central === undefined && high === undefined) {
		context.addIssue({
			code: 'custom',
			message: 'at least one of low, central, high (leave out a value that nobody stated)'
		});
	}
	if (low !== undefined && central !== undefined && low > central) {
		context.addIssue({ code: 'custom', path: ['low'], message: `at most central, ${central}` });
	}
	if (central !== undefined && high !== undefined && central > high) {
		context.addIssue({ code: 'custom', path: ['central'], message: `at most high, ${high}` });
	}
	if (central === undefined && low !== undefined && high !== undefined && low > high) {
		context.addIssue({ code: 'custom', path: ['low'], message: `at most high, ${high}` });
	}
});

const YEARS = 'a number of years, at least a month of one and at most 100';

const years = between(0, 100, YEARS).refine((count) => Math.round(12 * count) >= 1, { error: YEARS });

const TERM = 'a start and either an end or a number of years';

/** `{start, end}`, both inclusive, or `{start, years}`. */
export const term = z.union(
	[
		fields({ start: termDate, end: termDate }, TERM).superRefine(({ start, end }, context) => {
			if (countsFrom(end) < countsFrom(start)) {
				context.addIssue({
					code: 'custom',
					path: ['end'],
					message: `an end on or after the start, ${countsFrom(start)}`
				});
			}
		}),
		fields({ start: termDate, years }, TERM)
	],
	{ error: TERM }
);

const piece = fields({ from: termDate, to: termDate, amount: dollars }, 'a piece with from, to and amount').superRefine(
	({ from, to }, context) => {
		if (countsFrom(to) < countsFrom(from)) {
			context.addIssue({ code: 'custom', path: ['to'], message: `a date on or after from, ${countsFrom(from)}` });
		}
	}
);

const SCHEDULE = 'a list of pieces with from, to and amount';

/** `[{from, to, amount}]`, both days inclusive; the amounts add up to more than 0. */
export const schedule = z
	.array(piece, { error: SCHEDULE })
	.min(1, { error: SCHEDULE })
	.superRefine((pieces, context) => {
		const sum = pieces.reduce((total, { amount }) => total + amount, 0);
		if (pieces.length > 0 && (sum <= 0 || sum > MOST_DOLLARS)) {
			const message = 'amounts that add up to more than 0 and at most 9,000,000,000,000,000';
			context.addIssue({ code: 'custom', message, params: { got: `a sum of ${sum}` } });
		}
	});

/** Where something was read. */
const source = fields(
	{
		key: sourceKey,
		url: address.nullable(),
		publisher: line,
		title: line.nullable(),
		published: date.nullable(),
		seen: flag.optional()
	},
	'a source with key, url, publisher, title and published'
);

const SOURCES = 'a list of at least one source with key, url, publisher, title and published';

/** The sources of a deal or a projection. */
export const sources = z.array(source, { error: SOURCES }).min(1, { error: SOURCES });

/** No two sources of a record have the same key. */
export const uniqueKeys: Rule = rule(
	z.looseObject({ sources: z.array(z.looseObject({ key: z.string() })) }),
	(record) => {
		const seen = new Set<string>();
		return record.sources.flatMap(({ key }, index) => {
			if (seen.has(key))
				return [{ path: ['sources', index, 'key'], expected: 'a key of its own', got: `${shorten(key)} again` }];
			seen.add(key);
			return [];
		});
	}
);
