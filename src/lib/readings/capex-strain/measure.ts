import { knownQuarters, sumOf, type OfPeriod } from '$lib/ledger/figures';
import type { Fundamental } from '$lib/records';
import { quartersInput } from '../inputs';
import { ratioLevers } from '../levers';
import { reading, type Input, type Part } from '../reading';
import { amountRow, nameOf } from '../rows';
import { membersOf, spendingOf } from '../spending';
import { AMOUNT } from '../value-columns';

/** Capital spending over operating cash flow of the same quarters, all its companies together (MODEL section 7). */
export const capexStrain = reading({
	slug: 'capex-strain',
	unit: 'ratio',
	columns: [AMOUNT],
	measure(book, asOf, definition) {
		const spending = spendingOf(book, asOf, membersOf(definition));
		const inputs: Input[] = [...spending.inputs];
		const rows: ReturnType<typeof amountRow>[] = [];
		const lacking: string[] = [];
		let cash = 0;
		for (const { slug, quarters } of spending.companies) {
			rows.push(...quarters.map((quarter) => amountRow(book, quarter)));
			const figures = book.records.fundamentals.filter(
				(row) => row.company === slug && row.metric === 'operating_cash_flow'
			);
			const known = knownQuarters(figures, asOf).map((quarter) => quarter.standing);
			const same = quarters.map((quarter) =>
				known.find((each) => each.period_start === quarter.period_start && each.period_end === quarter.period_end)
			);
			const found = same.filter((each): each is OfPeriod<Fundamental> => each !== undefined);
			rows.push(...found.map((quarter) => amountRow(book, quarter)));
			if (found.length < quarters.length) {
				lacking.push(nameOf(book, slug));
				continue;
			}
			cash += sumOf(found);
			inputs.push(quartersInput(book, 'Operating cash flow', found));
		}
		if (spending.total === null) return { value: null, reason: spending.reason, inputs, rows };
		if (lacking.length > 0) {
			const reason = `Operating cash flow of the same quarters is not known of ${lacking.join(', ')}.`;
			return { value: null, reason, inputs, rows };
		}
		const numerator: Part = { label: 'Capital spending, four quarters', value: spending.total, unit: 'usd' };
		const denominator: Part = { label: 'Operating cash flow, the same quarters', value: cash, unit: 'usd' };
		if (cash <= 0) {
			return { value: null, reason: 'Operating cash flow is not above 0.', numerator, denominator, inputs, rows };
		}
		const levers = ratioLevers(numerator, denominator);
		return { value: spending.total / cash, numerator, denominator, inputs, rows, levers };
	}
});
