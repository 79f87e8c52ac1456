import { describe, expect, it } from 'vitest';
import { match as matchTable } from '../../params/dealFormat';
import { match as matchList } from '../../params/format';
import { FORMATS, formatOf, LIST_FORMATS, TABLE_FORMATS } from '.';
import { writerOf } from './writers.server';

describe.each(FORMATS)('$label', ({ extension, holds, wholeLedger }) => {
	it('is found by its ending, with a module that writes it', async () => {
		expect(formatOf(extension).extension).toBe(extension);
		const { writeLedger } = await writerOf(extension);
		expect(writeLedger !== undefined).toBe(wholeLedger);
	});

	it('is the ending of addresses', () => {
		expect(extension).toMatch(/^[a-z0-9]+$/);
		expect(matchTable(extension)).toBe(true);
		expect(matchList(extension)).toBe(formatOf(extension).lists === 'all');
		expect(['page', 'table']).toContain(holds);
	});
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
	expect(['exe', '', 'CSV', 'csv.exe'].filter((each) => matchTable(each) || matchList(each))).toEqual([]);
	expect(TABLE_FORMATS).toEqual(expect.arrayContaining([...LIST_FORMATS]));
});
