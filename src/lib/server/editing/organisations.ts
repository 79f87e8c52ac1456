import { freeOf, slugOf } from '$lib/records/typed/names';
import { FORMS } from '$lib/forms/forms';
import { emptyForm, textAt } from '$lib/forms/typed';
import type { Editor } from './editor';

/** Organisations in the browser. */
export const ORGANISATION_EDITOR: Editor<'organisations'> = {
	kind: 'organisations',
	noun: 'organisation',
	list: '/organisations',
	...FORMS.organisations,
	picks: ['organisations'],
	readings: true,
	blank: emptyForm,
	complete: (typed, _lookups, isTaken) => {
		const slug = slugOf(textAt(typed, 'name'));
		if (!isTaken || slug === '' || textAt(typed, 'slug').trim() !== '') return typed;
		return Object.assign(emptyForm(), typed, { slug: [freeOf(slug, isTaken)] });
	},
	titleOf: ({ name }) => name
};
