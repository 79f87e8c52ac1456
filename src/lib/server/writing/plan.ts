import { idOf, keyFields, recordKey, type RecordOf } from '$lib/records/keys';
import { DEFINITIONS } from '$lib/records/definitions';
import type { Fields } from '$lib/records/define';
import { type RecordKind, ROW_KINDS } from '$lib/records';
import { checkRecord } from '$lib/records/derive/schema.server';
import { capFaults, MOST_FAULTS, pathText, type SchemaFault } from '$lib/records/faults';
import type { ProblemStatus } from '../http/problem';
import type { Store } from '../store/store';
import type { Change } from '../store/sync';
import type { CommitRefusal } from './commit';
import { mergePatch } from './merge';
import { BASE, type Operation, type WriteFault } from './operation';

/** Why an operation cannot be done. `more` are further members of the answer. */
export interface Refusal {
	status: ProblemStatus;
	detail: string;
	errors?: WriteFault[];
	more?: Record<string, unknown>;
}

/** A refusal, and which operation it is of, counted from 0; null for one of all together. */
export type Refused = Refusal & { operation: number | null };

/** Why operations cannot be done: the first hundred of them, and how many `more` there are. */
export interface Refusals {
	refusals: Refused[];
	more?: number;
}

/** One change with the record as it stood. */
export interface Step {
	kind: RecordKind;
	key: string;
	/** Its name in addresses: its slug, or the id of a row. */
	slug: string;
	before: RecordOf<RecordKind> | null;
	after: RecordOf<RecordKind> | null;
}

/** What operations come to, or why each of those that fail does. */
export type Plan = { steps: Step[]; changes: Change[] } | Refusals;

function faultOf({ path, expected, got }: SchemaFault): WriteFault {
	return { path: pathText(path), expected, got };
}

function isRow(kind: RecordKind): boolean {
	return ROW_KINDS.some((each) => each === kind);
}

function memberOf(body: unknown, name: string): unknown {
	return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}

/** The body as a record at its address: the slug may be left out of it, and of a row every cell that may be empty. */
function completeBody(kind: RecordKind, body: unknown, slug: string | null): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
	if (!isRow(kind)) return slug === null || Object.hasOwn(body, 'slug') ? body : { slug, ...body };
	const fields: Fields = DEFINITIONS[kind].fields;
	// A field that may be left out is not the same as one that says null.
	const empty = Object.keys(fields).filter((name) => !Object.hasOwn(body, name) && !fields[name]?.optional);
	return { ...body, ...Object.fromEntries(empty.map((name) => [name, null])) };
}

function staleRefusal(store: Store, { kind, base, body, method }: Operation, key: string, revision: number): Refusal {
	const read = (at: number) => store.recordAt(kind, key, at)?.record ?? null;
	return {
		status: 412,
		detail: `The ${DEFINITIONS[kind].noun} ${idOf(key)} was changed by revision ${revision}, after revision ${base} that you have read. Merge the two and send it again.`,
		more: {
			record_revision: revision,
			current: read(revision),
			base: read(base ?? 0),
			...(method !== 'DELETE' && { yours: body })
		}
	};
}

function showValue(value: unknown): string {
	return typeof value === 'string' ? value : 'nothing';
}

/** What is wrong where a record would not be the one that its address names. */
function misnamed(kind: RecordKind, address: string, before: Step['before'], after: unknown): WriteFault[] {
	if (before === null) {
		const got = isRow(kind) ? 'another row' : showValue(memberOf(after, 'slug'));
		return [{ path: isRow(kind) ? '' : 'slug', expected: `the record of the address, ${address}`, got }];
	}
	return keyFields(kind, before)
		.filter((path) => memberOf(before, path) !== memberOf(after, path))
		.map((path) => {
			const expected = `that of the address, ${showValue(memberOf(before, path))}; it never changes`;
			return { path, expected, got: showValue(memberOf(after, path)) };
		});
}

function existsRefusal(kind: RecordKind, id: string, revision: number): Refusal {
	const detail = `The ${DEFINITIONS[kind].noun} ${id} exists already. Change it with PUT or PATCH.`;
	return { status: 409, detail, more: { href: `/${kind}/${id}.json`, record_revision: revision } };
}

/** Why an operation on a record that stands, or on none, may not touch it. */
function barredRefusal(
	store: Store,
	operation: Operation,
	at: { key: string; revision: number | undefined; latest: number }
): Refusal | undefined {
	const { kind, base } = operation;
	const { key, revision, latest } = at;
	if (revision === undefined)
		return { status: 404, detail: `There is no ${DEFINITIONS[kind].noun} ${operation.slug}.` };
	if (base === null) {
		const detail = `Say which revision you have read (If-Match): ${BASE}.`;
		return { status: 428, detail, more: { record_revision: revision } };
	}
	if (base > latest) return { status: 412, detail: `There is no revision ${base} yet: the latest is ${latest}.` };
	return revision > base ? staleRefusal(store, operation, key, revision) : undefined;
}

/** What one operation makes of its record, or why it cannot. */
function stepOf(store: Store, operation: Operation, latest: number): Step | Refusal {
	const { method, kind, body, slug: address } = operation;
	const named = address ?? (isRow(kind) ? undefined : memberOf(body, 'slug'));
	const known = typeof named === 'string' ? store.keyOf(kind, named) : undefined;
	const current = known === undefined ? undefined : store.recordAt(kind, known, latest);
	if (method === 'POST') {
		if (known !== undefined && current) return existsRefusal(kind, idOf(known), current.revision);
	} else {
		const refusal = barredRefusal(store, operation, { key: known ?? '', revision: current?.revision, latest });
		if (refusal) return refusal;
	}
	const before = current?.record ?? null;
	if (method === 'DELETE') return { kind, key: known ?? '', slug: address ?? '', before, after: null };
	const merged = method === 'PATCH' ? mergePatch(before, body) : body;
	const whole = completeBody(kind, merged, address);
	const checked = checkRecord(kind, whole);
	const faults = 'faults' in checked ? checked.faults.map(faultOf) : [];
	const key = 'record' in checked ? recordKey(kind, checked.record) : undefined;
	const other = key === undefined ? before !== null : idOf(key) !== address;
	if (other && address !== null) faults.push(...misnamed(kind, address, before, whole));
	if ('faults' in checked || key === undefined || faults.length > 0) {
		const many = faults.length > MOST_FAULTS ? `more than ${MOST_FAULTS}` : faults.length;
		const count = faults.length === 1 ? 'one fault' : `${many} faults`;
		return { status: 422, detail: `The record has ${count}; nothing was written.`, errors: faults };
	}
	// A row that was sent to the list is only now known by its name.
	const there = before === null ? store.recordAt(kind, key, latest) : undefined;
	if (there) return existsRefusal(kind, idOf(key), there.revision);
	return { kind, key, slug: idOf(key), before, after: checked.record };
}

/** Why records that would not fit together are not written. The ledger had no fault, so that every one comes of what was sent. */
export function misfitsOf(refused: CommitRefusal): Refusals {
	const faults = refused.refused === 'misfit' ? refused.faults : [];
	const errors = faults.map(({ kind, key, path, expected, got }) => {
		const record = key === undefined ? '' : ` ${idOf(key)}`;
		return { path: `${kind}${record} ${pathText(path)}`.trim(), expected, got };
	});
	const detail = `The records would no longer fit together, in ${errors.length === 1 ? 'one place' : `${errors.length} places`}; nothing was written.`;
	const told = capFaults(errors, (more) => ({ path: '', expected: 'no other faults', got: `${more} more` }));
	return { refusals: [{ operation: null, status: 422, detail, errors: told }] };
}

/** Works out what operations make of their records, each by itself; no record is touched twice. Nothing is written. */
export function planOf(store: Store, operations: readonly Operation[]): Plan {
	const latest = store.revision();
	const refusals: Refused[] = [];
	let more = 0;
	// The faults of thousands of records would be larger than what was sent many times over.
	const refuse = (refusal: Refused) => void (refusals.length < MOST_FAULTS ? refusals.push(refusal) : more++);
	const steps: Step[] = [];
	const touched = new Set<string>();
	operations.forEach((each, operation) => {
		const step = stepOf(store, each, latest);
		if ('status' in step) {
			refuse({ operation, ...step });
			return;
		}
		const name = `${step.kind} ${step.key}`;
		const detail = `A batch touches ${step.kind} ${step.slug} once at most.`;
		if (touched.has(name)) refuse({ operation, status: 422, detail });
		touched.add(name);
		steps.push(step);
	});
	if (refusals.length > 0) return { refusals, more };
	const changes = steps.map(({ kind, key, after }) => ({ kind, key, record: after }) as Change);
	return { steps, changes };
}
