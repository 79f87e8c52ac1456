import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { DEFINITIONS } from '$lib/records/definitions';
import { RECORD_KINDS, type RecordKind, type Records } from '$lib/records';
import { checkRecord } from '$lib/records/derive/schema.server';
import { recordKey, type RecordOf } from '$lib/records/keys';
import { parseTable } from './csv';
import { emitYaml } from './emit';
import { Folder } from './files';

type Group = Record<string, unknown>;

/** What an export makes of a folder. Paths are within it. */
export interface Export {
	/** Every file of the dataset with its text. */
	files: Map<string, string>;
	/** Files of deals that are no longer in the ledger. */
	gone: string[];
}

const LISTS = ['organisations', 'projections', 'indicators', 'coverage', 'terms'] as const;
const TABLES = ['capex', 'guidance', 'fundamentals'] as const;

function isGroup(value: unknown): value is Group {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a record says, in the order of its schema. */
function sayingField<K extends RecordKind>(kind: K, raw: unknown): string {
	const checked = checkRecord(kind, raw);
	return JSON.stringify('record' in checked ? checked.record : raw);
}

/** The fields of `value` in the order in which `model` has them; what is new stands behind its neighbour. */
function inOrderOf(model: unknown, value: unknown): unknown {
	if (Array.isArray(value)) {
		return value.map((entry, i) => inOrderOf(Array.isArray(model) ? (model as unknown[])[i] : undefined, entry));
	}
	if (!isGroup(value)) return value;
	const known = isGroup(model) ? model : {};
	const names = Object.keys(known).filter((name) => value[name] !== undefined);
	Object.keys(value).forEach((name, i, all) => {
		if (names.includes(name)) return;
		const before = all.slice(0, i).reverse();
		const neighbour = before.find((each) => names.includes(each));
		names.splice(neighbour === undefined ? 0 : names.indexOf(neighbour) + 1, 0, name);
	});
	return Object.fromEntries(names.map((name) => [name, inOrderOf(known[name], value[name])]));
}

/** Keys in the order of a file: as they stand there; new ones where they belong if the file is sorted, else at its end. */
function mergeKeys(there: string[], wanted: string[]): string[] {
	const keep = new Set(wanted);
	const known = new Set(there);
	const order = there.filter((key) => keep.has(key));
	const sorted = there.every((key, i) => i === 0 || (there[i - 1] ?? '') <= key);
	const added = wanted.filter((key) => !known.has(key));
	return sorted ? [...order, ...added].sort() : [...order, ...added];
}

class Writer {
	readonly files = new Map<string, string>();

	constructor(
		private readonly records: Records,
		private readonly base: Folder
	) {}

	private text(file: string): string | undefined {
		const text = this.base.read(file);
		return typeof text === 'string' ? text : undefined;
	}

	deals(): void {
		for (const { slug, ...deal } of this.records.deals) {
			const file = `deals/${slug}.yaml`;
			const text = this.text(file);
			const there: unknown = text === undefined ? undefined : parseYaml(text);
			const same =
				isGroup(there) && sayingField('deals', { slug, ...there }) === sayingField('deals', { slug, ...deal });
			this.files.set(file, text !== undefined && same ? text : emitYaml(inOrderOf(there, deal) as Group));
		}
	}

	/** A list file: entries that say the same keep their bytes, comments between them included. */
	list<K extends (typeof LISTS)[number]>(kind: K): void {
		const file = `${kind}.yaml`;
		const text = this.text(file) ?? '';
		const there = (parseYaml(text) ?? []) as Group[];
		const starts = [...text.matchAll(/^- /gm)].map(({ index }) => index);
		const whole = starts.length === there.length;
		const chunks = whole ? starts.map((start, i) => text.slice(start, starts[i + 1])) : [];
		const places = new Map(there.map((entry, i) => [String(entry.slug), i]));
		const list: RecordOf<K>[] = this.records[kind];
		const bySlug = new Map(list.map((record) => [record.slug, record]));
		if (list.length === 0 && text === '' && kind !== 'organisations' && kind !== 'projections') return;
		const entries = mergeKeys([...places.keys()], [...bySlug.keys()]).map((slug) => {
			const place = places.get(slug);
			const record = bySlug.get(slug);
			const model = place === undefined ? undefined : there[place];
			const chunk = place === undefined ? undefined : chunks[place];
			if (chunk !== undefined && sayingField(kind, model) === sayingField(kind, record)) return chunk;
			return emitYaml([inOrderOf(model, record)]);
		});
		const head = whole ? text.slice(0, starts[0] ?? text.length) : '';
		this.files.set(file, entries.length === 0 ? `${head}[]\n` : head + entries.join(''));
	}

	table<K extends (typeof TABLES)[number]>(kind: K): void {
		const file = `${kind}.csv`;
		const text = this.text(file);
		const columns = Object.keys(DEFINITIONS[kind].fields);
		const list: RecordOf<K>[] = this.records[kind];
		if (list.length === 0 && text === undefined) return;
		const there =
			text === undefined ? [] : parseTable(text, DEFINITIONS[kind].fields).rows.map(({ value }) => value as unknown);
		const byKey = new Map(list.map((record) => [recordKey(kind, record), record]));
		const keys = there.map((row) => recordKey(kind, row as RecordOf<K>));
		const order = mergeKeys(keys, [...byKey.keys()]);
		const asThere = order.length === there.length && order.length === byKey.size;
		const same = asThere && order.every((key, i) => sayingField(kind, there[i]) === sayingField(kind, byKey.get(key)));
		if (text !== undefined && same) {
			this.files.set(file, text);
			return;
		}
		const end = text === undefined || text.includes('\r\n') ? '\r\n' : '\n';
		const rows = order.map((key) => columns.map((name) => cell(Reflect.get(byKey.get(key) ?? {}, name))));
		this.files.set(file, [columns, ...rows].map((row) => row.join(',') + end).join(''));
	}
}

/** Quotes where the text needs them and nowhere else. */
function cell(value: unknown): string {
	const text = value === null || value === undefined ? '' : String(value as string | number | boolean);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The files of a dataset that say what the records say. What already stands in `base` and says the same keeps every byte, and what
 * changed keeps the order of its fields, so that a change in the ledger is a small difference in the files.
 */
export function datasetFiles(records: Records, base: string): Export {
	const folder = new Folder(base);
	const writer = new Writer(records, folder);
	writer.deals();
	for (const kind of LISTS) writer.list(kind);
	for (const kind of TABLES) writer.table(kind);
	const names = folder.list('deals');
	const there = Array.isArray(names)
		? names.filter((name) => name.endsWith('.yaml')).map((name) => `deals/${name}`)
		: [];
	return { files: writer.files, gone: there.filter((file) => !writer.files.has(file)) };
}

/** What became of the files of a folder. */
export interface Written {
	unchanged: number;
	changed: string[];
	added: string[];
	removed: string[];
}

/**
 * Writes an export into a folder, made where it is missing. Each file is written beside its place and moved there in one step:
 * whoever reads meanwhile, or after an end at any moment, finds it whole, old or new; the same export again completes it.
 */
export function writeDataset(path: string, { files, gone }: Export): Written {
	const folder = new Folder(path);
	const written: Written = { unchanged: 0, changed: [], added: [], removed: [] };
	mkdirSync(join(path, 'deals'), { recursive: true });
	for (const [file, text] of files) {
		const place = join(path, file);
		const there = existsSync(place);
		if (there && folder.read(file) === text) {
			written.unchanged++;
			continue;
		}
		writeParts(place, [text]);
		(there ? written.changed : written.added).push(file);
	}
	for (const file of gone) {
		if (!existsSync(join(path, file))) continue;
		rmSync(join(path, file));
		written.removed.push(file);
	}
	return written;
}

/** Writes a file beside its place, part by part, and moves it there in one step. */
export function writeParts(path: string, parts: Iterable<string | Uint8Array>): void {
	mkdirSync(dirname(path), { recursive: true });
	const beside = join(dirname(path), `.${process.pid}.part`);
	const file = openSync(beside, 'w');
	try {
		for (const part of parts) {
			if (typeof part === 'string') writeSync(file, part);
			else writeSync(file, part);
		}
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(beside, path);
}

/** How many records of each kind a dataset holds, in words. */
export function recordCounts(records: Records): string {
	return RECORD_KINDS.map((kind) => `${records[kind].length.toLocaleString('en-US')} ${kind}`).join(', ');
}
