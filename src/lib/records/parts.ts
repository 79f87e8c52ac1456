import { countsFrom } from './day';
import {
	address,
	between,
	date,
	dollars,
	either,
	flag,
	group,
	groups,
	line,
	sourceKey,
	termDate,
	type Options,
	type PartFault,
	type TypeOf
} from './define';
import { MOST_DOLLARS } from './limits';

/** The parts that several kinds of record are made of. */

const VALUE = {
	low: dollars({ optional: true }),
	central: dollars({ optional: true }),
	high: dollars({ optional: true })
};

function valueFaults({ low, central, high }: { low?: number; central?: number; high?: number }): PartFault[] {
	const faults: PartFault[] = [];
	if (low === undefined && central === undefined && high === undefined)
		faults.push({ path: [], expected: 'at least one of low, central, high (leave out a value that nobody stated)' });
	if (low !== undefined && central !== undefined && low > central)
		faults.push({ path: ['low'], expected: `at most central, ${central}` });
	if (central !== undefined && high !== undefined && central > high)
		faults.push({ path: ['central'], expected: `at most high, ${high}` });
	if (central === undefined && low !== undefined && high !== undefined && low > high)
		faults.push({ path: ['low'], expected: `at most high, ${high}` });
	return faults;
}

/** A value as stated, in whole dollars: at least one end, in rising order. */
export function value<Opt extends boolean = false>(options: Options<Opt> & { nullable?: false }) {
	const shape = { expected: 'a value with low, central or high', check: valueFaults, as: 'amount' } as const;
	return group<typeof VALUE, Opt>(VALUE, shape, options);
}

const YEARS = 'a number of years, at least a month of one and at most 100';
const TERM = 'a start and either an end or a number of years';

const TERM_START = termDate({ label: 'From', called: 'The start of the term', end: 'first', example: '3 Nov 2025' });

/** Days both inclusive, or a length in years from a first day. */
export function term<Opt extends boolean = false>(options: Options<Opt> & { nullable?: false }) {
	const untilDay = group(
		{
			start: TERM_START,
			end: termDate({
				label: 'or until',
				called: 'The end of the term',
				end: 'last',
				example: '31 Dec 2032',
				after: 'years'
			})
		},
		{
			expected: TERM,
			check: ({ start, end }) =>
				countsFrom(end) < countsFrom(start)
					? [{ path: ['end'], expected: `an end on or after the start, ${countsFrom(start)}` }]
					: []
		}
	);
	const forYears = group(
		{
			start: TERM_START,
			years: between(
				{ least: 0, most: 100, expected: YEARS, fits: (count) => Math.round(12 * count) >= 1 },
				{ label: 'For how many years', called: 'The number of years', example: '7' }
			)
		},
		{ expected: TERM }
	);
	return either<typeof untilDay, typeof forYears, Opt>(untilDay, forYears, TERM, options);
}

const PIECE = group(
	{
		from: termDate({ label: 'From', called: 'The first day of the piece', end: 'first' }),
		to: termDate({ label: 'To', called: 'The last day of the piece', end: 'last' }),
		amount: dollars({ label: 'Amount', called: 'The amount of the piece' })
	},
	{
		expected: 'a piece with from, to and amount',
		check: ({ from, to }) =>
			countsFrom(to) < countsFrom(from)
				? [{ path: ['to'], expected: `a date on or after from, ${countsFrom(from)}` }]
				: []
	}
);

function scheduleFaults(pieces: TypeOf<typeof PIECE>[]): PartFault[] {
	const sum = pieces.reduce((total, { amount }) => total + amount, 0);
	if (pieces.length === 0 || (sum > 0 && sum <= MOST_DOLLARS)) return [];
	const expected = 'amounts that add up to more than 0 and at most 9,000,000,000,000,000';
	return [{ path: [], expected, got: `a sum of ${sum}` }];
}

/** Dated parts, both days inclusive; the amounts add up to more than 0. */
export function schedule<Opt extends boolean = false>(options: Options<Opt> & { nullable?: false }) {
	const shape = { least: 1, expected: 'a list of pieces with from, to and amount', check: scheduleFaults };
	return groups<typeof PIECE, Opt>(PIECE, shape, options);
}

const SOURCE = group(
	{
		key: sourceKey({ last: true }),
		url: address({
			nullable: true,
			label: 'Its address',
			called: 'The address of the source',
			example: 'https://example.com/news/2025/11/deal',
			words: 'address'
		}),
		publisher: line({
			label: 'Published by',
			called: 'The publisher of the source',
			example: 'Amazon (release)',
			short: true
		}),
		title: line({
			nullable: true,
			label: 'Its title',
			called: 'The title of the source',
			short: true,
			after: 'published'
		}),
		published: date({ nullable: true, label: 'Published on', called: 'The day of the source', example: '3 Nov 2025' }),
		seen: flag({ optional: true, label: 'Read itself', hint: 'No: known from somebody who quotes it.' })
	},
	{ expected: 'a source with key, url, publisher, title and published' }
);

/** The sources of a deal or a projection. */
export function sources(options: Options<false, false>) {
	const expected = 'a list of at least one source with key, url, publisher, title and published';
	return groups(SOURCE, { least: 1, expected }, { label: 'Where it was said', noun: 'source', ...options });
}
