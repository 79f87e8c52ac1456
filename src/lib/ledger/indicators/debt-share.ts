import type { Entry } from '../book';
import { addDays } from '$lib/records/day';
import { Sweep } from '../sweep';
import { shareLevers } from './levers';
import type { Measure, Part } from './reading';
import { askingOf, dealRow, dealsInput } from './rows';

/** Days that it looks back, the day itself included. */
const TRAILING_DAYS = 365;

const isDebt = ({ deal }: Entry) => deal.kind === 'debt_financing';
const isEquity = ({ deal }: Entry) => deal.kind === 'equity_investment';

/** Debt over debt and equity, of funding first heard of in the trailing 365 days (MODEL section 7). */
export const debtShare: Measure = (book, _indicator, asOf) => {
	const sweep = new Sweep(book, askingOf(['funding']), asOf).advance(asOf);
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
};
