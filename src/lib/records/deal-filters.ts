import { choice } from './define';
import { KIND } from './vocabularies';

/**
 * The fields of a deal that lists can be narrowed by: with `filter` each is a name of the address and a facet. Apart from the other
 * fields, because every page's first script knows the names of addresses; deal.ts places them among the others.
 */
export const FILTERED = {
	kind: choice(KIND, {
		section: 'The deal',
		label: 'What kind of deal',
		called: 'The kind of deal',
		short: false,
		column: { label: 'Kind', description: 'What sort of deal it is.' },
		filter: { title: 'Kind', about: 'Kinds of deal.' }
	})
};
