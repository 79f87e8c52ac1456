import { conflictFaults, openConflicts, applyChoices, type Open } from '$lib/forms/conflicts';
import { fieldFaults, nodeAt, type RecordFault } from '$lib/forms/faults';
import { readRecord } from '$lib/forms/read';
import { completeNewcomers, NEWCOMER, NEWCOMERS, withNewcomer } from '$lib/forms/newcomer';
import { lengthAt, emptyForm, textAt, joinPath, removeEntry } from '$lib/forms/typed';
import type { Group } from '$lib/records/derive/form';
import type { FieldFault, Typed } from '$lib/forms/types';
import type { Named } from '$lib/records/typed/names';
import { memberOf } from '$lib/forms/write';
import { keyFields, type RecordOf } from '$lib/records/keys';
import type { RecordKind } from '$lib/records';
import { checkRecord } from '$lib/records/derive/schema.server';
import { RESERVED_SLUGS } from '$lib/records/limits';
import { currentSnapshot } from '../ledger/open';
import type { Operation } from '../writing/operation';
import { mentions } from './orphans';
import type { Editor } from './editor';
import { lookupsFor, withNewcomers } from './lookups';

/** The record that a form edits: its slug and the revision that was read; null and 0 for a new one. */
export interface Subject {
	slug: string | null;
	base: number;
	/** As it stood at that revision. */
	record: unknown;
}

/** What a form comes to: the operations that would write it, or what is wrong with it. */
export interface Draft {
	record: Record<string, unknown>;
	operations: Operation[];
	faults: FieldFault[];
}

/** The places of the fields that new organisations are typed in. */
const NEWCOMER_ROOT: Group = {
	as: 'group',
	name: '',
	label: '',
	required: true,
	nullable: false,
	fields: [NEWCOMER]
};

function readNewcomers(typed: Typed): { records: Record<string, unknown>[]; faults: FieldFault[] } {
	const complete = completeNewcomers(typed);
	const read = readRecord(NEWCOMER_ROOT, complete, null, {});
	const list = read.record[NEWCOMERS];
	const records = Array.isArray(list) ? (list as Record<string, unknown>[]) : [];
	const found = records.flatMap((record, place): RecordFault[] => {
		const checked = checkRecord('organisations', record);
		const faults = 'faults' in checked ? checked.faults : [];
		return faults.map((fault) => ({ ...fault, path: [NEWCOMERS, place, ...fault.path] }));
	});
	const taken = new Set(currentSnapshot().records.organisations.map(({ slug }) => slug));
	const clashes = records.flatMap(({ slug }, place): FieldFault[] =>
		taken.has(String(slug))
			? [
					{
						path: `${NEWCOMERS}.${place}.slug`,
						message: `There is an organisation with the name ${String(slug)} in its address already. Choose another name for addresses.`
					}
				]
			: []
	);
	return { records, faults: [...fieldFaults(NEWCOMER_ROOT, found, read.places, read.faults), ...clashes] };
}

/**
 * The faults that people can do something about: what the program fills in by itself (a slug, the tie to a source) is whole once
 * that is.
 */
function ownFaults(editor: Editor, typed: Typed, faults: FieldFault[]): FieldFault[] {
	const follows = ({ path }: FieldFault) => {
		if (path === 'slug') return editor.complete !== undefined && textAt(typed, 'slug').trim() === '';
		return nodeAt(editor.form, path)?.as === 'keys' && faults.some((other) => /^sources\b/.test(other.path));
	};
	const own = faults.filter((fault) => !follows(fault));
	return own.length > 0 ? own : faults;
}

/** The fields of a record that never change, and are no fields of its form. */
function keyOf({ kind }: Editor, { record }: Subject): Record<string, unknown> {
	if (record === null) return {};
	const names = keyFields(kind, record as RecordOf<RecordKind>);
	return Object.fromEntries(
		names.map((name) => [name, memberOf(record, name)]).filter(([, value]) => value !== undefined)
	);
}

/** Reads a form against the ledger as it stands; nothing is written. */
export function draftOf(editor: Editor, typed: Typed, subject: Subject): Draft {
	const newcomers = readNewcomers(typed);
	const named = newcomers.records.flatMap(({ slug, name }): Named[] =>
		typeof slug === 'string' && typeof name === 'string' ? [{ slug, name }] : []
	);
	const lookups = withNewcomers(lookupsFor(editor), named);
	const isNew = subject.slug === null;
	const known = lookupsFor(editor)[editor.kind as 'deals'];
	const isTaken = isNew ? (slug: string) => RESERVED_SLUGS.includes(slug) || known.slug(slug) !== undefined : null;
	const complete = Object.assign(emptyForm(), editor.complete?.(typed, lookups, isTaken) ?? typed);
	// It never changes, and is no field of a record that exists.
	if (subject.slug !== null && editor.form.fields.some(({ name }) => name === 'slug'))
		complete['slug'] = [subject.slug];
	const read = readRecord(editor.form, complete, subject.record, lookups);
	Object.assign(read.record, keyOf(editor, subject));
	const checked = checkRecord(editor.kind, read.record);
	const faults = fieldFaults(editor.form, 'faults' in checked ? checked.faults : [], read.places, read.faults);
	const wanted = newcomers.records.filter(({ slug }) => mentions(read.record, String(slug)));
	const operations: Operation[] = [
		...wanted.map((body): Operation => ({ method: 'POST', kind: 'organisations', slug: null, base: null, body })),
		{
			method: isNew ? 'POST' : 'PUT',
			kind: editor.kind,
			slug: subject.slug,
			base: isNew ? null : subject.base,
			body: read.record
		}
	];
	return {
		record: read.record,
		operations,
		faults: [...newcomers.faults, ...conflictFaults(editor.form, typed), ...ownFaults(editor, typed, faults)]
	};
}

/** The form after a button that only changes the form: `add:events`, `remove:events.2`, `create:A name`, `use:payers.0=A name`; undefined for any other. */
export function applyButton(editor: Editor, typed: Typed, command: string): Typed | undefined {
	const [, verb, what = ''] = /^(add|remove|create|use):(.{1,600})$/s.exec(command) ?? [];
	if (verb === 'create') return withNewcomer(typed, what);
	if (verb === 'use') {
		const [, path = '', name = ''] = /^([\w.]+)=(.+)$/s.exec(what) ?? [];
		return nodeAt(editor.form, path) ? Object.assign(emptyForm(), typed, { [path]: [name] }) : typed;
	}
	if (verb === 'add') {
		const place = lengthAt(typed, what);
		const fresh = Object.entries(editor.fresh?.(what, typed) ?? {});
		// A field that nobody filled yet holds the place open.
		const open: [string, string][] = [[joinPath(joinPath(what, place), 'was'), '']];
		const added = [
			...open,
			...fresh.map(([name, text]): [string, string] => [joinPath(joinPath(what, place), name), text])
		];
		return Object.assign(emptyForm(), typed, Object.fromEntries(added.map(([name, text]) => [name, [text]])));
	}
	const [, list, digits] = /^(.+)\.(\d{1,4})$/.exec(what) ?? [];
	return verb === 'remove' && list && digits ? removeEntry(typed, list, Number(digits)) : undefined;
}

/** The form as it is shown again: choices between versions carried out, entries in order. */
export function arrangeForm(editor: Editor, typed: Typed): { typed: Typed; conflicts: Open[] } {
	const chosen = applyChoices(editor.form, typed, lookupsFor(editor));
	const arranged = editor.arrange?.(chosen) ?? chosen;
	return { typed: arranged, conflicts: openConflicts(editor.form, arranged) };
}

/** The revision that the form says was read; 0 where it says none. */
export function readBase(typed: Typed): number {
	const text = textAt(typed, 'base');
	return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
