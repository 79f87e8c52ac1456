import { describe, expect, it } from 'vitest';
import { deal, happened, records } from '../../../tests/support/small';
import { compile } from './book';
import { curves } from './curves';
import type { Day } from '$lib/records/day';
import { DEFAULT_QUESTION, type Question } from './question';
import type { Deal } from '$lib/records';
import { Sweep, withSweep } from './sweep';

function swept(deals: Deal[], day: Day, change: Partial<Question> = {}) {
	const book = compile(records({ deals }));
	const sweep = new Sweep(book, { ...DEFAULT_QUESTION, ...change }, day).advance(day);
	const contributions = Object.fromEntries(
		book.entries.map(({ index, deal: { slug } }) => [slug, sweep.contribution(index)])
	);
	return { headline: sweep.headline, counted: sweep.counted, contributions };
}

const campus = deal({ slug: 'campus', kind: 'programme' }, '2025-01-01', 100);
const hall = deal({ slug: 'hall', kind: 'capacity_build', part_of: 'campus' }, '2025-02-01', 60);
const racks = deal({ slug: 'racks', kind: 'chip_purchase', part_of: 'hall' }, '2025-03-01', 50);
const lease = deal({ slug: 'lease', kind: 'lease', part_of: 'hall' }, '2025-03-01', 80);

describe('deals inside deals', () => {
	it('count once: the larger of a deal and all that lies in it', () => {
		expect(swept([campus, hall, lease], '2025-12-31')).toEqual({
			headline: 240,
			counted: 100,
			contributions: { campus: 20, hall: 0, lease: 80 }
		});
		const more = deal({ slug: 'more', kind: 'lease', part_of: 'campus' }, '2025-03-01', 45);
		expect(swept([campus, hall, lease, more], '2025-12-31')).toMatchObject({
			counted: 125,
			contributions: { campus: 0, hall: 0, lease: 80, more: 45 }
		});
	});

	it('are linked past an ancestor of another layer, one not firm enough, one filtered out and one not yet known', () => {
		const layers = ['infrastructure' as const];
		const chain = (middle: Partial<Deal>) => [
			campus,
			deal({ slug: 'middle', kind: 'lease', part_of: 'campus', ...middle }, '2025-06-01', 70),
			deal({ slug: 'leaf', kind: 'lease', part_of: 'middle' }, '2025-03-01', 30)
		];
		const past = { campus: 70, middle: null, leaf: 30 };
		expect(swept(chain({ layer: 'funding' }), '2025-12-31', { layers }).contributions).toEqual(past);
		expect(swept(chain({}), '2025-05-31', { layers }).contributions).toEqual(past);
		const loose = [happened('2025-02-01', { value: { central: 70 }, firmness: 'rumoured' })];
		expect(swept(chain({ events: loose }), '2025-12-31', { layers }).contributions).toEqual(past);
		const alone = { counting: 'alone' as const, filters: { payer: ['lab'] } };
		expect(swept(chain({ payers: ['other'] }), '2025-12-31', { layers, ...alone }).contributions).toEqual(past);
	});

	it('are counted whole, and then chosen: a deal adds the same under every filter, unless asked for alone', () => {
		const ledger = [
			campus,
			deal({ slug: 'middle', kind: 'lease', part_of: 'campus', payers: ['other'] }, '2025-06-01', 70),
			deal({ slug: 'leaf', kind: 'lease', part_of: 'middle' }, '2025-03-01', 30)
		];
		const all = { campus: 30, middle: 40, leaf: 30 };
		expect(swept(ledger, '2025-12-31')).toEqual({ headline: 200, counted: 100, contributions: all });
		const [lab, other] = ['lab', 'other'].map((payer) =>
			swept(ledger, '2025-12-31', { filters: { payer: [payer] }, counting: 'whole' })
		);
		expect(lab).toEqual({ headline: 130, counted: 60, contributions: { ...all, middle: null } });
		expect(other).toEqual({ headline: 70, counted: 40, contributions: { campus: null, middle: 40, leaf: null } });
	});

	it('are freed when what contains them is cancelled', () => {
		const called = { ...campus, events: [...campus.events, happened('2025-06-01', { type: 'cancelled' })] };
		expect(swept([called, lease, hall], '2025-05-31').counted).toBe(100);
		expect(swept([called, lease, hall], '2025-06-01')).toMatchObject({
			headline: 240,
			counted: 80,
			contributions: { campus: null, hall: 0, lease: 80 }
		});
	});

	it('stand in the layers that are asked for', () => {
		expect(swept([campus, hall, racks], '2025-12-31').contributions).toEqual({ campus: 40, hall: 60, racks: null });
		expect(swept([campus, hall, racks], '2025-12-31', { layers: ['components'] }).counted).toBe(50);
	});
});

describe('headline and counted', () => {
	it('headline is the largest value ever stated, counted what holds now', () => {
		const cut = deal({
			slug: 'cut',
			events: [
				happened('2025-01-01', { value: { high: 100 } }),
				happened('2025-02-01', { type: 'scaled_back', value: { central: 40 } }),
				happened('2025-03-01', { type: 'cancelled' })
			]
		});
		const book = compile(records({ deals: [cut] }));
		const days = ['2024-12-31', '2025-01-01', '2025-02-01', '2025-03-01', '2026-01-01'];
		expect(curves(book, DEFAULT_QUESTION, '2025-03-01', days)).toMatchObject({
			headline: [0, 100, 100, 100, null],
			counted: [0, 50, 40, 0, null]
		});
	});

	it('takes the share in the US, rounds half a dollar up, and counts an unknown place as nothing', () => {
		const us = { scope: 'us' as const };
		const shared = (us_share: number | undefined) =>
			swept([deal({ slug: 'a', us_share }, '2025-01-01', 101)], '2025-01-01', us);
		expect([shared(0.5), shared(1), shared(0), shared(undefined)].map(({ counted }) => counted)).toEqual([
			51, 101, 0, 0
		]);
		expect(shared(undefined).contributions).toEqual({ a: 0 });
	});

	it('shares are exact: 0.29 of 50 dollars are 14.5, and half a dollar goes up', () => {
		const share = (us_share: Deal['us_share'], dollars: number) =>
			swept([deal({ slug: 'a', us_share }, '2025-01-01', dollars)], '2025-01-01', { scope: 'us' }).counted;
		expect([share(0.29, 50), share('0.29', 50), share(0.57, 50), share('0.5', 9e15 - 1)]).toEqual([15, 15, 29, 4.5e15]);
		expect(share('0.333333', 9e15 - 1)).toBe(2_999_997_000_000_000);
	});

	it('a deal of undisclosed value is kept and counts nothing', () => {
		const silent = deal({ slug: 'a', events: [happened('2025-01-01')] });
		expect(swept([silent], '2025-01-01')).toEqual({ headline: 0, counted: 0, contributions: { a: 0 } });
	});

	it('filters on what changes look at the day of knowledge, once for the whole curve', () => {
		const grown = deal({
			slug: 'grown',
			events: [happened('2025-01-01', { value: { central: 5 } }), happened('2025-06-01', { value: { central: 50 } })]
		});
		const book = compile(records({ deals: [grown] }));
		const question = { ...DEFAULT_QUESTION, filters: { min_value: 20 } };
		expect(curves(book, question, '2025-12-31', ['2025-03-01', '2025-12-31']).counted).toEqual([5, 50]);
		expect(curves(book, question, '2025-03-01', ['2025-03-01']).counted).toEqual([0]);
	});
});

it('starts every sweep clean, after another and beside another', () => {
	const cancelled = deal({ slug: 'gone', kind: 'lease' }, '2025-01-01', 40);
	cancelled.events.push(happened('2025-02-01', { type: 'cancelled' }));
	const book = compile(records({ deals: [campus, hall, cancelled] }));
	const ask = (day: Day): unknown =>
		withSweep(book, DEFAULT_QUESTION, day, (sweep) => {
			sweep.advance(day);
			const each = book.entries.map(({ index }) => [sweep.contribution(index), sweep.added(index), sweep.place(index)]);
			return [sweep.headline, sweep.counted, each];
		});
	const days = ['2026-01-01', '2025-01-15', '2024-01-01'];
	const fresh = days.map((day) => {
		const sweep = new Sweep(book, DEFAULT_QUESTION, day).advance(day);
		const each = book.entries.map(({ index }) => [sweep.contribution(index), sweep.added(index), sweep.place(index)]);
		return [sweep.headline, sweep.counted, each];
	});
	expect(days.map(ask)).toEqual(fresh);
	const beside = withSweep(book, DEFAULT_QUESTION, days[0]!, (sweep) => {
		sweep.advance(days[0]!);
		const inner = ask(days[1]!);
		return [inner, sweep.contribution(0)];
	});
	expect(beside).toEqual([fresh[1], new Sweep(book, DEFAULT_QUESTION, days[0]!).advance(days[0]!).contribution(0)]);
});
