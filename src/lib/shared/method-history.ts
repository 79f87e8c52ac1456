import { compareText } from '$lib/ledger/book';
import { begunBy } from '$lib/records/days-in-force';
import type { Day } from '$lib/records/day';
import type { AssumedTerms, Records } from '$lib/records';
import { termTitle } from '$lib/records/term-title';
import { unitOf } from '$lib/readings';
import { boundsText } from './reading-words';

/** What the method says from a day on of one reading's bounds, or of one layer's assumed term, and what it said before. */
export interface MethodLine {
	on: Day;
	kind: 'terms' | 'indicators';
	slug: string;
	title: string;
	/** In words; null where it is the first, which holds before its day too. */
	before: string | null;
	after: string;
	by: string;
	reason: string | null;
}

/** A number of years in words. */
function yearsText(years: number): string {
	return `${years} ${years === 1 ? 'year' : 'years'}`;
}

/** What the terms say and said, as known on a day: a later change is not there yet. */
function termLines(terms: readonly AssumedTerms[], asOf: Day): MethodLine[] {
	return terms.flatMap(({ slug, terms: list }) =>
		begunBy(list, asOf).map(({ now, before }) => ({
			on: now.from,
			kind: 'terms' as const,
			slug,
			title: termTitle(slug),
			before: before && yearsText(before.years),
			after: yearsText(now.years),
			by: now.by,
			reason: now.reason
		}))
	);
}

/** The same of the bounds of readings. */
function boundLines(indicators: Records['indicators'], asOf: Day): MethodLine[] {
	return indicators.flatMap(({ slug, name, bounds }) => {
		const unit = unitOf(slug);
		return begunBy(bounds, asOf).map(({ now, before }) => ({
			on: now.from,
			kind: 'indicators' as const,
			slug,
			title: name,
			before: before && boundsText({ unit, ...before }),
			after: boundsText({ unit, ...now }),
			by: now.by,
			reason: now.reason ?? null
		}));
	});
}

/** Every line of the method that had begun by a day: the terms, then the readings, each from its first line on. */
export function methodLines({ terms, indicators }: Records, asOf: Day): MethodLine[] {
	const byName = [...indicators].sort((a, b) => compareText(a.slug, b.slug));
	return [...termLines(terms, asOf), ...boundLines(byName, asOf)];
}
