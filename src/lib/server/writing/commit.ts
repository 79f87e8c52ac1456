import type { Records } from '$lib/records';
import { faultsAfter } from '$lib/records/changed';
import { faultSentence, type RecordFault } from '$lib/records/faults';
import { StartFault } from '../config/fault';
import { withChanges } from '../ledger/with-changes';
import type { Signature, Store } from '../store/store';
import type { Change } from '../store/sync';
import { PassingCheck } from './parts';

/** Who writes, why and when, and what the changes were worked out on. */
export interface Commit extends Signature {
	/** The latest revision when the changes were worked out: where there is a later one by now, nothing is written. */
	expect?: number;
	/** Records at hand: where they are those of the latest revision, they are not read again. */
	known?: { revision: number; records: Records };
}

/** Why nothing was written: a later revision than was expected, or faults between the records as they would stand. */
export type CommitRefusal = { refused: 'overtaken' } | { refused: 'misfit'; faults: RecordFault[] };

/** The faults of a refusal as sentences; none where somebody else wrote meanwhile. */
export function sentencesOf(refused: CommitRefusal): string[] {
	return refused.refused === 'misfit' ? refused.faults.map(faultSentence) : [];
}

/** Undoes what was written of a stream that does not fit. */
class Withdrawn extends Error {
	constructor(readonly faults: RecordFault[]) {
		super('The records would not fit together.');
	}
}

/** The records as they would stand after some changes, or what would be wrong between them. Nothing is written. */
export function checkChanges(records: Records, changes: readonly Change[]): { records: Records } | CommitRefusal {
	const after = withChanges(records, changes);
	const faults = faultsAfter(after, changes);
	return faults.length > 0 ? { refused: 'misfit', faults } : { records: after };
}

/** What is wrong with a list, by which nothing of it is written; null where nothing is. */
function refusalOf(store: Store, changes: readonly Change[], known: Commit['known']): CommitRefusal | null {
	if (changes.length === 0) return null;
	const checked = checkChanges(known?.revision === store.revision() ? known.records : store.readAll(), changes);
	return 'refused' in checked ? checked : null;
}

/**
 * Every write goes through here: checks how what changes fits the rest, and writes all of it as one revision in one transaction, or
 * nothing. Gives the number of the revision, which is no new one where nothing differs. Each record must be sound by itself
 * (`checkRecord`). A list is checked before it is written, and may remove records; a stream of any length, which only puts
 * records, is checked while it is written, in the memory of a few hundred of them.
 */
export function commit(store: Store, changes: Iterable<Change>, as: Commit): { revision: number } | CommitRefusal {
	const { who, why, at, expect, known } = as;
	try {
		return store.atomically((): { revision: number } | CommitRefusal => {
			if (expect !== undefined && store.revision() !== expect) return { refused: 'overtaken' };
			const list = Array.isArray(changes) ? (changes as readonly Change[]) : null;
			const refusal = list && refusalOf(store, list, known);
			if (refusal) return refusal;
			const passing = list ? null : new PassingCheck(store.whole);
			const revision = store.writeRevision(passing ? passing.pass(changes) : changes, { who, why, at });
			const faults = passing?.faults(() => store.changesOf(revision)) ?? [];
			if (faults.length > 0) throw new Withdrawn(faults);
			return { revision };
		});
	} catch (error) {
		if (error instanceof Withdrawn) return { refused: 'misfit', faults: error.faults };
		throw error;
	}
}

/**
 * What was done, where nothing was refused.
 *
 * @throws {StartFault} the faults line by line and then `why`; or that somebody else wrote meanwhile
 */
export function orStartFault<T extends object>(done: T | CommitRefusal, why: string): T {
	if (!('refused' in done)) return done;
	if (done.refused === 'overtaken')
		throw new StartFault('Somebody changed the ledger meanwhile; nothing was written. Run it again.');
	throw new StartFault([...sentencesOf(done), why].join('\n'));
}
