import type { Records } from '$lib/ledger/records';
import { checkRecord } from '$lib/ledger/schema/check';
import { crossFaults } from '$lib/ledger/schema/cross';
import { pathText, type SchemaFault } from '$lib/ledger/schema/fault';
import { recordKey, type RecordOf } from '$lib/ledger/schema/keys';
import type { ProblemStatus } from '../publish/problem';
import type { Store } from '../store/store';
import type { Change } from '../store/sync';
import { withChanges } from '../undo';
import { mergePatch } from './merge';
import { BASE, type Operation, type Writable, type WriteFault } from './operation';

/** Why an operation cannot be done. `more` are further members of the answer. */
export interface Refusal {
	status: ProblemStatus;
	detail: string;
	errors?: WriteFault[];
	more?: Record<string, unknown>;
}

/** A refusal, and which operation it is of, counted from 0; null for one of all together. */
export type Refused = Refusal & { operation: number | null };

/** One change with the record as it stood. */
export interface Step {
	kind: Writable;
	slug: string;
	before: RecordOf<Writable> | null;
	after: RecordOf<Writable> | null;
}

/** What operations come to: their changes and the records after them, or why each of those that fail does. */
export type Plan = { steps: Step[]; changes: Change[]; records: Records } | { refusals: Refused[] };

function faultOf({ path, expected, got }: SchemaFault): WriteFault {
	return { path: pathText(path), expected, got };
}

function nounOf(kind: Writable): string {
	return kind.slice(0, -1);
}

function slugIn(body: unknown): string {
	const slug: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'slug') : undefined;
	return typeof slug === 'string' ? slug : '';
}

/** The body as a record at its address: the slug may be left out of it. */
function withSlug(body: unknown, slug: string | null): unknown {
	const bare = typeof body === 'object' && body !== null && !Array.isArray(body) && !Object.hasOwn(body, 'slug');
	return bare && slug !== null ? { slug, ...body } : body;
}

function stale(store: Store, { kind, base, body, method }: Operation, slug: string, revision: number): Refusal {
	const read = (at: number) => store.recordAt(kind, slug, at)?.record ?? null;
	return {
		status: 412,
		detail: `The ${nounOf(kind)} ${slug} was changed by revision ${revision}, after revision ${base} that you have read. Merge the two and send it again.`,
		more: {
			record_revision: revision,
			current: read(revision),
			base: read(base ?? 0),
			...(method !== 'DELETE' && { yours: body })
		}
	};
}

/** What one operation makes of its record, or why it cannot. */
function stepOf(store: Store, operation: Operation, latest: number): Step | Refusal {
	const { method, kind, base, body } = operation;
	const slug = operation.slug ?? slugIn(body);
	const current = slug === '' ? undefined : store.recordAt(kind, slug, latest);
	if (method === 'POST' && current) {
		const detail = `The ${nounOf(kind)} ${slug} exists already. Change it with PUT or PATCH.`;
		return { status: 409, detail, more: { href: `/${kind}/${slug}.json`, record_revision: current.revision } };
	}
	if (method !== 'POST') {
		if (!current) return { status: 404, detail: `There is no ${nounOf(kind)} ${slug}.` };
		if (base === null)
			return {
				status: 428,
				detail: `Say which revision you have read (If-Match): ${BASE}.`,
				more: { record_revision: current.revision }
			};
		if (base > latest) return { status: 412, detail: `There is no revision ${base} yet: the latest is ${latest}.` };
		if (current.revision > base) return stale(store, operation, slug, current.revision);
	}
	const before = current?.record ?? null;
	if (method === 'DELETE') return { kind, slug, before, after: null };
	const checked = checkRecord(kind, method === 'PATCH' ? mergePatch(before, body) : withSlug(body, operation.slug));
	const faults = 'faults' in checked ? checked.faults.map(faultOf) : [];
	const named = 'record' in checked ? checked.record.slug : slugIn(withSlug(body, slug)) || slug;
	if (operation.slug !== null && named !== operation.slug)
		faults.push({ path: 'slug', expected: `the slug of the address, ${operation.slug}; it never changes`, got: named });
	if ('record' in checked && faults.length === 0) return { kind, slug, before, after: checked.record };
	const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
	return { status: 422, detail: `The record has ${count}; nothing was written.`, errors: faults };
}

/** Faults between the records as they would stand; the ledger had none, so that every one comes of what was sent. */
function misfits(records: Records): WriteFault[] {
	return crossFaults(records).map(({ kind, index, path, expected, got }) => {
		const record = index === undefined ? undefined : records[kind][index];
		const key = record === undefined ? '' : ` ${recordKey(kind, record)}`;
		return { path: `${kind}${key} ${pathText(path)}`.trim(), expected, got };
	});
}

/**
 * Works out what operations come to on the ledger as it stands at `latest`. Nothing is written. Later operations see what
 * earlier ones do; no record is touched twice.
 */
export function planOf(store: Store, records: Records, operations: readonly Operation[]): Plan {
	const latest = store.revision();
	const refusals: Refused[] = [];
	const steps: Step[] = [];
	const touched = new Set<string>();
	operations.forEach((each, operation) => {
		const step = stepOf(store, each, latest);
		if ('status' in step) {
			refusals.push({ operation, ...step });
			return;
		}
		const name = `${step.kind} ${step.slug}`;
		if (touched.has(name)) refusals.push({ operation, status: 422, detail: `A batch touches ${name} once at most.` });
		touched.add(name);
		steps.push(step);
	});
	if (refusals.length > 0) return { refusals };
	const changes = steps.map(({ kind, slug, after }) => ({ kind, key: slug, record: after }) as Change);
	const standing = withChanges(records, changes);
	const errors = misfits(standing);
	if (errors.length === 0) return { steps, changes, records: standing };
	const detail = `The records would no longer fit together, in ${errors.length === 1 ? 'one place' : `${errors.length} places`}; nothing was written.`;
	return { refusals: [{ operation: null, status: 422, detail, errors }] };
}
