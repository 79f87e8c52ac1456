import Database from 'better-sqlite3';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { newcomer, Site } from './site';

const ROUNDS = 8;
const folder = mkdtempSync(path.join(tmpdir(), 'buildout-killed-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that writes without pause. */
interface Writer {
	/** The numbers of the batches that were acknowledged. */
	acknowledged: number[];
	/** The number of the next batch. */
	next: number;
	/** How long the last one took, in milliseconds. */
	took: number;
	/** What the server said instead of taking a batch. */
	refused: string[];
}

/** Sends batches one after the other until the server is gone, or refuses one. */
async function writeUntilGone(site: Site, key: string, writer: Writer): Promise<void> {
	while (writer.refused.length === 0) {
		const n = writer.next++;
		const operations = ['a', 'b', 'c'].map((part) => ({
			method: 'POST',
			address: '/organisations.json',
			body: newcomer(`batch-${n}-${part}`, { notes: 'x'.repeat(5_000) })
		}));
		const begun = performance.now();
		try {
			const headers = { 'idempotency-key': `batch-${n}` };
			const response = await site.send('/batch.json', { key, json: { operations }, headers });
			const said = await response.text();
			if (response.status === 200) writer.acknowledged.push(n);
			else writer.refused.push(`${response.status}: ${said}`);
		} catch {
			return;
		}
		writer.took = performance.now() - begun;
	}
}

it('killed at any moment of a write: everything acknowledged is there, nothing is half there', async () => {
	const db = path.join(folder, 'ledger.db');
	let site = await Site.start({ db });
	const key = await site.key(await site.first(), 'read', 'write');
	const writer: Writer = { acknowledged: [], next: 0, took: 0, refused: [] };
	for (let round = 0; round < ROUNDS; round++) {
		let isOver = false;
		const written = writeUntilGone(site, key, writer).then(() => (isOver = true));
		// A moment within a later write, however long this machine takes for one; it differs from round to round and run to run.
		const enough = writer.acknowledged.length + 1 + round;
		while (!isOver && writer.acknowledged.length < enough) await sleep(1);
		await sleep(Math.random() * 2 * writer.took);
		const gone = once(site.server.process, 'close');
		site.server.process.kill('SIGKILL');
		await gone;
		await written;
		await site.stop();
		expect(writer.refused).toEqual([]);
		expect(writer.acknowledged.length).toBeGreaterThanOrEqual(enough);

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
		for (const n of writer.acknowledged) expect(byBatch.get(n), `batch ${n} was acknowledged`).toHaveLength(3);
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
	await site.stop();
});
