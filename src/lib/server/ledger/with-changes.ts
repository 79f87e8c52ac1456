import { compareText } from '$lib/ledger/book';
import type { RecordKind, Records } from '$lib/records';
import { recordKey } from '$lib/records/keys';
import type { Change } from '../store/sync';

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
