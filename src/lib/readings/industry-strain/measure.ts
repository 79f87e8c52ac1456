import { sumOf } from '$lib/ledger/figures';
import { revenueInputs } from '../inputs';
import { revenuesOf } from '../labs';
import { ratioLevers } from '../levers';
import { reading, type Part } from '../reading';
import { amountRow } from '../rows';
import { membersOf, spendersAmong, spendingOf } from '../spending';
import { AMOUNT } from '../value-columns';

/**
 * The capital spending of those of its companies that report any over the annualised revenue of the others, all together (MODEL
 * section 7).
 */
export const industryStrain = reading({
	slug: 'industry-strain',
	unit: 'multiple',
	columns: [AMOUNT],
	measure(book, asOf, definition) {
		const members = membersOf(definition);
		const spenders = spendersAmong(book, members);
		const spending = spendingOf(book, asOf, spenders);
		const earners = members.filter((slug) => !spenders.includes(slug));
		const revenues = revenuesOf(book, asOf, earners, definition);
		const figures = [...revenues.counted.values()];
		const inputs = [...spending.inputs, ...revenueInputs(book, revenues)];
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
