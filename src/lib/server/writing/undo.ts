import { capFaults } from '$lib/records/faults';
import { digestOf } from '../store/digest';
import type { Store } from '../store/store';
import type { Change, Reference } from '../store/sync';
import { commit, sentencesOf, type Commit, type CommitRefusal } from './commit';

/** What stands in the way of taking a revision back. */
export type Obstacle =
	/** A later revision changed the same record again: it has to be undone first. */
	| ({ why: 'changed_since'; revision: number } & Reference)
	/** The records would no longer stand together: a sentence says how. */
	| { why: 'misfit'; fault: string }
	/** Nothing would be left of the ledger. */
	| { why: 'everything' };

function misfitsOf(refused: CommitRefusal): Obstacle[] {
	const obstacles = sentencesOf(refused).map((fault) => ({ why: 'misfit', fault }) as const);
	return capFaults<Obstacle>(obstacles, (more) => ({ why: 'misfit', fault: `and ${more} more like these` }));
}

/**
 * What it takes to undo a revision: every record as it was before it. A record that a later revision changed again is never
 * overwritten; it is named with that revision.
 */
function planUndo(store: Store, revision: number): { changes: Change[] } | { obstacles: Obstacle[] } {
	const latest = store.revision();
	const later = new Map(store.history.changedSince(revision).map((each) => [`${each.kind} ${each.key}`, each]));
	const obstacles: Obstacle[] = [];
	const changes: Change[] = [];
	for (const { kind, key, before, after } of store.history.changes(revision)) {
		const again = later.get(`${kind} ${key}`);
		if (again) {
			const now = store.recordAt(kind, key, latest)?.record ?? null;
			if (digestOf(now) !== digestOf(after)) obstacles.push({ why: 'changed_since', ...again });
		}
		changes.push({ kind, key, record: before } as Change);
	}
	if (obstacles.length > 0) return { obstacles };
	const gone = changes.filter(({ kind, key, record }) => record === null && store.recordAt(kind, key, latest));
	const isEverything = changes.every(({ record }) => record === null) && gone.length === store.whole.size();
	return isEverything ? { obstacles: [{ why: 'everything' }] } : { changes };
}

/** An obstacle as a sentence. */
export function obstacleText(obstacle: Obstacle): string {
	if (obstacle.why === 'everything') return 'Nothing would be left of the ledger.';
	if (obstacle.why === 'misfit') return obstacle.fault;
	return `${obstacle.kind} ${obstacle.key} was changed again by revision ${obstacle.revision}; undo that one first.`;
}

/**
 * Undoes a revision by a new one, in one transaction: the number of the new one, or what stands in the way; undefined where there
 * is no such revision.
 */
export function undo(
	store: Store,
	revision: number,
	as: Omit<Commit, 'why' | 'expect'>
): { revision: number } | { obstacles: Obstacle[] } | undefined {
	return store.atomically(() => {
		const undone = store.history.revision(revision);
		if (!undone) return undefined;
		const plan = planUndo(store, revision);
		if ('obstacles' in plan) return plan;
		const done = commit(store, plan.changes, { ...as, why: `Undid revision ${revision}: ${undone.why}` });
		return 'revision' in done ? done : { obstacles: misfitsOf(done) };
	});
}
