import { expect, it } from 'vitest';
import { recordsOf, type Coverage } from '$lib/records';
import { coveredTo } from './covered-to';

const statement = (slug: string, covered_to: string): Coverage => ({
	slug,
	title: slug,
	covered_to,
	searched_to: '2026-11-30',
	looked_for: 'Everything.'
});

it('a kind of record is covered to the day of its own statement, else to that of the whole ledger', () => {
	const records = recordsOf({ coverage: [statement('ledger', '2026-10-11'), statement('capex', '2026-08-31')] });
	expect(coveredTo(records)).toBe('2026-10-11');
	expect(coveredTo(records, 'deals')).toBe('2026-10-11');
	expect(coveredTo(records, 'capex')).toBe('2026-08-31');
	expect(coveredTo(recordsOf(), 'deals')).toBeNull();
});
