import type { Book } from '$lib/ledger/book';
import { evidenceOf, type DealEvidence, type Evidence } from '$lib/ledger/evidence';
import { knownFrom } from '$lib/ledger/figures';
import { namesOf, type Names } from '$lib/shared/names';
import type { View } from '$lib/view';

/** A deal and what it rests on. */
export interface EvidenceDeal extends Omit<DealEvidence, 'index'> {
	slug: string;
	title: string;
	/** Of the counted total, 0 to 1. */
	share: number;
}

/** Where sources of one deal contradict each other. */
export interface DoubtLine {
	slug: string;
	title: string;
	counted_usd: number;
	note: string;
}

/** How far the totals of a question can be believed. */
export interface EvidencePage extends Omit<Evidence, 'deals' | 'large'> {
	/** Kept deals that add something, the largest first. */
	deals: EvidenceDeal[];
	/** Those that are each more than a tenth of the total. */
	large: EvidenceDeal[];
	doubts: DoubtLine[];
	/** What the readings take from companies’ books, known at the day: how many figures, of high confidence, not read where they were filed. */
	figures: { count: number; high: number; unread: number };
	names: Names;
}

function figuresOf({ records }: Book, asOf: string): EvidencePage['figures'] {
	const known = [...records.capex, ...records.fundamentals].filter((figure) => knownFrom(figure) <= asOf);
	return {
		count: known.length,
		high: known.filter(({ confidence }) => confidence === 'high').length,
		unread: known.filter(({ seen }) => !seen).length
	};
}

/** The answer of `/evidence`. */
export function evidencePage(book: Book, { question, as_of }: View): EvidencePage {
	const evidence = evidenceOf(book, question, as_of);
	const { counted_usd } = evidence.total;
	const told = ({ index, ...deal }: DealEvidence): EvidenceDeal => {
		const { slug, title } = book.entries[index]!.deal;
		return { slug, title, share: counted_usd > 0 ? deal.counted_usd / counted_usd : 0, ...deal };
	};
	const adding = evidence.deals.filter((deal) => deal.counted_usd > 0);
	const doubts = adding.flatMap(({ index, counted_usd }) => {
		const { slug, title, doubts = [] } = book.entries[index]!.deal;
		return doubts.map(({ note }) => ({ slug, title, counted_usd, note }));
	});
	return {
		...evidence,
		deals: adding.map(told),
		large: evidence.large.map(told),
		doubts,
		figures: figuresOf(book, as_of),
		names: namesOf(
			book,
			adding.flatMap(({ notice }) => (notice ? [notice.by] : []))
		)
	};
}
