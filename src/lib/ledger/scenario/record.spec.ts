import { describe, expect, it } from 'vitest';
import type { Deal, DealEvent, Records } from '$lib/records';
import { compile } from '../book';
import { firmnessRecord } from './record';

const deal = (slug: string, ...events: Partial<DealEvent>[]): Deal => ({
	slug,
	title: slug,
	summary: slug,
	kind: 'compute_purchase',
	payers: ['a-lab'],
	payees: ['a-cloud'],
	events: events.map((event) => ({ on: '2025-01-01', type: 'announced', note: '', sources: ['s'], ...event })),
	sources: [{ key: 's', url: null, publisher: 'p', title: null, published: null }]
});

const RECORDS: Records = {
	deals: [
		deal(
			'grown',
			{ firmness: 'rumoured', value: { high: 20e9 } },
			{ on: '2026-01-01', type: 'definitive', value: { central: 30e9 } }
		),
		deal('named-later', { firmness: 'rumoured' }, { on: '2025-06-01', value: { central: 4e9 } }),
		deal(
			'called-off',
			{ firmness: 'letter_of_intent', value: { central: 50e9 } },
			{ on: '2026-01-01', type: 'cancelled' }
		),
		deal('untold', { firmness: 'letter_of_intent' }),
		deal('still-to-come', { on: '2027-01-01', value: { central: 1e9 } })
	],
	organisations: [],
	projections: [],
	indicators: [],
	capex: [],
	guidance: [],
	fundamentals: [],
	coverage: [],
	terms: []
};

describe('firmnessRecord', () => {
	const at = (day: string) => firmnessRecord(compile(RECORDS), day);

	it('sets what deals first stated against what they state now, cancelled ones at nothing, as known at a day', () => {
		const [definitive, announced, letters, rumours] = at('2026-11-30');
		expect(definitive).toEqual({
			firmness: 'definitive',
			deals: 0,
			cancelled: 0,
			became_definitive: 0,
			valued: 0,
			first_usd: 0,
			now_usd: 0
		});
		expect(announced).toMatchObject({ deals: 0 });
		expect(letters).toMatchObject({ deals: 2, cancelled: 1, valued: 1, first_usd: 50e9, now_usd: 0 });
		expect(rumours).toMatchObject({
			deals: 2,
			cancelled: 0,
			became_definitive: 1,
			valued: 2,
			first_usd: 14e9,
			now_usd: 34e9
		});
	});

	it('knows nothing of what came later', () => {
		const [, , letters, rumours] = at('2025-03-01');
		expect(letters).toMatchObject({ deals: 2, cancelled: 0, now_usd: 50e9 });
		expect(rumours).toMatchObject({ deals: 2, became_definitive: 0, valued: 1, first_usd: 10e9, now_usd: 10e9 });
	});
});
