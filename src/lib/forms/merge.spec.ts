import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Deal } from '$lib/records';
import { someLedger } from '../../../tests/support/arbitrary';
import { conflictFaults, markConflicts, openConflicts, applyChoices, TAKE } from './conflicts';
import { mergeThree } from './merge';
import { readRecord } from './read';
import { FORMS } from './forms';
import { emptyForm, textAt } from './typed';
import { typedOf } from './write';

const DEAL_FORM = FORMS.deals.form;

const BASE: Deal = {
	slug: 'a-b-2025',
	title: 'A deal',
	summary: 'A deal.',
	kind: 'lease',
	payers: ['a'],
	payees: ['b'],
	events: [
		{ on: '2025-01-01', type: 'announced', value: { central: 1e9 }, note: 'First.', sources: ['s'] },
		{ on: '2025-02-01', type: 'clarified', note: 'Second.', sources: ['s'] }
	],
	sources: [{ key: 's', url: null, publisher: 'P', title: null, published: null }]
};
const [one, two] = BASE.events as [Deal['events'][0], Deal['events'][0]];
const with1 = (event: object) => ({ ...BASE, events: [{ ...one, ...event }, two] });

it('what only one of two changed is taken, in fields and in entries of lists', () => {
	const theirs = { ...with1({ note: 'Theirs.' }), location: 'There' };
	const yours = { ...BASE, events: [one, { ...two, note: 'Yours.' }, { ...two, on: '2025-03-01' }], units: 'many' };
	const { record, conflicts, taken, kept } = mergeThree(DEAL_FORM, BASE, theirs, yours);
	expect(conflicts).toEqual([]);
	expect(kept).toEqual([]);
	expect(record).toEqual({
		...BASE,
		location: 'There',
		units: 'many',
		events: [
			{ ...one, note: 'Theirs.' },
			{ ...two, note: 'Yours.' },
			{ ...two, on: '2025-03-01' }
		]
	});
	expect(taken.map(({ path }) => path.join('.'))).toEqual(['location', 'events.0.note']);
});

it('a field that both changed in two ways is a conflict, an amount as a whole; the same change is none', () => {
	const theirs = { ...with1({ value: { high: 2e9 } }), title: 'Same' };
	const yours = { ...with1({ value: { central: 3e9 } }), title: 'Same' };
	const { record, conflicts } = mergeThree(DEAL_FORM, BASE, theirs, yours);
	expect(conflicts).toEqual([
		{ path: 'events.0.value', base: { central: 1e9 }, theirs: { high: 2e9 }, yours: { central: 3e9 } }
	]);
	expect(record).toEqual(yours);
});

it('an entry that one took out goes, unless the other changed it: then it is kept and said', () => {
	const without = { ...BASE, events: [one] };
	expect(mergeThree(DEAL_FORM, BASE, without, BASE).record).toEqual(without);
	const changed = { ...BASE, events: [one, { ...two, note: 'Changed.' }] };
	const { record, kept } = mergeThree(DEAL_FORM, BASE, without, changed);
	expect(record).toEqual(changed);
	expect(kept).toEqual(['2025-02-01, clarified']);
});

it('with one side as it was, any merge is the other side', () => {
	fc.assert(
		fc.property(someLedger, ({ deals }) => {
			const [a, b] = deals;
			if (!a || !b) return;
			expect(mergeThree(DEAL_FORM, a, a, b)).toMatchObject({ record: b, conflicts: [], kept: [] });
			const { record, conflicts } = mergeThree(DEAL_FORM, a, b, a);
			expect([record, conflicts]).toEqual([b, []]);
		})
	);
});

it('a conflict stays open until it is chosen, and moves with its entry', () => {
	const merged = mergeThree(DEAL_FORM, BASE, with1({ note: 'Theirs.' }), with1({ note: 'Yours.' }));
	const typed = markConflicts(typedOf(DEAL_FORM, merged.record, {}), merged.conflicts);
	expect(openConflicts(DEAL_FORM, typed)).toEqual([
		{ path: 'events.0.note', label: 'What was said, in a sentence or two', theirs: 'Theirs.', base: 'First.' }
	]);
	expect(conflictFaults(DEAL_FORM, applyChoices(DEAL_FORM, typed, {}))).toHaveLength(1);
	for (const [take, note] of [
		['theirs', 'Theirs.'],
		['yours', 'Yours.']
	] as const) {
		const chosen = applyChoices(
			DEAL_FORM,
			Object.assign(emptyForm(), typed, { [`events.0.note.${TAKE}`]: [take] }),
			{}
		);
		expect(openConflicts(DEAL_FORM, chosen)).toEqual([]);
		expect(textAt(chosen, 'events.0.note')).toBe(note);
		expect(readRecord(DEAL_FORM, chosen, merged.record, {}).faults).toEqual([]);
	}
});

it('marks that somebody made up name no field and carry nothing in', () => {
	const forged = Object.assign(emptyForm(), {
		'nowhere.~theirs': ['"x"'],
		'title.~theirs': ['{broken'],
		'__proto__.~theirs': ['{"polluted": true}']
	});
	expect(openConflicts(DEAL_FORM, forged).map(({ path }) => path)).toEqual(['title']);
	applyChoices(DEAL_FORM, Object.assign(forged, { '__proto__.~take': ['theirs'] }), {});
	expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
