import fc from 'fast-check';
import { DEFINITIONS } from '$lib/records/definitions';
import type {
	Capex,
	Deal,
	Fundamental,
	Guidance,
	Organisation,
	Projection,
	RecordKind,
	Records,
	Source
} from '$lib/records';
import { CAPEX_MEASURES, CONFIDENCES, FIRMNESS, KINDS, LAYERS, SCOPES, TIMING } from '$lib/records/vocabularies';
import type { Field, Fields } from '$lib/records/define';

/** Records in which every field is set, for what must not lose one. A field that a definition gains has to join here: `missing` names it. */

const line = fc.constantFrom('Zürich, “Nord”', 'Says "so", twice', "it's 50%", 'True', '2026', 'Plain words');
const text = fc.constantFrom('One sentence.', 'Two, with "quotes". And ö.', 'It rose by 5%: so they say.');
const dollars = fc.integer({ min: 1, max: 900_000_000_000 });
const address = fc.constantFrom('https://a.example/x', 'https://b.example/y?z=1,2');
const day = fc.constantFrom('2025-01-31', '2025-03-01');
/** Three ends that differ: a form writes equal ones as a single figure. */
const value = fc
	.integer({ min: 1, max: 90_000_000_000 })
	.map((low) => ({ low, central: low * 2 + 1, high: low * 5 + 7 }));

const sources: fc.Arbitrary<Source[]> = fc.tuple(line, line, address).map(([publisher, title, url]) => [
	{ key: 'a', url, publisher, title, published: '2025-01', type: 'filing', seen: true },
	{ key: 'b', url: null, publisher, title: null, published: null, type: 'own', seen: false }
]);

type Event = Deal['events'][number];

const event = (on: string, term: Event['term'], notice: Event['notice']): fc.Arbitrary<Event> =>
	fc.record({
		on: fc.constant(on),
		type: fc.constant('announced' as const),
		value,
		firmness: fc.constantFrom(...FIRMNESS),
		term: fc.constant(term),
		schedule: fc.constant<Event['schedule']>([
			{ from: '2025-01-01', to: '2025-06-30', amount: 3 },
			{ from: '2025-07-01', to: '2026-06-30', amount: 7 }
		]),
		paid: fc.constant(5_000_000),
		notice: fc.constant(notice),
		note: text,
		sources: fc.constant<string[]>(['a', 'b'])
	});

const deal: fc.Arbitrary<Deal> = fc.record({
	slug: fc.constant('inner-deal'),
	title: line,
	short: fc.constantFrom('Alpha rents, $38B', 'So many characters fit in it'),
	summary: text,
	kind: fc.constantFrom(...KINDS),
	layer: fc.constantFrom(...LAYERS),
	payers: fc.constant(['alpha', 'beta']),
	payees: fc.constant(['gamma']),
	shares: fc.constant<Deal['shares']>({ payers: ['0.250000', 0.75], payees: ['1.000000'] }),
	part_of: fc.constant('outer-deal'),
	timing: fc.constantFrom(...TIMING.words),
	replaces: fc.constant('earlier-deal'),
	us_share: fc.constantFrom(0.5, 0.333, 1),
	location: line,
	workloads: fc.constant(['training' as const, 'agentic' as const]),
	hardware: fc.constant(['Nvidia GB300', 'AMD MI450, rev. 2']),
	units: line,
	capacity_gw: fc.constantFrom(0.25, 1, 12.5),
	confidence: fc.constantFrom(...CONFIDENCES),
	events: fc
		.tuple(
			event('2025-01', { start: '2025-01-01', end: '2027-12-31' }, { days: 90, by: 'either', from: '2026-08-03' }),
			event('2025-06-30', { start: '2025-07-01', years: 2.5 }, { days: null, by: 'gamma', from: '2025-12-31' })
		)
		.map((pair) => [...pair]),
	ratings: fc
		.record({
			on: fc.constant('2025-02'),
			terminator: fc.integer({ min: 0, max: 10 }),
			idiocracy: fc.integer({ min: 0, max: 10 }),
			rationale: text,
			by: line
		})
		.map((rating) => [rating]),
	sources,
	doubts: fc.record({ note: text, sources: fc.constant<string[]>(['b', 'a']) }).map((doubt) => [doubt]),
	notes: text
});

const organisation: fc.Arbitrary<Organisation> = fc.record({
	slug: fc.constant('alpha'),
	name: line,
	kind: fc.constant('ai_lab' as const),
	country: fc.constantFrom('US', 'Switzerland'),
	ticker: fc.constantFrom('ALPH', 'A.B'),
	cik: fc.constant('0001018724'),
	aliases: fc.constant(['Alpha Labs', 'AL, Inc.']),
	stakes: fc.record({ in: fc.constant('beta'), since: day, value, source: address, note: text }).map((each) => [each]),
	stand_in: fc.constant(true),
	notes: text
});

const projection: fc.Arbitrary<Projection> = fc.record({
	slug: fc.constant('guess'),
	author: line,
	institution: line,
	title: line,
	short: fc.constantFrom('Bain: $500B a year, world, 2030'),
	published: fc.constant('2025-03'),
	scope: fc.constantFrom(...SCOPES),
	covers: text,
	window: fc.constant({ start: '2025-01-01', end: '2026-12-31' }),
	target: value,
	path: fc.constant([
		{ year: 2025, amount: 1_000_000 },
		{ year: 2026, amount: 2_000_000 }
	]),
	supersedes: fc.constant('earlier-guess'),
	comparable: fc.constant(['deals' as const, 'capex' as const]),
	reason: text,
	companies: fc.constant(['alpha']),
	featured: fc.constant(true),
	sources,
	confidence: fc.constantFrom(...CONFIDENCES),
	notes: text
});

const indicator: fc.Arbitrary<Records['indicators'][number]> = fc.record({
	slug: fc.constant('circularity'),
	name: line,
	question: text,
	formula: text,
	inputs: fc.constant(['deals', 'capex']),
	unit: fc.constant('ratio'),
	companies: fc.constant(['alpha', 'beta']),
	bounds: fc
		.record({
			from: fc.constant('2019-01-01'),
			green: fc.constant({ min: 0, max: 0.1 }),
			amber: fc.constant({ min: 0, max: 0.25 }),
			by: line,
			reason: text,
			source: fc.record({ publisher: line, url: address, seen: fc.constant(true) })
		})
		.map((drawn) => [drawn, { ...drawn, from: '2026-12-01', green: { min: 0, max: 0.2 } }]),
	stale_after_days: fc.integer({ min: 1, max: 400 }),
	notes: text
});

const origin = {
	source: address,
	publisher: line,
	seen: fc.boolean(),
	confidence: fc.constantFrom(...CONFIDENCES)
};
const company = fc.constant('alpha');
const period = { period_start: fc.constant('2025-01-01'), period_end: fc.constant('2025-03-31') };

const capex: fc.Arbitrary<Capex> = fc.record({
	company,
	fiscal_period: fc.constant('FY2025Q1'),
	...period,
	amount_usd: dollars,
	measure: fc.constantFrom(...CAPEX_MEASURES),
	filed: fc.constant('2025-05-01'),
	...origin,
	derivation: line,
	note: text
});

const guidance: fc.Arbitrary<Guidance> = fc.record({
	company,
	given_on: fc.constant('2025-02-01'),
	...period,
	low_usd: fc.constant(1_000),
	high_usd: fc.constant(2_000),
	measure: fc.constant('payments_for_ppe'),
	wording: text,
	...origin,
	note: text
});

/** A figure is of a period or of a day: one of each. */
const fundamentals: fc.Arbitrary<Fundamental[]> = fc
	.record({
		company,
		metric: fc.constant('revenue'),
		...period,
		as_of: fc.constant(null),
		amount_usd: dollars,
		...origin,
		note: text,
		filed: fc.constant('2025-05-02')
	})
	.map((figure) => [
		figure,
		{ ...figure, metric: 'backlog', period_start: null, period_end: null, as_of: '2025-03-31' }
	]);

/** A sound ledger in which every field of every kind is set in one record at least. */
export const fullLedger: fc.Arbitrary<Records> = fc
	.record({ deal, organisation, projection, indicator, capex, guidance, fundamentals })
	.map((one) => ({
		deals: [
			one.deal,
			{ ...one.deal, slug: 'outer-deal', part_of: undefined, timing: undefined },
			{ ...one.deal, slug: 'earlier-deal', part_of: undefined, timing: undefined, replaces: undefined }
		].map(withoutUndefined),
		organisations: [
			one.organisation,
			{ slug: 'beta', name: 'Beta', kind: 'other' as const },
			{ slug: 'gamma', name: 'Gamma', kind: 'other' as const }
		],
		projections: [
			{ ...one.projection, slug: 'earlier-guess', supersedes: undefined, featured: undefined },
			one.projection
		].map(withoutUndefined),
		indicators: [one.indicator],
		capex: [one.capex],
		guidance: [one.guidance],
		fundamentals: one.fundamentals
	}));

function withoutUndefined<T extends object>(record: T): T {
	return Object.fromEntries(Object.entries(record).filter(([, each]) => each !== undefined)) as T;
}

/** The places of a field and of what is inside it: `events.term.years`. An entry of a list has no number. */
function placesOf(field: Field, at: string): string[] {
	if (field.kind === 'group') return placesOfAll(field.fields, `${at}.`);
	if (field.kind === 'list') return placesOf(field.entry, at);
	return field.kind === 'either' ? field.groups.flatMap((each) => placesOf(each, at)) : [at];
}

function placesOfAll(fields: Fields, before = ''): string[] {
	return Object.entries(fields).flatMap(([name, field]) => placesOf(field, `${before}${name}`));
}

function placesIn(value: unknown, at = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((each) => placesIn(each, at));
	if (value === null || value === undefined) return [];
	if (typeof value !== 'object') return [at];
	return Object.entries(value).flatMap(([name, inner]) => placesIn(inner, at ? `${at}.${name}` : name));
}

/** The fields of a kind that none of the records sets. */
export function missing(kind: RecordKind, records: readonly object[]): string[] {
	const set = new Set(records.flatMap((record) => placesIn(record)));
	return [...new Set(placesOfAll(DEFINITIONS[kind].fields))].filter((place) => !set.has(place));
}
