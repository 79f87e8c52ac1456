import { expect, it } from 'vitest';
import { ledgerBars } from './reconciliation-bars';

it('hangs every deduction on what the lines before it left, and starts totals and their parts from nothing', () => {
	const bars = ledgerBars([
		{ label: 'headline', usd: 200, role: 'plain' },
		{ label: 'cut', usd: -50, role: 'less' },
		{ label: 'outside', usd: -100, role: 'less' },
		{ label: 'counted', usd: 50, role: 'total' },
		{ label: 'due', usd: 20, role: 'due' },
		{ label: 'to come', usd: 30, role: 'of' }
	]);
	expect(bars).toEqual([
		{ from: 0, to: 100 },
		{ from: 75, to: 100 },
		{ from: 25, to: 75 },
		{ from: 0, to: 25 },
		{ from: 0, to: 10 },
		{ from: 10, to: 25 }
	]);
});

it('draws nothing where there is nothing', () => {
	expect(ledgerBars([{ label: 'counted', usd: 0, role: 'total' }])).toEqual([{ from: 0, to: 0 }]);
	const untouched = ledgerBars([
		{ label: 'headline', usd: 38, role: 'plain' },
		{ label: 'cut', usd: 0, role: 'less' },
		{ label: 'counted', usd: 38, role: 'total' }
	]);
	expect(untouched.map(({ from, to }) => [from, to])).toEqual([
		[0, 100],
		[0, 0],
		[0, 100]
	]);
});
