import { describe, expect, it } from 'vitest';
import { deal, happened, records } from '../../../tests/support/small';
import { compile, readingAt, stateAt } from './book';
import { dayNumber, type Day } from '$lib/records/day';
import type { DealEvent } from '$lib/records';

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

	it('lists the deals by their first days, and every change by day', () => {
		const { timeline, entries } = compile(
			records({
				deals: [
					deal({ slug: 'a', events: [happened('2024-03-01'), happened('2024-05-01')] }),
					deal({ slug: 'b', events: [happened('2023-12'), happened('2024-03-01')] }),
					deal({ slug: 'c', events: [happened('2024-03-01')] })
				]
			})
		);
		expect(entries.map((entry) => entry.deal.slug)).toEqual(['b', 'a', 'c']);
		expect([...timeline.entry]).toEqual([0, 1, 0, 2, 1]);
		expect(timeline.state.map(({ day }) => day)).toEqual([
			'2023-12-31',
			'2024-03-01',
			'2024-03-01',
			'2024-03-01',
			'2024-05-01'
		]);
	});

	it('is empty where there are no deals', () => {
		const book = compile(records({}));
		expect([book.entries.length, book.timeline.day.length, book.columns.firstDay.length]).toEqual([0, 0, 0]);
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
