import type { Field, Fields } from '../define';
import { DEFINITIONS } from '../definitions';
import { plainWords } from './form';

/** What fields and their values are called where people read them: in a history, among the facts of a page, in a search. */

interface Said {
	words?: string;
	labels: Record<string, string>;
	isMoney: boolean;
}

const SAID = new Map<string, Said>();

function gather(fields: Fields): void {
	for (const [name, field] of Object.entries(fields)) {
		const said = SAID.get(name) ?? { labels: {}, isMoney: false };
		SAID.set(name, said);
		if (field.words !== undefined) said.words = field.words;
		if (field.kind === 'dollars') said.isMoney = true;
		const inner = field.kind === 'list' ? field.entry : field;
		if (inner.kind === 'choice') Object.assign(said.labels, inner.vocabulary.labels);
		if (inner.kind === 'group') gather(inner.fields);
		if (inner.kind === 'either') for (const each of inner.groups) gather(each.fields);
	}
}

for (const { fields } of Object.values(DEFINITIONS)) gather(fields);

/** A field in words: `US share`, `part of`. */
export function fieldWords(name: string): string {
	return SAID.get(name)?.words ?? plainWords(name);
}

/** What people read for a word of the closed vocabulary of a field; undefined for any other text. */
export function wordLabel(name: string, word: string): string | undefined {
	return SAID.get(name)?.labels[word];
}

/** Whether a field holds whole dollars. */
export function isMoney(name: string): boolean {
	return SAID.get(name)?.isMoney ?? false;
}

/** A value of a field as a page shows it; empty where there is none. */
function shownText(field: Field, value: unknown): string {
	if (value === undefined || value === null) return '';
	if (Array.isArray(value))
		return value.map((each) => shownText(field.kind === 'list' ? field.entry : field, each)).join(', ');
	if (field.kind === 'choice') return field.vocabulary.labels[String(value)] ?? String(value);
	return String(value as string | number | boolean);
}

/** What a record says of itself, by the names under which its page lists it, in the order of its fields. */
export function factsOf(fields: Fields, record: object): { field: string; label: string; text: string }[] {
	return Object.entries(fields).flatMap(([name, field]) => {
		const { fact } = field;
		const text = shownText(field, Reflect.get(record, name));
		if (fact === undefined || text === '') return [];
		return typeof fact === 'string'
			? [{ field: name, label: fact, text }]
			: [{ field: name, label: fact.label, text: `${text} ${fact.unit}` }];
	});
}
