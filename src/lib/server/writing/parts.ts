import { recordsOf, type Records } from '$lib/records';
import { crossFaults, dealsNamed, headlinesFaults } from '$lib/records/rules';
import { faultSentence, type RecordFault } from '$lib/records/faults';
import { withChanges } from '../ledger/with-changes';
import type { Change } from '../store/sync';
import type { WholeLedger } from '../store/whole';

/** Records that are looked at together. */
const PART = 500;

/** Faults of some records that were put, given what else the ledger will hold; of projections, which are few, all. */
function faultsOfPart(whole: WholeLedger, part: readonly Change[]): RecordFault[] {
	const records = withChanges(recordsOf(), part);
	if (records.projections.length > 0) records.projections = whole.projections();
	const deals = dealsNamed(records).filter((slug) => whole.has('deals', slug));
	return crossFaults(records, { organisations: whole.organisations(), deals });
}

/** Faults of what no part shows: deals that are part of themselves in the end, and what all headlines come to. */
function faultsOfAll(whole: WholeLedger): RecordFault[] {
	const rest = { payers: [], payees: [], events: [] };
	const links = whole.parts().map((each) => ({ ...each, ...rest }));
	const known = links.map(({ part_of }) => part_of);
	const faults = crossFaults(recordsOf({ deals: links as unknown as Records['deals'] }), { deals: known });
	return [...faults, ...headlinesFaults(whole.headlines())];
}

function* inParts(changes: Iterable<Change>): Generator<Change[]> {
	let part: Change[] = [];
	for (const change of changes) {
		part.push(change);
		if (part.length < PART) continue;
		yield part;
		part = [];
	}
	if (part.length > 0) yield part;
}

/** The faults between the records of a ledger that is too large for memory, after some were put: each fault once. */
export function faultsInParts(whole: WholeLedger, changes: Iterable<Change>): RecordFault[] {
	const faults: RecordFault[] = [];
	for (const part of inParts(changes)) faults.push(...faultsOfPart(whole, part));
	faults.push(...faultsOfAll(whole));
	return [...new Map(faults.map((fault) => [faultSentence(fault), fault])).values()];
}

/** Looks at a stream of records while somebody writes them, so that each is read once. */
export class PassingCheck {
	private isDoubtful = false;
	private hasDeals = false;

	constructor(private readonly whole: WholeLedger) {}

	/** Passes records on, and looks at each part of them once it is written. */
	*pass(changes: Iterable<Change>): Generator<Change> {
		for (const part of inParts(changes)) {
			const removed = part.find(({ record }) => record === null);
			if (removed) throw new RangeError(`A stream only puts records; it removes ${removed.kind} ${removed.key}.`);
			yield* part;
			this.hasDeals ||= part.some(({ kind }) => kind === 'deals');
			// It may name what comes only later: whether that is a fault shows at the end.
			this.isDoubtful ||= faultsOfPart(this.whole, part).length > 0;
		}
	}

	/** What is wrong now that all is written; `again` gives the records once more. */
	faults(again: () => Iterable<Change>): RecordFault[] {
		if (this.isDoubtful) return faultsInParts(this.whole, again());
		return this.hasDeals ? faultsOfAll(this.whole) : [];
	}
}
