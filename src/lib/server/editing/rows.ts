import { DEFINITIONS } from '$lib/records/definitions';
import type { RowKind } from '$lib/records';
import { recordTitle } from '$lib/features/history/answer';
import { FORMS } from '$lib/forms/forms';
import { emptyForm } from '$lib/forms/typed';
import type { Typed } from '$lib/forms/types';
import { ECONOMY } from '$lib/records/rules';
import { currentSnapshot } from '../ledger/open';
import type { Editor } from './editor';

/** Figures of the whole economy are of no organisation. */
const WHOLE_ECONOMY = { slug: ECONOMY, name: 'The economy of the United States' };

/** What most rows say, and is quicker to correct than to type. */
const USUAL: Record<RowKind, Record<string, string>> = {
	capex: { measure: 'payments_for_ppe', derivation: 'as reported', seen: 'yes' },
	guidance: { seen: 'yes' },
	fundamentals: { seen: 'yes' }
};

function blankRow(kind: RowKind): Typed {
	return Object.assign(
		emptyForm(),
		Object.fromEntries(Object.entries(USUAL[kind]).map(([name, text]) => [name, [text]]))
	);
}

function companyName(slug: string): string {
	return currentSnapshot().book.organisations.get(slug)?.name ?? slug;
}

function editorOf<K extends RowKind>(kind: K, list: string): Editor<K> {
	return {
		...{ kind, list, noun: DEFINITIONS[kind].noun, ...FORMS[kind] },
		picks: ['organisations'],
		also: kind === 'fundamentals' ? [WHOLE_ECONOMY] : [],
		readings: true,
		blank: () => blankRow(kind),
		titleOf: (record) => recordTitle(kind, record, companyName) ?? ''
	};
}

/** The reported figures in the browser, a row at a time. */
export const ROW_EDITORS: { [K in RowKind]: Editor<K> } = {
	capex: editorOf('capex', '/capex'),
	guidance: editorOf('guidance', '/guidance'),
	fundamentals: editorOf('fundamentals', '/fundamentals')
};
