import { RECORD_KINDS, type RecordKind, type Records } from '$lib/ledger/records';
import { recordKey, type RecordOf } from '$lib/ledger/schema/keys';
import { digestOf } from './digest';

/** One record to be written as a whole, or to be removed. */
export type Change = {
	[K in RecordKind]: { kind: K; key: string; record: RecordOf<K> | null };
}[RecordKind];

/** Which record is meant. */
export interface Reference {
	kind: RecordKind;
	key: string;
}

/** What a newer dataset means for a ledger. */
export interface Plan {
	/** The same as before, or brought here from elsewhere already. */
	unchanged: number;
	added: number;
	changed: number;
	removed: number;
	/** Edited or removed here, and other than in the dataset: left as they are. */
	diverged: Reference[];
	changes: Change[];
	/** Digests to be remembered as the dataset's; null where the dataset no longer has the record. */
	origins: (Reference & { digest: string | null })[];
}

/** The digests of what stands here and of what the dataset last said, by kind and key. */
export interface Standing {
	here(reference: Reference): string | undefined;
	origin(reference: Reference): string | undefined;
	/** Everything that came from the dataset. */
	origins(): Reference[];
}

function nameOf({ kind, key }: Reference): string {
	return `${kind} ${key}`;
}

/**
 * Compares a dataset with what stands in the ledger. A record is taken over if nobody has changed it here since it last came
 * from the dataset; everything else is kept and reported as diverged.
 */
export function planSync(records: Records, standing: Standing): Plan {
	const plan: Plan = { unchanged: 0, added: 0, changed: 0, removed: 0, diverged: [], changes: [], origins: [] };
	const present = new Set<string>();

	function weigh<K extends RecordKind>(kind: K, record: RecordOf<K>): void {
		const reference = { kind, key: recordKey(kind, record) };
		const digest = digestOf(record);
		const here = standing.here(reference);
		const origin = standing.origin(reference);
		present.add(nameOf(reference));
		const take = () => plan.changes.push({ ...reference, record } as Change);
		if (here === digest) plan.unchanged++;
		else if (here === undefined && origin === undefined) {
			plan.added++;
			take();
		} else if (here !== undefined && here === origin) {
			plan.changed++;
			take();
		} else {
			plan.diverged.push(reference);
			return;
		}
		if (origin !== digest) plan.origins.push({ ...reference, digest });
	}

	for (const kind of RECORD_KINDS) {
		records[kind].forEach((record: RecordOf<typeof kind>) => weigh(kind, record));
	}
	for (const reference of standing.origins()) {
		if (present.has(nameOf(reference))) continue;
		const here = standing.here(reference);
		if (here !== undefined && here !== standing.origin(reference)) {
			plan.diverged.push(reference);
			continue;
		}
		if (here !== undefined) {
			plan.removed++;
			plan.changes.push({ ...reference, record: null });
		}
		plan.origins.push({ ...reference, digest: null });
	}
	return plan;
}
