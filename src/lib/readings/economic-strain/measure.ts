import { fourQuarters, knownQuarters, sumOf } from '$lib/ledger/figures';
import { quartersInput } from '../inputs';
import { ratioLevers } from '../levers';
import { reading, type Part } from '../reading';
import { amountRow } from '../rows';
import { membersOf, spendingOf } from '../spending';
import { AMOUNT } from '../value-columns';

/** The capital spending of its companies over the mean of the latest four annual rates of US output (MODEL section 7). */
export const economicStrain = reading({
	slug: 'economic-strain',
	unit: 'share',
	columns: [AMOUNT],
	measure(book, asOf, definition) {
		const spending = spendingOf(book, asOf, membersOf(definition));
		const rates = book.records.fundamentals.filter((row) => row.metric === 'gdp_nominal_saar');
		const four = fourQuarters(knownQuarters(rates, asOf));
		const rows = [...spending.companies.flatMap(({ quarters }) => quarters), ...(four ?? [])].map((figure) =>
			amountRow(book, figure)
		);
		const inputs = [...spending.inputs];
		if (spending.total === null) return { value: null, reason: spending.reason, inputs, rows };
		if (!four) return { value: null, reason: 'Four quarters of output in a row are not known.', inputs, rows };
		const mean = sumOf(four) / 4;
		inputs.push({
			...quartersInput(book, 'Output', four),
			label: `Output, mean of four quarters to ${four[3]!.period_end}`,
			value: mean
		});
		const numerator: Part = { label: 'Capital spending, four quarters', value: spending.total, unit: 'usd' };
		const denominator: Part = { label: 'US output, mean annual rate', value: mean, unit: 'usd' };
		if (mean <= 0) return { value: null, reason: 'Output is not above 0.', numerator, denominator, inputs, rows };
		const levers = ratioLevers(numerator, denominator);
		return { value: spending.total / mean, numerator, denominator, inputs, rows, levers };
	}
});
