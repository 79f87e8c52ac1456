import { compareText, type Book } from '$lib/ledger/book';
import type { Day } from '$lib/records/day';
import { knownFrom, latestKnown } from '$lib/ledger/figures';
import type { Fundamental, Indicator } from '$lib/records';
import { isTooOld } from './status';

/** The AI labs, in slug order; those that stand for others left out. */
export function labsOf(book: Book): string[] {
	return book.records.organisations
		.filter((organisation) => organisation.kind === 'ai_lab' && !organisation.stand_in)
		.map((organisation) => organisation.slug)
		.sort(compareText);
}

/** What some companies earn in a year by their latest statements. */
export interface Revenues {
	/** What is counted, by company: what is too old counts nowhere, unless all of it is; the reading is then stale. */
	counted: Map<string, Fundamental>;
	/** What is too old beside it, left out. */
	left: Fundamental[];
}

/** The latest annualised revenue of each of some companies that has stated one by a day. */
export function revenuesOf(book: Book, asOf: Day, companies: string[], definition: Indicator): Revenues {
	const latest = companies.flatMap((company) => {
		const rows = book.records.fundamentals.filter(
			(row) => row.company === company && row.metric === 'revenue_run_rate'
		);
		return latestKnown(rows, asOf) ?? [];
	});
	const old = latest.filter((figure) => isTooOld(definition, asOf, knownFrom(figure)));
	const left = old.length < latest.length ? old : [];
	const counted = latest.filter((figure) => !left.includes(figure));
	return { counted: new Map(counted.map((figure) => [figure.company, figure])), left };
}
