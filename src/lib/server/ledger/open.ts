import { compile, type Book } from '$lib/ledger/book';
import type { Records } from '$lib/records';
import type { Store } from '../store/store';
import { withChanges } from './with-changes';

/** The records as one revision left them, ready to be asked. Never changed: a new revision is a new snapshot. */
export interface Snapshot {
	revision: number;
	records: Records;
	/** Made when it is first asked for: a write needs the records alone. */
	readonly book: Book;
}

/** Books of earlier revisions kept at hand; the oldest asked for goes first. */
const KEPT = 4;

interface Ledger {
	store: Store;
	current: Snapshot | undefined;
	earlier: Map<number, Snapshot>;
}

let ledger: Ledger | undefined;

function requireLedger(): Ledger {
	if (!ledger) throw new Error('The ledger was asked before it was opened.');
	return ledger;
}

/** Takes a database as the ledger that is asked from now on; one that was open before is closed. */
export function openLedger(store: Store): void {
	closeLedger();
	ledger = { store, current: undefined, earlier: new Map() };
}

function take(revision: number, records: Records): Snapshot {
	let book: Book | undefined;
	return {
		revision,
		records,
		get book() {
			return (book ??= compile(records));
		}
	};
}

/** Up to so many revisions later a snapshot is brought up to date; past that all is read again. */
const MOST_BEHIND = 100;

/** The records as a revision left them, from those of a snapshot of a little earlier where there is one. */
function recordsAt(store: Store, revision: number, known: Snapshot | undefined): Records {
	const behind = known ? revision - known.revision : -1;
	if (!known || behind < 0 || behind > MOST_BEHIND) return store.readAll();
	return withChanges(known.records, store.changedBetween(known.revision, revision));
}

/** The ledger as it stands, remembered until anyone writes a revision. */
export function currentSnapshot(): Snapshot {
	const state = requireLedger();
	const revision = state.store.revision();
	const { current } = state;
	if (current?.revision === revision) return current;
	state.current = take(revision, recordsAt(state.store, revision, current));
	return state.current;
}

/** The ledger as a revision left it; undefined where there is no such revision. */
export function snapshotAt(revision: number): Snapshot | undefined {
	const state = requireLedger();
	const latest = state.store.revision();
	if (!Number.isInteger(revision) || revision < 1 || revision > latest) return undefined;
	if (revision === latest) return currentSnapshot();
	const known = state.earlier.get(revision);
	state.earlier.delete(revision);
	const snapshot = known ?? take(revision, state.store.readAll(revision));
	state.earlier.set(revision, snapshot);
	const [oldest] = state.earlier.keys();
	if (state.earlier.size > KEPT && oldest !== undefined) state.earlier.delete(oldest);
	return snapshot;
}

/** The database itself, for the doors that write to it and for accounts. Readers ask for snapshots. */
export function openedStore(): Store {
	return requireLedger().store;
}

/** Closes the database; the ledger cannot be asked afterwards. Closing twice is harmless. */
export function closeLedger(): void {
	ledger?.store.close();
	ledger = undefined;
}
