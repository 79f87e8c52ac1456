import { describe, expect, it } from 'vitest';
import { read } from '../../../tests/support/readings';
import { deal, figureOn, party } from '../../../tests/support/small';
import { recompute as circularity } from './circularity/recompute';
import { recompute as commitmentCover } from './commitment-cover/recompute';
import { recompute as concentrationPayees } from './concentration-payees/recompute';
import { recompute as concentrationPayers } from './concentration-payers/recompute';
import type { Cells, Recompute } from './published';

// Shares hold wherever a deal is split: a contract of 1,460 dollars over two years, paid a fifth by one lab and four by another.
const shares = { payers: ['0.2', '0.8'], payees: ['0.9', '0.1'] };
const deals = [
	deal({ slug: 'shared', payers: ['zeta', 'lab'], payees: ['cloud', 'mill'], shares }, '2025-06-01', 1460, {
		term: { start: '2026-03-02', end: '2028-02-29' }
	}),
	deal({ slug: 'back', kind: 'equity_investment', payers: ['cloud'], payees: ['lab'] }, '2025-06-01', 500)
];
const organisations = [party('lab', 'ai_lab'), party('zeta', 'ai_lab'), party('cloud'), party('mill')];
const fundamentals = ['lab', 'zeta'].map((lab) => figureOn(lab, 'revenue_run_rate', '2026-01-01', 365));
const given = { deals, organisations, fundamentals };

/** The same ledger as its tables in CSV: what a recomputation reads. */
const TABLES: Record<string, Cells[]> = {
	'/deals.csv': [{ slug: 'shared', payers: 'zeta; lab', payees: 'cloud; mill', contribution_usd: '1460' }],
	'/deals.csv?layers=demand,infrastructure,components,funding': [
		{ slug: 'shared', payers: 'zeta; lab', payees: 'cloud; mill', contribution_usd: '1460' },
		{ slug: 'back', payers: 'cloud', payees: 'lab', contribution_usd: '500' }
	],
	'/organisations.csv': organisations.map(({ slug }) => ({ slug, stand_in: '' })),
	'/records/deals.csv': [
		{ slug: 'shared', shares: JSON.stringify(shares) },
		{ slug: 'shared', shares: '' },
		{ slug: 'back', shares: '' }
	]
};

async function recomputed(recompute: Recompute, slug: string): Promise<(number | null)[]> {
	const rows = read(slug, given).rows.map(({ slug: key, values, ...row }): Cells => {
		const cells = Object.entries(values).map(([name, value]) => [name, value === null ? '' : String(value)]);
		return { kind: row.table, key, ...Object.fromEntries(cells) };
	});
	const table = async (address: string) => TABLES[address] ?? [];
	return Object.values(await recompute({ day: '2026-03-01', table, rows }));
}

describe('shares of a deal hold in the readings', () => {
	it('gives each lab what it pays by its share in the commitment cover', async () => {
		const reading = read('commitment-cover', given);
		const ratios = reading.rows.filter(({ values }) => 'ratio' in values).map((row) => [row.slug, row.values.ratio]);
		// 730 of the 1,460 dollars fall due in the first year: 584 on one lab, 146 on the other.
		expect(ratios.filter(([, ratio]) => typeof ratio === 'number')).toEqual([
			['lab', 584 / 365],
			['zeta', 146 / 365]
		]);
		expect(reading.value).toBe(1.6);
		expect(await recomputed(commitmentCover, 'commitment-cover')).toEqual([1.6]);
	});

	it('weighs payers and payees by their shares in the concentration', async () => {
		expect(read('concentration-payers', given).value).toBeCloseTo(10_000 * (0.2 ** 2 + 0.8 ** 2), 9);
		expect(read('concentration-payees', given).value).toBeCloseTo(10_000 * (0.9 ** 2 + 0.1 ** 2), 9);
		for (const again of await recomputed(concentrationPayers, 'concentration-payers'))
			expect(again).toBeCloseTo(6800, 9);
		for (const again of await recomputed(concentrationPayees, 'concentration-payees'))
			expect(again).toBeCloseTo(8200, 9);
	});

	it('lets flow back only what the shares let flow', async () => {
		// Of the 500 that reach the lab all can go on to the cloud, to which it pays 1,168 × 0.9.
		expect(read('circularity', given).value).toBe(1000 / 1960);
		expect(await recomputed(circularity, 'circularity')).toEqual([1000 / 1960]);
	});
});
