import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDataset } from '$lib/server/dataset/read';
import { openStore } from '$lib/server/store/open';
import { commit } from '$lib/server/writing/commit';
import { syncDataset } from '$lib/server/writing/sync';
import { recordsIn } from '../support/reference';
import { REFERENCE, root } from '../support/server';

const AT = '2026-11-22T10:00:00.000Z';
const DEALS = 4_000;

let folder: string;
let db: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-killed-'));
	db = join(folder, 'ledger.db');
	const store = openStore(db, { at: AT });
	syncDataset(store, recordsIn(), { at: AT });
	store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the command line and ends it after so many milliseconds, as a power cut would; null: lets it end. Gives its output. */
async function ledger(args: string[], after: number | null): Promise<string> {
	const child = spawn(process.execPath, ['build-cli/ledger.js', ...args], {
		cwd: root,
		env: { ...process.env, BUILDOUT_DB: db, BUILDOUT_DATA: REFERENCE, BUILDOUT_TODAY: '2026-11-23' }
	});
	let text = '';
	child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
	const timer = after === null ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
	await once(child, 'close');
	clearTimeout(timer);
	return text;
}

function counts(): { revision: number; deals: number; changes: number; sound: unknown } {
	const file = new Database(db);
	const one = (sql: string) => file.prepare<[], { n: number }>(sql).get()?.n ?? 0;
	const found = {
		revision: one('select max(id) as n from revision'),
		deals: one("select count(*) as n from record where kind = 'deals'"),
		changes: one('select count(*) as n from change where revision = 2'),
		sound: file.pragma('integrity_check', { simple: true })
	};
	file.close();
	return found;
}

it('an import that is killed at any moment has written all or nothing, and what it said it wrote is there', async () => {
	const header = 'slug,title,summary,kind,payers,payees,on,type,amount,note,source_url,source_publisher';
	const rows = Array.from(
		{ length: DEALS },
		(_, i) =>
			`made-up-${i},Deal ${i},Made up.,lease,openai,oracle,2026-05-01,announced,${1 + (i % 90)} million,Said so.,https://a.example/${i},Paper`
	);
	const file = join(folder, 'deals.csv');
	writeFileSync(file, [header, ...rows].join('\n'));
	const begun = Date.now();
	await ledger(['import', file], null);
	const whole = Date.now() - begun;
	const ends = { written: 0, nothing: 0 };
	for (let i = 1; i <= 12; i++) {
		const text = await ledger(['import', file, '--write'], (whole * i) / 8);
		const { revision, deals, changes, sound } = counts();
		expect(sound).toBe('ok');
		if (revision === 1) {
			expect([deals, changes, text.includes('Wrote')]).toEqual([176, 0, false]);
			ends.nothing++;
			continue;
		}
		expect([revision, deals, changes]).toEqual([2, 176 + DEALS, DEALS]);
		ends.written++;
		break;
	}
	expect(ends.nothing).toBeGreaterThan(0);
	if (ends.written === 0) await ledger(['import', file, '--write'], null);
	expect(counts()).toMatchObject({ revision: 2, deals: 176 + DEALS });
});

it('an export that is killed at any moment leaves files that are whole, and the next one completes it', async () => {
	const store = openStore(db, { at: AT });
	const changes = store.readAll().deals.map((deal) => ({
		kind: 'deals' as const,
		key: deal.slug,
		record: { ...deal, notes: 'Edited here.' }
	}));
	commit(store, changes, { who: 'ann', why: 'all of them', at: AT });
	store.close();
	const target = join(folder, 'data');
	cpSync(REFERENCE, target, { recursive: true });
	const begun = Date.now();
	await ledger(['check', target], null);
	const start = Date.now() - begun;
	for (let i = 0; i < 6; i++) {
		await ledger(['export', '--dataset', target], start + 150 * i);
		expect('records' in readDataset(target)).toBe(true);
	}
	await ledger(['export', '--dataset', target], null);
	const dataset = readDataset(target);
	expect('records' in dataset && dataset.records.deals.every(({ notes }) => notes === 'Edited here.')).toBe(true);
	expect(readdirSync(join(target, 'deals')).filter((name) => name.endsWith('.yaml'))).toHaveLength(176);
});
