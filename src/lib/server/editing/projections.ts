import { readDate } from '$lib/records/typed/dates';
import { sourceNames, tieToSources } from '$lib/forms/deal';
import { freeOf, slugOf } from '$lib/records/typed/names';
import { FORMS } from '$lib/forms/forms';
import { emptyForm, textAt } from '$lib/forms/typed';
import type { Typed } from '$lib/forms/types';
import type { Editor } from './editor';

/** The institution and the month in which it was published: what people call a projection by. */
function suggestSlug(typed: Typed): string {
	const month = readDate(textAt(typed, 'published'))?.slice(0, 7);
	const institution = slugOf(textAt(typed, 'institution'));
	return institution === '' || month === undefined ? '' : `${institution}-${month}`;
}

/** Projections in the browser. */
export const PROJECTION_EDITOR: Editor<'projections'> = {
	kind: 'projections',
	noun: 'projection',
	list: '/projections',
	...FORMS.projections,
	picks: ['organisations', 'projections'],
	readings: true,
	blank: () => Object.assign(emptyForm(), { 'sources.0.key': ['~1'] }),
	arrange: sourceNames,
	complete: (typed, _lookups, isTaken) => {
		const result = tieToSources(typed);
		const slug = suggestSlug(result);
		if (isTaken && slug !== '' && textAt(result, 'slug').trim() === '') result['slug'] = [freeOf(slug, isTaken)];
		return result;
	},
	titleOf: ({ title }) => title
};
