import { describe, expect, it } from 'vitest';
import { deal, happened, records } from '../../../tests/support/small';
import { compile } from './book';
import { BY } from './columnar';
import type { Day } from '$lib/records/day';
import { DEFAULT_QUESTION } from './question';
import { dueCurve } from './due';
import type { Deal } from '$lib/records';

function due(deals: Deal[], asOf: Day) {
	return dueCurve(compile(records({ deals })), DEFAULT_QUESTION, asOf);
}

const tenDays = { term: { start: '2025-01-01', end: '2025-01-10' } };

describe('what is due', () => {
	it('runs straight over the term, both ends included, past the day of knowledge', () => {
		const got = due([deal({ slug: 'a' }, '2025-01-05', 100, tenDays)], '2025-01-05');
		const days = ['2024-12-31', '2025-01-01', '2025-01-05', '2025-01-09', '2025-01-10', '2026-01-01'];
		expect(days.map((day) => got.total(day))).toEqual([0, 10, 50, 90, 100, 100]);
		expect(got.span(0)).toEqual({ start: '2025-01-01', end: '2025-01-10', assumed: false });
	});

	it('knows nothing before the first event', () => {
		expect(due([deal({ slug: 'a' }, '2025-01-05', 100, tenDays)], '2025-01-04').total('2026-01-01')).toBe(0);
	});

	it('follows a schedule, scaled to the contribution, and takes it over the term', () => {
		const schedule = [
			{ from: '2025-01-01', to: '2025-01-10', amount: 1 },
			{ from: '2025-02', to: '2025-02', amount: 3 }
		];
		const got = due([deal({ slug: 'a' }, '2025-01-01', 200, { ...tenDays, schedule })], '2025-01-01');
		expect(['2025-01-05', '2025-01-31', '2025-02-27', '2025-02-28'].map((day) => got.total(day))).toEqual([
			25, 50, 50, 200
		]);
		expect(got.span(0)).toEqual({ start: '2025-01-01', end: '2025-02-28', assumed: false });
	});

	it('due is by the assumed terms in force at as_of, whatever day it is worked out for', () => {
		const list = [
			{ from: '2024-01-01', years: 1, by: 'editorial', reason: 'A guess.' },
			{ from: '2025-06-01', years: 2, by: 'editorial', reason: 'A better one.' }
		];
		const rent = deal({ slug: 'rent' }, '2025-01-01', 730);
		const stated = deal({ slug: 'stated' }, '2025-01-01', 10, { term: { start: '2025-01-01', end: '2025-01-10' } });
		const recorded = records({ deals: [rent, stated], terms: [{ slug: 'demand', terms: list }] });
		const book = compile(recorded);
		const [before, after] = ['2025-05-31', '2025-06-01'].map((asOf) => dueCurve(book, DEFAULT_QUESTION, asOf));
		const [first, second] = [book.bySlug.get('rent')!, book.bySlug.get('stated')!];
		expect(before!.span(first)).toEqual({ start: '2025-01-01', end: '2025-12-31', assumed: true });
		expect(after!.span(first)).toEqual({ start: '2025-01-01', end: '2026-12-31', assumed: true });
		expect([before!.of(first, '2025-12-31'), after!.of(first, '2025-12-31')]).toEqual([730, 365]);
		expect(after!.span(second)).toEqual(before!.span(second));
	});

	it('assumes a term where none is known, and says so', () => {
		const got = due([deal({ slug: 'a', kind: 'lease' }, '2025-01-01', 1096)], '2025-01-01');
		expect(got.span(0)).toEqual({ start: '2025-01-01', end: '2027-12-31', assumed: true });
		expect(Math.round(got.total('2025-12-31'))).toBe(Math.round((1096 * 365) / 1095));
	});

	it('falls due whole when it is completed, where that hands over the money, and not before', () => {
		const loan = deal({ slug: 'a', kind: 'debt_financing', layer: 'infrastructure' }, '2025-01-01', 100);
		expect(due([loan], '2025-06-30').total('2040-01-01')).toBe(0);
		expect(due([loan], '2025-06-30').timing.isAwaited(0)).toBe(true);
		expect(due([loan], '2025-06-30').span(0)).toBeNull();
		for (const on of ['2025-03-31', '2025-05-05']) loan.events.push(happened(on, { type: 'completed' }));
		expect(due([loan], '2025-03-30').ceiling).toBe(0);
		const got = due([loan], '2025-06-30');
		expect([got.total('2025-03-30'), got.total('2025-03-31'), got.timing.isAwaited(0)]).toEqual([0, 100, false]);
		expect(got.span(0)).toEqual({ start: '2025-03-31', end: '2025-03-31', assumed: false });
		loan.events.push(happened('2025-06-01', tenDays));
		expect(due([loan], '2025-06-30').total('2025-01-05')).toBe(50);
	});

	it('a cancelled deal is due only what was paid, as somebody reported it, later reports too', () => {
		const hall = deal({ slug: 'a', us_share: 0.5 }, '2025-01-01', 100, tenDays);
		hall.events.push(happened('2025-01-03', { paid: 8 }), happened('2025-01-06', { type: 'cancelled' }));
		expect(due([hall], '2025-01-05').total('2025-01-05')).toBe(50);
		const after = due([hall], '2025-01-06');
		expect(['2025-01-02', '2025-01-03', '2026-01-01'].map((day) => after.total(day))).toEqual([0, 8, 8]);
		expect(after.span(0)).toEqual({ start: '2025-01-03', end: '2025-01-03', assumed: false });
		hall.events.push(happened('2025-02-01', { paid: 141 }));
		const later = due([hall], '2025-02-01');
		expect([later.total('2025-01-31'), later.total('2025-02-01'), later.ceiling]).toEqual([8, 141, 141]);
		const us = dueCurve(compile(records({ deals: [hall] })), { ...DEFAULT_QUESTION, scope: 'us' }, '2025-02-01');
		expect(us.total('2025-02-01')).toBe(71);
	});

	it('a deal cancelled without a word of what was paid, or not kept on the day before, is due nothing', () => {
		const silent = deal({ slug: 'a' }, '2025-01-01', 100, tenDays);
		silent.events.push(happened('2025-01-06', { type: 'cancelled' }));
		expect(due([silent], '2025-02-01').ceiling).toBe(0);
		const vague = deal({ slug: 'b' }, '2025-01-01', 100, { firmness: 'rumoured', paid: 9 });
		vague.events.push(happened('2025-01-06', { type: 'cancelled' }));
		expect(due([vague], '2025-02-01').ceiling).toBe(0);
		const events = [
			happened('2025-01-01', { value: { central: 9 }, paid: 9 }),
			happened('2025-01-01', { type: 'cancelled' })
		];
		expect(due([deal({ slug: 'c', events })], '2025-02-01').ceiling).toBe(0);
	});

	/** A campus of 100 over ten days in January; a phase of it, cancelled on the 6th, had paid 40; a live hall of 20 lies in that. */
	const campus = [
		deal({ slug: 'campus', kind: 'programme' }, '2025-01-01', 100, tenDays),
		deal({ slug: 'hall', kind: 'lease', part_of: 'phase' }, '2025-01-01', 20, tenDays),
		deal({ slug: 'phase', kind: 'lease', part_of: 'campus' }, '2025-01-01', 50)
	];
	campus[2]!.events.push(happened('2025-01-05', { paid: 40 }), happened('2025-01-06', { type: 'cancelled' }));

	it('what is due inside a cancelled deal by its last report is part of what it had paid', () => {
		const got = due(campus, '2025-02-01');
		// By 5 January half of the hall was due: 10 of the 40.
		expect([got.of(2, '2025-01-05'), got.of(2, '2040-01-01')]).toEqual([30, 30]);
	});

	it('a cancelled part stays inside: what it had paid is not due once more in its container', () => {
		const got = due(campus, '2025-02-01');
		expect(got.of(0, '2025-01-10')).toBe(80 - 30);
		expect(got.ceiling).toBe(100);
		const more = structuredClone(campus);
		more[2]!.events.push(happened('2025-01-20', { paid: 400 }));
		// The hall is due whole by then, and the campus has no more than 80 to give.
		const past = due(more, '2025-02-01');
		expect([past.of(0, '2040-01-01'), past.of(2, '2040-01-01'), past.ceiling]).toEqual([0, 380, 400]);
	});

	it('a part falls due with its nearest live container, whatever the question keeps', () => {
		const part = deal(
			{ slug: 'wires', kind: 'chip_purchase', part_of: 'phase', timing: 'container' },
			'2025-01-02',
			8,
			{
				term: { start: '2030-01-01', years: 1 }
			}
		);
		const question = {
			...DEFAULT_QUESTION,
			layers: ['components' as const],
			filters: { kind: ['chip_purchase' as const] }
		};
		for (const counting of ['whole', 'alone'] as const) {
			const book = compile(records({ deals: [...campus, part] }));
			const index = book.bySlug.get('wires')!;
			const got = dueCurve(book, { ...question, counting }, '2025-02-01');
			expect([got.of(index, '2025-01-05'), got.of(index, '2025-01-10')]).toEqual([4, 8]);
			const before = dueCurve(book, { ...question, counting }, '2025-01-05');
			expect(before.timing.by(index)).toBe(BY.assumed);
		}
		const [whole] = campus;
		const ended = { ...whole!, events: [...whole!.events, happened('2025-01-08', { type: 'cancelled' })] };
		const alone = compile(records({ deals: [ended, campus[2]!, part] }));
		expect(dueCurve(alone, question, '2025-02-01').span(alone.bySlug.get('wires')!)?.start).toBe('2030-01-01');
	});

	it('ramps up by the square of the share of a term that has elapsed, and leaves schedules and single days alone', () => {
		const schedule = [{ from: '2025-01-01', to: '2025-01-10', amount: 1 }];
		const bought = deal({ slug: 'c', kind: 'acquisition', layer: 'demand' }, '2025-01-01', 100);
		bought.events.push(happened('2025-01-02', { type: 'completed' }));
		const book = compile(
			records({
				deals: [
					deal({ slug: 'a' }, '2025-01-01', 100, tenDays),
					deal({ slug: 'b' }, '2025-01-01', 100, { schedule }),
					bought
				]
			})
		);
		const ramp = dueCurve(book, { ...DEFAULT_QUESTION, shape: 'ramp' }, '2025-02-01');
		expect([0, 1, 2].map((index) => ramp.of(index, '2025-01-05'))).toEqual([25, 50, 100]);
		expect(ramp.total('2025-01-10')).toBe(300);
	});
});

describe('the day on which an amount is reached', () => {
	const straight = due(
		[deal({ slug: 'a' }, '2025-01-01', 100, { term: { start: '2025-01-01', end: '2025-04-10' } })],
		'2025-01-01'
	);

	it('is the first one, not before the first day asked for', () => {
		expect(straight.firstDayOf(30, 0, '2025-01-01')).toBe('2025-01-30');
		expect(straight.firstDayOf(30, 0, '2025-02-15')).toBe('2025-02-15');
		expect(straight.firstDayOf(0, 0, '2024-06-01')).toBe('2024-06-01');
		expect(straight.firstDayOf(101, 0, '2025-01-01')).toBeNull();
	});

	// 100 − 100 × (55 ÷ 100) comes to 44.99999999999999.
	it('is not put off by a lost fraction of a cent', () => {
		expect(straight.total('2025-04-10') - straight.total('2025-02-24')).toBeLessThan(45);
		expect(straight.firstDayOf(45, straight.total('2025-02-24'), '2025-02-25')).toBe('2025-04-10');
	});
});
