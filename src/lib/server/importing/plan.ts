import { Lookup } from '$lib/records/typed/names';
import { compile } from '$lib/ledger/book';
import type { Day } from '$lib/records/day';
import { checkRecord } from '$lib/records/derive/schema.server';
import { faultSentence, pathText } from '$lib/records/faults';
import { recordKey } from '$lib/records/keys';
import { totalsOf, type Totals } from '$lib/ledger/totals';
import type { Entry } from '../ingest/table/entries';
import type { Signature, Store } from '../store/store';
import type { StagedLine, Staging } from '../store/staging';
import { commit, checkChanges, sentencesOf, type CommitRefusal } from '../writing/commit';
import { faultsInParts } from '../writing/parts';

/** What a file would do to the ledger. */
export interface ImportPlan {
	counts: Record<StagedLine['status'], number>;
	/** Faults of the records together; none where a line was refused: those come first. */
	misfits: string[];
	/** Null where the ledger is too large to be compiled twice beside the import. */
	totals: { before: Totals; after: Totals } | null;
	staging: Staging;
	/** The ledger's latest revision when it was read. */
	revision: number;
}

/** A ledger of more records than this is checked in parts and its totals are left to the server. */
export const LARGE = 50_000;

/** What is said of a field that no cell gave. */
const MADE: Partial<Record<string, string>> = {
	slug: 'its name in addresses',
	summary: 'the title as its summary',
	note: 'the title as the note of its event'
};

function lineOf(entry: Entry, staging: Staging): StagedLine {
	const { line, kind } = entry;
	if ('fault' in entry) return { line, kind, key: '', status: 'refused', why: [entry.fault] };
	const { name, raw, faults = [], made = [] } = entry;
	const checked = checkRecord(kind, raw);
	if ('faults' in checked || faults.length > 0) {
		// A cell that cannot be read leaves its field empty: that the record lacks it need not be said as well.
		const unread = (path: string) => faults.some((each) => path === each.path || path.startsWith(`${each.path}.`));
		const others = 'faults' in checked ? checked.faults : [];
		const why = [
			...faults.map(({ path, says }) => `${path}: ${says}`),
			...others.filter(({ path }) => !unread(pathText(path))).map(faultSentence)
		];
		return { line, kind, key: name, status: 'refused', why };
	}
	const key = recordKey(kind, checked.record);
	const { status, fields } = staging.put(kind, key, checked.record);
	if (status === 'new' && made.length > 0) {
		return { line, kind, key, status, why: made.map((field) => MADE[field] ?? field) };
	}
	if (status !== 'again') return { line, kind, key, status, why: fields };
	const why = kind === 'deals' ? 'its rows do not stand together' : 'an earlier line is of the same record';
	return { line, kind, key, status: 'refused', why: [why] };
}

/**
 * Reads a file into the staging place and says what it would do, line by line (`tell`) and as a whole. Nothing is written. In memory
 * is one record at a time, and a ledger of at most 50,000 records.
 */
export async function planImport(
	store: Store,
	entries: AsyncIterable<Entry>,
	{ day, tell, staging = store.staging() }: { day: Day; tell: (line: StagedLine) => void; staging?: Staging }
): Promise<ImportPlan> {
	const revision = store.revision();
	const counts: ImportPlan['counts'] = { new: 0, changed: 0, unchanged: 0, refused: 0 };
	for await (const entry of entries) {
		const line = lineOf(entry, staging);
		counts[line.status]++;
		tell(line);
	}
	staging.flush();
	const plan: ImportPlan = { counts, misfits: [], totals: null, staging, revision };
	if (counts.refused > 0) return plan;
	if (staging.whole.size() > LARGE)
		return { ...plan, misfits: faultsInParts(staging.whole, staging.changes()).map(faultSentence) };
	const records = store.readAll();
	const standing = checkChanges(records, [...staging.changes()]);
	if ('refused' in standing) return { ...plan, misfits: sentencesOf(standing) };
	const totals = { before: totalsOf(compile(records), day), after: totalsOf(compile(standing.records), day) };
	return { ...plan, totals };
}

/**
 * Writes what was planned as one revision, or nothing: where somebody else wrote since the plan was made, what it says of the
 * ledger no longer holds. `tell` hears how many records have been taken so far.
 */
export function writeImport(
	store: Store,
	{ staging, revision }: Pick<ImportPlan, 'staging' | 'revision'>,
	signature: Signature,
	tell: (taken: number) => void = () => undefined
): { revision: number } | CommitRefusal {
	const told = function* () {
		let taken = 0;
		for (const change of staging.changes()) {
			yield change;
			tell(++taken);
		}
	};
	return commit(store, told(), { ...signature, expect: revision });
}

/** The organisations of a ledger by the names that people know them by. */
export function organisationsOf(store: Store): Lookup {
	return new Lookup(
		store.readKind('organisations').map(({ slug, name, aliases = [], ticker }) => ({
			slug,
			name,
			also: ticker ? [...aliases, ticker] : aliases
		}))
	);
}
