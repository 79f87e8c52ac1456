import { compareText, readingAt, stateAt, type Book } from '$lib/ledger/book';
import { dayNumber, type Day } from '$lib/records/day';

import { layerOf, type Kind, type Layer } from '$lib/records/vocabularies';

/** What is known so far of a deal that is being recorded. */
export interface Sketch {
	slug?: string;
	kind?: Kind;
	layer?: Layer;
	parties: readonly string[];
	/** The largest figure stated, in dollars; 0 where none was. */
	headline_usd: number;
}

/** A deal that has a reading, to compare with. */
export interface SimilarDeal {
	slug: string;
	title: string;
	headline_usd: number;
	terminator: number;
	idiocracy: number;
	rationale: string;
}

const SHOWN = 5;

/** The rule of `similarDeals`, for the screen that shows them. */
export const SIMILAR_RULE =
	'Ordered by points: 4 for the same kind, 2 for the same layer, 2 for each party that both have (4 at most), and up to 3 for size, one less for every factor of ten between the two sums.';

/** At most three points, one less for each factor of ten between two sums; none where either is not known. */
function sizePoints(a: number, b: number): number {
	if (a <= 0 || b <= 0) return 0;
	let ratio = Math.max(a, b) / Math.min(a, b);
	let points = 3;
	for (; ratio >= 10 && points > 0; ratio /= 10) points--;
	return points;
}

/** The deals with a reading that are most like one that is being recorded, as known on a day, by `SIMILAR_RULE`; equals by slug. */
export function similarDeals(book: Book, sketch: Sketch, day: Day): SimilarDeal[] {
	const at = dayNumber(day);
	const layer = sketch.kind ? layerOf({ kind: sketch.kind, layer: sketch.layer }) : sketch.layer;
	const parties = new Set(sketch.parties);
	const found = book.entries.flatMap((entry) => {
		const { deal } = entry;
		const reading = readingAt(entry, at);
		if (!reading || deal.slug === sketch.slug) return [];
		const usd = stateAt(entry, at)?.highWater ?? 0;
		const shared = new Set([...deal.payers, ...deal.payees].filter((slug) => parties.has(slug))).size;
		const points =
			(deal.kind === sketch.kind ? 4 : 0) +
			(layerOf(deal) === layer ? 2 : 0) +
			Math.min(4, 2 * shared) +
			sizePoints(usd, sketch.headline_usd);
		const { terminator, idiocracy, rationale } = reading;
		return [
			{ points, deal: { slug: deal.slug, title: deal.title, headline_usd: usd, terminator, idiocracy, rationale } }
		];
	});
	return found
		.filter(({ points }) => points > 0)
		.sort((a, b) => b.points - a.points || compareText(a.deal.slug, b.deal.slug))
		.slice(0, SHOWN)
		.map(({ deal }) => deal);
}
