import { compareText } from '$lib/ledger/book';
import type { RecordKind, Records } from '$lib/ledger/records';
import { crossFaults } from '$lib/ledger/schema/cross';
import { capped, pathText } from '$lib/ledger/schema/fault';
import { recordKey } from '$lib/ledger/schema/keys';
import { digestOf } from '../store/digest';
import type { Signature, Store } from '../store/store';
import type { Change, Reference } from '../store/sync';

/** What stands in the way of taking a revision back. */
export type Obstacle =
	/** A later revision changed the same record again: it has to be undone first. */
	| ({ why: 'changed_since'; revision: number } & Reference)
	/** The records would no longer stand together: a sentence says how. */
	| { why: 'misfit'; fault: string }
	/** Nothing would be left of the ledger. */
	| { why: 'everything' };

/** The changes that take a revision back, or all that stands in the way. */
export type Undo = { changes: Change[] } | { obstacles: Obstacle[] };

function misfits(records: Records): Obstacle[] {
	const obstacles = crossFaults(records).map(({ kind, index, path, expected, got }) => {
		const record = index === undefined ? undefined : records[kind][index];
		const name = record === undefined ? kind : `${kind} ${recordKey(kind, record)}`;
		return { why: 'misfit', fault: `${name} ${pathText(path)}: expected ${expected}, got ${got}` } as const;
	});
	return capped<Obstacle>(obstacles, (more) => ({ why: 'misfit', fault: `and ${more} more like these` }));
}

/** The records as they would stand after some changes, each kind sorted by key where a change of it touches it. */
export function withChanges(records: Records, changes: Iterable<Change>): Records {
	const result: Records = { ...records };
	const byKind = new Map<RecordKind, Map<string, unknown>>();
	for (const { kind, key, record } of changes) {
		const known = byKind.get(kind);
		if (known) known.set(key, record);
		else byKind.set(kind, new Map([[key, record]]));
	}
	for (const [kind, changed] of byKind) {
		const list = (records[kind] as unknown[]).map((record) => ({ key: recordKey(kind, record as never), record }));
		const kept = list.filter(({ key }) => !changed.has(key));
		const put = [...changed].flatMap(([key, record]) => (record === null ? [] : [{ key, record }]));
		// All but the few that changed stand in order already, which makes sorting a matter of one pass.
		const all = [...kept, ...put].sort((a, b) => compareText(a.key, b.key));
		Object.assign(result, { [kind]: all.map(({ record }) => record) });
	}
	return result;
}

/**
 * What it takes to undo a revision: every record as it was before it. A record that a later revision changed again is never
 * overwritten; it is named with that revision. Undefined where there is no such revision.
 */
function planUndo(store: Store, revision: number): Undo | undefined {
	if (!store.history.revision(revision)) return undefined;
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
	const standing = withChanges(store.readAll(), changes);
	if (Object.values(standing).every((list: unknown[]) => list.length === 0))
		return { obstacles: [{ why: 'everything' }] };
	const faults = misfits(standing);
	return faults.length > 0 ? { obstacles: faults } : { changes };
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
	{ who, at }: Pick<Signature, 'who' | 'at'>
): { revision: number } | { obstacles: Obstacle[] } | undefined {
	return store.atomically(() => {
		const plan = planUndo(store, revision);
		if (!plan || 'obstacles' in plan) return plan;
		const why = `Undid revision ${revision}: ${store.history.revision(revision)?.why ?? ''}`;
		return { revision: store.apply(plan.changes, { who, why, at }) };
	});
}
