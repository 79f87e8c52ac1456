import { describe, expect, it } from 'vitest';
import { deal, records } from '../../../tests/support/small';
import { compile } from './book';
import { bandAt, compare, pathAt } from './compare';
import { comparables, targetOf, windowYears } from './window';
import { DEFAULT_QUESTION } from './question';
import type { Projection } from '$lib/records';

function projection(given: Partial<Projection> = {}): Projection {
	return {
		slug: 'guess',
		author: 'A. Guesser',
		institution: 'A bank',
		title: 'A guess',
		published: '2025-01-01',
		scope: 'global',
		covers: 'All of it.',
		window: { start: '2025-01-01', end: '2025-04-10' },
		target: { central: 1000 },
		comparable: 'deals',
		sources: [],
		...given
	};
}

describe('the projected path', () => {
	it('runs straight from the first day of the window to its last, 0 before and level after', () => {
		const days = ['2024-12-31', '2025-01-01', '2025-02-19', '2025-04-10', '2027-01-01'];
		expect(days.map((day) => pathAt(projection(), day))).toEqual([0, 10, 500, 1000, 1000]);
	});

	it('follows the amounts of calendar years, only inside the window', () => {
		const own = projection({
			window: { start: '2024-07-02', end: '2025-06-30' },
			path: [
				{ year: 2024, amount: 366 },
				{ year: 2025, amount: 730 }
			]
		});
		const days = ['2024-07-01', '2024-07-02', '2024-12-31', '2025-01-01', '2025-06-30', '2026-01-01'];
		expect(days.map((day) => Math.round(pathAt(own, day)))).toEqual([0, 1, 183, 185, 545, 545]);
		expect(bandAt(own, '2025-01-01')).toBeNull();
	});

	it('has a band between the ends of the target', () => {
		const ranged = projection({ target: { low: 500, high: 1000 } });
		expect([targetOf(ranged), bandAt(ranged, '2025-02-19')]).toEqual([750, { low: 250, high: 500 }]);
	});
});

describe('a comparison', () => {
	const term = { start: '2024-12-12', end: '2025-03-21' };
	const book = compile(
		records({
			deals: [
				deal({ slug: 'here', us_share: 1 }, '2024-12-01', 1000, { term }),
				deal({ slug: 'there', us_share: 0 }, '2024-12-01', 100, { term })
			]
		})
	);
	const at = (asOf: string, given: Partial<Projection> = {}) =>
		compare(book, DEFAULT_QUESTION, asOf, projection({ scope: 'us', ...given }));

	it('before the window opens: no spend and no pace, and the whole window left', () => {
		expect(at('2024-12-31')).toEqual({
			target_usd: 1000,
			due_to_date_usd: 0,
			contracted_usd: 800,
			path_to_date_usd: 0,
			pace: null,
			cover: 0.8,
			needed_per_year_usd: (1000 / 100) * 365.25,
			landing: null
		});
		expect(at('2024-06-01')).toMatchObject({ contracted_usd: 0, needed_per_year_usd: (1000 / 100) * 365.25 });
	});

	it('inside it', () => {
		const got = at('2025-01-20');
		expect(got.due_to_date_usd).toBeCloseTo(200, 9);
		expect(got.path_to_date_usd).toBe(200);
		expect(got.pace).toBeCloseTo(1, 12);
		expect(got.needed_per_year_usd).toBeCloseTo((800 / 80) * 365.25, 8);
	});

	it('after it has closed: spend stops at its end, and nothing is needed any more', () => {
		const shut = { window: { start: '2025-01-01', end: '2025-01-31' }, target: { central: 310 } };
		expect(at('2025-01-31', shut).needed_per_year_usd).toBeNull();
		const got = at('2025-06-01', shut);
		expect(got.due_to_date_usd).toBeCloseTo(310, 9);
		expect(got).toMatchObject({ needed_per_year_usd: null, path_to_date_usd: 310, landing: '2025-01-31' });
	});

	it('lands inside the window, after it, on its first day or never', () => {
		const landing = (central: number, end = '2025-04-10') =>
			at('2025-01-20', { target: { central }, window: { start: '2025-01-01', end } }).landing;
		expect([landing(100), landing(100, '2025-01-05'), landing(0), landing(800), landing(801)]).toEqual([
			'2025-01-10',
			'2025-01-10',
			'2025-01-01',
			'2025-03-21',
			null
		]);
	});

	it("takes its target's own central value, whatever estimate is asked for, and no cover of nothing", () => {
		const question = { ...DEFAULT_QUESTION, estimate: 'high' as const };
		expect(compare(book, question, '2025-01-20', projection({ target: { low: 10, high: 30 } })).target_usd).toBe(20);
		expect(at('2025-01-20', { target: { central: 0 } })).toMatchObject({ cover: null, pace: null });
	});
});

it('says what a projection may be set against, and its years', () => {
	expect(comparables(projection({ comparable: ['deals', 'capex'] }))).toEqual(['deals', 'capex']);
	expect(comparables(projection({ comparable: 'none' }))).toEqual(['none']);
	const years = (start: string, end: string) => windowYears({ start: `${start}-01-01`, end: `${end}-12-31` });
	expect([years('2026', '2026'), years('2026', '2027'), years('1999', '2001')]).toEqual([
		'2026',
		'2026–27',
		'1999–2001'
	]);
});
