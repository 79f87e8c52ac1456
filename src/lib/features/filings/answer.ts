import type { Book } from '$lib/ledger/book';
import { backtestQuarters, checkedForecasts, type BacktestQuarter, type CheckedForecast } from '$lib/ledger/backtest';
import { filedLabs, type FiledLab } from '$lib/ledger/filed-labs';
import { filedBacklogs, filedQuarters, spendersAt, type FiledBacklog, type FiledQuarter } from '$lib/ledger/filings';
import { namesOf, type Names } from '$lib/shared/names';
import type { View } from '$lib/view';

/** The ledger beside what companies filed, and beside what it said itself. */
export interface FilingsPage {
	backlogs: FiledBacklog[];
	labs: FiledLab[];
	quarters: FiledQuarter[];
	/** Those whose capital spending the quarters hold. */
	companies: string[];
	backtest: BacktestQuarter[];
	forecasts: CheckedForecast[];
	/** Of organisations by slug, and of projections. */
	names: Names;
}

/** The answer of `/filings`. */
export function filingsPage(book: Book, { question, as_of }: View): FilingsPage {
	const backlogs = filedBacklogs(book, question, as_of);
	const labs = filedLabs(book, question, as_of);
	const companies = spendersAt(book.records, as_of);
	const forecasts = checkedForecasts(book, question, as_of);
	const names = namesOf(book, [
		...[...backlogs, ...labs].map(({ company }) => company),
		...companies,
		...forecasts.map(({ key }) => key)
	]);
	for (const { slug, title } of book.records.projections) if (slug in names) names[slug] = title;
	return {
		backlogs,
		labs,
		quarters: filedQuarters(book, question, as_of),
		companies,
		backtest: backtestQuarters(book, question, as_of),
		forecasts,
		names
	};
}
