import type { Book } from '$lib/ledger/book';
import { filedBacklogs, filedQuarters, spendersAt, type FiledBacklog, type FiledQuarter } from '$lib/ledger/filings';
import { namesOf, type Names } from '$lib/shared/names';
import type { View } from '$lib/view';

/** The ledger beside what companies filed. */
export interface FilingsPage {
	backlogs: FiledBacklog[];
	quarters: FiledQuarter[];
	/** Those whose capital spending the quarters hold. */
	companies: string[];
	names: Names;
}

/** The answer of `/filings`. */
export function filingsPage(book: Book, { question, as_of }: View): FilingsPage {
	const backlogs = filedBacklogs(book, question, as_of);
	const companies = spendersAt(book.records, as_of);
	return {
		backlogs,
		quarters: filedQuarters(book, question, as_of),
		companies,
		names: namesOf(book, [...backlogs.map(({ company }) => company), ...companies])
	};
}
