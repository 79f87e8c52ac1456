import { recordChangeRow } from '$lib/features/history/answer';
import type { RecordKind } from '$lib/records';
import { openedStore } from './open';
import type { Revision } from '../store/history';

/** The number of a revision as an address names it; NaN for anything else. */
export function revisionOf(text: string): number {
	return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : NaN;
}

/** A revision by the name it has in an address; undefined where there is none. */
export function revisionNamed(text: string): Revision | undefined {
	const number = revisionOf(text);
	return Number.isNaN(number) ? undefined : openedStore().history.revision(number);
}

const AT_A_TIME = 200;

/** The changes of a revision as rows, from one place to before another; no more than a few hundred are held at once. */
export function* changeRows(revision: Revision, from: number, to: number) {
	for (let at = from; at < to; at += AT_A_TIME) {
		const changes = openedStore().history.changes(revision.revision, at, Math.min(AT_A_TIME, to - at));
		for (const change of changes) yield recordChangeRow(revision, change);
	}
}

/** What became of one record, by its slug or the id of its row, the newest first; empty where the ledger never knew it. */
export function historyOf(kind: RecordKind, id: string, last: number) {
	const store = openedStore();
	const key = store.keyOf(kind, id);
	return key === undefined ? [] : store.history.ofRecord(kind, key, last);
}

/** The same as rows of a table. */
export function recordRows(kind: RecordKind, id: string, last: number) {
	return historyOf(kind, id, last).map((each) => recordChangeRow(each, each));
}
