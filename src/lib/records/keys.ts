import type { RecordKind, Records } from './index';

/** One record of a kind. */
export type RecordOf<K extends RecordKind> = Records[K][number];

const KEYS: { [K in RecordKind]: (record: RecordOf<K>) => (string | null)[] } = {
	deals: ({ slug }) => [slug],
	organisations: ({ slug }) => [slug],
	projections: ({ slug }) => [slug],
	indicators: ({ slug }) => [slug],
	coverage: ({ slug }) => [slug],
	terms: ({ slug }) => [slug],
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

const KEY_FIELDS: { [K in RecordKind]: readonly (keyof RecordOf<K> & string)[] } = {
	deals: ['slug'],
	organisations: ['slug'],
	projections: ['slug'],
	indicators: ['slug'],
	coverage: ['slug'],
	terms: ['slug'],
	capex: ['company', 'measure', 'period_start', 'period_end', 'filed'],
	guidance: ['company', 'measure', 'given_on', 'period_start', 'period_end'],
	fundamentals: ['company', 'metric', 'period_start', 'period_end', 'as_of', 'source', 'publisher']
};

/** The fields that the key of a record is made of: they never change. */
export function keyFields<K extends RecordKind>(kind: K, record: RecordOf<K>): readonly string[] {
	const sourced = 'source' in record && record.source !== null;
	return KEY_FIELDS[kind].filter((name) => name !== 'publisher' || !sourced);
}

/** The key of a record among those of its kind: its slug, or what tells a row of a table from every other. It never changes. */
export function recordKey<K extends RecordKind>(kind: K, record: RecordOf<K>): string {
	return KEYS[kind](record)
		.map((part) => part ?? '-')
		.join('|');
}

/** Parts of a key that stand in an id as they are; what follows them is a source, which may be anything. */
const PLAIN_PARTS = 5;

/** A text in eleven small letters and digits: 53 bits of it, mixed by two multiplications (cyrb53). */
function fingerprint(text: string): string {
	let [a, b] = [0xdeadbeef, 0x41c6ce57];
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 2_654_435_761);
		b = Math.imul(b ^ unit, 1_597_334_677);
	}
	a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
	b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
	return ((b & 0x1fffff) * 2 ** 32 + (a >>> 0)).toString(36).padStart(11, '0');
}

/**
 * The name of a record in addresses, from its key: a slug as it is, of a row the parts that it has, with two hyphens between
 * them (slugs and days have none in a row) and a fingerprint for its source.
 */
export function idOf(key: string): string {
	const parts = key.split('|');
	const plain = parts.slice(0, PLAIN_PARTS).filter((part) => part !== '-');
	const rest = parts.slice(PLAIN_PARTS).join('|');
	return (rest === '' ? plain : [...plain, fingerprint(rest)]).join('--');
}

/** The key that an id stands for, or where a fingerprint hides its end, what it begins with; undefined for what is no id. */
export function keyStart(kind: RecordKind, id: string): { key: string } | { start: string } | undefined {
	const parts = id.split('--');
	const count = parts.length;
	if (kind === 'capex') return count === 5 || count === 4 ? { key: [...parts, '-'].slice(0, 5).join('|') } : undefined;
	if (kind === 'guidance') return count === 5 ? { key: parts.join('|') } : undefined;
	if (kind === 'fundamentals') {
		const [company, metric, ...when] = parts.slice(0, -1);
		if (when.length !== 1 && when.length !== 2) return undefined;
		return { start: [company, metric, ...(when.length === 2 ? [...when, '-'] : ['-', '-', ...when]), ''].join('|') };
	}
	return count === 1 ? { key: id } : undefined;
}
