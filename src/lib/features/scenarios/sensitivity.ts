import type { Book } from '$lib/ledger/book';
import {
	sensitivityOfCounted,
	sensitivityOfCover,
	type AssumptionKey,
	type Sensitivity
} from '$lib/ledger/sensitivity';
import type { View } from '$lib/view';
import { projectionOf } from '$lib/shared/spend-rows';

/** One assumption made otherwise, or one deal left out, and what it does to a result. */
export interface SensitivityRow {
	/** counted: whole dollars. cover: the part of the projection's target that is contracted. */
	measure: 'counted' | 'cover';
	sort: 'assumption' | 'deal';
	/** The assumption, or the slug of the deal. */
	key: AssumptionKey | (string & {});
	/** What is assumed instead; `left_out` for a deal. */
	instead: string;
	/** The result then, and its distance from the result as asked: dollars for counted, a ratio for cover. */
	value_usd: number | null;
	change_usd: number | null;
	value: number | null;
	change: number | null;
}

/** What sensitivity leaves out, for readers of the page and of the file. */
export const SENSITIVITY_NOT_KNOWN =
	'One thing is changed at a time: this does not say how likely any of it is, nor what two of them do together, and it tries only assumptions that the ledger makes itself.';

/** What moves the counted total and the cover of the view's projection most; no cover without a projection. */
export interface Sensitivities {
	counted: Sensitivity;
	cover: Sensitivity | null;
	not_known: string;
	/** The titles of the deals by slug. */
	titles: Record<string, string>;
}

/** Works out what moves most. */
export function sensitivities(book: Book, view: View): Sensitivities {
	const projection = projectionOf(book, view);
	const counted = sensitivityOfCounted(book, view.question, view.as_of);
	const cover = projection ? sensitivityOfCover(book, view.question, view.as_of, projection) : null;
	const titles: Record<string, string> = {};
	for (const { slug } of [...counted.deals, ...(cover?.deals ?? [])])
		titles[slug] = book.entries[book.bySlug.get(slug)!]!.deal.title;
	return { counted, cover, not_known: SENSITIVITY_NOT_KNOWN, titles };
}

function rowsOf(measure: SensitivityRow['measure'], { assumptions, deals }: Sensitivity): SensitivityRow[] {
	const result = (value: number, change: number) =>
		measure === 'counted'
			? { value_usd: value, change_usd: change, value: null, change: null }
			: { value_usd: null, change_usd: null, value, change };
	return [
		...assumptions.flatMap(({ key, otherwise }) =>
			otherwise.map(({ instead, value, change }): SensitivityRow => ({
				measure,
				sort: 'assumption',
				key,
				instead,
				...result(value, change)
			}))
		),
		...deals.map(({ slug, value, change }): SensitivityRow => ({
			measure,
			sort: 'deal',
			key: slug,
			instead: 'left_out',
			...result(value, change)
		}))
	];
}

/** The same as rows: three assumptions at most and the shape, each way to make them otherwise, and ten deals at most, for either result. */
export function sensitivity(book: Book, view: View): SensitivityRow[] {
	const { counted, cover } = sensitivities(book, view);
	return [...rowsOf('counted', counted), ...(cover ? rowsOf('cover', cover) : [])];
}
