import { addDays, dayFromNumber, dayNumber, yearOf, type Day } from '$lib/records/day';
import type { Deal, DealEvent, Organisation, Piece, Rating, Source, Term, Value } from '$lib/records';
import { randomOf, type Random } from './scenario/random';
import type { EventType, Firmness, Kind, OrganisationKind } from '$lib/records/vocabularies';

/** A made-up ledger: its deals come one by one, so that a million need no room. */
export interface Generated {
	organisations: Organisation[];
	deals: Iterable<Deal>;
}

/** The most deals that `generate` makes. */
export const MOST_DEALS = 10_000_000;

const FIRST = dayNumber('2019-01-01');
const LAST = dayNumber('2026-10-31');

/**
 * The largest single value is 512 billion dollars, and less in a ledger of more than 78,125 deals: headlines come to a
 * thirteenth of it on average, so that all together stay near 3e15, well under the 9e15 that a ledger may hold.
 */
const LARGEST = 512_000_000_000;
const SHARED = 40_000_000_000_000_000;
/** Values lie evenly over this many halvings of the largest. */
const HALVINGS = 16;

const DEEPEST = 3;
/** Out of how many of the latest containers a part chooses the one it lies in. */
const OPEN_CONTAINERS = 256;

/** Who deals with whom, how often out of 100, in what words. */
const PATTERNS: { kind: Kind; weight: number; payer: OrganisationKind; payee: OrganisationKind; verb: string }[] = [
	{ kind: 'compute_purchase', weight: 24, payer: 'ai_lab', payee: 'neocloud', verb: 'rents compute from' },
	{ kind: 'compute_purchase', weight: 10, payer: 'ai_lab', payee: 'hyperscaler', verb: 'rents compute from' },
	{ kind: 'chip_purchase', weight: 14, payer: 'neocloud', payee: 'chipmaker', verb: 'buys chips from' },
	{ kind: 'capacity_build', weight: 12, payer: 'hyperscaler', payee: 'developer', verb: 'builds a campus with' },
	{ kind: 'programme', weight: 5, payer: 'hyperscaler', payee: 'other', verb: 'starts a programme with' },
	{ kind: 'lease', weight: 9, payer: 'neocloud', payee: 'developer', verb: 'leases a site from' },
	{ kind: 'joint_venture', weight: 3, payer: 'investor', payee: 'developer', verb: 'starts a venture with' },
	{ kind: 'acquisition', weight: 2, payer: 'hyperscaler', payee: 'neocloud', verb: 'buys' },
	{ kind: 'equity_investment', weight: 12, payer: 'chipmaker', payee: 'ai_lab', verb: 'invests in' },
	{ kind: 'debt_financing', weight: 9, payer: 'financier', payee: 'neocloud', verb: 'lends to' }
];

const ROLES: { kind: OrganisationKind; name: string }[] = [
	{ kind: 'ai_lab', name: 'Lab' },
	{ kind: 'hyperscaler', name: 'Platform' },
	{ kind: 'neocloud', name: 'Cloud' },
	{ kind: 'chipmaker', name: 'Chips' },
	{ kind: 'developer', name: 'Sites' },
	{ kind: 'financier', name: 'Bank' },
	{ kind: 'investor', name: 'Fund' },
	{ kind: 'other', name: 'Supplier' }
];

const SOURCES: Source[] = [
	{ key: 'made-up', url: null, publisher: 'The generator', title: 'Made up, for trials at size', published: null }
];

/** A whole number from 0 to `below` − 1. */
function randomBelow(random: Random, count: number): number {
	return Math.floor(random.uniform() * count);
}

function isChance(random: Random, percent: number): boolean {
	return randomBelow(random, 100) < percent;
}

/** The first entry whose weight a draw out of the sum of weights falls into. */
function pick<T extends { weight: number }>(random: Random, entries: readonly T[]): T {
	let draw = randomBelow(random, 100);
	return entries.find(({ weight }) => (draw -= weight) < 0)!;
}

/** Dollars as they are announced: whole billions, or whole millions under ten billion. */
function roundDollars(dollars: number): number {
	const unit = dollars >= 10_000_000_000 ? 1_000_000_000 : 1_000_000;
	return Math.max(1, Math.round(dollars / unit)) * unit;
}

function valueAround(random: Random, dollars: number): Value | undefined {
	const draw = randomBelow(random, 100);
	if (draw < 55) return { central: dollars };
	if (draw < 70) return { high: dollars };
	if (draw < 80) return { low: dollars };
	if (draw < 92) return { low: roundDollars(dollars * 0.75), high: roundDollars(dollars * 1.25) };
	return undefined;
}

interface Container {
	slug: string;
	dollars: number;
	firstDay: number;
	depth: number;
}

/**
 * A realistic ledger of any size: every kind and layer, values over five orders of magnitude, ranges, histories with
 * amendments and cancellations, deals inside deals at most three deep, readings, places; 2019 to 2026. The same count and
 * seed give the same ledger on every machine: only integer random numbers and + − × ÷ go into it.
 * @param count number of deals, 1 to `MOST_DEALS`
 * @param seed whole number, 0 to 2^32 − 1
 * @throws RangeError for another count or seed
 */
export function generate(count: number, seed: number): Generated {
	if (!Number.isInteger(count) || count < 1 || count > MOST_DEALS)
		throw new RangeError(`expected 1 to ${MOST_DEALS.toLocaleString('en-US')} deals, got ${count}`);
	if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
		throw new RangeError(`expected a seed from 0 to 4294967295, got ${seed}`);
	const perRole = Math.min(Math.max(Math.floor(count / 100), 4), 500);
	const organisations = ROLES.flatMap(({ kind, name }) =>
		Array.from({ length: perRole }, (_, i): Organisation => ({
			slug: `${name.toLowerCase()}-${i + 1}`,
			name: `${name} ${i + 1}`,
			kind
		}))
	);
	return { organisations, deals: { [Symbol.iterator]: () => dealsOf(count, seed, perRole, organisations) } };
}

function* dealsOf(count: number, seed: number, perRole: number, organisations: Organisation[]): Generator<Deal> {
	const random = randomOf(seed, 'generate');
	const largest = Math.min(LARGEST, SHARED / count);
	const containers: Container[] = [];
	// The smaller of two draws: a few parties are in most deals.
	const party = (kind: OrganisationKind): Organisation => {
		const role = ROLES.findIndex((each) => each.kind === kind);
		return organisations[role * perRole + Math.min(randomBelow(random, perRole), randomBelow(random, perRole))]!;
	};
	for (let i = 0; i < count; i++) {
		const { kind, payer: payerKind, payee: payeeKind, verb } = pick(random, PATTERNS);
		const [payer, payee] = [party(payerKind), party(payeeKind)];
		const inside =
			containers.length > 0 && isChance(random, 25) ? containers[randomBelow(random, containers.length)] : undefined;
		const shrink = inside ? inside.dollars : largest / 2 ** randomBelow(random, HALVINGS);
		const dollars = roundDollars(shrink * (inside ? 0.1 + random.uniform() * 0.5 : 0.5 + random.uniform() / 2));
		// The square root of a draw lies late: most deals are recent.
		const from = inside?.firstDay ?? FIRST;
		const firstDay = from + Math.floor((LAST - from) * Math.sqrt(random.uniform()));
		const slug = `${payer.slug}-${payee.slug}-${yearOf(dayFromNumber(firstDay))}-${i + 1}`;
		const events = eventsOf(random, dollars, firstDay);
		const depth = inside ? inside.depth + 1 : 1;
		if (depth < DEEPEST && (kind === 'programme' || kind === 'capacity_build' || kind === 'compute_purchase'))
			containers[containers.length < OPEN_CONTAINERS ? containers.length : i % OPEN_CONTAINERS] = {
				slug,
				dollars,
				firstDay,
				depth
			};
		const usShare = usShareOf(random);
		const ratings = ratingsOf(random, firstDay);
		yield {
			slug,
			title: `${payer.name} ${verb} ${payee.name}`,
			summary: `${payer.name} ${verb} ${payee.name}. Made up, for trials at size.`,
			kind,
			...(isChance(random, 3) ? { layer: 'components' as const } : {}),
			payers: [payer.slug],
			payees: [payee.slug],
			...(inside ? { part_of: inside.slug } : {}),
			...(usShare === undefined ? {} : { us_share: usShare }),
			events,
			...(ratings.length > 0 ? { ratings } : {}),
			sources: SOURCES
		};
	}
}

function usShareOf(random: Random): number | undefined {
	const draw = randomBelow(random, 100);
	if (draw < 30) return undefined;
	if (draw < 70) return 1;
	return draw < 85 ? 0 : randomBelow(random, 20) / 20;
}

function event(on: Day, type: EventType, note: string, more: Partial<DealEvent> = {}): DealEvent {
	return { on, type, ...more, note, sources: ['made-up'] };
}

const FIRST_FIRMNESS: { firmness: Firmness | undefined; weight: number }[] = [
	{ firmness: undefined, weight: 65 },
	{ firmness: 'letter_of_intent', weight: 15 },
	{ firmness: 'definitive', weight: 12 },
	{ firmness: 'rumoured', weight: 8 }
];

/** A history: announced, perhaps signed, perhaps changed, now and then completed or cancelled. */
function eventsOf(random: Random, dollars: number, firstDay: number): DealEvent[] {
	const value = valueAround(random, dollars);
	const { firmness } = pick(random, FIRST_FIRMNESS);
	const on = dayFromNumber(firstDay);
	const terms = termsOf(random, on);
	const more = { ...(value ? { value } : {}), ...(firmness ? { firmness } : {}), ...terms };
	// A month counts from its last day, so what follows must not come before that.
	const partial = isChance(random, 8);
	const events = [event(partial ? on.slice(0, 7) : on, 'announced', 'Announced.', more)];
	let day = firstDay + (partial ? 31 : 0);
	const happens = (percent: number): Day | undefined => {
		if (!isChance(random, percent)) return undefined;
		day += 10 + randomBelow(random, 300);
		return day <= LAST ? dayFromNumber(day) : undefined;
	};
	const signed = happens(35);
	if (signed) events.push(event(signed, 'definitive', 'Signed.'));
	const grown = happens(12);
	if (grown) events.push(event(grown, 'expanded', 'Grown.', { value: { central: roundDollars(dollars * 1.5) } }));
	const cut = happens(8);
	if (cut) events.push(event(cut, 'scaled_back', 'Cut.', { value: { central: roundDollars(dollars * 0.5) } }));
	const amended = happens(6);
	if (amended) events.push(event(amended, 'amended', 'Put off.', termsOf(random, amended)));
	const ended = happens(10);
	if (ended && isChance(random, 50))
		events.push(event(ended, 'cancelled', 'Called off.', { paid: roundDollars(dollars * 0.25) }));
	else if (ended) events.push(event(ended, 'completed', 'Done.'));
	return events;
}

function termsOf(random: Random, start: Day): { term?: Term; schedule?: Piece[] } {
	const draw = randomBelow(random, 100);
	if (draw < 50) return { term: { start, years: 1 + randomBelow(random, 28) / 2 } };
	if (draw < 65) return { term: { start, end: addDays(start, 90 + randomBelow(random, 3000)) } };
	if (draw < 72) {
		const year = yearOf(start);
		const pieces = Array.from({ length: 2 + randomBelow(random, 4) }, (_, i) => ({
			from: `${year + i}-01-01`,
			to: `${year + i}-12-31`,
			amount: (1 + randomBelow(random, 20)) * 100_000_000
		}));
		return { schedule: pieces };
	}
	return {};
}

/** Low readings mostly, as in life: the larger points are rare. */
function ratingsOf(random: Random, firstDay: number): Rating[] {
	const draw = randomBelow(random, 100);
	const count = draw < 20 ? 0 : draw < 85 ? 1 : 2;
	const points = () => Math.min(randomBelow(random, 11), randomBelow(random, 11), randomBelow(random, 11));
	return Array.from({ length: count }, (_, i) => ({
		on: dayFromNumber(Math.min(firstDay + i * 120, LAST)),
		terminator: points(),
		idiocracy: points(),
		rationale: 'Made up, for trials at size.',
		by: 'generator'
	}));
}
