import type { Entry } from '$lib/ledger/book';
import { column } from '$lib/ledger/columns/column';
import { addDays } from '$lib/records/day';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { Sweep } from '$lib/ledger/sweep';
import { dealsInput } from '../inputs';
import { shareLevers } from '../levers';
import { reading, type Part } from '../reading';
import { dealRow } from '../rows';

/** Days that it looks back, the day itself included. */
const TRAILING_DAYS = 365;

const isDebt = ({ deal }: Entry) => deal.kind === 'debt_financing';
const isEquity = ({ deal }: Entry) => deal.kind === 'equity_investment';

/** Debt over debt and equity, of funding first heard of in the trailing 365 days (MODEL section 7). */
export const debtShare = reading({
	slug: 'debt-share',
	unit: 'share',
	columns: [
		column('debt_usd', 'dollars', 'Debt (US$)', 'What the deal adds as debt.'),
		column('equity_usd', 'dollars', 'Equity (US$)', 'What the deal adds as equity.')
	],
	measure(book, asOf) {
		const sweep = new Sweep(book, { ...DEFAULT_QUESTION, layers: ['funding'] }, asOf).advance(asOf);
		const since = addDays(asOf, 1 - TRAILING_DAYS);
		const fresh = book.entries.filter(
			(entry) =>
				(isDebt(entry) || isEquity(entry)) &&
				entry.firstDay >= since &&
				entry.firstDay <= asOf &&
				sweep.contribution(entry.index) !== null
		);
		const total = (of: (entry: Entry) => boolean) =>
			fresh.reduce((sum, entry) => sum + (of(entry) ? sweep.contribution(entry.index)! : 0), 0);
		const debt: Part = { label: 'Borrowed', value: total(isDebt), unit: 'usd' };
		const equity: Part = { label: 'Put in as equity', value: total(isEquity), unit: 'usd' };
		const both = debt.value + equity.value;
		const inputs = [dealsInput(book, asOf, ['funding'], (entry) => isDebt(entry) || isEquity(entry))];
		const rows = fresh.map((entry) =>
			dealRow(entry, {
				debt_usd: isDebt(entry) ? sweep.contribution(entry.index) : 0,
				equity_usd: isEquity(entry) ? sweep.contribution(entry.index) : 0
			})
		);
		if (both === 0) return { value: null, reason: `No new debt or equity counts since ${since}.`, inputs, rows };
		return {
			value: debt.value / both,
			numerator: debt,
			denominator: { label: 'Borrowed and put in as equity', value: both, unit: 'usd' },
			inputs,
			rows,
			levers: shareLevers(debt, equity)
		};
	}
});
