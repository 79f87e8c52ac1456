import { similarDeals } from '$lib/shared/similar-deals';
import { arrangeDeal, blankDeal, completeDeal, freshEntry } from '$lib/forms/deal';
import { leftovers } from '$lib/forms/leftover';
import { FORMS } from '$lib/forms/forms';
import { memberOf } from '$lib/forms/write';
import type { DealEvent } from '$lib/records';
import { headline } from '$lib/records/value';
import { KINDS, LAYERS } from '$lib/records/vocabularies';
import { orphansWithout } from './orphans';
import type { Editor } from './editor';

function listOf(record: unknown, name: string): unknown[] {
	const list = memberOf(record, name);
	return Array.isArray(list) ? (list as unknown[]) : [];
}

/** Deals in the browser. */
export const DEAL_EDITOR: Editor<'deals'> = {
	kind: 'deals',
	noun: 'deal',
	...FORMS.deals,
	list: '/deals',
	picks: ['organisations', 'deals'],
	blank: blankDeal,
	arrange: arrangeDeal,
	complete: completeDeal,
	fresh: freshEntry,
	titleOf: ({ title }) => title,
	orphans: orphansWithout,
	leftovers,
	outside: (record) => {
		const share = memberOf(record, 'us_share');
		if (Number(share ?? NaN) === 0) return 'Not in the US view: none of it is built there.';
		return share === undefined || share === null ? 'Not in the US view: place not known.' : undefined;
	},
	similar: (record, book, today) => {
		const stated = listOf(record, 'events').map((event) => headline(memberOf(event, 'value') as DealEvent['value']));
		const slug = memberOf(record, 'slug');
		return similarDeals(
			book,
			{
				slug: typeof slug === 'string' ? slug : undefined,
				kind: KINDS.find((kind) => kind === memberOf(record, 'kind')),
				layer: LAYERS.find((layer) => layer === memberOf(record, 'layer')),
				parties: [...listOf(record, 'payers'), ...listOf(record, 'payees')].map(String),
				headline_usd: Math.max(0, ...stated)
			},
			today
		);
	}
};
