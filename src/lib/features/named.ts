import type { Book } from '$lib/ledger/book';
import type { RecordKind } from '$lib/records';
import { idOf, recordKey } from '$lib/records/keys';

/** The records of a kind as addresses and people name them. */
export function namedRecords({ records }: Book, kind: RecordKind): { slug: string; title: string }[] {
	switch (kind) {
		case 'deals':
		case 'projections':
		case 'coverage':
			return records[kind];
		case 'organisations':
		case 'indicators':
			return records[kind].map(({ slug, name }) => ({ slug, title: name }));
		case 'terms':
			return records.terms.map(({ slug }) => ({ slug, title: slug }));
		case 'capex':
		case 'guidance':
		case 'fundamentals':
			return records[kind].map((row) => ({ slug: idOf(recordKey(kind, row)), title: row.company }));
	}
}
