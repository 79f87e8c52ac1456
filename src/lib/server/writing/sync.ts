import type { Records } from '$lib/records';
import type { Store } from '../store/store';
import type { Plan, Reference, Side } from '../store/sync';
import { commit, type CommitRefusal } from './commit';

/** What became of a dataset that was brought in. */
export type SyncReport = Omit<Plan, 'changes' | 'origins'> & { revision: number };

/**
 * Brings the ledger up to a dataset: adds, changes and removes what nobody has touched here, leaves and reports the rest.
 * Writes one revision, or none where nothing changed. `choices` are what `who` chose for records that diverged.
 */
export function syncDataset(
	store: Store,
	records: Records,
	{ at, who = 'dataset', choices = [] }: { at: string; who?: string; choices?: readonly (Reference & { side: Side })[] }
): SyncReport | CommitRefusal {
	return store.atomically((): SyncReport | CommitRefusal => {
		const isFirst = store.revision() === 0;
		const { changes, origins, ...counts } = store.planSync(records, choices);
		const { added, changed, removed } = counts;
		const why = isFirst
			? 'Loaded the dataset'
			: `Brought up to the dataset: ${added} added, ${changed} changed, ${removed} removed`;
		const done = commit(store, changes, { who, why, at });
		if ('refused' in done) return done;
		store.rememberOrigins(origins);
		return { ...counts, ...done };
	});
}
