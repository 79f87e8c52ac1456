import { createHash } from 'node:crypto';

function sortKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sortKeys(inner)]));
}

/** What a record says, whatever the order of its fields: two records with the same digest say the same. */
export function digestOf(record: unknown): string {
	return createHash('sha256')
		.update(JSON.stringify(sortKeys(record)))
		.digest('hex');
}
