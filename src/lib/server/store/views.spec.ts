import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordKey } from '$lib/records/keys';
import { DEFINITIONS } from '$lib/records/definitions';
import { RECORD_KINDS, type Records } from '$lib/records';
import { syncDataset } from '$lib/server/writing/sync';
import { fullLedger } from '../../../../tests/support/full';
import { openStore } from './open';

const AT = '2026-11-22T10:00:00.000Z';

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-views-'));
	path = join(folder, 'ledger.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens the ledger as a start of the application does, and closes it again. */
function open(options: { readonly?: boolean } = {}): void {
	openStore(path, { at: AT, ...options }).close();
}

/** Asks the file as a tool of somebody else does. */
function asked<T>(ask: (db: Database.Database) => T): T {
	const db = new Database(path);
	try {
		return ask(db);
	} finally {
		db.close();
	}
}

const texts = () =>
	asked((db) =>
		db
			.prepare<[], { name: string; sql: string }>(
				"select name, sql from sqlite_schema where type = 'view' order by name"
			)
			.all()
	);

/** Single values of a record, as SQL gives them, without those that name it. */
function valuesIn(value: unknown): (string | number)[] {
	if (value === null || value === undefined) return [];
	if (typeof value === 'object') return Object.values(value).flatMap(valuesIn);
	return [typeof value === 'boolean' ? Number(value) : (value as string | number)];
}

/** What a cell holds: a column of JSON holds several values. */
function valuesOfCell(cell: unknown): (string | number)[] {
	if (typeof cell !== 'string' || !/^[[{]/.test(cell)) return valuesIn(cell);
	return valuesIn(JSON.parse(cell));
}

function held(records: Records): void {
	const store = openStore(path, { at: AT });
	syncDataset(store, records, { at: AT });
	store.close();
}

/** All values that the views say of a record. */
function said(key: string): Set<string | number> {
	return asked((db) => {
		const rows = texts().flatMap(({ name }) =>
			db.prepare<[], Record<string, unknown>>(`select * from "${name}"`).all()
		);
		const of = rows.filter((row) => Object.values(row).includes(key));
		return new Set(of.flatMap((row) => Object.values(row).flatMap(valuesOfCell)));
	});
}

describe('the views of a database', () => {
	it('say every value of every record with a name, whatever field it stands in', () => {
		fc.assert(
			fc.property(fullLedger, (records) => {
				rmSync(path, { force: true });
				held(records);
				for (const kind of ['deals', 'organisations', 'projections', 'indicators'] as const) {
					for (const record of records[kind]) {
						const shown = said(recordKey(kind, record));
						expect(
							valuesIn(record).filter((value) => !shown.has(value)),
							kind
						).toEqual([]);
					}
				}
			}),
			{ numRuns: 2 }
		);
	});

	it('have a column for each field of a row of a table, and the revision that wrote it', () => {
		open();
		for (const kind of ['capex', 'guidance', 'fundamentals'] as const) {
			const { view, fields } = DEFINITIONS[kind];
			const columns = asked((db) =>
				db
					.prepare(`select * from ${view}`)
					.columns()
					.map(({ name }) => name)
			);
			expect(columns).toEqual([...Object.keys(fields), 'revision']);
		}
		expect(texts().map(({ name }) => name)).toEqual(
			expect.arrayContaining(RECORD_KINDS.map((kind) => DEFINITIONS[kind].view))
		);
	});

	it('name the ends of a value, the parties by their role, and the entries of a list by their number', () => {
		const [records] = fc.sample(fullLedger, 1) as [Records];
		const event = records.deals[0]?.events[1];
		held(records);
		asked((db) => {
			expect(
				db.prepare('select deal, number, happened_on, low_usd, term_years from deal_event order by 1, 2').all()
			).toContainEqual({
				...{ deal: 'inner-deal', number: 2, happened_on: event?.on },
				low_usd: event?.value?.low,
				term_years: event?.term && 'years' in event.term && event.term.years
			});
			expect(db.prepare("select role, organisation from deal_party where deal = 'inner-deal'").all()).toEqual([
				{ role: 'payer', organisation: 'alpha' },
				{ role: 'payer', organisation: 'beta' },
				{ role: 'payee', organisation: 'gamma' }
			]);
			expect(db.prepare('select distinct kind from source order by 1').all()).toEqual([
				{ kind: 'deals' },
				{ kind: 'projections' }
			]);
		});
	});
});

describe('at an opening', () => {
	const version = () => asked((db) => db.pragma('schema_version', { simple: true }));

	it('they are left alone where they are as they should be', () => {
		open();
		const before = version();
		open();
		open({ readonly: true });
		expect(version()).toBe(before);
	});

	it('those of an earlier version are made anew, those of somebody else stay, and reading alone changes nothing', () => {
		open();
		const right = texts();
		asked((db) => {
			const mark = /\/\*.*\*\//.exec(right[0]!.sql)![0];
			db.exec(`drop view deal; create view deal as ${mark} select key as slug from record;
				drop view stake; create view stake as select 1 as "as a migration made it";
				create view gone_field as ${mark} select 1 as x;
				create view mine as select slug from deal`);
		});
		const before = texts();
		open({ readonly: true });
		expect(texts()).toEqual(before);
		open();
		expect(texts().filter(({ name }) => name !== 'mine')).toEqual(right);
		expect(texts().map(({ name }) => name)).toContain('mine');
	});

	it('they are left for the next one where another process writes, without waiting for it', () => {
		open();
		asked((db) => db.exec('drop view deal'));
		const writer = new Database(path);
		writer.exec('begin immediate');
		expect(() => open()).not.toThrow();
		writer.exec('rollback');
		writer.close();
		expect(texts().map(({ name }) => name)).not.toContain('deal');
		open();
		expect(texts().map(({ name }) => name)).toContain('deal');
	});
});
