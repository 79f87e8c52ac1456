import type { SwarmMark } from '$lib/charts/kinds/swarm/marks';
import { announcedSum } from '$lib/shared/announced';
import type { DealRow } from '$lib/shared/deal-rows';

/** More marks than these would be no picture, and weigh on every answer. */
const MOST_MARKS = 600;

/** The largest of some deals as marks, in the order of their days. */
export function marksOf(rows: readonly DealRow[]): SwarmMark[] {
	const largest = rows.length > MOST_MARKS ? [...rows].sort((a, b) => b.headline_usd - a.headline_usd) : rows;
	return largest
		.slice(0, MOST_MARKS)
		.map((row) => ({
			slug: row.slug,
			title: row.title,
			day: row.first_event,
			usd: announcedSum(row),
			label: row.label,
			firmness: row.firmness,
			cancelled: row.cancelled
		}))
		.sort((a, b) => (a.day === b.day ? (a.slug < b.slug ? -1 : 1) : a.day < b.day ? -1 : 1));
}
