import { describe, expect, it } from 'vitest';
import { deal, happened, records } from '../../../tests/support/small';
import { assumedTerm, compile, readingAt, stateAt, termDays } from './book';
import { dayNumber, type Day } from './day';
import type { DealEvent } from './records';

function stateOn(day: Day, ...events: DealEvent[]) {
	return stateAt(compile(records({ deals: [deal({ slug: 'a', events })] })).entries[0]!, dayNumber(day));
}

describe('the state of a deal', () => {
	it('is none before the first event, which for a month is its last day', () => {
		const event = happened('2024-02', { value: { central: 5 } });
		expect(stateOn('2024-02-28', event)).toBeUndefined();
		expect(stateOn('2024-02-29', event)).toMatchObject({
			day: '2024-02-29',
			value: { central: 5 },
			firmness: 'announced'
		});
	});

	it('keeps what an event leaves out, and replaces a value whole', () => {
		const first = happened('2024-01-01', { value: { low: 1, central: 2, high: 3 }, term: { start: '2024', years: 2 } });
		const second = happened('2024-02-01', { type: 'amended', value: { low: 2 } });
		const third = happened('2024-03-01', { type: 'clarified' });
		expect(stateOn('2024-01-31', first, second)).toMatchObject({ value: { low: 1, central: 2, high: 3 } });
		expect(stateOn('2024-03-01', first, second, third)).toMatchObject({
			value: { low: 2 },
			term: { start: '2024', years: 2 },
			highWater: 3
		});
	});

	it.each<[string, Partial<DealEvent>[], string]>([
		['announced where nothing is said', [{}], 'announced'],
		['announced by any other type', [{ type: 'expanded' }], 'announced'],
		['definitive when signed', [{ type: 'definitive' }], 'definitive'],
		['definitive when completed', [{ firmness: 'rumoured' }, { type: 'completed' }], 'definitive'],
		['what a signed event says itself', [{ type: 'definitive', firmness: 'letter_of_intent' }], 'letter_of_intent'],
		['kept by a later event', [{ firmness: 'rumoured' }, { type: 'expanded' }], 'rumoured'],
		[
			'lowered where an event says so',
			[{ type: 'definitive' }, { type: 'amended', firmness: 'announced' }],
			'announced'
		]
	])('is %s', (_, events, firmness) => {
		const dated = events.map((event, i) => happened(`2024-01-0${i + 1}`, event));
		expect(stateOn('2024-12-31', ...dated)?.firmness).toBe(firmness);
	});

	it('stays cancelled for good', () => {
		const events = [
			happened('2024-01-01'),
			happened('2024-02-01', { type: 'cancelled' }),
			happened('2024-03-01', { type: 'expanded', value: { central: 9 } })
		];
		expect(stateOn('2024-01-31', ...events)?.cancelled).toBe(false);
		expect(stateOn('2024-02-01', ...events)?.cancelled).toBe(true);
		expect(stateOn('2024-03-01', ...events)?.cancelled).toBe(true);
	});

	it('folds the events of a day in the order written, into one state', () => {
		const events = [
			happened('2024-01-31', { value: { central: 7 } }),
			happened('2024-01', { type: 'amended', value: { central: 5 } })
		];
		const [entry] = compile(records({ deals: [deal({ slug: 'a', events })] })).entries;
		expect(entry!.states).toHaveLength(1);
		expect(entry!.states[0]).toMatchObject({ value: { central: 5 }, highWater: 7 });
	});
});

describe('a book', () => {
	it('finds a parent by slug, and takes an unknown one as none', () => {
		const { entries } = compile(
			records({ deals: [deal({ slug: 'b', part_of: 'a' }), deal({ slug: 'c', part_of: 'gone' }), deal({ slug: 'a' })] })
		);
		expect(entries.map(({ deal: { slug }, parent }) => [slug, parent])).toEqual([
			['a', -1],
			['b', 0],
			['c', -1]
		]);
	});

	it('lists every change by day, then by deal, and the deals by their first days', () => {
		const { timeline, byFirstDay } = compile(
			records({
				deals: [
					deal({ slug: 'a', events: [happened('2024-03-01'), happened('2024-05-01')] }),
					deal({ slug: 'b', events: [happened('2023-12'), happened('2024-03-01')] }),
					deal({ slug: 'c', events: [happened('2024-03-01')] })
				]
			})
		);
		expect([...timeline.entry]).toEqual([1, 0, 1, 2, 0]);
		expect(timeline.state.map(({ day }) => day)).toEqual([
			'2023-12-31',
			'2024-03-01',
			'2024-03-01',
			'2024-03-01',
			'2024-05-01'
		]);
		expect([...byFirstDay]).toEqual([1, 0, 2]);
	});

	it('is empty where there are no deals', () => {
		const book = compile(records({}));
		expect([book.entries.length, book.timeline.day.length, book.byFirstDay.length]).toEqual([0, 0, 0]);
	});

	it('knows the latest reading of a day, by the day it counts from', () => {
		const rated = (on: string, terminator: number) => ({
			on,
			terminator,
			idiocracy: 0,
			rationale: 'So.',
			by: 'editorial'
		});
		const [entry] = compile(
			records({
				deals: [deal({ slug: 'a', ratings: [rated('2024', 3), rated('2024-02', 1), rated('2024-05-01', 2)] })]
			})
		).entries;
		const on = (day: Day) => readingAt(entry!, dayNumber(day))?.terminator;
		expect([on('2024-02-28'), on('2024-02-29'), on('2024-12-30'), on('2024-12-31')]).toEqual([undefined, 1, 2, 3]);
	});
});

describe('the days of a term', () => {
	it.each([
		[{ start: '2024-01-01', years: 1 }, '2024-01-01', '2024-12-31'],
		[{ start: '2024-02-29', years: 1 }, '2024-02-29', '2025-02-27'],
		[{ start: '2024-02-29', years: 4 }, '2024-02-29', '2028-02-28'],
		[{ start: '2024-01-31', years: 1 / 12 }, '2024-01-31', '2024-02-28'],
		[{ start: '2025-01-15', years: 2.5 }, '2025-01-15', '2027-07-14'],
		[{ start: '2025-01-15', years: 0.3 }, '2025-01-15', '2025-05-14'],
		[{ start: '2024', years: 1 }, '2024-12-31', '2025-12-30'],
		[{ start: '2024-01', end: '2024-06' }, '2024-01-31', '2024-06-30'],
		[{ start: '2024-05-05', end: '2024-05-05' }, '2024-05-05', '2024-05-05']
	])('%o', (term, start, end) => {
		expect(termDays(term)).toEqual({ start, end });
	});

	it.each([
		['compute_purchase', '2029-02-27'],
		['lease', '2027-02-27'],
		['chip_purchase', '2027-02-27'],
		['debt_financing', '2024-02-29']
	] as const)('are assumed for a %s from its first event to %s', (kind, end) => {
		const [entry] = compile(records({ deals: [deal({ slug: 'a', kind }, '2024-02')] })).entries;
		expect(assumedTerm(entry!)).toEqual({ start: '2024-02-29', end });
	});
});
