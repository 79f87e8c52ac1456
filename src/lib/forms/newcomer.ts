import { withOptions } from '$lib/records/define';
import { groupOf, type List } from '$lib/records/derive/form';
import { ORGANISATION } from '$lib/records/organisation';
import { slugOf } from '$lib/records/typed/names';
import { lengthAt, emptyForm, textAt, joinPath } from './typed';
import type { Typed } from './types';

/** The list of organisations that are recorded along with a record, by its place in the form. */
export const NEWCOMERS = 'new';

const { name, kind, country, slug } = ORGANISATION.fields;

/** An organisation in as few fields as it can have; more of it is recorded on its own page. */
export const NEWCOMER: List = {
	as: 'list',
	name: NEWCOMERS,
	label: 'New organisations',
	noun: 'organisation',
	required: false,
	nullable: false,
	closed: true,
	entry: groupOf('New organisation', {
		name,
		kind,
		country: withOptions(country, { hint: 'Its English name; US, UK and UAE in short.' }),
		slug: withOptions(slug, { hint: 'Left empty, it is made from the name.', more: true })
	})
};

/** The form with one more organisation to record, unless the name is among them already. */
export function withNewcomer(typed: Typed, name: string): Typed {
	const places = lengthAt(typed, NEWCOMERS);
	for (let i = 0; i < places; i++) if (textAt(typed, joinPath(joinPath(NEWCOMERS, i), 'name')) === name) return typed;
	const at = joinPath(NEWCOMERS, places);
	return Object.assign(emptyForm(), typed, {
		[joinPath(at, 'name')]: [name.slice(0, 500)],
		[joinPath(at, 'kind')]: ['']
	});
}

/** The form with the slugs of new organisations where none was typed. */
export function completeNewcomers(typed: Typed): Typed {
	const result = Object.assign(emptyForm(), typed);
	for (let i = 0, length = lengthAt(typed, NEWCOMERS); i < length; i++) {
		const at = joinPath(NEWCOMERS, i);
		const name = textAt(typed, joinPath(at, 'name'));
		if (textAt(typed, joinPath(at, 'slug')).trim() === '') result[joinPath(at, 'slug')] = [slugOf(name)];
	}
	return result;
}
