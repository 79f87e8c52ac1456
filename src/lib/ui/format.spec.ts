import { describe, expect, it } from 'vitest';
import {
	bytes,
	count,
	day,
	dollars,
	ledger,
	ledgerDigits,
	money,
	moneyRange,
	moneyTick,
	percent,
	quarter,
	score,
	spanText
} from './format';

describe('money', () => {
	it.each([
		[0, '$0'],
		[750_000, '$750,000'],
		[999_499, '$999,499'],
		[999_500, '$1M'],
		[44e6, '$44M'],
		[999.5e6, '$1B'],
		[17.4e9, '$17.4B'],
		[38e9, '$38B'],
		[99.94e9, '$99.9B'],
		[99.95e9, '$100B'],
		[611.4e9, '$611B'],
		[999.4e9, '$999B'],
		[999.5e9, '$1T'],
		[1.02e12, '$1.02T'],
		[1.354e12, '$1.35T'],
		[5.9e12, '$5.90T'],
		[-3e9, '\u2212$3B']
	])('%d is %s', (usd, text) => expect(money(usd)).toBe(text));

	it('keeps one decimal of a trillion on an axis', () => {
		expect([0, 200e9, 1.2e12, 1.5e12, 2e12].map(moneyTick)).toEqual(['$0', '$200B', '$1.2T', '$1.5T', '$2T']);
	});

	it('writes both units of a range, and one figure where the ends are alike', () => {
		expect(moneyRange(690e9, 1.15e12)).toBe('$690B\u2013$1.15T');
		expect(moneyRange(38e9, 38e9)).toBe('$38B');
	});

	it('writes every dollar', () => expect(dollars(-38e9)).toBe('\u2212$38,000,000,000'));
});

describe('ledger', () => {
	it('brackets deductions, and prints a zero as 0.0', () => {
		expect(ledger(-96e9, 0)).toBe('(96)');
		expect(ledger(1022e9, 0)).toBe('1,022');
		expect(ledger(0, 0)).toBe('0.0');
		expect(ledger(38e9, 1)).toBe('38.0');
	});

	it('never writes what is there as nothing', () => {
		expect(ledger(300e6, 0)).toBe('0.3');
		expect(ledger(-1, 2)).toBe('(<0.01)');
	});

	it('chooses decimals by the largest figure', () => {
		expect([5.9e12, 38e9, 4e8].map(ledgerDigits)).toEqual([0, 1, 2]);
	});
});

describe('days', () => {
	it('keeps what is known only in part', () => {
		expect(['2025-11-03', '2025-11', '2025'].map(day)).toEqual(['3 Nov 2025', 'Nov 2025', '2025']);
	});
	it('shortens whole years', () => {
		expect(spanText('2026-01-01', '2027-12-31')).toBe('2026\u201327');
		expect(spanText('2026-01-01', '2026-12-31')).toBe('2026');
		expect(spanText('1999-01-01', '2001-12-31')).toBe('1999\u20132001');
		expect(spanText('2026-01-02', '2027-12-31')).toBe('2 Jan 2026 to 31 Dec 2027');
	});
	it('names the quarter', () => expect(quarter('2025-11-03')).toBe('Q4 2025'));
});

it('writes counts, shares, scores and sizes', () => {
	expect(count(-1234.5, 1)).toBe('\u22121,234.5');
	expect(count(-0.2)).toBe('0');
	expect([0.381, 0.05, 0.0431, 12.94].map(percent)).toEqual(['38%', '5%', '4.3%', '1294%']);
	expect([2.44, 1, 10].map(score)).toEqual(['2.4', '1', '10']);
	expect([900, 14_200, 1_240_000].map(bytes)).toEqual(['900 B', '14 KB', '1.2 MB']);
});
