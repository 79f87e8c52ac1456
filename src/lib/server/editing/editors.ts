import { FORMS } from '$lib/forms/forms';
import { emptyForm } from '$lib/forms/typed';
import type { RecordKind } from '$lib/records';
import { termTitle } from '$lib/records/term-title';
import { DEAL_EDITOR } from './deals';
import type { Editor } from './editor';
import { ORGANISATION_EDITOR } from './organisations';
import { PROJECTION_EDITOR } from './projections';
import { ROW_EDITORS } from './rows';

/** The definitions of readings in the browser: none is added there, for what computes it is part of the program. */
const INDICATOR_EDITOR: Editor<'indicators'> = {
	kind: 'indicators',
	noun: 'reading',
	list: '/indicators',
	...FORMS.indicators,
	picks: [],
	readings: true,
	blank: emptyForm,
	titleOf: ({ name }) => name
};

/** What was looked for in the browser: a new statement is recorded by its file or by the API. */
const COVERAGE_EDITOR: Editor<'coverage'> = {
	kind: 'coverage',
	noun: 'statement of coverage',
	list: '/coverage',
	...FORMS.coverage,
	picks: ['organisations', 'deals'],
	blank: emptyForm,
	titleOf: ({ title }) => title
};

/** Assumed terms in the browser: a layer without one is recorded by its file or by the API. */
const TERM_EDITOR: Editor<'terms'> = {
	kind: 'terms',
	noun: 'assumed term',
	list: '/terms',
	...FORMS.terms,
	picks: [],
	blank: emptyForm,
	titleOf: ({ slug }) => termTitle(slug)
};

/** How each kind of record is edited in the browser. */
export const EDITORS: { [K in RecordKind]: Editor<K> } = {
	deals: DEAL_EDITOR,
	organisations: ORGANISATION_EDITOR,
	projections: PROJECTION_EDITOR,
	indicators: INDICATOR_EDITOR,
	coverage: COVERAGE_EDITOR,
	terms: TERM_EDITOR,
	...ROW_EDITORS
};
