import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../src/cli/run';
import { LEDGER_FORMATS, RECORD_FORMATS } from '$lib/formats';
import { checkRecord } from '$lib/records/derive/schema.server';
import { RECORD_KINDS, type Records } from '$lib/records';
import { IMPORTS } from '$lib/records';
import { datasetFiles, writeDataset } from '$lib/server/dataset/write';
import { openStore } from '$lib/server/store/open';
import { syncDataset } from '$lib/server/writing/sync';
import { fullLedger, missing } from './support/full';
import { recordsIn } from './support/reference';

/** Every field of every kind survives every way out of the ledger and back in. */

const AT = '2026-11-22T10:00:00.000Z';
const RUNS = 3;

let folder: string;
let turn = 0;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'buildout-round-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A database that holds a ledger; its file. */
function held(records: Records): string {
	const file = path.join(folder, `${turn++}.db`);
	const store = openStore(file, { at: AT });
	const synced = syncDataset(store, records, { at: AT });
	store.close();
	expect(synced).not.toHaveProperty('refused');
	return file;
}

function inside(file: string, revision?: number): Records {
	const store = openStore(file, { at: AT });
	try {
		return store.readAll(revision);
	} finally {
		store.close();
	}
}

async function call(db: string, ...args: string[]): Promise<string> {
	let text = '';
	const say = (line: string) => void (text += `${line}\n`);
	const code = await run(args, { env: { BUILDOUT_DB: db, BUILDOUT_TODAY: '2026-11-23' }, out: say, err: say });
	expect(code, text).toBe(0);
	return text;
}

const each = (check: (records: Records) => Promise<void>) =>
	fc.assert(fc.asyncProperty(fullLedger, check), { numRuns: RUNS });

describe('the generated records', () => {
	it('are sound and set every field of their definitions', () => {
		fc.assert(
			fc.property(fullLedger, (records) => {
				for (const kind of RECORD_KINDS) {
					expect(missing(kind, records[kind]), kind).toEqual([]);
					for (const record of records[kind]) expect(checkRecord(kind, record)).toEqual({ record });
				}
			})
		);
	});
});

it('are missed where they leave a field out', () => {
	expect(missing('deals', [])).toEqual(expect.arrayContaining(['us_share', 'events.term.years', 'sources.seen']));
	expect(missing('organisations', [{ slug: 'a', stakes: [{ in: 'b' }] }])).toContain('stakes.value.high');
});

describe('every field comes back', () => {
	it('from the database, now and at a revision', () =>
		each(async (records) => {
			const db = held(records);
			expect(inside(db)).toEqual(sorted(records));
			expect(inside(db, 1)).toEqual(sorted(records));
		}));

	it('from the files of the dataset', () =>
		each(async (records) => {
			const place = path.join(folder, `dataset-${turn++}`);
			writeDataset(place, datasetFiles(records, place));
			expect(sorted(recordsIn(place))).toEqual(sorted(records));
		}));

	it.each(IMPORTS.flatMap((table) => RECORD_FORMATS.map((format) => [table, format] as const)))(
		'from the table of %s as %s',
		(table, format) =>
			each(async (records) => {
				const file = path.join(folder, `table-${turn++}`);
				await call(held(records), 'export', `--${format}`, table, file);
				// Without what is read back, and what names it.
				const empty = held({ ...records, [table]: [], coverage: [] });
				await call(empty, 'import', file, '--as', table, '--write');
				expect(inside(empty)[table]).toEqual(sorted(records)[table]);
			})
	);

	it.each(LEDGER_FORMATS)('from the whole ledger as %s', (format) =>
		each(async (records) => {
			const file = path.join(folder, `ledger-${turn++}`);
			await call(held(records), 'export', `--${format}`, file);
			const empty = path.join(folder, `${turn++}.db`);
			openStore(empty, { at: AT }).close();
			await call(empty, 'import', file, '--write');
			expect(inside(empty)).toEqual(sorted(records));
		})
	);
});

/** As the database gives them: each kind by its key. */
function sorted(records: Records): Records {
	const byKey = <T extends object>(list: T[]): T[] =>
		list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
	return {
		...records,
		deals: byKey(records.deals),
		projections: byKey(records.projections),
		fundamentals: byKey(records.fundamentals)
	};
}
