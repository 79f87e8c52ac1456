import type { Book } from '$lib/ledger/book';
import { capexCurve } from '$lib/ledger/capex';
import { dueCurve } from '$lib/ledger/due';
import { comparables, windowOf } from '$lib/ledger/window';
import { addDays, stepEnds, type Day } from '$lib/records/day';
import type { Projection } from '$lib/records';
import type { Yardsticks } from '$lib/shared/yardsticks';
import type { View } from '$lib/view';

/**
 * What would be due if spending took the other shape (MODEL section 4): in the window of the projection that the deals are set
 * against, else by `as_of`. Whole dollars.
 */
export function dueUnderOtherShape(book: Book, { question, as_of }: View, against: Yardsticks['deals']): number {
	const ramp = question.shape === 'ramp';
	if (against) return ramp ? against.even_usd : against.ramp_usd;
	return Math.round(dueCurve(book, { ...question, shape: ramp ? 'even' : 'ramp' }, as_of).total(as_of));
}

/**
 * What the companies of a projection reported from the first day of its window on, cumulative, at the end of each quarter that all
 * of them have reported as known at a day. It begins with nothing on the day before; empty where nothing was reported. Whole dollars.
 */
export function reportedInWindow(book: Book, asOf: Day, projection: Projection): { date: Day; usd: number }[] {
	if (!comparables(projection).includes('capex') || !projection.companies?.length) return [];
	const { start, end } = windowOf(projection);
	const days = stepEnds(start, end < asOf ? end : asOf, 'quarter');
	const points = capexCurve(book.records, projection, asOf, days).flatMap((usd, i) =>
		usd === null ? [] : [{ date: days[i]!, usd: Math.round(usd) }]
	);
	return points.length === 0 ? [] : [{ date: addDays(start, -1), usd: 0 }, ...points];
}
