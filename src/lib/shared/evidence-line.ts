import type { Book } from '$lib/ledger/book';
import { evidenceOf, type Evidence } from '$lib/ledger/evidence';
import type { Question } from '$lib/ledger/question';
import type { Day } from '$lib/records/day';
import { money, percent } from '$lib/ui/format';

/** What is said of a deal that is more than a tenth of a total. */
function largestText(book: Book, { large, total }: Evidence): string | null {
	const [first, ...others] = large;
	if (!first) return null;
	const { deal } = book.entries[first.index]!;
	const share = percent(first.counted_usd / total.counted_usd);
	const many = others.length > 0 ? `${others.length + 1} deals are over a tenth each; the largest` : 'one deal';
	return `${many} is ${share}: ${deal.short ?? deal.title}`;
}

/**
 * How far a question's counted total can be believed, in one sentence; null where nothing counts. Says what it rests on, what of
 * it may be left by notice, and which deal it hangs on.
 */
export function evidenceLine(book: Book, question: Question, asOf: Day): string | null {
	const evidence = evidenceOf(book, question, asOf);
	const { total, rows } = evidence;
	if (total.counted_usd === 0) return null;
	const share = (usd: number) => percent(usd / total.counted_usd);
	const leaves = total.counted_usd - total.bound_usd;
	const largest = largestText(book, evidence);
	return [
		`${percent(rows[0]!.share)} of it rests on records of high confidence`,
		`${share(total.filing_usd + total.company_usd)} on filings or the parties’ own pages, ${share(total.first_hand_read_usd)} on one that was read here`,
		...(leaves > 0 ? [`${money(leaves)} may be left by notice`] : []),
		...(largest ? [largest] : [])
	]
		.join('; ')
		.concat('.');
}
