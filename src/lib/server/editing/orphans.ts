import { RECORD_KINDS, type Deal, type Organisation } from '$lib/records';
import { currentSnapshot, openedStore } from '../ledger/open';
import type { Operation } from '../writing/operation';

/** Whether any text of a record, at any depth, is just this one. */
export function mentions(value: unknown, text: string): boolean {
	if (typeof value === 'object' && value !== null) return Object.values(value).some((each) => mentions(each, text));
	return value === text;
}

/** The parties of a deal that nothing else in the ledger would name once it is gone, and that own nothing themselves. */
export function orphansWithout(deal: Pick<Deal, 'slug' | 'payers' | 'payees'>): Organisation[] {
	const { records } = currentSnapshot();
	const parties = new Set([...deal.payers, ...deal.payees]);
	return records.organisations.filter(({ slug, stakes = [] }) => {
		if (!parties.has(slug) || stakes.length > 0) return false;
		return RECORD_KINDS.every((kind) =>
			records[kind].every((record) => {
				const own = 'slug' in record && (record.slug === slug || (kind === 'deals' && record.slug === deal.slug));
				return own || !mentions(record, slug);
			})
		);
	});
}

/** What takes away those of them that were ticked. */
export function removalsOf(organisations: readonly Organisation[], ticked: readonly string[]): Operation[] {
	const store = openedStore();
	const latest = store.revision();
	return organisations
		.filter(({ slug }) => ticked.includes(slug))
		.map(({ slug }) => ({ method: 'DELETE', kind: 'organisations', slug, base: latest, body: undefined }));
}
