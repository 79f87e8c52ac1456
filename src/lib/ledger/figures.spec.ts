import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fourQuarters, isQuarter, knownFrom, knownQuarters, latestKnown } from './figures';
import type { Capex, Fundamental } from '$lib/records';

const origin = { source: null, publisher: 'A paper', seen: true, note: null };

function runRate(as_of: string, amount_usd: number, confidence: Fundamental['confidence'] = 'medium'): Fundamental {
	return {
		...origin,
		company: 'lab',
		metric: 'run_rate',
		period_start: null,
		period_end: null,
		as_of,
		filed: as_of,
		amount_usd,
		confidence
	};
}

function quarter(period_start: string, period_end: string, amount_usd: number, filed: string | null = null): Capex {
	return {
		...origin,
		company: 'cloud',
		fiscal_period: 'Q',
		period_start,
		period_end,
		amount_usd,
		measure: 'payments_for_ppe',
		filed,
		confidence: 'high',
		derivation: 'as reported'
	};
}

const YEAR = [
	quarter('2025-01-01', '2025-03-31', 10),
	quarter('2025-04-01', '2025-06-30', 20),
	quarter('2025-07-01', '2025-09-30', 30),
	quarter('2025-10-01', '2025-12-31', 40)
];

describe('knownFrom', () => {
	it('takes the day of filing, then the day given, then 45 days after the period, or after the day that it is of', () => {
		expect(knownFrom({ filed: '2026-02-05', period_end: '2025-12-31' })).toBe('2026-02-05');
		expect(knownFrom({ given_on: '2026-01-28', period_end: '2026-12-31' })).toBe('2026-01-28');
		expect(knownFrom({ filed: '2026-10-08', as_of: '2026-09-30', period_end: null })).toBe('2026-10-08');
		expect(knownFrom({ as_of: '2026-09-30', period_end: null })).toBe('2026-11-14');
		expect(knownFrom({ filed: null, period_end: '2025-12-31' })).toBe('2026-02-14');
		expect(() => knownFrom({ period_end: null })).toThrow(RangeError);
	});
});

describe('latestKnown', () => {
	const figures = [
		runRate('2026-09-29', 70, 'low'),
		runRate('2026-09-30', 50),
		runRate('2026-03-04', 25),
		runRate('2024-12-31', 6),
		runRate('2024-12-31', 5)
	];

	it('is the last one known, on one day the surer, of equals the lower', () => {
		expect(latestKnown(figures, '2026-11-22')?.amount_usd).toBe(50);
		expect(latestKnown(figures, '2026-09-29')?.amount_usd).toBe(70);
		expect(latestKnown([...figures, runRate('2026-09-30', 90, 'high')], '2026-11-22')?.amount_usd).toBe(90);
		expect(latestKnown(figures, '2025-01-01')?.amount_usd).toBe(5);
		expect(latestKnown(figures, '2024-12-30')).toBeUndefined();
	});

	it('does not depend on the order of rows', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(figures, { minLength: figures.length }), (shuffled) => {
				expect(latestKnown(shuffled, '2025-01-01')).toEqual(latestKnown(figures, '2025-01-01'));
			})
		);
	});
});

describe('knownQuarters', () => {
	it('leaves out what is not yet known and what is a year', () => {
		const annual = quarter('2025-01-01', '2025-12-31', 100);
		expect(isQuarter(annual)).toBe(false);
		const known = knownQuarters([annual, ...YEAR].reverse(), '2025-11-13');
		expect(known.map(({ standing }) => standing.amount_usd)).toEqual([10, 20]);
	});

	it('keeps the vintage that a later one replaced', () => {
		const first = quarter('2025-01-01', '2025-03-31', 10, '2025-04-20');
		const restated = quarter('2025-01-01', '2025-03-31', 12, '2025-08-01');
		expect(knownQuarters([restated, first], '2025-07-31')).toEqual([{ standing: first, earlier: [] }]);
		expect(knownQuarters([restated, first], '2025-08-01')).toEqual([{ standing: restated, earlier: [first] }]);
	});

	it('finds four quarters only where they follow one another', () => {
		const all = knownQuarters(YEAR, '2026-12-31');
		expect(fourQuarters(all)?.map((each) => each.amount_usd)).toEqual([10, 20, 30, 40]);
		expect(fourQuarters(all, 2)).toBeNull();
		const gap = [quarter('2024-10-01', '2024-12-31', 5), YEAR[0]!, YEAR[1]!, YEAR[3]!];
		expect(fourQuarters(knownQuarters(gap, '2026-12-31'))).toBeNull();
	});
});
