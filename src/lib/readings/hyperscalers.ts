import type { Book } from '$lib/ledger/book';
import type { Day } from '$lib/records/day';
import { fourQuarters, knownQuarters, sumOf, type OfPeriod } from '$lib/ledger/figures';
import type { Capex } from '$lib/records';
import { quartersInput } from './inputs';
import { organisationsOf } from './labs';
import type { Input } from './reading';
import { nameOf } from './rows';

/** What the hyperscalers spent over their latest four quarters each. */
export interface Spending {
	/** Whole dollars, all of them together; null where one lacks a quarter. */
	total: number | null;
	/** Which companies lack one, in words. */
	reason: string;
	companies: { slug: string; quarters: OfPeriod<Capex>[] }[];
	inputs: Input[];
}

/** `payments_for_ppe` of the latest four quarters known at a day, organisations of kind `hyperscaler` (MODEL section 7). */
export function hyperscalerSpending(book: Book, asOf: Day): Spending {
	const companies: Spending['companies'] = [];
	const lacking: string[] = [];
	const slugs = organisationsOf(book, 'hyperscaler');
	for (const slug of slugs) {
		const rows = book.records.capex.filter((row) => row.company === slug && row.measure === 'payments_for_ppe');
		const quarters = fourQuarters(knownQuarters(rows, asOf));
		if (quarters) companies.push({ slug, quarters });
		else lacking.push(nameOf(book, slug));
	}
	const whole = slugs.length > 0 && lacking.length === 0;
	return {
		total: whole ? companies.reduce((sum, { quarters }) => sum + sumOf(quarters), 0) : null,
		reason:
			slugs.length === 0
				? 'No organisation is a hyperscaler.'
				: `Four quarters of capital spending in a row are not known of ${lacking.join(', ')}.`,
		companies,
		inputs: companies.map(({ quarters }) => quartersInput(book, 'Capital spending', quarters))
	};
}
