import { ORGANISATION_KIND_NAMES } from '$lib/records/vocabularies';
import { organisation } from '$lib/ledger/schema/others';
import { slugOf } from '$lib/records/typed/names';
import { lengthAt, nothing, textAt, under } from '../typed';
import type { List, Typed } from '../types';
import { formOf } from './nodes';

/** The list of organisations that are recorded along with a record, by its place in the form. */
export const NEWCOMERS = 'new';

/** An organisation in as few fields as it can have; more of it is recorded on its own page. */
export const NEWCOMER: List = {
	as: 'list',
	name: NEWCOMERS,
	label: 'New organisations',
	noun: 'organisation',
	required: false,
	nullable: false,
	closed: true,
	entry: formOf(organisation.pick({ name: true, kind: true, country: true, slug: true }), 'New organisation', {
		name: { label: 'Its name', called: 'The name of the organisation' },
		kind: { label: 'What it is', called: 'The kind of organisation', choices: ORGANISATION_KIND_NAMES },
		country: {
			label: 'Country',
			hint: 'Its English name; US, UK and UAE in short.',
			as: 'country',
			example: 'US',
			short: true
		},
		slug: { label: 'Its name in addresses', hint: 'Left empty, it is made from the name.', more: true }
	})
};

/** The form with one more organisation to record, unless the name is among them already. */
export function withNewcomer(typed: Typed, name: string): Typed {
	const places = lengthAt(typed, NEWCOMERS);
	for (let i = 0; i < places; i++) if (textAt(typed, under(under(NEWCOMERS, i), 'name')) === name) return typed;
	const at = under(NEWCOMERS, places);
	return Object.assign(nothing(), typed, {
		[under(at, 'name')]: [name.slice(0, 500)],
		[under(at, 'kind')]: ['']
	});
}

/** The form with the slugs of new organisations where none was typed. */
export function completeNewcomers(typed: Typed): Typed {
	const result = Object.assign(nothing(), typed);
	for (let i = 0, length = lengthAt(typed, NEWCOMERS); i < length; i++) {
		const at = under(NEWCOMERS, i);
		const name = textAt(typed, under(at, 'name'));
		if (textAt(typed, under(at, 'slug')).trim() === '') result[under(at, 'slug')] = [slugOf(name)];
	}
	return result;
}
