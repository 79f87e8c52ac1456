import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { readIndicator } from '$lib/readings';
import { auditRecords } from '$lib/server/dataset/audit';
import { faultText } from '$lib/server/dataset/fault';
import { readDataset } from '$lib/server/dataset/read';
import { datasetFiles } from '$lib/server/dataset/write';
import { recordsIn } from './support/reference';

/**
 * What a corrected figure in `data/` has to pass, in seconds: `npm test -- data`. Nothing here counts or names a record; what does
 * stands on the copy in `tests/fixtures/datasets/reference`.
 */

/** As a person would write it: what is wrong is told by names of files that begin so. */
const DATA = 'data';
const DAYS = ['2019-12-31', '2025-12-31', '2026-11-22'];

describe('the dataset in data/', () => {
	it('has no fault', () => {
		const dataset = readDataset(DATA);
		expect('faults' in dataset ? dataset.faults.map(faultText) : []).toEqual([]);
	});

	it('lets every figure be followed back to a source and its type', () => {
		expect(auditRecords(recordsIn(DATA))).toEqual([]);
	});

	it('has something of everything', () => {
		for (const [kind, list] of Object.entries(recordsIn(DATA))) expect(list, kind).not.toEqual([]);
	});

	it('can be counted, and every reading takes it', () => {
		const records = recordsIn(DATA);
		const book = compile(records);
		for (const indicator of records.indicators)
			for (const day of DAYS) {
				const { value } = readIndicator(book, indicator, day);
				expect(value === null || Number.isFinite(value), `${indicator.slug} on ${day}`).toBe(true);
			}
	});

	it('is left as it is, byte for byte, by an export that changes nothing', () => {
		for (const [file, text] of datasetFiles(recordsIn(DATA), DATA).files)
			expect(text, file).toBe(readFileSync(path.join(DATA, file), 'utf8'));
	});
});
