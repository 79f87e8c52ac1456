import { stateAt, type Book } from '../book';
import { dayNumber, type Day } from '$lib/records/day';
import { FIRMNESS, type Firmness } from '$lib/records/vocabularies';
import { estimate } from '$lib/records/value';

/** What became of the deals that were at some firmness when they were first recorded. */
export interface FirmnessRecord {
	firmness: Firmness;
	/** All of them; those that are cancelled; those that are definitive now. */
	deals: number;
	cancelled: number;
	became_definitive: number;
	/** Those that stated a sum, and the central values that they stated first, and state now: 0 where they are cancelled. */
	valued: number;
	first_usd: number;
	now_usd: number;
}

/**
 * The ledger's own record as known at a day, the firmest first: what deals of all layers came to by the firmness of their first
 * event. It says what was announced next, not what was paid.
 */
export function firmnessRecord(book: Book, asOf: Day): FirmnessRecord[] {
	const today = dayNumber(asOf);
	const records = new Map(
		FIRMNESS.toReversed().map((firmness): [Firmness, FirmnessRecord] => [
			firmness,
			{ firmness, deals: 0, cancelled: 0, became_definitive: 0, valued: 0, first_usd: 0, now_usd: 0 }
		])
	);
	for (const entry of book.entries) {
		const now = stateAt(entry, today);
		if (!now) continue;
		const record = records.get(entry.states[0]!.firmness)!;
		record.deals += 1;
		if (now.cancelled) record.cancelled += 1;
		else if (now.firmness === 'definitive') record.became_definitive += 1;
		const first = entry.states.find(({ dayNo, value }) => dayNo <= today && (estimate(value, 'central') ?? 0) > 0);
		if (!first) continue;
		record.valued += 1;
		record.first_usd += estimate(first.value, 'central')!;
		record.now_usd += now.cancelled ? 0 : (estimate(now.value, 'central') ?? 0);
	}
	return [...records.values()];
}
