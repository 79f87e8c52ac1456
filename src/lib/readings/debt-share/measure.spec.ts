import { describe, expect, it } from 'vitest';
import { ordinal } from '../../../../tests/support/naive';
import { addUp, contributions, DAYS, dealOf, read, readingOn } from '../../../../tests/support/readings';
import { deal } from '../../../../tests/support/small';

/** Debt over debt and equity, of deals whose first event lies in the year before. */
function debtOn(day: string): number {
	const fresh = [...contributions(day, { layers: ['funding'] })].filter(([slug]) => {
		const first = Math.min(...dealOf(slug).events.map((event) => ordinal(event.on)));
		return first > ordinal(day) - 365 && first <= ordinal(day);
	});
	const of = (kind: string) => addUp(fresh.filter(([slug]) => dealOf(slug).kind === kind).map(([, amount]) => amount));
	return of('debt_financing') / (of('debt_financing') + of('equity_investment'));
}

describe('the debt share', () => {
	it('looks at kinds of the funding layer first heard of in 365 days, the day itself included', () => {
		const deals = [
			deal({ slug: 'loan', kind: 'debt_financing' }, '2025-03-02', 30),
			deal({ slug: 'old-loan', kind: 'debt_financing' }, '2025-03-01', 500),
			deal({ slug: 'elsewhere', kind: 'debt_financing', layer: 'infrastructure' }, '2025-06-01', 500),
			deal({ slug: 'stake', kind: 'equity_investment' }, '2025-06-01', 70),
			deal({ slug: 'takeover', kind: 'acquisition' }, '2025-06-01', 500)
		];
		const reading = read('debt-share', { deals });
		expect(reading).toMatchObject({ value: 0.3, status: 'amber' });
		expect(reading.changes[0]).toMatchObject({ direction: 'up', levers: [{ change_usd: 40 }, { change_usd: -40 }] });
	});

	it('is unknown where nothing of the kind is new', () => {
		expect(read('debt-share', { deals: [deal({ slug: 'a' }, '2025-06-01', 30)] }).status).toBe('unknown');
	});

	it.each(DAYS)('is what the files say on %s', (day) => {
		expect(readingOn('debt-share', day).value).toBeCloseTo(debtOn(day), 6);
	});
});
