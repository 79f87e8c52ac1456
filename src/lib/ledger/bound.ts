import { stateAt, type Entry } from './book';
import type { DueCurve } from './due';
import type { Sweep } from './sweep';
import { addDays, dayNumber, type Day } from '$lib/records/day';
import { estimate } from '$lib/records/value';

/** What binds the parties of a deal at a day (MODEL section 4, who may leave). */
export interface Bound {
	/** Whole dollars, from 0 to the contribution: what falls due before notice could end it. */
	bound_usd: number;
	/** Who may leave, and from when; null where nobody may. */
	notice: { by: string; days: number; from: Day; ends: Day } | null;
}

/** Who may end a deal by notice as known at a day, the day on which notice given at once would end it included; null: nobody. */
function noticeAt(entry: Entry, asOf: Day): Bound['notice'] {
	const notice = stateAt(entry, dayNumber(asOf))?.notice;
	const { days = null, by, from } = notice ?? {};
	if (days === null || by === undefined || from === undefined) return null;
	return { by, days, from, ends: addDays(from > asOf ? from : asOf, days) };
}

/**
 * What of a deal's contribution falls due before anybody could be out of it: the whole of it where nobody may leave; else what is
 * due by the day on which notice, given as soon as it may be, ends it, and at least the low end where the record states one, but
 * never more than the contribution. Null where the deal is not kept. `sweep` and `due` stand at `asOf`.
 */
export function boundOf(entry: Entry, sweep: Sweep, due: DueCurve, asOf: Day): Bound | null {
	const { index } = entry;
	const contribution = sweep.contribution(index);
	if (contribution === null) return null;
	const notice = noticeAt(entry, asOf);
	if (!notice) return { bound_usd: contribution, notice };
	const value = sweep.state(entry)!.value;
	const floor = value?.low === undefined ? 0 : sweep.inScope(index, estimate(value, 'low')!);
	const fallsDue = Math.round(due.of(index, notice.ends));
	return { bound_usd: Math.min(contribution, Math.max(fallsDue, floor)), notice };
}
