import fc from 'fast-check';
import { compareText } from '$lib/ledger/book';
import { countsFrom, dayFromNumber, dayNumber, yearOf, type Day } from '$lib/records/day';
import type { Filters, Question } from '$lib/ledger/question';
import type {
	AssumedTerms,
	Deal,
	DealEvent,
	Notice,
	Organisation,
	Piece,
	Projection,
	Rating,
	Records,
	Source,
	Term,
	Value
} from '$lib/records';
import { MILLION } from '$lib/records/value';
import {
	COUNTINGS,
	ESTIMATES,
	EVENT_TYPES,
	FIRMNESS,
	KINDS,
	LAYERS,
	SCOPES,
	SPEND_SHAPES,
	WTF_LABELS
} from '$lib/records/vocabularies';

/** Random ledgers and questions, as odd as the schema lets them be, in a time narrow enough for days to coincide. */

const MOST_DEALS = 10;
/** So that all headlines together stay within 9e15. */
const MOST_DOLLARS = 9e15 / MOST_DEALS;

export const FIRST_DAY = '2023-11-01';
export const LAST_DAY = '2026-06-30';

/** A day of the random ledgers' time, often one of its first weeks, so that several things fall on one day. */
export const someDay: fc.Arbitrary<Day> = fc
	.oneof(
		fc.integer({ min: dayNumber(FIRST_DAY), max: dayNumber(LAST_DAY) }),
		fc.integer({ min: dayNumber('2024-02-25'), max: dayNumber('2024-03-04') })
	)
	.map(dayFromNumber);

/** A date as a record may state it: a day, a month or a year. */
const someDate: fc.Arbitrary<string> = fc
	.tuple(someDay, fc.constantFrom(10, 10, 10, 10, 7, 4))
	.map(([day, length]) => day.slice(0, length));

const dollars = fc.oneof(
	fc.integer({ min: 0, max: 9 }),
	fc.integer({ min: 1, max: 400 }).map((billions) => billions * 1_000_000_000),
	fc.integer({ min: 0, max: MOST_DOLLARS })
);

/** Any of the seven shapes of a stated value. */
const someValue: fc.Arbitrary<Value> = fc
	.tuple(dollars, dollars, dollars, fc.integer({ min: 1, max: 7 }))
	.map(([a, b, c, shape]) => {
		const [low, central, high] = [a, b, c].sort((x, y) => x - y);
		return {
			...(shape & 1 ? { low } : {}),
			...(shape & 2 ? { central } : {}),
			...(shape & 4 ? { high } : {})
		};
	});

const span = fc
	.tuple(someDate, someDate)
	.map(([a, b]) => (compareText(countsFrom(a), countsFrom(b)) <= 0 ? ([a, b] as const) : ([b, a] as const)));

const someTerm: fc.Arbitrary<Term> = fc.oneof(
	span.map(([start, end]) => ({ start, end })),
	fc.record({
		start: fc.oneof(someDate, fc.constantFrom('2024-02-29', '2024-01-31', '2024')),
		years: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.double({ min: 0.05, max: 20, noNaN: true }))
	})
);

const someSchedule: fc.Arbitrary<Piece[]> = fc
	.array(
		fc.tuple(span, fc.integer({ min: 0, max: 1_000_000 })).map(([[from, to], amount]) => ({ from, to, amount })),
		{ minLength: 1, maxLength: 3 }
	)
	.filter((pieces) => pieces.some((piece) => piece.amount > 0));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** The record without the fields that are not there, as it would be read from a file. */
function defined<T extends object>(record: T): T {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** That anybody may leave, or no longer. */
const someNotice: fc.Arbitrary<Notice> = fc.oneof(
	fc.record({ days: fc.integer({ min: 0, max: 400 }), by: fc.constant('either'), from: someDay }),
	fc.constant({ days: null })
);

const someEvent: fc.Arbitrary<DealEvent> = fc
	.record({
		on: someDate,
		type: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...EVENT_TYPES) }, fc.constant('announced' as const)),
		value: optional(someValue),
		firmness: optional(fc.constantFrom(...FIRMNESS)),
		term: optional(someTerm),
		schedule: fc.option(someSchedule, { nil: undefined, freq: 2 }),
		paid: fc.option(dollars, { nil: undefined, freq: 2 }),
		notice: fc.option(someNotice, { nil: undefined, freq: 2 }),
		note: fc.constant('As reported.'),
		sources: fc.constant<string[]>(['a'])
	})
	.map(defined);

const someEvents = fc
	.array(someEvent, { minLength: 1, maxLength: 5 })
	.map((events) => paidRising(events.sort((a, b) => compareText(countsFrom(a.on), countsFrom(b.on)))));

/** What had been paid in all cannot be less later: each event says at least what those before it said. */
function paidRising(events: DealEvent[]): DealEvent[] {
	let most = 0;
	return events.map((event) => {
		if (event.paid === undefined) return event;
		most = Math.max(most, event.paid);
		return { ...event, paid: most };
	});
}

const someRating: fc.Arbitrary<Rating> = fc.record({
	on: someDate,
	terminator: fc.integer({ min: 0, max: 10 }),
	idiocracy: fc.integer({ min: 0, max: 10 }),
	rationale: fc.constant('Because.'),
	by: fc.constant('editorial')
});

/** A decimal fraction of at most six places, as a number or as text. */
const someFraction = fc
	.tuple(fc.integer({ min: 0, max: MILLION }), fc.boolean())
	.map(([parts, quoted]) => (quoted ? (parts / MILLION).toFixed(6) : parts / MILLION));

const PARTIES = ['lab-one', 'lab-two', 'cloud', 'chips'];
const parties = fc.uniqueArray(fc.constantFrom(...PARTIES), { minLength: 1, maxLength: 2 });

function dealOf(slug: string): fc.Arbitrary<Deal> {
	return fc
		.record({
			slug: fc.constant(slug),
			title: fc.constantFrom('A campus', 'Chips to order', 'A loan'),
			summary: fc.constant('Two parties agree.'),
			kind: fc.constantFrom(...KINDS),
			layer: optional(fc.constantFrom(...LAYERS)),
			payers: parties,
			payees: parties,
			shares: optional(fc.integer({ min: 0, max: MILLION })),
			timing: fc.constantFrom('own' as const, 'container' as const, undefined),
			us_share: optional(fc.oneof(fc.constantFrom(0, 0.5, 1), someFraction)),
			location: optional(fc.constantFrom('Zürich', 'Abilene')),
			events: someEvents,
			ratings: optional(fc.array(someRating, { maxLength: 3 })),
			sources: fc.constant<Source[]>([{ key: 'a', url: null, publisher: 'A paper', title: null, published: null }])
		})
		.map(({ shares, ...deal }) =>
			defined({ ...deal, ...(shares !== undefined && { shares: sharesOf(deal, shares) }) })
		);
}

/** Stated shares of the payers of a deal, of its payees, or of both, the first one's given in parts per million. */
function sharesOf({ payers, payees }: { payers: string[]; payees: string[] }, first: number): Deal['shares'] {
	const of = (parties: string[]) =>
		parties.length === 1 ? ['1.0'] : [first / MILLION, ((MILLION - first) / MILLION).toFixed(6)];
	if (first % 3 === 0) return { payers: of(payers) };
	return first % 3 === 1 ? { payees: of(payees) } : { payers: of(payers), payees: of(payees) };
}

const ORGANISATIONS: Organisation[] = PARTIES.map((slug, i) => ({
	slug,
	name: `The ${slug} company`,
	kind: i < 2 ? 'ai_lab' : 'other'
}));

const SLUGS = Array.from({ length: MOST_DEALS }, (_, i) => `deal-${String.fromCharCode(97 + i)}`);

/** Each deal may lie in one that comes before it in a random order: any forest, and no circle. */
const someForest: fc.Arbitrary<Deal[]> = fc.shuffledSubarray(SLUGS, { minLength: 0 }).chain((slugs) =>
	fc
		.tuple(
			fc.tuple(...slugs.map(dealOf)),
			fc.tuple(...slugs.map((_, i) => optional(fc.integer({ min: 0, max: Math.max(i - 1, 0) }))))
		)
		.map(([deals, parents]) =>
			deals.map((deal, i) => {
				const parent = i === 0 ? undefined : parents[i];
				if (parent !== undefined) return { ...deal, part_of: slugs[parent]! };
				const { timing: _, ...alone } = deal;
				return alone;
			})
		)
);

/** The years of a path that a window touches, in order. */
function inWindow(path: { year: number; amount: number }[], { start, end }: Projection['window']) {
	return path.filter(({ year }) => year >= yearOf(start) && year <= yearOf(end)).sort((a, b) => a.year - b.year);
}

/** A projection that the schema lets in, on a window inside the random ledgers' time or a little after it. */
export const someProjection: fc.Arbitrary<Projection> = fc
	.record({
		window: fc.tuple(someDay, someDay).map(([a, b]) => (a <= b ? { start: a, end: b } : { start: b, end: a })),
		scope: fc.constantFrom(...SCOPES),
		target: someValue,
		path: optional(
			fc.uniqueArray(
				fc.record({
					year: fc.integer({ min: 2023, max: 2026 }),
					amount: fc.integer({ min: 0, max: 1_000_000_000_000 })
				}),
				{ minLength: 1, selector: (point) => point.year }
			)
		)
	})
	.map(({ path, ...rest }) => ({ ...rest, path: inWindow(path ?? [], rest.window) }))
	.map(({ path, ...rest }) => ({
		slug: 'guess',
		author: 'A. Guesser',
		institution: 'A bank',
		title: 'A guess',
		published: '2024-01-01',
		covers: 'All of it.',
		comparable: 'deals',
		sources: [{ key: 'a', url: null, publisher: 'A bank', title: null, published: null }],
		...rest,
		...(path.length > 0 ? { path } : {})
	}));

/** Assumed terms of some layers, each another from some days on; often none at all. */
const someTerms: fc.Arbitrary<AssumedTerms[]> = fc
	.subarray(['demand', 'infrastructure', 'components'])
	.chain((layers) =>
		fc.tuple(
			...layers.map((layer) =>
				fc
					.uniqueArray(fc.record({ from: someDay, years: fc.constantFrom(1 / 12, 0.5, 1, 2.5, 3, 5, 40) }), {
						minLength: 1,
						maxLength: 3,
						selector: ({ from }) => from
					})
					.map((list) => list.sort((a, b) => (a.from < b.from ? -1 : 1)))
					.map((list) => list.map((each) => ({ ...each, by: 'editorial', reason: 'A guess.' })))
					.map((terms) => ({ slug: layer, terms }))
			)
		)
	);

/** The records of some deals, with the organisations that they name. */
function recordsOf(deals: Deal[], projections: Projection[] = [], terms: AssumedTerms[] = []): Records {
	return {
		deals,
		organisations: ORGANISATIONS,
		projections,
		indicators: [],
		capex: [],
		guidance: [],
		fundamentals: [],
		coverage: [],
		terms
	};
}

/** Up to ten deals of every kind, fate and place in one another. */
export const someLedger: fc.Arbitrary<Records> = fc
	.tuple(someForest, fc.oneof(fc.constant<AssumedTerms[]>([]), someTerms))
	.map(([deals, terms]) => recordsOf(deals, [], terms));

const someFilters: fc.Arbitrary<Filters> = fc
	.record({
		q: optional(fc.constantFrom('campus', 'zurich', 'LAB-ONE company', 'nothing like it', ' ')),
		kind: optional(fc.subarray([...KINDS], { minLength: 1 })),
		organisation: optional(fc.subarray(PARTIES, { minLength: 1 })),
		payer: optional(fc.subarray(PARTIES, { minLength: 1 })),
		payee: optional(fc.subarray(PARTIES, { minLength: 1 })),
		wtf: optional(fc.subarray([...WTF_LABELS], { minLength: 1 })),
		min_value: optional(dollars),
		max_value: optional(dollars)
	})
	.map(defined);

/** Any question, half of them without filters. */
export const someQuestion: fc.Arbitrary<Question> = fc.record({
	layers: fc.subarray([...LAYERS], { minLength: 1 }),
	firmness: fc.constantFrom(...FIRMNESS),
	scope: fc.constantFrom(...SCOPES),
	estimate: fc.constantFrom(...ESTIMATES),
	shape: fc.constantFrom(...SPEND_SHAPES),
	counting: fc.constantFrom(...COUNTINGS),
	filters: fc.oneof(fc.constant({}), someFilters.map(pickOne), someFilters)
});

/** At most one of the filters, so that not all of them together shut everything out. */
function pickOne(filters: Filters): Filters {
	return Object.fromEntries(Object.entries(filters).slice(0, 1));
}
