import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type ParsedNode } from 'yaml';
import { shorten, type SchemaFault } from '$lib/records/faults';

/** Where a value stands: its line (that of its field's name, where it has one) and where its own fields stand. */
export interface Place {
	line: number;
	inner: Map<string | number, Place>;
}

/** A fault with its line. */
export type PlacedFault = SchemaFault & { line: number };

/** Plain data with the places of its parts, and what YAML allows but a dataset does not. */
export interface Parsed {
	value: unknown;
	place: Place;
	faults: PlacedFault[];
}

const DEEPEST = 32;

/** The line of what a path names, or of the innermost part of it that is there. */
export function lineOf(place: Place, path: (string | number)[]): number {
	let at = place;
	for (const step of path) {
		const next = at.inner.get(step);
		if (!next) break;
		at = next;
	}
	return at.line;
}

class Converter {
	readonly faults: PlacedFault[] = [];

	constructor(
		private readonly lines: LineCounter,
		private readonly text: string
	) {}

	private lineAt(node: ParsedNode | null, fallback: number): number {
		return node ? this.lines.linePos(node.range[0]).line : fallback;
	}

	private report(line: number, path: (string | number)[], expected: string, got: string): void {
		this.faults.push({ line, path, expected, got });
	}

	/** Turns a node into plain data; what cannot be turned is reported and left out. `line` is where it was announced. */
	convert(node: ParsedNode | null, path: (string | number)[], line: number): { value: unknown; place: Place } {
		const place: Place = { line, inner: new Map() };
		if (node === null) return { value: null, place };
		if (path.length > DEEPEST) {
			this.report(line, path.slice(0, 3), `at most ${DEEPEST} levels`, 'more');
			return { value: null, place };
		}
		if (isMap(node)) return { value: this.fields(node.items, path, place), place };
		if (isSeq(node)) {
			const list = node.items.map((item, index) => {
				const entry = this.convert(item, [...path, index], this.lineAt(item, line));
				place.inner.set(index, entry.place);
				return entry.value;
			});
			return { value: list, place };
		}
		if (isAlias(node)) {
			this.report(line, path, 'the value written out', `a reference to it, *${shorten(node.source)}`);
			return { value: null, place };
		}
		const { value } = node;
		if (typeof value === 'object' && value !== null) {
			this.report(line, path, 'text, a number, true or false', shorten(this.text.slice(node.range[0], node.range[1])));
			return { value: null, place };
		}
		return { value: Object.is(value, -0) ? 0 : value, place };
	}

	private fields(
		items: { key: ParsedNode; value: ParsedNode | null }[],
		path: (string | number)[],
		place: Place
	): unknown {
		const record: Record<string, unknown> = {};
		for (const { key, value } of items) {
			const line = this.lineAt(key, place.line);
			const name = isScalar(key) && key.value !== null && typeof key.value !== 'object' ? String(key.value) : '';
			if (name === '') {
				this.report(
					line,
					path,
					'the name of a field',
					shorten(this.text.slice(key.range[0], key.range[1])) || 'nothing'
				);
			} else if (Object.hasOwn(record, name)) {
				this.report(line, [...path, name], 'each field once', `${shorten(name)} again`);
			} else if (name in record) {
				this.report(line, [...path, name], 'a field of this record', `the unknown field ${shorten(name)}`);
			} else {
				const field = this.convert(value, [...path, name], line);
				record[name] = field.value;
				place.inner.set(name, field.place);
			}
		}
		return record;
	}
}

const SYNTAX: Record<string, [expected: string, got: string]> = {
	TAB_AS_INDENT: ['spaces at the start of the line', 'a tab'],
	MULTIPLE_DOCS: ['one document', 'another one after ---'],
	RESOURCE_EXHAUSTION: [`at most ${DEEPEST} levels`, 'more'],
	TAG_RESOLVE_FAILED: ['a value without a tag of its own', 'an unknown tag']
};

/** The first thing that is not YAML as a dataset has it, in plain words. */
function syntaxFault(document: Document.Parsed, lines: LineCounter): PlacedFault | undefined {
	const found = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])[0];
	if (found) {
		const words = SYNTAX[found.code] ?? [
			'well-formed YAML',
			`this: ${(found.message.split('\n')[0] ?? '').slice(0, 200)}`
		];
		return { line: lines.linePos(found.pos[0]).line, path: [], expected: words[0], got: words[1] };
	}
	const { version } = document.directives.yaml;
	if (version !== '1.2') return { line: 1, path: [], expected: 'YAML 1.2', got: `YAML ${version}` };
	return undefined;
}

/** Reads YAML into plain data with the line of each part. Text that is not YAML gives its first fault; nothing is thrown. */
export function parseYaml(text: string): Parsed | PlacedFault {
	const lines = new LineCounter();
	try {
		const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
		const fault = syntaxFault(document, lines);
		if (fault) return fault;
		const converter = new Converter(lines, text);
		const start = document.contents ? lines.linePos(document.contents.range[0]).line : 1;
		return { ...converter.convert(document.contents, [], start), faults: converter.faults };
	} catch (error) {
		// Nesting deeper than the machine's stack ends the parser itself.
		if (error instanceof RangeError) return { line: 1, path: [], expected: `at most ${DEEPEST} levels`, got: 'more' };
		throw error;
	}
}
