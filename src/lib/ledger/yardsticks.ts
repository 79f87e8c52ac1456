import type { Book } from './book';
import { compareCapex } from './capex';
import { compare, withScopeOf } from './compare';
import { dueCurve, type DueCurve } from './due';
import { partOf } from './part-of';
import type { Question } from './question';
import { comparables, isKnown, windowOf } from './window';
import { addDays, type Day } from '$lib/records/day';
import type { Projection } from '$lib/records';
import type { SpendShape } from '$lib/records/vocabularies';

/** A projection by the deals of the ledger: what is due in its window over its path, both at `day`. Not yet rounded. */
export interface DealsYardstick {
	/** `as_of`, or the last day of a window that has closed. */
	day: Day;
	/** Under the question. */
	due_to_date_usd: number;
	/** The same if spending is spread evenly over each term, and if it ramps up (MODEL section 4). */
	even_usd: number;
	ramp_usd: number;
	path_usd: number;
	/** Null before the window opens. */
	pace: number | null;
	/** Which way it errs, as a sentence. */
	bias: string;
}

/** A projection by the books of its companies: what they reported in its window over its path, both at `day`. Not yet rounded. */
export interface BooksYardstick {
	/** The last day up to which all of them have reported; null before there is one. */
	day: Day | null;
	reported_usd: number;
	path_usd: number;
	pace: number | null;
	companies: string[];
	/** Which way it errs, as a sentence. */
	bias: string;
}

/** How much of what some companies reported stands in the ledger, from `from` to `to`. Not yet rounded. */
export interface Coverage {
	from: Day;
	to: Day;
	/** Due of the deals that they pay, everywhere: what they report is spent everywhere. */
	due_usd: number;
	reported_usd: number;
	/** `due_usd` over `reported_usd`; null where nothing was reported. */
	share: number | null;
}

/** Both yardsticks of a projection; null where it is not comparable with the one or the other. */
export interface Measures {
	deals: DealsYardstick | null;
	books: BooksYardstick | null;
	coverage: Coverage | null;
}

const BIAS = {
	deals: 'Low: it sees only deals that were announced with a sum, and spreads each over its term.',
	books: 'High: it holds all that these companies build and buy, everywhere and for every purpose.'
};

/** Due from some companies between two days, dollars, not rounded: payers share a deal as its record says, else equally. */
export function dueFrom(book: Book, due: DueCurve, companies: readonly string[], { from, to }: { from: Day; to: Day }) {
	const before = addDays(from, -1);
	return book.entries.reduce((sum, { index, deal }) => {
		const paying = deal.payers.filter((slug) => companies.includes(slug));
		if (paying.length === 0) return sum;
		const falling = due.of(index, to) - due.of(index, before);
		return paying.reduce((all, slug) => all + partOf(deal, 'payers', slug, falling), sum);
	}, 0);
}

/**
 * A projection by both yardsticks as known at a day, and how much of the second the first can see (MODEL section 7, pace). All
 * are null before it is known.
 */
export function measureBoth(book: Book, question: Question, asOf: Day, projection: Projection): Measures {
	if (!isKnown(projection, asOf)) return { deals: null, books: null, coverage: null };
	const { start, end } = windowOf(projection);
	const kinds = comparables(projection);
	const against = kinds.includes('deals') ? compare(book, question, asOf, projection) : null;
	const until = asOf < end ? asOf : end;
	const shaped = (shape: SpendShape): number => {
		const due = dueCurve(book, { ...withScopeOf(question, projection), shape }, asOf);
		return until < start ? 0 : due.total(until) - due.total(addDays(start, -1));
	};
	const deals = against && {
		day: until,
		due_to_date_usd: against.due_to_date_usd,
		even_usd: shaped('even'),
		ramp_usd: shaped('ramp'),
		path_usd: against.path_to_date_usd,
		pace: against.pace,
		bias: BIAS.deals
	};
	const companies = projection.companies ?? [];
	if (!kinds.includes('capex') || companies.length === 0) return { deals, books: null, coverage: null };
	const { reported_to, reported_usd, path_usd, pace } = compareCapex(book.records, projection, asOf);
	const books = { day: reported_to, reported_usd, path_usd, pace, companies: [...companies].sort(), bias: BIAS.books };
	if (reported_to === null) return { deals, books, coverage: null };
	const span = { from: start, to: reported_to };
	const due_usd = dueFrom(book, dueCurve(book, { ...question, scope: 'global' }, asOf), companies, span);
	const share = reported_usd > 0 ? due_usd / reported_usd : null;
	return { deals, books, coverage: { ...span, due_usd, reported_usd, share } };
}
