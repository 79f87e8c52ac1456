import { fieldColumn } from '$lib/records/derive/columns';
import { ORGANISATION } from '$lib/records/organisation';
import { column } from './column';

export const FLOWS = [
	column('from', 'slug', 'From', 'The organisation that has promised to pay.'),
	column('to', 'slug', 'To', 'The organisation that is to be paid.'),
	column('layer', 'text', 'Layer', 'Where in the stack the dollar goes.'),
	column(
		'amount_usd',
		'dollars',
		'Amount (US$)',
		'What their deals add to the counted total; several parties of a deal share it as its record says, else equally.'
	),
	column('deals', 'list', 'Deals', 'The deals between the two, by slug.'),
	column(
		'obligations_usd',
		'dollars',
		'Owed by contract (US$)',
		'What the kept contracts between the two say, not netted of what lies inside them.'
	),
	column('equal_split', 'flag', 'Equal split', 'Whether some of it rests on a split that nobody stated.')
] as const;

export const LOOPS = [
	column(
		'organisations',
		'list',
		'Organisations',
		'Each pays the next, and the last the first: at most four, the one that pays most in all first.'
	),
	column('amount_usd', 'dollars', 'Amount (US$)', 'What the weakest hop of the loop carries.'),
	column('deals', 'list', 'Deals', 'The deals along it, by slug.')
] as const;

export const ORGANISATIONS = [
	fieldColumn(ORGANISATION.fields, 'slug'),
	fieldColumn(ORGANISATION.fields, 'name'),
	fieldColumn(ORGANISATION.fields, 'kind'),
	fieldColumn(ORGANISATION.fields, 'country'),
	fieldColumn(ORGANISATION.fields, 'ticker'),
	fieldColumn(ORGANISATION.fields, 'cik'),
	fieldColumn(ORGANISATION.fields, 'aliases'),
	fieldColumn(ORGANISATION.fields, 'stand_in'),
	column(
		'payer_usd',
		'dollars',
		'Promises (US$)',
		'Its share of the contributions on the paying side; empty for a stand-in.'
	),
	column(
		'payee_usd',
		'dollars',
		'Is promised (US$)',
		'Its share of the contributions on the side that is to be paid; empty for a stand-in.'
	),
	column('deals', 'integer', 'Deals', 'Kept deals that it has a part in; empty for a stand-in.', 'deals')
] as const;

export const COMMITMENTS = [
	column('role', 'text', 'Role', 'payer or payee.'),
	column('layer', 'text', 'Layer', 'Where in the stack the dollar goes.'),
	column('year', 'integer', 'Year', 'The calendar year in which it is due.', 'years'),
	column('amount_usd', 'dollars', 'Amount (US$)', 'Its share of the contributions, what of it falls due in the year.')
] as const;
