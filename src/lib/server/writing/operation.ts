import { RECORD_KINDS, type RecordKind } from '$lib/records';
import { capFaults, showValue } from '$lib/records/faults';

export const WRITE_METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type WriteMethod = (typeof WRITE_METHODS)[number];

/** One write that is asked for. */
export interface Operation {
	/** POST adds, PUT replaces, PATCH merges (RFC 7396), DELETE removes. */
	method: WriteMethod;
	kind: RecordKind;
	/** The slug of the address, or the id of a row; null where the body brings it. */
	slug: string | null;
	/** The revision that the writer has read; null where they did not say. */
	base: number | null;
	body: unknown;
}

/** Something wrong with what was sent: a place in it, what is accepted there and what was found. */
export interface WriteFault {
	path: string;
	expected: string;
	got: string;
}

/**
 * The revision that an `If-Match` names: a `record_revision`, or the ETag of any answer that showed the record. Null for none;
 * NaN for what names no revision, `*` among it: it would overwrite what nobody has read.
 */
export function baseOf(tag: unknown): number | null {
	if (tag === null || tag === undefined || tag === '') return null;
	const [, digits] = /^(?:W\/)?"?(\d{1,15})(?:-[\w-]+)?"?$/.exec(String(tag).trim()) ?? [];
	return Number(digits);
}

/** What `baseOf` takes, in words. */
export const BASE = 'a record_revision or an ETag that was read with the record, such as "12"';

const ADDRESS = new RegExp(`^/(${RECORD_KINDS.join('|')})(?:/([a-z0-9_-]{1,300}))?\\.json$`);
const MEMBERS = ['method', 'address', 'if_match', 'body'];

/** Reads a batch: `{"operations": [{"method", "address", "if_match", "body"}]}`. */
export function readBatch(value: unknown, most: number): { operations: Operation[] } | { faults: WriteFault[] } {
	const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'operations') : undefined;
	if (!Array.isArray(list) || list.length === 0 || list.length > most) {
		const expected = `a list of 1 to ${most.toLocaleString('en-US')} operations`;
		return { faults: [{ path: 'operations', expected, got: showValue(list) }] };
	}
	const faults: WriteFault[] = [];
	const operations = list.map((each: unknown, i): Operation => {
		const at = (member: string, expected: string, got: unknown) =>
			void faults.push({ path: `operations[${i}]${member && `.${member}`}`, expected, got: showValue(got) });
		const given = new Map(typeof each === 'object' && each !== null ? Object.entries(each) : []);
		for (const name of given.keys())
			if (!MEMBERS.includes(name)) at(name, `one of ${MEMBERS.join(', ')}`, given.get(name));
		const method = WRITE_METHODS.find((known) => known === given.get('method'));
		if (!method) at('method', `one of ${WRITE_METHODS.join(', ')}`, given.get('method'));
		const address = given.get('address');
		const [, kind, slug] = (typeof address === 'string' ? ADDRESS.exec(address) : null) ?? [];
		if (!kind || (!slug && method !== 'POST')) at('address', 'an address such as /deals/openai-aws-2025.json', address);
		const base = baseOf(given.get('if_match'));
		if (Number.isNaN(base)) at('if_match', BASE, given.get('if_match'));
		if (method && (method === 'DELETE') === given.has('body'))
			at('body', method === 'DELETE' ? 'no body' : 'a record, or what is to change in it', given.get('body'));
		return { method: method ?? 'POST', kind: kind as RecordKind, slug: slug ?? null, base, body: given.get('body') };
	});
	const others = (more: string) => ({ path: '', expected: 'no other faults', got: `${more} more` });
	return faults.length > 0 ? { faults: capFaults(faults, others) } : { operations };
}
