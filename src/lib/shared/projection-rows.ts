import { compareText, type Book } from '$lib/ledger/book';
import { withScopeOf, type Comparison } from '$lib/ledger/compare';
import { comparables, isKnown, targetOf, windowOf } from '$lib/ledger/window';
import { addDays, stepEnds, type Day } from '$lib/records/day';
import type { Projection } from '$lib/records';
import type { View } from '$lib/view';
import { projection } from './comparison';
import { measureUncertainty, type Uncertainty } from './uncertainty';
import { spendAt, type SpendRow } from './spend-rows';
import { yardsticks, type Yardsticks } from './yardsticks';

/** One projection in a list. */
export interface ProjectionRow {
	slug: string;
	title: string;
	author: string;
	institution: string;
	published: string;
	scope: Projection['scope'];
	covers: string;
	window_start: string;
	window_end: string;
	low_usd: number | null;
	central_usd: number;
	high_usd: number | null;
	comparable: string[];
	reason: string | null;
	supersedes: string | null;
	featured: boolean;
	confidence: string | null;
	sources: number;
	short: string | null;
}

function row(projection: Projection): ProjectionRow {
	return {
		slug: projection.slug,
		title: projection.title,
		author: projection.author,
		institution: projection.institution,
		published: projection.published,
		scope: projection.scope,
		covers: projection.covers,
		window_start: windowOf(projection).start,
		window_end: windowOf(projection).end,
		low_usd: projection.target.low ?? null,
		central_usd: targetOf(projection),
		high_usd: projection.target.high ?? null,
		comparable: comparables(projection),
		reason: projection.reason ?? null,
		supersedes: projection.supersedes ?? null,
		featured: projection.featured ?? false,
		confidence: projection.confidence ?? null,
		sources: projection.sources.length,
		short: projection.short ?? null
	};
}

/** The projections known at a day, the featured one first, then the latest published. */
export function projections(book: Book, asOf: Day): ProjectionRow[] {
	const known = book.records.projections.filter((each) => isKnown(each, asOf));
	const slugs = new Set(known.map(({ slug }) => slug));
	return known
		.map(row)
		.map((each) => ({ ...each, supersedes: slugs.has(each.supersedes ?? '') ? each.supersedes : null }))
		.sort(
			(a, b) =>
				Number(b.featured) - Number(a.featured) || compareText(b.published, a.published) || compareText(a.slug, b.slug)
		);
}

/** The page of one projection: its record, its comparison, and the curve against its path over its window. */
export interface ProjectionPage {
	projection: Projection;
	row: ProjectionRow;
	/** False before it was published: nothing is then set against it. */
	known: boolean;
	comparison: Comparison | null;
	/** By the deals and by the books of its companies. */
	yardsticks: Yardsticks;
	/** The day before the window opens, the end of each of its months, and `as_of`; empty where it is not comparable with deals. */
	points: SpendRow[];
	uncertainty: Uncertainty;
	supersedes: { slug: string; title: string } | null;
	superseded_by: { slug: string; title: string }[];
}

/** The answer of `/projections/<slug>`. */
export function projectionPage(book: Book, view: View, slug: string): ProjectionPage | undefined {
	const found = projection(book, view, slug);
	if (!found) return undefined;
	const { start, end } = windowOf(found.projection);
	const scoped = { ...view, projection: slug, question: withScopeOf(view.question, found.projection) };
	const inside = view.as_of >= start && view.as_of <= end ? [view.as_of] : [];
	const days = [...new Set([addDays(start, -1), ...stepEnds(start, end, 'month'), ...inside])].sort();
	const older = book.records.projections.find((each) => each.slug === found.projection.supersedes);
	const newer = book.records.projections.filter((each) => each.supersedes === slug && isKnown(each, view.as_of));
	const name = ({ slug, title }: Projection): { slug: string; title: string } => ({ slug, title });
	return {
		...found,
		yardsticks: yardsticks(book, view.question, view.as_of, found.projection),
		row: row(found.projection),
		points: found.comparison ? spendAt(book, scoped, days) : [],
		uncertainty: measureUncertainty(book, scoped.question, view.as_of),
		supersedes: older ? name(older) : null,
		superseded_by: newer.map(name)
	};
}
