import { compareText, type Book } from '$lib/ledger/book';
import { coveredTo, WHOLE_LEDGER } from '$lib/ledger/covered-to';
import type { Day } from '$lib/records/day';
import type { Coverage } from '$lib/records';
import type { View } from '$lib/view';

/** A statement of coverage with the names of what it names. */
export interface CoverageStatement {
	statement: Coverage;
	/** The titles of deals, and the names of companies, by slug. */
	names: Record<string, string>;
}

/** Every statement, the one about the whole ledger first. */
export interface CoveragePage {
	covered_to: Day | null;
	statements: CoverageStatement[];
}

function withNames({ records, organisations }: Book, statement: Coverage): CoverageStatement {
	const deals = new Set((statement.gaps ?? []).flatMap((gap) => gap.deals ?? []));
	const titles = records.deals.flatMap(({ slug, title }) => (deals.has(slug) ? [[slug, title] as const] : []));
	const companies = (statement.series ?? []).map(
		({ company }) => [company, organisations.get(company)?.name ?? company] as const
	);
	return { statement, names: Object.fromEntries([...companies, ...titles]) };
}

function sortStatements({ records }: Book): Coverage[] {
	const place = (slug: string) => (slug === WHOLE_LEDGER ? 0 : 1);
	return [...records.coverage].sort((a, b) => place(a.slug) - place(b.slug) || compareText(a.slug, b.slug));
}

/** The answer of `/coverage`. */
export function coveragePage(book: Book): CoveragePage {
	const statements = sortStatements(book).map((each) => withNames(book, each));
	return { covered_to: coveredTo(book.records), statements };
}

/** The answer of `/coverage/<slug>`; undefined where there is no such statement. */
export function coveredPage(book: Book, _view: View, slug: string): CoverageStatement | undefined {
	const statement = book.records.coverage.find((each) => each.slug === slug);
	return statement && withNames(book, statement);
}

/** A statement of coverage as it is published. */
export interface CoverageRow extends Pick<Coverage, 'slug' | 'title' | 'covered_to' | 'searched_to' | 'looked_for'> {
	found_to: Day | null;
	gaps: number;
}

/** All statements, the one about the whole ledger first. */
export function coverageRows(book: Book): CoverageRow[] {
	return sortStatements(book).map(({ slug, title, covered_to, searched_to, found_to, looked_for, gaps }) => ({
		...{ slug, title, covered_to, searched_to, looked_for },
		found_to: found_to ?? null,
		gaps: gaps?.length ?? 0
	}));
}

/** The gaps of a statement as they are published. */
export function gapRows({ slug, gaps = [] }: Coverage) {
	return gaps.map(({ state, note, deals = [] }) => ({ slug, state, note, deals }));
}
