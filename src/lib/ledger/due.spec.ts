import { describe, expect, it } from 'vitest';
import { deal, happened, records } from '../../../tests/support/small';
import { compile } from './book';
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

	it('assumes a term where none is known, and says so', () => {
		const got = due([deal({ slug: 'a', kind: 'lease' }, '2025-01-01', 1096)], '2025-01-01');
		expect(got.span(0)).toEqual({ start: '2025-01-01', end: '2027-12-31', assumed: true });
		expect(Math.round(got.total('2025-12-31'))).toBe(Math.round((1096 * 365) / 1095));
	});

	it('a cancelled deal keeps what was due on the day before, of what it then contributed', () => {
		const parts = [
			deal({ slug: 'whole', kind: 'programme' }, '2025-01-01', 100, {
				term: { start: '2025-01-01', end: '2025-01-10' }
			}),
			deal({ slug: 'part', kind: 'lease', part_of: 'whole' }, '2025-01-01', 30, {
				term: { start: '2025-03-01', end: '2025-03-10' }
			})
		];
		// On one day the part is cancelled and the whole is: each keeps what it contributed the day before.
		for (const each of parts) each.events.push(happened('2025-01-06', { type: 'cancelled' }));
		const before = due(parts, '2025-01-05');
		expect([before.total('2025-01-05'), before.ceiling]).toEqual([35, 100]);
		const after = due(parts, '2025-01-06');
		expect([after.total('2025-01-05'), after.total('2025-01-06'), after.total('2026-01-01'), after.ceiling]).toEqual([
			35, 35, 35, 35
		]);
		expect(after.span(1)).toEqual({ start: '2025-01-01', end: '2025-01-05', assumed: false });
	});

	it('a deal cancelled on the day it was announced, or before its term began, leaves nothing', () => {
		const events = [happened('2025-01-01', { value: { central: 9 } }), happened('2025-01-01', { type: 'cancelled' })];
		expect(due([deal({ slug: 'a', events })], '2025-02-01').ceiling).toBe(0);
		const late = deal({ slug: 'b' }, '2025-01-01', 9, { term: { start: '2025-06-01', years: 1 } });
		late.events.push(happened('2025-02-01', { type: 'cancelled' }));
		expect(due([late], '2025-03-01').total('2027-01-01')).toBe(0);
	});

	it('a deal with another value from the day of its cancellation keeps what the old one had given', () => {
		const events = [
			happened('2025-01-01', { value: { central: 100 }, ...tenDays }),
			happened('2025-01-06', { type: 'scaled_back', value: { central: 1 } }),
			happened('2025-01-06', { type: 'cancelled' })
		];
		expect(due([deal({ slug: 'a', events })], '2025-12-31').ceiling).toBe(50);
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
