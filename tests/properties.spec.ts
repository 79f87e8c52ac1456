import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, readingAt, stateAt, type Book } from '$lib/ledger/book';
import { compare, pathAt } from '$lib/ledger/compare';
import { curves } from '$lib/ledger/curves';
import { addDays, countsFrom, dayFromNumber, dayNumber, stepEnds, type Day } from '$lib/records/day';
import { wtfIndex } from '$lib/ledger/wtf-index';
import type { Question } from '$lib/ledger/question';
import { dueCurve, DueCurve } from '$lib/ledger/due';
import { DEFAULT_YEARS, yearsAt } from '$lib/ledger/term';
import { treesOf } from '$lib/ledger/trees';
import { reconcile } from '$lib/ledger/reconcile';
import type { Deal, Projection, Records } from '$lib/records';
import { checkRecord } from '$lib/records/derive/schema.server';
import { LAST_YEAR_OF_TERMS } from '$lib/records/limits';
import { crossFaults } from '$lib/records/rules';
import { Sweep } from '$lib/ledger/sweep';
import { FIRMNESS, INDEX_WINDOWS, KINDS, WEIGHTS } from '$lib/records/vocabularies';
import { FIRST_DAY, LAST_DAY, someDay, someLedger, someProjection, someQuestion } from './support/arbitrary';
import { Naive, ordinal } from './support/naive';

const someIndex = fc.record({ weight: fc.constantFrom(...WEIGHTS), window: fc.constantFrom(...INDEX_WINDOWS) });

/** Against the second implementation, where a rare fault would show. */
const MORE = { numRuns: 300 };

const QUARTERS = stepEnds(FIRST_DAY, '2031-12-31', 'quarter');

/** Every day on which something may change, the day before it and the day after it. */
function daysOf({ deals }: Records): Day[] {
	const days = new Set<Day>([FIRST_DAY, LAST_DAY]);
	for (const deal of deals)
		for (const { on } of [...deal.events, ...(deal.ratings ?? [])])
			for (const shift of [-1, 0, 1]) days.add(addDays(countsFrom(on), shift));
	return [...days].sort();
}

/** Contribution by slug of every kept deal at the end of a day. */
function contributions(book: Book, question: Question, day: Day, asOf = day): Map<string, number> {
	const sweep = new Sweep(book, question, asOf).advance(day);
	const kept = book.entries.filter(({ index }) => sweep.contribution(index) !== null);
	return new Map(kept.map(({ index, deal }) => [deal.slug, sweep.contribution(index)!]));
}

/** All that the ledger says to a question, as plain data. */
function answers(records: Records, question: Question, asOf: Day, projection: Projection) {
	const book = compile(records);
	const due = dueCurve(book, question, asOf);
	return {
		curves: curves(book, question, asOf, QUARTERS),
		reconciliation: reconcile(book, question, asOf),
		contributions: contributions(book, question, asOf),
		index: WEIGHTS.map((weight) => wtfIndex(book, question, asOf, QUARTERS, weight)),
		comparison: compare(book, question, asOf, projection),
		ceiling: due.ceiling,
		spans: book.entries.map(({ index, deal }) => [deal.slug, due.span(index)] as const).filter(([, span]) => span)
	};
}

function shuffled<T>(items: T[], keys: number[]): T[] {
	return items
		.map((item, i) => ({ item, key: keys[i % keys.length]! * (i + 1) }))
		.sort((a, b) => a.key - b.key)
		.map(({ item }) => item);
}

/** The events of a day stay in the order written; the days themselves are put in any order. */
function eventDaysShuffled(deal: Deal, keys: number[]): Deal {
	const byDay = Map.groupBy(deal.events, ({ on }) => countsFrom(on));
	return { ...deal, events: shuffled([...byDay.values()], keys).flat() };
}

/** The parties of a deal in another order, and the shares that are written in that order with them. */
function partiesShuffled({ payers, payees, shares }: Deal, keys: number[]): Pick<Deal, 'payers' | 'payees' | 'shares'> {
	const mixed = (items?: (string | number)[]) => items && shuffled(items, keys);
	return {
		payers: shuffled(payers, keys),
		payees: shuffled(payees, keys),
		...(shares && { shares: { payers: mixed(shares.payers), payees: mixed(shares.payees) } })
	};
}

/**
 * The ledger as it stood at the end of a day. A deal that nobody had heard of is gone, and what lies in it then lies in what
 * it lies in: MODEL section 4 passes over ancestors that have no state.
 */
function cutOff(records: Records, asOf: Day): Records {
	const bySlug = new Map(records.deals.map((deal) => [deal.slug, deal]));
	const known = (on: string) => countsFrom(on) <= asOf;
	const exists = (deal: Deal) => deal.events.some(({ on }) => known(on));
	const deals = records.deals.filter(exists).map((deal): Deal => {
		let above = deal.part_of === undefined ? undefined : bySlug.get(deal.part_of);
		while (above && !exists(above)) above = above.part_of === undefined ? undefined : bySlug.get(above.part_of);
		return {
			...deal,
			part_of: above?.slug,
			events: deal.events.filter(({ on }) => known(on)),
			ratings: deal.ratings?.filter(({ on }) => known(on))
		};
	});
	return { ...records, deals };
}

describe('on random ledgers and questions', () => {
	test('a random ledger is one that the schema lets in', () => {
		fc.assert(
			fc.property(someLedger, someProjection, (records, projection) => {
				const all = { ...records, projections: [projection] };
				const faults = (['deals', 'organisations', 'projections', 'terms'] as const).flatMap((kind) =>
					all[kind].flatMap((record) => {
						const checked = checkRecord(kind, record);
						return 'faults' in checked ? checked.faults : [];
					})
				);
				expect([...faults, ...crossFaults(all)]).toEqual([]);
			})
		);
	});

	test('the sweep agrees with the rules carried out naively', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (records, question, asOf) => {
				const book = compile(records);
				const naive = new Naive(records, question, asOf);
				const days = daysOf(records);
				const got = curves(book, question, asOf, days);
				for (const [i, day] of days.entries()) {
					if (day > asOf) {
						expect([got.headline[i], got.counted[i]]).toEqual([null, null]);
						continue;
					}
					const want = naive.at(ordinal(day));
					expect([day, got.headline[i], got.counted[i]]).toEqual([day, want.headline, want.counted]);
					const each = contributions(book, question, day, asOf);
					expect([...each].sort()).toEqual([...want.contributions].sort());
				}
				const rows = reconcile(book, question, asOf).map((row) => row.amount_usd);
				expect(rows).toEqual(naive.reconciliation());
			}),
			MORE
		);
	});

	test('what is due agrees with exact fractions, day by day and in the end', () => {
		fc.assert(
			fc.property(
				someLedger,
				someQuestion,
				someDay,
				fc.array(someDay, { maxLength: 4 }),
				(records, question, asOf, days) => {
					const due = dueCurve(compile(records), question, asOf);
					const naive = new Naive(records, question, asOf);
					const near = (got: number, want: bigint) =>
						expect(Math.abs(got - Number(want) / 1e6)).toBeLessThanOrEqual(0.01 + due.ceiling * 1e-14);
					near(due.ceiling, naive.due(ordinal('2150-01-01')));
					for (const day of [asOf, ...days, '2040-01-01']) near(due.total(day), naive.due(ordinal(day)));
				}
			),
			MORE
		);
	});

	test('the index agrees with exact sums', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someIndex, (records, question, asOf, { weight, window }) => {
				const naive = new Naive(records, question, asOf);
				for (const reading of wtfIndex(compile(records), question, asOf, daysOf(records), weight, window)) {
					const none = { terminator: null, idiocracy: null, lean: null, label: null, effective_deals: null };
					if (reading.date > asOf) {
						expect(reading).toMatchObject({ ...none, deals: 0 });
						continue;
					}
					const want = naive.index(ordinal(reading.date), weight, window);
					expect(reading).toMatchObject({ deals: want.deals, window_days: want.width });
					if (!want.enough) {
						expect(reading).toMatchObject(none);
						continue;
					}
					const effective = Number((want.total * want.total * 1_000_000n) / want.squares) / 1e6;
					expect(reading.effective_deals).toBeCloseTo(effective, 5);
					const lean = want.terminator - want.idiocracy;
					const means = [want.terminator, want.idiocracy, lean].map((sum) => Number(sum) / Number(want.total));
					for (const [i, key] of (['terminator', 'idiocracy', 'lean'] as const).entries())
						expect(reading[key]).toBeCloseTo(means[i]!, 9);
					// Weighted sums of more than 2^53 dollars are not exact, and a label on its bound may then fall either way.
					if (want.total > 900_000_000_000_000n) continue;
					const both = want.terminator >= 3n * want.total && want.idiocracy >= 3n * want.total;
					const rest = both ? 'WTF' : 'NEUTRAL';
					const leaning = lean > 0n ? 'TERMINATOR' : 'IDIOCRACY';
					expect(reading.label).toBe(lean >= 2n * want.total || lean <= -2n * want.total ? leaning : rest);
				}
			}),
			MORE
		);
	});

	test('contributions are whole, never negative and add up to the counted total', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (records, question, day) => {
				const book = compile(records);
				const each = [...contributions(book, question, day).values()];
				for (const amount of each) expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true);
				expect(each.reduce((sum, amount) => sum + amount, 0)).toBe(new Sweep(book, question, day).advance(day).counted);
			})
		);
	});

	test('the reconciliation adds up to the dollar, and its ends are the curves', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (records, question, day) => {
				const book = compile(records);
				const rows = reconcile(book, question, day);
				const amounts = rows.map((row) => row.amount_usd);
				const { headline, counted } = curves(book, question, day, [day]);
				expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(amounts.at(-1));
				expect([amounts[0], amounts.at(-1)]).toEqual([headline[0], counted[0]]);
				for (const { key, amount_usd } of rows) {
					expect(Number.isSafeInteger(amount_usd)).toBe(true);
					if (key === 'other_layers' || key === 'not_firm' || key === 'inside_bigger_deal')
						expect(amount_usd).toBeLessThanOrEqual(0);
				}
			})
		);
	});

	test('for one day of knowledge, due never falls, never passes its ceiling and ends at it', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (records, question, asOf) => {
				const book = compile(records);
				const due = dueCurve(book, question, asOf);
				const counted = new Sweep(book, question, asOf).advance(asOf).counted;
				let before = 0;
				for (let day = dayNumber(FIRST_DAY) - 5; day < dayNumber(LAST_DAY); day += 3) {
					const now = due.total(dayFromNumber(day));
					expect(now).toBeGreaterThanOrEqual(before);
					before = now;
				}
				const end = due.total(`${LAST_YEAR_OF_TERMS}-12-31`);
				expect(end).toBeGreaterThanOrEqual(before);
				expect(end).toBe(due.ceiling);
				const dead = book.entries.some((entry) => stateAt(entry, dayNumber(asOf))?.cancelled);
				const awaited = book.entries.some(({ index }) => due.timing.isAwaited(index));
				if (!dead) expect(due.ceiling).toBeLessThanOrEqual(counted);
				if (!dead && !awaited) expect(end).toBe(counted);
				const parts = book.entries.reduce((sum, { index }) => sum + due.of(index, asOf), 0);
				expect(parts).toBe(due.total(asOf));
			})
		);
	});

	test('the first assumed terms of the method are those of a ledger that records none', () => {
		const recorded = Object.entries(DEFAULT_YEARS).map(([slug, years]) => ({
			slug,
			terms: [{ from: '2025-01-01', years, by: 'editorial', reason: 'As before.' }]
		}));
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someProjection, (records, question, asOf, projection) => {
				const said = [[], recorded].map((terms) => answers({ ...records, terms }, question, asOf, projection));
				expect(said[1]).toEqual(said[0]);
			})
		);
	});

	test('terms that change later than the day of knowledge move nothing, and of one that changed before the last stands', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someProjection, (records, question, asOf, projection) => {
				const inForce = Object.entries(yearsAt(records.terms, asOf)).map(([slug, years]) => ({
					slug,
					terms: [{ from: '2019-01-01', years, by: 'editorial', reason: 'In force.' }]
				}));
				const [as, one] = [records.terms, inForce].map((terms) =>
					answers({ ...records, terms }, question, asOf, projection)
				);
				expect(as).toEqual(one);
			}),
			MORE
		);
	});

	test('a deal’s due never falls, and never passes its contribution or what had been paid of it', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (records, question, asOf) => {
				const book = compile(records);
				const sweep = new Sweep(book, question, asOf).advance(asOf);
				const due = new DueCurve(book, sweep);
				for (const { index, states } of book.entries) {
					const dues = QUARTERS.map((day) => due.of(index, day));
					expect(dues).toEqual(dues.toSorted((a, b) => a - b));
					const paid = states.filter(({ day }) => day <= asOf).at(-1)?.paid ?? 0;
					expect(dues.at(-1)).toBeLessThanOrEqual((sweep.contribution(index) ?? paid) * (1 + 1e-12));
				}
			}),
			MORE
		);
	});

	test('a tree is never due more than it counts, but for what its cancelled parts paid beyond that', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (records, question, asOf) => {
				const book = compile(records);
				const sweep = new Sweep(book, { ...question, filters: {} }, asOf).advance(asOf);
				const due = new DueCurve(book, sweep);
				for (const tree of treesOf(book)) {
					const counted = tree.reduce((sum, index) => sum + sweep.added(index), 0);
					const paid = tree.reduce(
						(sum, index) => sum + (sweep.contribution(index) === null ? due.of(index, asOf) : 0),
						0
					);
					const total = tree.reduce((sum, index) => sum + due.of(index, '2150-01-01'), 0);
					expect(total).toBeLessThanOrEqual((counted + paid) * (1 + 1e-12) + 1e-6);
				}
			})
		);
	});

	test('without filters both ways of counting are one', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someProjection, (records, question, asOf, projection) => {
				const asked = (counting: 'whole' | 'alone') =>
					answers(records, { ...question, filters: {}, counting }, asOf, projection);
				expect(asked('alone')).toEqual(asked('whole'));
			})
		);
	});

	test('counted whole, the parts of any split of the deals add up to the whole in all three curves', () => {
		const halves = KINDS.map((_, i) => ({ kind: KINDS.slice(0, i + 1), rest: KINDS.slice(i + 1) }));
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, fc.constantFrom(...halves), (records, question, asOf, halved) => {
				const book = compile(records);
				const days = daysOf(records);
				const of = (filters: Question['filters']) =>
					curves(book, { ...question, counting: 'whole', filters }, asOf, days);
				const all = of({});
				const parts = [of({ kind: halved.kind }), ...(halved.rest.length > 0 ? [of({ kind: halved.rest })] : [])];
				for (const i of days.keys()) {
					const sum = (amount: (part: (typeof parts)[number]) => number | null) =>
						parts.reduce((total, part) => total + (amount(part) ?? 0), 0);
					expect(sum((part) => part.headline[i]!)).toBe(all.headline[i] ?? 0);
					expect(sum((part) => part.counted[i]!)).toBe(all.counted[i] ?? 0);
					expect(Math.abs(sum((part) => part.due[i]!) - all.due[i]!)).toBeLessThanOrEqual(0.01 + all.due[i]! * 1e-12);
				}
			}),
			MORE
		);
	});

	test('counted whole, a deal adds the same under every filter', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (records, question, asOf) => {
				const book = compile(records);
				const all = contributions(book, { ...question, filters: {} }, asOf);
				for (const [slug, amount] of contributions(book, { ...question, counting: 'whole' }, asOf))
					expect(amount).toBe(all.get(slug));
			})
		);
	});

	test('no question moves a date', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someQuestion, someDay, (records, one, other, asOf) => {
				const book = compile(records);
				const [a, b] = [one, other].map((question) => dueCurve(book, question, asOf));
				for (const { index } of book.entries) {
					expect([a!.timing.place(index), a!.timing.by(index)]).toEqual([b!.timing.place(index), b!.timing.by(index)]);
					const spans = [a, b].map((curve) => curve!.span(index));
					const dead = stateAt(book.entries[index]!, dayNumber(asOf))?.cancelled;
					if (!dead && spans[0] && spans[1]) expect(spans[0]).toEqual(spans[1]);
				}
			})
		);
	});

	test('where nothing was cancelled a ramp is never ahead of an even spread', () => {
		const live = someLedger.map((records) => ({
			...records,
			deals: records.deals.map((deal) => ({
				...deal,
				events: deal.events.map((event) =>
					event.type === 'cancelled' ? { ...event, type: 'amended' as const } : event
				)
			}))
		}));
		fc.assert(
			fc.property(live, someQuestion, someDay, (records, question, asOf) => {
				const book = compile(records);
				const [even, ramp] = (['even', 'ramp'] as const).map((shape) =>
					dueCurve(book, { ...question, shape }, asOf).totals(QUARTERS)
				);
				for (const [i, due] of ramp!.entries()) expect(due).toBeLessThanOrEqual(even![i]! + 1e-6);
				expect(ramp!.at(-1)).toBeLessThanOrEqual(even!.at(-1)!);
			})
		);
	});

	test('the headlines of a list add up to the reconciliation’s first row', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (records, question, asOf) => {
				const book = compile(records);
				const { matches } = new Sweep(book, question, asOf);
				const listed = book.entries.flatMap((entry) =>
					matches[entry.index] ? (stateAt(entry, dayNumber(asOf))?.highWater ?? 0) : 0
				);
				expect(listed.reduce((sum, dollars) => sum + dollars, 0)).toBe(reconcile(book, question, asOf)[0]!.amount_usd);
			})
		);
	});

	test('an answer as of a day is the answer of the ledger as it stood on that day', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someProjection, (records, question, asOf, projection) => {
				const then = cutOff(records, asOf);
				expect(answers(records, question, asOf, projection)).toEqual(answers(then, question, asOf, projection));
			})
		);
	});

	test('a firmer filter never raises the counted total, nor a higher estimate lowers it', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (records, question, day) => {
				const book = compile(records);
				// Counted alone: among all deals a chosen container adds more once a part outside the choice is not firm enough.
				const counted = (change: Partial<Question>) =>
					new Sweep(book, { ...question, counting: 'alone', ...change }, day).advance(day).counted;
				const byFirmness = FIRMNESS.map((firmness) => counted({ firmness }));
				expect(byFirmness).toEqual(byFirmness.toSorted((a, b) => b - a));
				const byEstimate = (['low', 'central', 'high'] as const).map((estimate) => counted({ estimate }));
				expect(byEstimate).toEqual(byEstimate.toSorted((a, b) => a - b));
				expect(counted({ scope: 'us' })).toBeLessThanOrEqual(counted({ scope: 'global' }));
			})
		);
	});

	test('the order of records, of events on different days and of parties changes nothing', () => {
		const keys = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(
				someLedger,
				someQuestion,
				someDay,
				someProjection,
				keys,
				(records, question, asOf, projection, order) => {
					const mixed: Records = {
						...records,
						deals: shuffled(records.deals, order).map((deal) => ({
							...eventDaysShuffled(deal, order),
							...partiesShuffled(deal, order)
						})),
						organisations: shuffled(records.organisations, order)
					};
					expect(answers(mixed, question, asOf, projection)).toEqual(answers(records, question, asOf, projection));
				}
			)
		);
	});

	test('every figure is finite', () => {
		const finite = (value: unknown): boolean => {
			if (typeof value === 'number') return Number.isFinite(value);
			if (value instanceof Map) return [...value.values()].every(finite);
			return typeof value !== 'object' || value === null || Object.values(value).every(finite);
		};
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someProjection, (records, question, asOf, projection) => {
				expect(finite(answers(records, question, asOf, projection))).toBe(true);
			})
		);
	});

	test('a comparison keeps to its own rules', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, someProjection, (records, question, asOf, projection) => {
				const book = compile(records);
				const { window } = projection;
				const got = compare(book, question, asOf, projection);
				const due = dueCurve(book, { ...question, scope: projection.scope }, asOf);
				const spentBy = (day: Day) => due.total(day) - due.total(addDays(window.start, -1));
				expect(got.due_to_date_usd).toBe(asOf < window.start ? 0 : spentBy(asOf < window.end ? asOf : window.end));
				expect(got.contracted_usd).toBe(spentBy(window.end));
				expect(got.needed_per_year_usd === null).toBe(asOf >= window.end);
				expect(pathAt(projection, addDays(window.start, -1))).toBe(0);
				expect(pathAt(projection, '2035-01-01')).toBe(pathAt(projection, window.end));
				if (!projection.path) expect(pathAt(projection, window.end)).toBe(got.target_usd);
				const slack = 1 + due.ceiling * 1e-12;
				if (got.landing === null) expect(spentBy('2070-01-01')).toBeLessThan(got.target_usd + slack);
				else {
					expect(got.landing >= window.start).toBe(true);
					expect(spentBy(got.landing)).toBeGreaterThanOrEqual(got.target_usd - slack);
					if (got.landing > window.start)
						expect(spentBy(addDays(got.landing, -1))).toBeLessThanOrEqual(got.target_usd + slack);
				}
			})
		);
	});

	test('a reading is the latest one known', () => {
		fc.assert(
			fc.property(someLedger, someDay, (records, day) => {
				for (const entry of compile(records).entries) {
					const known = (entry.deal.ratings ?? []).filter(({ on }) => countsFrom(on) <= day);
					const days = known.map(({ on }) => countsFrom(on)).sort();
					const got = readingAt(entry, dayNumber(day));
					expect(got && countsFrom(got.on)).toBe(days.at(-1));
				}
			})
		);
	});
});
