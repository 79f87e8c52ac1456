import { column } from '$lib/ledger/columns/column';

/** Columns of values that several readings share: a name means the same in the rows of each. */
export const AMOUNT = column(
	'amount_usd',
	'dollars',
	'Amount (US$)',
	'A reported figure, or what a party holds of all contributions.'
);
export const CONTRIBUTION = column(
	'contribution_usd',
	'dollars',
	'Adds (US$)',
	'What the deal adds to the counted total.'
);
