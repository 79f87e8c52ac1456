import type { Book } from '$lib/ledger/book';
import { compareCapex, type CapexComparison } from '$lib/ledger/capex';
import { comparables, isKnown, windowOf } from '$lib/ledger/window';
import type { View } from '$lib/view';

/** A projection that is set against reported capital spending. Whole dollars. */
export interface CapexProjection extends CapexComparison {
	slug: string;
	title: string;
	institution: string;
	published: string;
	window_start: string;
	window_end: string;
	reason: string | null;
}

/** The projections comparable with capital spending whose companies are named, as known at the day; the latest first. */
export function capexProjections(book: Book, { as_of }: View): CapexProjection[] {
	return book.records.projections
		.filter((each) => isKnown(each, as_of) && comparables(each).includes('capex') && (each.companies ?? []).length > 0)
		.map((each): CapexProjection => {
			const comparison = compareCapex(book.records, each, as_of);
			return {
				slug: each.slug,
				title: each.title,
				institution: each.institution,
				published: each.published,
				window_start: windowOf(each).start,
				window_end: windowOf(each).end,
				reason: each.reason ?? null,
				...comparison,
				reported_usd: Math.round(comparison.reported_usd),
				path_usd: Math.round(comparison.path_usd),
				companies: comparison.companies.map((one) => ({ ...one, reported_usd: Math.round(one.reported_usd) }))
			};
		})
		.sort(
			(a, b) =>
				(a.window_end < b.window_end ? 1 : -1) * Number(a.window_end !== b.window_end) ||
				(a.published < b.published ? 1 : -1) * Number(a.published !== b.published) ||
				(a.slug < b.slug ? -1 : 1)
		);
}
