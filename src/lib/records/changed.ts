import type { RecordOf } from './keys';
import { RECORD_KINDS, type Deal, type RecordKind, type Records } from './index';
import { headline } from './value';
import { crossFaults, dealsNamed, type CrossFault } from './rules';
import { MOST_DOLLARS } from './limits';

/** A record that was put in place of what stood under its key, or taken away (null). */
export interface ChangedRecord {
	kind: RecordKind;
	key: string;
	record: RecordOf<RecordKind> | null;
}

/** Kinds that other records name; one that is gone may be missed anywhere. */
const NAMED: readonly RecordKind[] = ['deals', 'organisations', 'projections'];

/** The records that were put, by kind; of projections, which are few and of which one is featured, all. */
function touchedRecords(after: Records, changes: readonly ChangedRecord[]): Records {
	const put = RECORD_KINDS.map((kind): [RecordKind, unknown[]] => {
		const records = changes.flatMap((each) => (each.kind === kind && each.record ? [each.record] : []));
		return [kind, kind === 'projections' && records.length > 0 ? after.projections : records];
	});
	return Object.fromEntries(put) as unknown as Records;
}

/** True where following `part_of` from a deal comes to an end. Unknown targets have been looked for before. */
function hasEnd({ slug, part_of }: Deal, next: ReadonlyMap<string, string | undefined>): boolean {
	const passed = new Set([slug]);
	for (let at = part_of; at !== undefined; at = next.get(at)) {
		if (passed.has(at)) return false;
		passed.add(at);
	}
	return true;
}

function headlinesFit({ deals }: Records): boolean {
	let total = 0;
	for (const { events } of deals) {
		let most = 0;
		for (const { value } of events) most = Math.max(most, headline(value));
		// Exact as long as it fits, and past that it no longer matters by how much.
		total += most;
	}
	return total <= MOST_DOLLARS;
}

/** Whether nothing can have come apart, told from what changed alone. */
function staySound(after: Records, changes: readonly ChangedRecord[]): boolean {
	if (changes.some(({ kind, record }) => record === null && NAMED.includes(kind))) return false;
	const put = touchedRecords(after, changes);
	const parts = put.deals.filter(({ part_of }) => part_of !== undefined);
	const named = dealsNamed(put);
	const next = named.length > 0 ? new Map(after.deals.map((deal) => [deal.slug, deal.part_of])) : new Map();
	const organisations = after.organisations.map(({ slug }) => slug);
	const known = { organisations, deals: named.filter((slug) => next.has(slug)) };
	if (crossFaults(put, known).length > 0) return false;
	return parts.every((deal) => hasEnd(deal, next)) && (put.deals.length === 0 || headlinesFit(after));
}

/**
 * What is wrong between the records after some changes (`crossFaults`), where nothing was before them. Looks at what changed
 * and what that names; only where that is not sound, or something that others may name was taken away, at everything.
 */
export function faultsAfter(after: Records, changes: readonly ChangedRecord[]): CrossFault[] {
	return staySound(after, changes) ? [] : crossFaults(after);
}
