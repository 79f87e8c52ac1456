import type { RecordKind, Records } from '../records';

/** One record of a kind. */
export type RecordOf<K extends RecordKind> = Records[K][number];

const KEYS: { [K in RecordKind]: (record: RecordOf<K>) => (string | null)[] } = {
	deals: ({ slug }) => [slug],
	organisations: ({ slug }) => [slug],
	projections: ({ slug }) => [slug],
	indicators: ({ slug }) => [slug],
	capex: (row) => [row.company, row.measure, row.period_start, row.period_end, row.filed],
	guidance: (row) => [row.company, row.measure, row.given_on, row.period_start, row.period_end],
	// Reports of one figure conflict, and both are kept: the source tells them apart.
	fundamentals: (row) => [
		row.company,
		row.metric,
		row.period_start,
		row.period_end,
		row.as_of,
		row.source ?? row.publisher
	]
};

/** The key of a record among those of its kind: its slug, or what tells a row of a table from every other. It never changes. */
export function recordKey<K extends RecordKind>(kind: K, record: RecordOf<K>): string {
	return KEYS[kind](record)
		.map((part) => part ?? '-')
		.join('|');
}
