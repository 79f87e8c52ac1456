import { compareText, type Book } from '$lib/ledger/book';
import type { Day } from '$lib/records/day';
import { fourQuarters, knownQuarters, sumOf, type OfPeriod } from '$lib/ledger/figures';
import type { Capex, Indicator } from '$lib/records';
import { quartersInput } from './inputs';
import type { Input } from './reading';
import { nameOf } from './rows';

const isSpending = (row: Capex): boolean => row.measure === 'payments_for_ppe';

/** What some companies spent over their latest four quarters each. */
export interface Spending {
	/** Whole dollars, all of them together; null where one lacks a quarter. */
	total: number | null;
	/** Which companies lack one, in words. */
	reason: string;
	companies: { slug: string; quarters: OfPeriod<Capex>[] }[];
	inputs: Input[];
}

/** The companies of a definition, in slug order: whatever kind they are, those and no others (MODEL section 7). */
export function membersOf({ companies = [] }: Indicator): string[] {
	return [...companies].sort(compareText);
}

/** Those of some companies that report capital spending, on any day: what one of them has not reported yet is then missing. */
export function spendersAmong(book: Book, companies: string[]): string[] {
	const reporting = new Set(book.records.capex.filter(isSpending).map(({ company }) => company));
	return companies.filter((slug) => reporting.has(slug));
}

/** `payments_for_ppe` of the latest four quarters of some companies known at a day. */
export function spendingOf(book: Book, asOf: Day, slugs: string[]): Spending {
	const companies: Spending['companies'] = [];
	const lacking: string[] = [];
	for (const slug of slugs) {
		const rows = book.records.capex.filter((row) => row.company === slug && isSpending(row));
		const quarters = fourQuarters(knownQuarters(rows, asOf));
		if (quarters) companies.push({ slug, quarters });
		else lacking.push(nameOf(book, slug));
	}
	const whole = slugs.length > 0 && lacking.length === 0;
	return {
		total: whole ? companies.reduce((sum, { quarters }) => sum + sumOf(quarters), 0) : null,
		reason:
			slugs.length === 0
				? 'The definition names no company that reports capital spending.'
				: `Four quarters of capital spending in a row are not known of ${lacking.join(', ')}.`,
		companies,
		inputs: companies.map(({ quarters }) => quartersInput(book, 'Capital spending', quarters))
	};
}
