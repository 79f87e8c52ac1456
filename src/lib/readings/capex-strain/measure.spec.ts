import { describe, expect, it } from 'vitest';
import { AS_OF, DAYS, fundamentals, read, readingOn, spent, sum } from '../../../../tests/support/readings';
import { capexOf, party, quartersOf, TWO_SPENDERS } from '../../../../tests/support/small';

describe('capex strain', () => {
	it('has the same four quarters above and below the line', () => {
		const reading = read('capex-strain', TWO_SPENDERS);
		expect(reading).toMatchObject({ value: 0.5, status: 'red' });
		expect(reading.rows).toHaveLength(16);
		expect(reading.changes).toMatchObject([
			{ direction: 'down', bound: 0.5, to: 'amber', distance: 0, levers: [{ change_usd: -1 }, { change_usd: 1 }] }
		]);
	});

	it('takes the companies of its definition, whatever kind they are, and no others', () => {
		const organisations = [party('a', 'investor'), party('b', 'other'), party('c', 'hyperscaler')];
		const given = { ...TWO_SPENDERS, organisations };
		expect(read('capex-strain', given).value).toBe(0.5);
		expect(read('capex-strain', given, AS_OF, { companies: ['b'] }).rows.map((row) => row.slug)).not.toContain('a');
		expect(read('capex-strain', given, AS_OF, { companies: ['a', 'b', 'c'] }).reason).toContain('of c.');
	});

	it('is unknown where one company lacks a quarter, and says which', () => {
		const capex = TWO_SPENDERS.capex.filter((row) => row.company === 'a' || row.period_end !== '2025-06-30');
		const reading = read('capex-strain', { ...TWO_SPENDERS, capex });
		expect(reading).toMatchObject({ value: null, status: 'unknown' });
		expect(reading.reason).toContain('of b.');
		const ofB = TWO_SPENDERS.fundamentals.filter((row) => row.company === 'b');
		expect(read('capex-strain', { ...TWO_SPENDERS, fundamentals: ofB }).reason).toContain('of a.');
		expect(read('capex-strain', TWO_SPENDERS, '2026-02-13').status).toBe('unknown');
	});

	it('is stale where one company’s last quarter is too old, whatever the others report', () => {
		const later = {
			...TWO_SPENDERS,
			capex: [...TWO_SPENDERS.capex, ...capexOf('a', 2026, [50])],
			fundamentals: [...TWO_SPENDERS.fundamentals, ...quartersOf('a', 'operating_cash_flow', 2026, [50])]
		};
		expect(read('capex-strain', later, '2026-06-14', { stale_after_days: 120 }).status).toBe('red');
		const stale = read('capex-strain', later, '2026-06-15', { stale_after_days: 120 });
		expect(stale).toMatchObject({ value: 150 / 220, status: 'stale', changes: [] });
		expect(stale.reason).toContain('b, four quarters to 2025-12-31: known since 2026-02-14, 121 days ago');
	});

	it.each(DAYS)('is what the files say on %s', (day) => {
		const cash = spent(day)
			.flat()
			.flatMap((quarter) =>
				fundamentals.filter(
					(row) =>
						row.company === quarter.company &&
						row.metric === 'operating_cash_flow' &&
						row.period_start === quarter.period_start &&
						row.period_end === quarter.period_end
				)
			);
		expect(cash).toHaveLength(20);
		expect(readingOn('capex-strain', day).value).toBeCloseTo(sum(spent(day).flat()) / sum(cash), 6);
	});
});
