import Database from 'better-sqlite3';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { newcomer, Site } from './site';

const ROUNDS = 8;
const folder = mkdtempSync(path.join(tmpdir(), 'buildout-killed-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Batches one after the other until the server is gone; gives the numbers of those that were acknowledged. */
async function writeUntilGone(
	site: Site,
	key: string,
	first: number
): Promise<{ acknowledged: number[]; sent: number }> {
	const acknowledged: number[] = [];
	for (let n = first; ; n++) {
		const operations = ['a', 'b', 'c'].map((part) => ({
			method: 'POST',
			address: '/organisations.json',
			body: newcomer(`batch-${n}-${part}`, { notes: 'x'.repeat(5_000) })
		}));
		try {
			const headers = { 'idempotency-key': `batch-${n}` };
			const response = await site.send('/batch.json', { key, json: { operations }, headers });
			expect(response.status).toBe(200);
			await response.text();
			acknowledged.push(n);
		} catch {
			return { acknowledged, sent: n + 1 };
		}
	}
}

it('killed at any moment of a write: everything acknowledged is there, nothing is half there', async () => {
	const db = path.join(folder, 'ledger.db');
	let site = await Site.start({ db });
	const key = await site.key(await site.first(), 'read', 'write');
	const acknowledged: number[] = [];
	let sent = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const writing = writeUntilGone(site, key, sent);
		// Moments that differ from round to round and run to run; at each something is under way.
		await new Promise((resolve) => setTimeout(resolve, 40 + round * 60 + Math.random() * 120));
		const gone = once(site.server.process, 'close');
		site.server.process.kill('SIGKILL');
		await gone;
		const done = await writing;
		acknowledged.push(...done.acknowledged);
		sent = done.sent;
		await site.stop();

		const file = new Database(db);
		expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
		const rows = file
			.prepare<[], { key: string; revision: number }>("select key, revision from record where key like 'batch-%'")
			.all();
		const answers = file.prepare<[], { key: string }>("select key from kept_answer where key like 'batch-%'").all();
		const revisions = file.prepare<[], { n: number }>('select count(*) as n from revision').get()?.n;
		const newest = file.prepare<[], { n: number }>('select max(id) as n from revision').get()?.n;
		file.close();
		const byBatch = Map.groupBy(rows, ({ key: name }) => Number(name.split('-')[1]));
		for (const n of acknowledged) expect(byBatch.get(n), `batch ${n} was acknowledged`).toHaveLength(3);
		for (const [n, parts] of byBatch) {
			expect(parts, `batch ${n}`).toHaveLength(3);
			expect(new Set(parts.map(({ revision }) => revision)).size, `batch ${n} is one revision`).toBe(1);
		}
		// What was written and what was answered to it are kept together.
		expect(answers.map(({ key: name }) => name).sort()).toEqual([...byBatch.keys()].map((n) => `batch-${n}`).sort());
		expect(revisions).toBe(newest);

		site = await Site.start({ db });
		expect((await (await site.send('/organisations.json?per_page=1', { key })).json()).revision).toBe(newest);
	}
	expect(acknowledged.length).toBeGreaterThan(ROUNDS);
	await site.stop();
});
