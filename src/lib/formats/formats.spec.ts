import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { match } from '../../params/format';
import { endingsOf, FORMATS, formatOf, IMPORTED, isListFormat, LEDGER_FORMATS, LIST_FORMATS } from '.';
import { namesOf, RECORD_FORMATS, TABLE_FORMATS, type Format } from '.';
import { readerOf } from './readers.server';
import { writerOf } from './writers.server';

describe.each(FORMATS)('$label', ({ extension, holds, wholeLedger }) => {
	it('is found by its ending, with a module that writes it', async () => {
		expect(formatOf(extension).extension).toBe(extension);
		const { writeLedger } = await writerOf(extension);
		expect(writeLedger !== undefined).toBe(wholeLedger);
	});

	it('is read by a module of its own where an import takes it', async () => {
		const imported = IMPORTED.find((each) => each.extension === extension);
		expect(imported !== undefined).toBe(formatOf(extension).reads.length > 0);
		if (imported) expect(typeof (await readerOf(imported.extension)).recognise).toBe('function');
	});

	it('is the ending of addresses', () => {
		expect(extension).toMatch(/^[a-z0-9]+$/);
		expect(match(extension)).toBe(true);
		expect(isListFormat(extension)).toBe(formatOf(extension).lists === 'all');
		expect(['page', 'table']).toContain(holds);
	});
});

it('lists every folder, each once', () => {
	const folders = readdirSync('src/lib/formats', { withFileTypes: true }).filter((each) => each.isDirectory());
	expect(TABLE_FORMATS.toSorted()).toEqual(folders.map(({ name }) => name).sort());
});

it('keeps the media types that readers know', () => {
	expect(Object.fromEntries(FORMATS.map(({ extension, type }) => [extension, type]))).toMatchObject({
		csv: 'text/csv; charset=utf-8; header=present',
		xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		parquet: 'application/vnd.apache.parquet',
		ndjson: 'application/x-ndjson',
		json: 'application/json'
	});
});

it('gives each format an ending of its own, and knows no other', () => {
	expect(new Set(TABLE_FORMATS).size).toBe(FORMATS.length);
	expect(['exe', '', 'CSV', 'csv.exe'].filter(match)).toEqual([]);
	expect(TABLE_FORMATS).toEqual(expect.arrayContaining([...LIST_FORMATS]));
});

describe('the documents name every format where it is offered', () => {
	const marked = (formats: readonly Format[]) => endingsOf(formats).replaceAll(/\.\w+/g, '`$&`');
	const large = TABLE_FORMATS.filter((format) => !isListFormat(format));
	const [first, ...others] = RECORD_FORMATS;
	const options = [
		`\`--${first} table file\` (or ${others.map((format) => `\`--${format}\``).join(', ')})`,
		...LEDGER_FORMATS.map((format) => `\`--${format} file\``)
	].join(', ');

	it.each([
		['README.md', `Put ${marked(LIST_FORMATS)} at the end of an address`],
		['README.md', `Deals also come as ${marked(large)}.`],
		['README.md', `on \`/import\`: ${namesOf(IMPORTED)}, told apart`],
		['README.md', `\`/records/deals.csv\` (${marked(TABLE_FORMATS.filter((format) => format !== 'csv'))};`],
		['README.md', `reported figures (${namesOf(IMPORTED)}) would change`],
		['README.md', `export --dataset folder\`, ${options}`],
		['src/docs/MODEL.md', `data at the same address with ${marked(LIST_FORMATS)} (deals also ${marked(large)})`]
	])('%s: %s', (file, sentence) => {
		expect(readFileSync(file, 'utf8')).toContain(sentence);
	});
});
