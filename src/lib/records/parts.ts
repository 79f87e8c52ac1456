import { countsFrom } from './day';
import {
	address,
	between,
	choice,
	date,
	day,
	dollars,
	either,
	flag,
	fraction,
	group,
	groups,
	line,
	slug,
	sourceKey,
	termDate,
	whole,
	type Column,
	type Fraction,
	type Options,
	type PartFault,
	type TypeOf
} from './define';
import { MOST_DOLLARS } from './limits';
import { MILLION, partsPerMillion } from './value';
import { SOURCE_TYPE } from './vocabularies';

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
export function value<Opt extends boolean = false, Col extends Column | undefined = undefined>(
	options: Options<Opt, boolean, Col> & { nullable?: false }
) {
	const shape = { expected: 'a value with low, central or high', check: valueFaults, as: 'amount' } as const;
	return group<typeof VALUE, Opt, false, Col>(VALUE, shape, options);
}

/** A length of a term in years: at least a month of one, at most 100. */
const YEARS = {
	least: 0,
	most: 100,
	expected: 'a number of years, at least a month of one and at most 100',
	fits: (count: number) => Math.round(12 * count) >= 1
};

/** For how many years a term lasts. */
export function years(options: Options<false, false>) {
	return between(YEARS, options);
}

const TERM = 'a start and either an end or a number of years';

const TERM_START = termDate({ label: 'From', called: 'The start of the term', end: 'first', example: '3 Nov 2025' });

/** Days both inclusive, or a length in years from a first day. */
export function term<Opt extends boolean = false, Col extends Column | undefined = undefined>(
	options: Options<Opt, boolean, Col> & { nullable?: false }
) {
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
			years: years({ label: 'For how many years', called: 'The number of years', example: '7' })
		},
		{ expected: TERM }
	);
	return either<typeof untilDay, typeof forYears, Opt, false, Col>(untilDay, forYears, TERM, options);
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
export function schedule<Opt extends boolean = false, Col extends Column | undefined = undefined>(
	options: Options<Opt, boolean, Col> & { nullable?: false }
) {
	const shape = { least: 1, expected: 'a list of pieces with from, to and amount', check: scheduleFaults };
	return groups<typeof PIECE, Opt, false, Col>(PIECE, shape, options);
}

const SHARES_OF = { least: 1, expected: 'a list of decimal fractions that add up to 1', check: sharesFaults };

function sharesFaults(entries: Fraction[]): PartFault[] {
	const sum = entries.reduce<number>((total, entry) => total + partsPerMillion(entry), 0);
	if (sum === MILLION) return [];
	return [{ path: [], expected: 'shares that add up to exactly 1', got: `a sum of ${sum / MILLION}` }];
}

const SHARES = {
	payers: groups(fraction({ example: '0.5' }), SHARES_OF, {
		optional: true,
		label: 'Of the payers',
		noun: 'share',
		example: '0.5',
		hint: 'One for each payer, in their order.'
	}),
	payees: groups(fraction({ example: '0.5' }), SHARES_OF, {
		optional: true,
		label: 'Of those paid',
		noun: 'share',
		example: '0.5',
		hint: 'One for each payee, in their order.'
	})
};

/** What part of the whole each payer pays, each payee gets, or both: decimal fractions that add up to 1, in the order of the parties. */
export function shares<Opt extends boolean = false, Col extends Column | undefined = undefined>(
	options: Options<Opt, boolean, Col> & { nullable?: false }
) {
	const expected = 'shares of the payers, of the payees, or of both';
	const check = ({ payers, payees }: { payers?: Fraction[]; payees?: Fraction[] }): PartFault[] =>
		payers || payees ? [] : [{ path: [], expected, got: 'neither' }];
	return group<typeof SHARES, Opt, false, Col>(SHARES, { expected, check }, options);
}

/** The word for a notice that any party may give. */
export const ANY_PARTY = 'either';

const NOTICE = {
	days: whole(
		{
			least: 0,
			most: 36_525,
			expected: 'a whole number of days from 0 to 36,525, or null where nobody may leave any more'
		},
		{ nullable: true, label: 'Days of notice', example: '90', hint: 'Left empty: nobody may leave any more.' }
	),
	by: slug({
		optional: true,
		label: 'By whom',
		called: 'Who may leave',
		hint: 'either, or the slug of the party that may.',
		example: ANY_PARTY
	}),
	from: day({
		optional: true,
		label: 'From',
		called: 'The first day of a notice',
		hint: 'The first day on which it may be given.',
		example: '2027-01-01'
	})
};

/** That a party may end a contract on some days' notice, given on a day or later; `days: null` takes it back and needs no more. */
export function notice<Opt extends boolean = false, Col extends Column | undefined = undefined>(
	options: Options<Opt, boolean, Col> & { nullable?: false }
) {
	const expected = 'a notice with days, by and from';
	const check = ({ days, by, from }: { days: number | null; by?: string; from?: string }): PartFault[] => {
		if (days === null) return [];
		const missing = by === undefined ? 'by' : from === undefined ? 'from' : undefined;
		if (missing === undefined) return [];
		const what =
			missing === 'by' ? `a party of the deal or ${ANY_PARTY}` : 'the first day on which notice may be given';
		return [{ path: [missing], expected: what }];
	};
	return group<typeof NOTICE, Opt, false, Col>(NOTICE, { expected, check }, options);
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
		type: choice(SOURCE_TYPE, {
			optional: true,
			label: 'What kind of source',
			hint: 'How near it stands to the parties.'
		}),
		seen: flag({ optional: true, label: 'Read itself', hint: 'No: known from somebody who quotes it.' })
	},
	{ expected: 'a source with key, url, publisher, title and published' }
);

/** The sources of a deal or a projection. */
export function sources<Col extends Column | undefined = undefined>(options: Options<false, false, Col>) {
	const expected = 'a list of at least one source with key, url, publisher, title and published';
	return groups(
		SOURCE,
		{ least: 1, expected },
		{ label: 'Where it was said', noun: 'source', sql: 'source', ...options }
	);
}
