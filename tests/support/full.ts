import fc from 'fast-check';
import { addDays } from '$lib/records/day';
import { DEFINITIONS } from '$lib/records/definitions';
import type { RecordOf } from '$lib/records/keys';
import { RECORD_KINDS, type RecordKind, type Records } from '$lib/records';
import type { Field, Fields } from '$lib/records/define';

/**
 * Records in which every field is set, for what must not lose one: made of the definitions, so that a new field is in them by being
 * declared. Only what a rule between fields asks for is said here (`ASKED`).
 */

const LINES = ['Zürich, “Nord”', 'Says "so", twice', "it's 50%", 'True', '2026', 'Plain words'];
const text = fc.constantFrom('One sentence.', 'Two, with "quotes". And ö.', 'It rose by 5%: so they say.');
const address = fc.constantFrom('https://a.example/x', 'https://b.example/y?z=1,2');
const KEYS = ['a', 'b'];
const PARTIES = ['alpha', 'beta'];
const DEALS = ['inner-deal', 'outer-deal'];

/** Names of records that exist: of those of a kind, and of the one that a field of another record names. */
const NAMES: Partial<Record<RecordKind, string>> = {
	deals: 'inner-deal',
	organisations: 'alpha',
	projections: 'guess',
	indicators: 'circularity',
	coverage: 'deals',
	terms: 'demand'
};
const PICKED = { deals: 'outer-deal', organisations: 'beta', projections: 'earlier-guess' };

const always = (value: unknown) => fc.constant(value);

/** Values that a rule between fields or records asks for, by the place of the field; entries of lists have no number. */
const ASKED: Record<string, fc.Arbitrary<unknown>> = {
	'deals.payees': always(['gamma']),
	'deals.shares': always({ payers: ['0.250000', 0.75], payees: ['1.000000'] }),
	'deals.replaces': always('earlier-deal'),
	'deals.events.paid': always(5_000_000),
	'deals.doubts.sources': always(['b', 'a']),
	'projections.comparable': always(['deals', 'capex']),
	'projections.featured': always(true)
};

/** Where a field stands: its place without numbers, which entry of a list it is in, how many of its like stand before it in its group. */
interface Spot {
	place: string;
	entry: number;
	before: number;
}

/** The days of a group follow each other, a quarter apart, and those of the next entry come later. */
const dayAt = ({ entry, before }: Spot) => addDays('2025-01-01', 400 * entry + 89 * before);

/** The numbers of a group rise in their order, and those of a second entry lie above those of the first. */
function numberOf(
	{ least = 0, most = 900, whole, fits = () => true }: Field & { kind: 'number' },
	{ entry, before }: Spot
): fc.Arbitrary<number> {
	const middle = Math.floor((least + most) / 2);
	if (whole) return fc.integer(entry > 0 ? { min: middle + 1, max: most } : { min: least, max: middle });
	const fitting = [0.25, 1, 2.5, 12.5].map((value) => value + 20 * before);
	return fc.constantFrom(...fitting.filter((value) => value >= least && value <= most && fits(value)));
}

function lineOf({ most = Infinity }: Field & { kind: 'line' }): fc.Arbitrary<string> {
	return fc.constantFrom(...LINES).map((line) => line.slice(0, most).trim());
}

function listOf({ kind: _, entry, unique, picks }: Field & { kind: 'list' }, spot: Spot): fc.Arbitrary<unknown> {
	if (picks) return always(picks === 'deals' ? DEALS : PARTIES);
	if (entry.kind === 'key') return always(KEYS);
	if (unique) return fc.uniqueArray(valueOf(entry, spot), { minLength: 2, maxLength: 2 });
	return fc.tuple(...[0, 1].map((number) => valueOf(entry, { ...spot, entry: number, before: 0 })));
}

/** Every field of a group; the second entry of a list knows less: nothing where nothing may be recorded. */
function groupOf(fields: Fields, spot: Spot): fc.Arbitrary<object> {
	const seen = new Map<string, number>();
	const entries = Object.entries(fields).map(([name, field]) => {
		const like = field.kind === 'date' || field.kind === 'day' ? 'day' : field.kind;
		const before = seen.get(like) ?? 0;
		seen.set(like, before + 1);
		const at = { place: `${spot.place}.${name}`, entry: spot.entry, before };
		return [name, field.nullable && spot.entry > 0 ? always(null) : (ASKED[at.place] ?? valueOf(field, at))] as const;
	});
	return fc.record(Object.fromEntries(entries));
}

/** A sound value of a field in which everything is set that can be. */
function valueOf(field: Field, spot: Spot): fc.Arbitrary<unknown> {
	switch (field.kind) {
		case 'text':
			return text;
		case 'line':
			return lineOf(field);
		case 'slug':
			return always(field.picks ? PICKED[field.picks] : PARTIES[0]);
		case 'word':
			return fc.constantFrom('revenue', 'payments_for_ppe');
		case 'key':
			return always(KEYS[spot.entry]);
		case 'address':
			return address;
		case 'anything':
		case 'pattern':
			return always(field.example);
		case 'day':
			return always(dayAt(spot));
		case 'date':
			return always(field.late || spot.before > 0 ? dayAt(spot) : dayAt(spot).slice(0, 7));
		case 'country':
			return fc.constantFrom('US', 'Switzerland');
		case 'flag':
			return fc.boolean();
		case 'fraction':
			// Text comes back from a table as the number that it is: that it is kept elsewhere, the shares hold.
			return fc.constantFrom(0.5, 0.333, 1);
		case 'number':
			return numberOf(field, spot);
		case 'dollars':
			// The sums of a group rise, as a low end, a central one and a high end do; a form would write equal ones as a single figure.
			return fc.integer({ min: 1, max: 90_000_000_000 }).map((sum) => sum + spot.before * 100_000_000_000);
		case 'choice':
			return fc.constantFrom(...field.vocabulary.words);
		case 'choices':
			return fc.uniqueArray(fc.constantFrom(...field.vocabulary.words), { minLength: 2, maxLength: 2 });
		case 'list':
			return listOf(field, spot);
		case 'group':
			return groupOf(field.fields, { ...spot, before: 0 });
		case 'either':
			// Each entry of a list another one.
			return valueOf(field.groups[spot.entry % field.groups.length]!, spot);
	}
}

function fullRecord<K extends RecordKind>(kind: K): fc.Arbitrary<RecordOf<K>> {
	const name = NAMES[kind];
	const record = groupOf(DEFINITIONS[kind].fields, { place: kind, entry: 0, before: 0 });
	return record.map((fields) => ({ ...fields, ...(name !== undefined && { slug: name }) }) as unknown as RecordOf<K>);
}

type OneOfEach = { [K in RecordKind]: RecordOf<K> };
const oneOfEach = fc.record(
	Object.fromEntries(RECORD_KINDS.map((kind) => [kind, fullRecord(kind)]))
) as unknown as fc.Arbitrary<OneOfEach>;

/** A sound ledger in which every field of every kind is set in one record at least, with the records that they name. */
export const fullLedger: fc.Arbitrary<Records> = oneOfEach.map((one) => {
	const each = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, [one[kind]]])) as unknown as Records;
	const outer = { ...one.deals, slug: 'outer-deal', part_of: undefined, timing: undefined };
	const figure = one.fundamentals;
	return {
		...each,
		deals: [one.deals, outer, { ...outer, slug: 'earlier-deal', replaces: undefined }].map(withoutUndefined),
		organisations: [
			one.organisations,
			{ slug: 'beta', name: 'Beta', kind: 'other' },
			{ slug: 'gamma', name: 'Gamma', kind: 'other' }
		],
		projections: [
			withoutUndefined({ ...one.projections, slug: 'earlier-guess', supersedes: undefined, featured: undefined }),
			one.projections
		],
		// A figure is of a period or of a day: one of each.
		fundamentals: [
			{ ...figure, metric: 'revenue', as_of: null },
			{ ...figure, metric: 'backlog', period_start: null, period_end: null }
		]
	};
});

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
