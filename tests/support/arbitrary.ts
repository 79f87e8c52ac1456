import fc from 'fast-check';
import { compareText } from '$lib/ledger/book';
import { countsFrom, dayFromNumber, dayNumber, yearOf, type Day } from '$lib/records/day';
import type { Filters, Question } from '$lib/ledger/question';
import type { AssumedTerms, Deal, DealEvent, Organisation, Projection, Records } from '$lib/records';
import type { Field, Fields } from '$lib/records/define';
import { DEFINITIONS } from '$lib/records/definitions';
import { ANY_PARTY } from '$lib/records/parts';
import { MILLION } from '$lib/records/value';
import {
	COUNTINGS,
	ESTIMATES,
	EVENT_TYPES,
	FIRMNESS,
	KINDS,
	LAYERS,
	ORGANISATION_KIND,
	SCOPES,
	SPEND_SHAPES,
	TIMING,
	WTF_LABELS
} from '$lib/records/vocabularies';

/**
 * Random ledgers and questions, as odd as the schema lets them be, in a time narrow enough for days to coincide. All records
 * are made of their definitions, so that a new field is in them by being declared; `ASKED` says what rules ask for besides.
 */

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

const PARTIES = ['lab-one', 'lab-two', 'cloud', 'chips'];
const parties = fc.uniqueArray(fc.constantFrom(...PARTIES), { minLength: 1, maxLength: 2 });
const KEYS = ['a'];

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** The record without the fields that are not there, as it would be read from a file. */
function defined<T extends object>(record: T): T {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

/** A decimal fraction of at most six places, as a number or as text. */
const someFraction = fc
	.tuple(fc.integer({ min: 0, max: MILLION }), fc.boolean())
	.map(([parts, quoted]) => (quoted ? (parts / MILLION).toFixed(6) : parts / MILLION));

/** What rules between fields and records ask for, and what makes random ledgers odd: by the place of the field; entries have no number. */
const ASKED: Record<string, fc.Arbitrary<unknown>> = {
	'deals.payers': parties,
	'deals.payees': parties,
	// Drawn once the parties are known.
	'deals.shares': fc.constant(undefined),
	'deals.part_of': fc.constant(undefined),
	'deals.replaces': fc.constant(undefined),
	'deals.title': fc.constantFrom('A campus', 'Chips to order', 'A loan'),
	'deals.timing': fc.constantFrom(...TIMING.words, undefined),
	'deals.us_share': optional(fc.oneof(fc.constantFrom(0, 0.5, 1), someFraction)),
	'deals.events.type': fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...EVENT_TYPES) }, fc.constant('announced')),
	'deals.events.term.start': fc.oneof(someDate, fc.constantFrom('2024-02-29', '2024-01-31', '2024')),
	'deals.events.schedule.amount': fc.integer({ min: 0, max: 1_000_000 }),
	'deals.events.notice.by': fc.constant(ANY_PARTY),
	'projections.slug': fc.constant('guess'),
	'projections.published': fc.constant('2024-01-01'),
	'projections.comparable': fc.constant('deals'),
	'projections.supersedes': fc.constant(undefined),
	'projections.path.year': fc.integer({ min: 2023, max: 2026 }),
	'organisations.kind': fc.oneof(fc.constant('ai_lab'), fc.constantFrom(...ORGANISATION_KIND.words)),
	// Drawn apart, to stand in the order of their days.
	'terms.terms': fc.constant(undefined),
	'terms.terms.years': fc.constantFrom(1 / 12, 0.5, 1, 2.5, 3, 5, 40)
};

/** A list of at least the entries that the definition asks for, at most five events and three of all else. */
function someList({ entry, least, unique }: Field & { kind: 'list' }, place: string): fc.Arbitrary<unknown> {
	if (entry.kind === 'key') return fc.constant(KEYS);
	if (place.endsWith('.sources')) return fc.tuple(valueOf(entry, place));
	const size = { minLength: least, maxLength: place === 'deals.events' ? 5 : 3 };
	return unique
		? fc.uniqueArray(valueOf(entry, place), { ...size, maxLength: 2 })
		: fc.array(valueOf(entry, place), size);
}

function someNumber({ least = 0, most = 900, whole, fits = () => true }: Field & { kind: 'number' }) {
	if (whole) return fc.integer({ min: least, max: most });
	const any = fc.double({ min: least, max: most, noNaN: true });
	return fc.oneof(fc.integer({ min: Math.ceil(least), max: Math.min(30, most) }), any).filter(fits);
}

/** The fields of a group; what it may leave out is left out now and then, what stands folded in a form every other time. */
function someGroup(fields: Fields, place: string): fc.Arbitrary<Record<string, unknown>> {
	const entries = Object.entries(fields).map(([name, field]) => {
		const asked = ASKED[`${place}.${name}`];
		const value = asked ?? valueOf(field, `${place}.${name}`);
		const known = field.nullable ? fc.option(value, { nil: null }) : value;
		if (!field.optional || (asked && place === 'deals')) return [name, known] as const;
		return [name, fc.option(known, { nil: undefined, freq: field.more ? 2 : 5 })] as const;
	});
	return fc.record(Object.fromEntries(entries)).map(defined);
}

/** Sound values of a field, as its definition lets them be. */
function valueOf(field: Field, place: string): fc.Arbitrary<unknown> {
	const value = anyOf(field, place);
	const check = 'check' in field ? (field.check as ((value: unknown) => unknown[]) | undefined) : undefined;
	return check ? value.filter((each) => check(each).length === 0) : value;
}

function anyOf(field: Field, place: string): fc.Arbitrary<unknown> {
	switch (field.kind) {
		case 'text':
			return fc.constantFrom('Two parties agree.', 'As reported.');
		case 'line':
			return fc.constantFrom('Zürich', 'Abilene', 'A bank').map((line) => line.slice(0, field.most ?? Infinity));
		case 'slug':
			return fc.constantFrom(...PARTIES);
		case 'word':
		case 'anything':
		case 'pattern':
			return fc.constant(field.example);
		case 'key':
			return fc.constant(KEYS[0]);
		case 'address':
			return fc.constant('https://a.example/x');
		case 'day':
			return someDay;
		case 'date':
			return someDate;
		case 'country':
			return fc.constantFrom('US', 'Switzerland');
		case 'flag':
			return fc.boolean();
		case 'fraction':
			return someFraction;
		case 'number':
			return someNumber(field);
		case 'dollars':
			return dollars;
		case 'choice':
			return fc.constantFrom(...field.vocabulary.words);
		case 'choices':
			return fc.constantFrom(...field.vocabulary.words);
		case 'list':
			return someList(field, place);
		case 'group':
			return someGroup(field.fields, place);
		case 'either':
			return fc.oneof(...field.groups.map((each) => valueOf(each, place)));
	}
}

/** What had been paid in all cannot be less later: each event says at least what those before it said. */
function paidRising(events: DealEvent[]): DealEvent[] {
	let most = 0;
	return events.map((event) => {
		if (event.paid === undefined) return event;
		most = Math.max(most, event.paid);
		return { ...event, paid: most };
	});
}

/** A sound deal of its definition: events in order, shares for its parties. */
function someDeal(slug: string): fc.Arbitrary<Deal> {
	return fc
		.tuple(someGroup(DEFINITIONS.deals.fields, 'deals'), optional(fc.integer({ min: 0, max: MILLION })))
		.map(([fields, shares]) => {
			const deal = { ...fields, slug } as unknown as Deal;
			const events = paidRising(deal.events.toSorted((a, b) => compareText(countsFrom(a.on), countsFrom(b.on))));
			return defined({ ...deal, events, ...(shares !== undefined && { shares: sharesOf(deal, shares) }) });
		});
}

/** Stated shares of the payers of a deal, of its payees, or of both, the first one's given in parts per million. */
function sharesOf({ payers, payees }: { payers: string[]; payees: string[] }, first: number): Deal['shares'] {
	const of = (parties: string[]) =>
		parties.length === 1 ? ['1.0'] : [first / MILLION, ((MILLION - first) / MILLION).toFixed(6)];
	if (first % 3 === 0) return { payers: of(payers) };
	return first % 3 === 1 ? { payees: of(payees) } : { payers: of(payers), payees: of(payees) };
}

/** An organisation of its definition; searched for by its name. */
function someOrganisation(slug: string): fc.Arbitrary<Organisation> {
	return someGroup(DEFINITIONS.organisations.fields, 'organisations').map(
		(fields) => ({ ...fields, slug, name: `The ${slug} company` }) as unknown as Organisation
	);
}

const someOrganisations = fc.tuple(...PARTIES.map(someOrganisation));

const SLUGS = Array.from({ length: MOST_DEALS }, (_, i) => `deal-${String.fromCharCode(97 + i)}`);

/** Each deal may lie in one that comes before it in a random order: any forest, and no circle. */
const someForest: fc.Arbitrary<Deal[]> = fc.shuffledSubarray(SLUGS, { minLength: 0 }).chain((slugs) =>
	fc
		.tuple(
			fc.tuple(...slugs.map(someDeal)),
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

/** A projection of its definition, on a window inside the random ledgers' time; its path has each year of the window once, in order. */
export const someProjection: fc.Arbitrary<Projection> = someGroup(DEFINITIONS.projections.fields, 'projections').map(
	(fields) => {
		const { path: years = [], ...rest } = fields as unknown as Projection;
		const inside = years.filter(({ year }) => year >= yearOf(rest.window.start) && year <= yearOf(rest.window.end));
		const path = inside
			.filter(({ year }, place) => inside.findIndex((point) => point.year === year) === place)
			.sort((a, b) => a.year - b.year);
		return { ...rest, ...(path.length > 0 && { path }) };
	}
);

/** Assumed terms of one layer, of their definition: each another from a day on. */
function someTerm(layer: string): fc.Arbitrary<AssumedTerms> {
	const { fields } = DEFINITIONS.terms;
	const inForce = fields.terms as Field as Field & { kind: 'list' };
	return fc.tuple(someGroup(fields, 'terms'), someList(inForce, 'terms.terms')).map(([others, list]) => {
		const entries = list as AssumedTerms['terms'];
		const terms = entries
			.filter(({ from }, place) => entries.findIndex((each) => each.from === from) === place)
			.sort((a, b) => compareText(a.from, b.from));
		return { ...others, slug: layer, terms } as unknown as AssumedTerms;
	});
}

/** Assumed terms of some layers, often none at all. */
const someTerms: fc.Arbitrary<AssumedTerms[]> = fc
	.subarray(['demand', 'infrastructure', 'components'])
	.chain((layers) => fc.tuple(...layers.map(someTerm)));

/** The records of some deals, with the organisations that they name. */
function recordsOf(deals: Deal[], organisations: Organisation[], terms: AssumedTerms[]): Records {
	return {
		deals,
		organisations,
		projections: [],
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
	.tuple(someForest, someOrganisations, fc.oneof(fc.constant<AssumedTerms[]>([]), someTerms))
	.map((drawn) => recordsOf(...drawn));

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
