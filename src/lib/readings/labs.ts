import { compareText, type Book } from '$lib/ledger/book';
import type { Day } from '$lib/records/day';
import { latestKnown } from '$lib/ledger/figures';
import type { Fundamental, Indicator, Organisation } from '$lib/records';

/** The organisations of one kind, in slug order; those that stand for others left out. */
export function organisationsOf(book: Book, kind: Organisation['kind']): string[] {
	return book.records.organisations
		.filter((organisation) => organisation.kind === kind && !organisation.stand_in)
		.map((organisation) => organisation.slug)
		.sort(compareText);
}

/** The latest annualised revenue of each lab that has one at a day. */
export function labRevenues(book: Book, asOf: Day): Map<string, Fundamental> {
	const revenues = new Map<string, Fundamental>();
	for (const slug of organisationsOf(book, 'ai_lab')) {
		const rows = book.records.fundamentals.filter((row) => row.company === slug && row.metric === 'revenue_run_rate');
		const latest = latestKnown(rows, asOf);
		if (latest) revenues.set(slug, latest);
	}
	return revenues;
}

/**
 * The labs whose revenue must be fresh: those that the definition names among its inputs, or all where it names none. A small
 * lab that reports seldom thus stays in the sum without making the whole reading stale.
 */
export function namedLabs(indicator: Indicator, labs: Iterable<string>): Set<string> {
	const all = [...labs];
	const words = new Set(indicator.inputs.flatMap((input) => input.split(/[^a-z0-9-]+/)));
	const named = all.filter((slug) => words.has(slug));
	return new Set(named.length > 0 ? named : all);
}
