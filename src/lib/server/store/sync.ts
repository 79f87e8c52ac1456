import { RECORD_KINDS, type RecordKind, type Records } from '$lib/records';
import { recordKey, type RecordOf } from '$lib/records/keys';
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
	/** Of those, the ones that the dataset said something new about since: a person has to choose. */
	undecided: Reference[];
	changes: Change[];
	/** Digests to be remembered as the dataset's; null where the dataset no longer has the record. */
	origins: (Reference & { digest: string | null })[];
}

/** What a person chose for a record that diverged: the dataset's version, or the one that stands here. */
export type Side = 'theirs' | 'ours';

/** The digests of what stands here and of what the dataset last said, by kind and key. */
export interface Digests {
	here(reference: Reference): string | undefined;
	origin(reference: Reference): string | undefined;
	/** Everything that came from the dataset. */
	origins(): Reference[];
	/** What was chosen; undefined where nobody chose. */
	chosen(reference: Reference): Side | undefined;
}

function nameOf({ kind, key }: Reference): string {
	return `${kind} ${key}`;
}

/**
 * Compares a dataset with what stands in the ledger. A record is taken over if nobody has changed it here since it last came
 * from the dataset; everything else is kept and reported as diverged, unless a person has chosen.
 */
export function planSync(records: Records, digests: Digests): Plan {
	const plan: Plan = {
		unchanged: 0,
		added: 0,
		changed: 0,
		removed: 0,
		diverged: [],
		undecided: [],
		changes: [],
		origins: []
	};
	const present = new Set<string>();

	function weigh<K extends RecordKind>(kind: K, record: RecordOf<K>): void {
		const reference = { kind, key: recordKey(kind, record) };
		const digest = digestOf(record);
		const here = digests.here(reference);
		const origin = digests.origin(reference);
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
			const chosen = digests.chosen(reference);
			if (chosen !== 'theirs') {
				plan.diverged.push(reference);
				if (chosen === undefined && origin !== digest) plan.undecided.push(reference);
				if (chosen === undefined) return;
			} else {
				if (here === undefined) plan.added++;
				else plan.changed++;
				take();
			}
		}
		if (origin !== digest) plan.origins.push({ ...reference, digest });
	}

	for (const kind of RECORD_KINDS) {
		records[kind].forEach((record: RecordOf<typeof kind>) => weigh(kind, record));
	}
	for (const reference of digests.origins()) {
		if (present.has(nameOf(reference))) continue;
		const here = digests.here(reference);
		const chosen = digests.chosen(reference);
		if (here !== undefined && here !== digests.origin(reference) && chosen !== 'theirs') {
			plan.diverged.push(reference);
			if (chosen === 'ours') plan.origins.push({ ...reference, digest: null });
			else plan.undecided.push(reference);
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
