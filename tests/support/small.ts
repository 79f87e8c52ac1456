import type { Capex, Deal, DealEvent, Fundamental, Organisation } from '$lib/records';
import type { OrganisationKind } from '$lib/records/vocabularies';

export { recordsOf as records } from '$lib/records';

/** Short ways to write small ledgers by hand, with what a test does not care about filled in. */

type Written = Partial<Deal> & { slug: string };

/** A deal with one event: a central value in dollars, announced on a day. */
export function deal(written: Written, on = '2025-01-01', central = 0, event: Partial<DealEvent> = {}): Deal {
	return {
		title: written.slug,
		summary: 'Two parties agree.',
		kind: 'compute_purchase',
		payers: ['lab'],
		payees: ['cloud'],
		sources: [{ key: 'a', url: null, publisher: 'A paper', title: null, published: null }],
		events: [happened(on, { value: { central }, ...event })],
		...written
	};
}

/** One event. */
export function happened(on: string, event: Partial<DealEvent> = {}): DealEvent {
	return { on, type: 'announced', note: 'As reported.', sources: ['a'], ...event };
}

/** An organisation named by its slug. */
export function party(slug: string, kind: OrganisationKind = 'other', more: Partial<Organisation> = {}): Organisation {
	return { slug, name: slug, kind, ...more };
}

const origin = { source: null, publisher: 'A filing', seen: true, confidence: 'high' as const, note: null };
const FIRST = ['01-01', '04-01', '07-01', '10-01'];
const LAST = ['03-31', '06-30', '09-30', '12-31'];

/** Quarters of capital spending from the first of a year on, known 45 days after each. */
export function capexOf(company: string, year: number, amounts: number[]): Capex[] {
	return amounts.map((amount_usd, i) => ({
		...origin,
		company,
		fiscal_period: `FY${year}Q${i + 1}`,
		period_start: `${year}-${FIRST[i]}`,
		period_end: `${year}-${LAST[i]}`,
		amount_usd,
		measure: 'payments_for_ppe',
		filed: null,
		derivation: 'as reported'
	}));
}

/** Quarters of another figure from the first of a year on. */
export function quartersOf(company: string, metric: string, year: number, amounts: number[]): Fundamental[] {
	return amounts.map((amount_usd, i) => ({
		...origin,
		company,
		metric,
		period_start: `${year}-${FIRST[i]}`,
		period_end: `${year}-${LAST[i]}`,
		as_of: null,
		amount_usd
	}));
}

/** A figure of one day, published that day. */
export function figureOn(company: string, metric: string, as_of: string, amount_usd: number): Fundamental {
	return { ...origin, company, metric, period_start: null, period_end: null, as_of, amount_usd, filed: as_of };
}

/** Two hyperscalers with four quarters of capital spending and of the cash to pay it from: 110 dollars and 220. */
export const TWO_SPENDERS = {
	organisations: [party('a', 'hyperscaler'), party('b', 'hyperscaler')],
	capex: [...capexOf('a', 2025, [10, 20, 30, 40]), ...capexOf('b', 2025, [1, 2, 3, 4])],
	fundamentals: [
		...quartersOf('a', 'operating_cash_flow', 2025, [50, 50, 50, 50]),
		...quartersOf('b', 'operating_cash_flow', 2025, [5, 5, 5, 5])
	]
};
