import { sumOf } from '$lib/ledger/figures';
import { hyperscalerSpending } from '../hyperscalers';
import { revenueInput } from '../inputs';
import { labRevenues, namedLabs } from '../labs';
import { ratioLevers } from '../levers';
import { reading, type Part } from '../reading';
import { amountRow } from '../rows';
import { AMOUNT } from '../value-columns';

/** The hyperscalers' capital spending over the labs' annualised revenue, all together (MODEL section 7). */
export const industryStrain = reading({
	slug: 'industry-strain',
	unit: 'multiple',
	columns: [AMOUNT],
	measure(book, asOf, definition) {
		const spending = hyperscalerSpending(book, asOf);
		const revenues = labRevenues(book, asOf);
		const figures = [...revenues.values()];
		const named = namedLabs(definition, revenues.keys());
		const inputs = [...spending.inputs, ...figures.map((each) => revenueInput(book, each, named.has(each.company)))];
		const rows = [...spending.companies.flatMap(({ quarters }) => quarters), ...figures].map((figure) =>
			amountRow(book, figure)
		);
		if (spending.total === null) return { value: null, reason: spending.reason, inputs, rows };
		const earned = sumOf(figures);
		const numerator: Part = { label: 'Capital spending, four quarters', value: spending.total, unit: 'usd' };
		const denominator: Part = { label: 'Annualised revenue of the labs', value: earned, unit: 'usd' };
		if (earned <= 0) return { value: null, reason: 'No lab has stated its revenue yet.', inputs, rows };
		const levers = ratioLevers(numerator, denominator);
		return { value: spending.total / earned, numerator, denominator, inputs, rows, levers };
	}
});
