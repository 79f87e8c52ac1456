import { expect, it } from 'vitest';
import { deal, happened } from '../../../tests/support/small';
import { dealVersions } from './deal-versions';

const sources = [
	{ key: 'a', url: null, publisher: 'A paper', title: null, published: null },
	{ key: 'b', url: 'https://example.org/b', publisher: 'B', title: null, published: null }
];
const lease = deal({
	slug: 'lease',
	sources,
	events: [
		happened('2025-01', { value: { low: 10, high: 20 } }),
		happened('2025-03-01', {
			type: 'definitive',
			value: { central: 15 },
			term: { start: '2025-04-01', years: 2 },
			sources: ['b']
		}),
		happened('2025-06-01', {
			type: 'amended',
			paid: 4,
			notice: { days: 90, by: 'either', from: '2026-01-01' },
			sources: ['a', 'b']
		}),
		happened('2025-09-01', { type: 'cancelled', paid: 5 })
	]
});

it('lists every version of every figure with its day, its event and its sources', () => {
	const rows = dealVersions(lease, '2026-01-01');
	expect(rows.map(({ field, from, value, event }) => [field, from, value, event])).toEqual([
		['low_usd', '2025-01-31', 10, 'announced'],
		['central_usd', '2025-01-31', 15, 'announced'],
		['high_usd', '2025-01-31', 20, 'announced'],
		['firmness', '2025-01-31', 'announced', 'announced'],
		['low_usd', '2025-03-01', 15, 'definitive'],
		['central_usd', '2025-03-01', 15, 'definitive'],
		['high_usd', '2025-03-01', 15, 'definitive'],
		['firmness', '2025-03-01', 'definitive', 'definitive'],
		['term', '2025-03-01', '2025-04-01, 2 years', 'definitive'],
		['paid_usd', '2025-06-01', 4, 'amended'],
		['notice', '2025-06-01', 'either, 90 days, from 2026-01-01', 'amended'],
		['paid_usd', '2025-09-01', 5, 'cancelled'],
		['cancelled', '2025-09-01', 'true', 'cancelled']
	]);
	expect(rows[0]!.sources).toEqual(['A paper']);
	expect(rows[9]!.sources).toEqual(['A paper', 'https://example.org/b']);
});

it('knows no version that counts from a later day', () => {
	expect(dealVersions(lease, '2025-01-30')).toEqual([]);
	expect(dealVersions(lease, '2025-03-01').at(-1)).toMatchObject({ field: 'term' });
});
