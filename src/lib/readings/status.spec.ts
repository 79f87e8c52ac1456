import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { someDay, someLedger } from '../../../tests/support/arbitrary';
import { AS_OF, definition, read } from '../../../tests/support/readings';
import { records, TWO_SPENDERS } from '../../../tests/support/small';
import { board, indicatorHistory, readIndicator, READINGS } from './index';
import { colourOf, areOpposed } from './colour';
import { readingOf } from './status';

describe('colourOf', () => {
	it('is green from min up to max, then amber, else red', () => {
		const bounds = { green: { min: 0.8, max: 1.25 }, amber: { min: 0.5, max: 2 } };
		const shown = [0.4999, 0.5, 0.7999, 0.8, 1.2499, 1.25, 1.9999, 2].map((value) => colourOf(bounds, value));
		expect(shown).toEqual(['red', 'amber', 'amber', 'green', 'green', 'amber', 'amber', 'red']);
	});
});

it('a reading of a day is judged by the bounds in force that day', () => {
	const drawn = (from: string, max: number) => ({ from, green: { max }, amber: { max: max + 1 }, by: 'editorial' });
	const bounds = [drawn('2019-01-01', 0), drawn('2026-01-01', 10)];
	const on = (day: string) => readingOf(definition('any', { bounds }), day, { value: 0.5, inputs: [], rows: [] });
	expect(on('2025-12-31')).toMatchObject({ status: 'amber', changes: [{ bound: 1 }, { bound: 0 }] });
	expect(on('2026-01-01')).toMatchObject({ status: 'green', changes: [{ bound: 10 }] });
});

describe('two values of a reading disagree', () => {
	const bounds = { green: { min: 0.8, max: 1.25 }, amber: { min: 0.5, max: 2 } };
	it('where their colours differ, or both are red on either side of the green', () => {
		expect(areOpposed(bounds, 0.9, 0.7)).toBe(true);
		expect(areOpposed(bounds, 0.39, 2.68)).toBe(true);
		expect(areOpposed(bounds, 0.39, 0.2)).toBe(false);
		expect(areOpposed(bounds, 2, 3)).toBe(false);
		expect(areOpposed({ green: { max: 1 }, amber: { max: 2 } }, 3, 5)).toBe(false);
	});
});

describe('readings', () => {
	it('are unknown where nothing computes them, never green', () => {
		expect(read('vibes', {})).toMatchObject({ value: null, status: 'unknown', changes: [] });
		for (const { slug } of READINGS)
			expect(read(slug, {}), slug).toMatchObject({ value: null, status: 'unknown', reason: expect.any(String) });
	});

	it('are counted by status, and never averaged', () => {
		const statuses = ['red', 'red', 'green', 'disputed', 'stale', 'unknown'] as const;
		expect(board(statuses.map((status) => ({ status })))).toEqual({
			red: 2,
			amber: 0,
			green: 1,
			disputed: 1,
			stale: 1,
			unknown: 1
		});
	});

	it('have a history in which each quarter knows only what was known then', () => {
		const book = compile(records(TWO_SPENDERS));
		const history = indicatorHistory(book, definition('capex-strain'), AS_OF, '2025-12-31');
		expect(history.map(({ date, value, status }) => [date, value, status])).toEqual([
			['2025-12-31', null, 'unknown'],
			['2026-03-01', 0.5, 'red']
		]);
		expect(indicatorHistory(book, definition('capex-strain'), AS_OF)).toEqual([]);
	});

	it('are finite or missing on any ledger, and a lever does what it says', () => {
		const slugs = READINGS.map(({ slug }) => slug);
		fc.assert(
			fc.property(someLedger, someDay, fc.constantFrom(...slugs), (ledger, day, slug) => {
				const reading = readIndicator(compile(ledger), definition(slug), day);
				if (reading.value !== null) expect(Number.isFinite(reading.value)).toBe(true);
				for (const { bound, direction, to, levers } of reading.changes) {
					expect(direction === 'up' ? bound > reading.value! : bound <= reading.value!).toBe(true);
					expect(to).not.toBe(reading.status);
					for (const { change_usd } of levers) expect(Number.isSafeInteger(change_usd)).toBe(true);
				}
			}),
			{ numRuns: 200 }
		);
	});
});
