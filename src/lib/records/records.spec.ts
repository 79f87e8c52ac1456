import { describe, expect, it } from 'vitest';
import { DEAL } from './deal';
import { DEFINITIONS } from './definitions';
import { definePublished, line, type Definition, type Field, type Fields } from './define';
import { formOf } from './derive/form';
import { DEAL_FILTER_NAMES } from './derive/filters';
import { RECORD_KINDS, type RecordKind } from './index';

/** The kinds whose records stand in published and exported tables, column by column. */
const IN_TABLES: RecordKind[] = ['deals', 'organisations', 'capex', 'guidance', 'fundamentals'];

/** Every field of a group, those of its groups and lists too. */
function* fieldsIn(fields: Fields, above = ''): Generator<[string, Field]> {
	for (const [name, field] of Object.entries(fields)) {
		const path = above === '' ? name : `${above}.${name}`;
		yield [path, field];
		const inner = field.kind === 'list' ? field.entry : field;
		if (inner.kind === 'group') yield* fieldsIn(inner.fields, path);
		if (inner.kind === 'either') for (const each of inner.groups) yield* fieldsIn(each.fields, path);
	}
}

describe.each(RECORD_KINDS)('each field of %s', (kind) => {
	const { fields, parts }: Definition = DEFINITIONS[kind];
	const all = [...fieldsIn(fields)];

	it('stands in one part of the form, and in it once', () => {
		const { form, sections } = formOf(DEFINITIONS[kind]);
		const shown = sections.flatMap(({ nodes }) => nodes.map(({ name }) => name));
		expect([...shown].sort()).toEqual(Object.keys(fields).sort());
		expect(form.fields.map(({ name }) => name)).toEqual(shown);
		const titles = parts.map(({ title }) => title);
		for (const [name, { section }] of all) if (section !== undefined) expect(titles, name).toContain(section);
	});

	it('that stands after another in a form names one that is there', () => {
		for (const [path, { after }] of all) {
			if (after === undefined) continue;
			const beside = all.filter(([other]) => other.split('.').length === path.split('.').length);
			expect(
				beside.map(([other]) => other.split('.').at(-1)),
				path
			).toContain(after);
		}
	});

	it('has a column with a label and a description, or says why it has none', () => {
		if (!IN_TABLES.includes(kind)) return;
		for (const [name, { column }] of Object.entries(fields)) {
			expect(column, name).toBeDefined();
			for (const text of Object.values(column ?? {})) expect(String(text).trim(), name).not.toBe('');
		}
	});

	it('that joined a table later has a number of its own', () => {
		const later = Object.values(fields).flatMap(({ column }) =>
			column && 'label' in column && column.since !== undefined ? [column.since] : []
		);
		expect(new Set(later).size).toBe(later.length);
	});
});

it('lists of deals are narrowed by each field that says so, and by no other', () => {
	const saying = Object.entries(DEAL.fields as Fields).flatMap(([name, field]) =>
		field.kind === 'choice' && field.filter ? [name] : []
	);
	expect(saying).toEqual(DEAL_FILTER_NAMES);
});

/** `svelte-check` fails where the line below an expected error is none. */
it('a kind that tables publish has no field that says nothing of its column', () => {
	const said = {
		noun: 'a',
		expected: 'a',
		title: 'A',
		list: 'A',
		called: 'A',
		view: 'a',
		parts: [{ title: 'A' }]
	} as const;
	const name = line({ column: { label: 'Name', description: 'What it is called.' } });
	const kept = line({ column: { none: 'Its page has it.' } });
	expect(Object.keys(definePublished({ ...said, fields: { name, kept } }).fields)).toEqual(['name', 'kept']);
	// @ts-expect-error The field `power` says nothing of its column.
	definePublished({ ...said, fields: { name, power: line() } });
});
