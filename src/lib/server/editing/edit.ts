import { createHash, randomUUID } from 'node:crypto';
import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { difference, type FieldChange } from '$lib/shared/field-changes';
import { markConflicts } from '$lib/forms/conflicts';
import { fieldFaults, nodeAt } from '$lib/forms/faults';
import { mergeThree } from '$lib/forms/merge';
import { NEWCOMER } from '$lib/forms/newcomer';
import { emptyForm, findOverlongList, textAt, readForm, omitPath } from '$lib/forms/typed';
import type { FormStart, PreviewedChange, FormAnswer } from '$lib/forms/form-answer';
import type { FieldFault, Typed } from '$lib/forms/types';
import { typedOf } from '$lib/forms/write';
import { keyFields, type RecordOf } from '$lib/records/keys';
import type { RecordKind } from '$lib/records';
import { sentenceAt } from '$lib/records/faults';
import { instant } from '../config/clock';
import { WHILE_IMPORTING } from '../http/check';
import { requireSignIn, type SignedIn } from '../accounts/require';
import { historyOf } from '../ledger/history';
import { isWriting } from '../importing/jobs';
import { currentSnapshot, openedStore } from '../ledger/open';
import type { Operation } from '../writing/operation';
import type { Refusals } from '../writing/plan';
import { rehearse, write, type Outcome } from '../writing/write';
import { removalsOf } from './orphans';
import type { Editor } from './editor';
import { lookupsFor, namesToOffer } from './lookups';
import { readBase, draftOf, applyButton, arrangeForm, type Draft, type Subject } from './form-draft';
import { setFlash } from './flash';

function titleOf<K extends RecordKind>(editor: Editor<K>, record: unknown): string {
	return editor.titleOf(record as RecordOf<K>);
}

/** The record of an address as a revision left it; undefined where there is none. */
function recordAt(editor: Editor, slug: string, revision: number) {
	const store = openedStore();
	const key = store.keyOf(editor.kind, slug);
	return key === undefined ? undefined : store.recordAt(editor.kind, key, revision);
}

/** The record of an address as it stood at a revision; a 404 where there is none now. */
function subjectOf(editor: Editor, slug: string | null, base: number): Subject {
	if (slug === null) return { slug, base: 0, record: null };
	const at = recordAt(editor, slug, base);
	return { slug, base, record: at?.record ?? null };
}

function requireRecord(editor: Editor, slug: string): { record: unknown; revision: number } {
	const found = recordAt(editor, slug, currentSnapshot().revision);
	if (!found) error(404, `There is no ${editor.noun} called ${slug.slice(0, 100)}.`);
	return found;
}

/** The record of an address as it stood last, whether or not it still does. */
function readLastKnown(editor: Editor, slug: string): unknown {
	const [last] = historyOf(editor.kind, slug, currentSnapshot().revision);
	return last?.after ?? last?.before;
}

/** What a page of a form begins with. */
export function loadForm(event: RequestEvent, editor: Editor, slug: string | null): FormStart {
	requireSignIn(event);
	const lookups = lookupsFor(editor);
	// With an answer the form is shown again, with what was typed, even where the record is gone by now.
	const isAnswer = event.request.method === 'POST';
	const now = slug === null ? undefined : recordAt(editor, slug, currentSnapshot().revision);
	const found = slug === null || isAnswer ? now : requireRecord(editor, slug);
	const typed = found ? typedOf(editor.form, found.record, lookups) : editor.blank();
	// What the form does not show would be gone after it was saved.
	const long = findOverlongList(typed);
	if (long && !isAnswer) error(422, `${long.path}: ${long.message}`);
	typed['base'] = [String(found?.revision ?? 0)];
	typed['once'] = [randomUUID()];
	const known = found?.record ?? (slug === null ? undefined : readLastKnown(editor, slug));
	const { book } = currentSnapshot();
	return {
		kind: editor.kind,
		list: editor.list,
		noun: editor.noun,
		slug,
		title: found ? titleOf(editor, found.record) : slug,
		sections: slug === null ? editor.sections : withoutKey(editor, known),
		fixed: known ? fixedOf(editor, known) : [],
		newcomer: NEWCOMER,
		names: namesToOffer(editor),
		...arrangeForm(editor, typed),
		similar: editor.similar?.(found?.record ?? {}, book, event.locals.today)
	};
}

/** What tells a record from others never changes: it is no field where there is a record. */
function withoutKey({ kind, sections }: Editor, record: unknown): Editor['sections'] {
	const own = keyFields(kind, record as RecordOf<RecordKind>);
	const open = sections.map((section) => ({
		...section,
		nodes: section.nodes.filter(({ name }) => !own.includes(name))
	}));
	return open.filter(({ nodes }) => nodes.length > 0);
}

/** Of a row, what it is the row of, for people to read; of any other record its title says that. */
function fixedOf({ kind }: Editor, record: unknown): FieldChange[] {
	const own = keyFields(kind, record as RecordOf<RecordKind>);
	return own.length > 1 ? difference(null, record).filter(({ path }) => own.includes(String(path[0]))) : [];
}

function previewOf(
	editor: Editor,
	draft: { operations: Operation[]; subject: Subject },
	outcome: Outcome
): PreviewedChange {
	const { before, after } = outcome.totals!;
	const own = outcome.records.at(-1);
	const others = outcome.records.slice(0, -1);
	return {
		before,
		after,
		readings: outcome.readings ?? null,
		changes: own?.record ? difference(draft.subject.record, own.record) : [],
		newcomers: others.flatMap(({ record }) => (record && 'name' in record ? [record.name] : [])),
		removes: own?.record === null,
		leftovers: own?.record
			? (editor.leftovers?.(draft.subject.record, own.record) ?? []).map(({ path, text }) => ({
					label: nodeAt(editor.form, path)?.label ?? path,
					text
				}))
			: [],
		...(own?.record && { outside: editor.outside?.(own.record) })
	};
}

/** A refusal between records, beside the field that it names, or as a sentence for the whole. */
function placeRefusals(
	editor: Editor,
	subject: Subject,
	{ refusals }: Refusals
): { faults: FieldFault[]; fault?: string } {
	const [first] = refusals;
	const faults: FieldFault[] = [];
	const others: string[] = [];
	for (const error of refusals.flatMap(({ errors = [] }) => errors)) {
		const { path, expected, got } = error;
		const own = /^\S+ \S+ (.+)$/.exec(path)?.[1];
		const steps = own?.split(/[.[\]]+/).filter(Boolean) ?? [];
		const ours = steps.length > 0 && path.startsWith(`${editor.kind} ${subject.slug ?? ''}`);
		if (ours) faults.push(...fieldFaults(editor.form, [{ path: steps, expected, got }], new Map(), []));
		else others.push(`${sentenceAt(path, error)}.`);
	}
	if (first?.status === 404) {
		const fault = `The ${editor.noun} was removed while you edited it. Undo that in its history, then save again: what you typed is kept here.`;
		return { faults: [], fault };
	}
	if (first?.status === 409 && subject.slug === null) return { faults: [{ path: 'slug', message: first.detail }] };
	if (faults.length > 0 && others.length === 0) return { faults };
	return { faults, fault: [first?.detail, ...others].filter(Boolean).join(' ') };
}

/** Puts together what somebody else wrote since and what was typed here. */
function mergeWithLatest(editor: Editor, typed: Typed, subject: Subject, draft: Draft): FormAnswer {
	const lookups = lookupsFor(editor);
	const latest = recordAt(editor, subject.slug ?? '', currentSnapshot().revision)!;
	const result = mergeThree(editor.form, subject.record, latest.record, draft.record);
	const next = Object.assign(emptyForm(), typedOf(editor.form, result.record, lookups));
	for (const [name, texts] of Object.entries(typed)) if (/^(why|once|new)(\.|$)/.test(name)) next[name] = texts;
	next['base'] = [String(latest.revision)];
	const who = openedStore().history.revision(latest.revision)?.who ?? 'Somebody';
	return {
		...arrangeForm(editor, markConflicts(next, result.conflicts)),
		faults: [],
		merge: { revision: latest.revision, who, taken: result.taken, kept: result.kept }
	};
}

function readReason(typed: Typed): { why: string | null; faults: FieldFault[] } {
	const why = textAt(typed, 'why').trim();
	const bad = why.length > 500 || /\p{Cc}/u.test(why);
	return { why: why || null, faults: bad ? [{ path: 'why', message: 'A line of at most 500 characters.' }] : [] };
}

/** What is to be written, and what comes after. */
interface Saving {
	sent: Typed;
	operations: Operation[];
	why: string | null;
	what: 'added' | 'changed' | 'removed';
	href: (slug: string) => string;
}

/**
 * Writes in the name of whoever is signed in and leads on; gives back only what keeps it from being written. The same form sent
 * twice, by a second click or on the way back, is written once: each page that was given out has a mark of its own.
 */
function save(event: RequestEvent, { id, signature }: SignedIn, saving: Saving): Refusals {
	const { sent, operations, why, what, href } = saving;
	// It may have begun while the form came in.
	if (isWriting()) return { refusals: [{ operation: null, status: 503, detail: WHILE_IMPORTING }] };
	const { answers } = openedStore();
	const before = currentSnapshot().revision;
	// A blank, which no key of a program can have.
	const key = `form ${createHash('sha256')
		.update(JSON.stringify([event.url.pathname, what, sent]))
		.digest('hex')}`;
	const outcome = openedStore().atomically(() => {
		const done = answers.find(id, key)?.headers['location'];
		if (done !== undefined) redirect(303, done);
		const written = write(operations, { who: signature, why });
		if ('refusals' in written) return written;
		const location = href(written.records.at(-1)?.slug ?? '');
		answers.keep(id, key, { request_hash: key, status: 303, headers: { location }, body: '' }, instant());
		return { ...written, location };
	});
	if ('refusals' in outcome) return outcome;
	const to = outcome.location;
	if (outcome.revision > before)
		setFlash(event.cookies, event.locals.origin, { revision: outcome.revision, href: to, what });
	redirect(303, to);
}

function isStale({ refusals }: Refusals): boolean {
	return refusals.some(({ status }) => status === 412);
}

/** Takes the record away, once that was asked and confirmed. */
function remove(
	event: RequestEvent,
	editor: Editor,
	principal: SignedIn,
	sent: Typed,
	subject: Subject,
	sure: boolean
) {
	const orphans = editor.orphans?.(subject.record as RecordOf<RecordKind>) ?? [];
	const operations: Operation[] = [
		...removalsOf(orphans, sent['orphans'] ?? []),
		{ method: 'DELETE', kind: editor.kind, slug: subject.slug, base: subject.base, body: undefined }
	];
	const answer = {
		...arrangeForm(editor, sent),
		faults: [],
		orphans: orphans.map(({ slug, name }) => ({ slug, name }))
	};
	const { why } = readReason(sent);
	const href = () => editor.list;
	const done = sure
		? save(event, principal, { sent, operations, why, what: 'removed', href })
		: rehearse(operations, event.locals.today, editor);
	if (!('refusals' in done))
		return { ...answer, removing: true, preview: previewOf(editor, { operations, subject }, done) };
	const detail = done.refusals.flatMap(({ detail: text, errors = [] }) => [
		text,
		...errors.slice(0, 5).map((error) => `${sentenceAt(error.path, error)}.`)
	]);
	return fail(409, { ...answer, fault: detail.join(' ') });
}

/**
 * Answers a form that was sent: `do` says what is asked. A button of the form itself (`add:`, `remove:`, `create:`) gives the form back
 * changed; `preview` and `live` tell what a save would do; `save` does it and leads to the record; `delete` and `delete-now` take it
 * away. What was typed always comes back.
 */
export async function answerForm(
	event: RequestEvent,
	editor: Editor,
	slug: string | null
): Promise<FormAnswer | ActionFailure<FormAnswer>> {
	const principal = requireSignIn(event);
	const all = readForm(await event.request.formData());
	const command = textAt(all, 'do');
	const sent = omitPath(all, 'do');
	const subject = subjectOf(editor, slug, readBase(sent));
	if (slug !== null && subject.record === null) requireRecord(editor, slug);
	const long = command.startsWith('delete') ? undefined : findOverlongList(sent);
	if (long) return fail(422, { ...arrangeForm(editor, sent), faults: [long] });
	const typed = applyButton(editor, sent, command);
	if (typed) return { ...arrangeForm(editor, typed), faults: [] };
	if (slug !== null && (command === 'delete' || command === 'delete-now'))
		return remove(event, editor, principal, sent, subject, command === 'delete-now');

	const answer = arrangeForm(editor, sent);
	const draft = draftOf(editor, answer.typed, subject);
	const { why, faults: whyFaults } = readReason(sent);
	const faults = [...draft.faults, ...whyFaults];
	const similar = editor.similar?.({ ...draft.record, slug }, currentSnapshot().book, event.locals.today);
	if (faults.length > 0) return fail(422, { ...answer, faults, similar });
	const outcome =
		command === 'save'
			? save(event, principal, {
					sent,
					operations: draft.operations,
					why,
					what: slug === null ? 'added' : 'changed',
					href: (name) => `/${editor.kind}/${name}`
				})
			: rehearse(draft.operations, event.locals.today, editor);
	if (!('refusals' in outcome))
		return {
			...answer,
			faults: [],
			similar,
			preview: previewOf(editor, { operations: draft.operations, subject }, outcome)
		};
	if (isStale(outcome)) return fail(412, mergeWithLatest(editor, answer.typed, subject, draft));
	return fail(422, { ...answer, similar, ...placeRefusals(editor, subject, outcome) });
}
