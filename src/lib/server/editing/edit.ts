import { createHash, randomUUID } from 'node:crypto';
import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { difference, type FieldChange } from '$lib/shared/field-changes';
import { marked } from '$lib/forms/conflicts';
import { fieldFaults, nodeAt } from '$lib/forms/faults';
import { mergeThree } from '$lib/forms/merge';
import { NEWCOMER } from '$lib/forms/newcomer';
import { nothing, overlong, textAt, typedFrom, without } from '$lib/forms/typed';
import type { FormStart, Look, Round } from '$lib/forms/round';
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
import { removalsOf } from './alone';
import type { Editor } from './editor';
import { lookupsFor, offered } from './lookups';
import { baseIn, draftOf, reshaped, shown, type Draft, type Subject } from './round';
import { tellSaved } from './saved';

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

function standing(editor: Editor, slug: string): { record: unknown; revision: number } {
	const found = recordAt(editor, slug, currentSnapshot().revision);
	if (!found) error(404, `There is no ${editor.noun} called ${slug.slice(0, 100)}.`);
	return found;
}

/** The record of an address as it stood last, whether or not it still does. */
function lastKnown(editor: Editor, slug: string): unknown {
	const [last] = historyOf(editor.kind, slug, currentSnapshot().revision);
	return last?.after ?? last?.before;
}

/** What a page of a form begins with. */
export function editLoad(event: RequestEvent, editor: Editor, slug: string | null): FormStart {
	requireSignIn(event);
	const lookups = lookupsFor(editor);
	// After a round the form is shown again, with what was typed, even where the record is gone by now.
	const isRound = event.request.method === 'POST';
	const now = slug === null ? undefined : recordAt(editor, slug, currentSnapshot().revision);
	const found = slug === null || isRound ? now : standing(editor, slug);
	const typed = found ? typedOf(editor.form, found.record, lookups) : editor.blank();
	// What the form does not show would be gone after it was saved.
	const long = overlong(typed);
	if (long && !isRound) error(422, `${long.path}: ${long.message}`);
	typed['base'] = [String(found?.revision ?? 0)];
	typed['once'] = [randomUUID()];
	const known = found?.record ?? (slug === null ? undefined : lastKnown(editor, slug));
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
		names: offered(editor),
		...shown(editor, typed),
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

function looked(editor: Editor, draft: { operations: Operation[]; subject: Subject }, outcome: Outcome): Look {
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
function refusedBy(editor: Editor, subject: Subject, { refusals }: Refusals): { faults: FieldFault[]; fault?: string } {
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
function merged(editor: Editor, typed: Typed, subject: Subject, draft: Draft): Round {
	const lookups = lookupsFor(editor);
	const latest = recordAt(editor, subject.slug ?? '', currentSnapshot().revision)!;
	const result = mergeThree(editor.form, subject.record, latest.record, draft.record);
	const next = Object.assign(nothing(), typedOf(editor.form, result.record, lookups));
	for (const [name, texts] of Object.entries(typed)) if (/^(why|once|new)(\.|$)/.test(name)) next[name] = texts;
	next['base'] = [String(latest.revision)];
	const who = openedStore().history.revision(latest.revision)?.who ?? 'Somebody';
	return {
		...shown(editor, marked(next, result.conflicts)),
		faults: [],
		meanwhile: { revision: latest.revision, who, taken: result.taken, kept: result.kept }
	};
}

function whyOf(typed: Typed): { why: string | null; faults: FieldFault[] } {
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
		tellSaved(event.cookies, event.locals.origin, { revision: outcome.revision, href: to, what });
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
	const alone = editor.alone?.(subject.record as RecordOf<RecordKind>) ?? [];
	const operations: Operation[] = [
		...removalsOf(alone, sent['alone'] ?? []),
		{ method: 'DELETE', kind: editor.kind, slug: subject.slug, base: subject.base, body: undefined }
	];
	const round = { ...shown(editor, sent), faults: [], alone: alone.map(({ slug, name }) => ({ slug, name })) };
	const { why } = whyOf(sent);
	const href = () => editor.list;
	const done = sure
		? save(event, principal, { sent, operations, why, what: 'removed', href })
		: rehearse(operations, event.locals.today, editor);
	if (!('refusals' in done)) return { ...round, removing: true, look: looked(editor, { operations, subject }, done) };
	const detail = done.refusals.flatMap(({ detail: text, errors = [] }) => [
		text,
		...errors.slice(0, 5).map((error) => `${sentenceAt(error.path, error)}.`)
	]);
	return fail(409, { ...round, fault: detail.join(' ') });
}

/**
 * One round of a form: `do` says what is asked. A button of the form itself (`add:`, `remove:`, `create:`) gives the form back
 * changed; `look` and `live` tell what a save would do; `save` does it and leads to the record; `delete` and `delete-now` take it
 * away. What was typed always comes back.
 */
export async function editRound(
	event: RequestEvent,
	editor: Editor,
	slug: string | null
): Promise<Round | ActionFailure<Round>> {
	const principal = requireSignIn(event);
	const all = typedFrom(await event.request.formData());
	const command = textAt(all, 'do');
	const sent = without(all, 'do');
	const subject = subjectOf(editor, slug, baseIn(sent));
	if (slug !== null && subject.record === null) standing(editor, slug);
	const long = command.startsWith('delete') ? undefined : overlong(sent);
	if (long) return fail(422, { ...shown(editor, sent), faults: [long] });
	const typed = reshaped(editor, sent, command);
	if (typed) return { ...shown(editor, typed), faults: [] };
	if (slug !== null && (command === 'delete' || command === 'delete-now'))
		return remove(event, editor, principal, sent, subject, command === 'delete-now');

	const round = shown(editor, sent);
	const draft = draftOf(editor, round.typed, subject);
	const { why, faults: whyFaults } = whyOf(sent);
	const faults = [...draft.faults, ...whyFaults];
	const similar = editor.similar?.({ ...draft.record, slug }, currentSnapshot().book, event.locals.today);
	if (faults.length > 0) return fail(422, { ...round, faults, similar });
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
		return { ...round, faults: [], similar, look: looked(editor, { operations: draft.operations, subject }, outcome) };
	if (isStale(outcome)) return fail(412, merged(editor, round.typed, subject, draft));
	return fail(422, { ...round, similar, ...refusedBy(editor, subject, outcome) });
}
