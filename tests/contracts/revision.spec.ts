import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '$lib/server/store/open';
import { commit } from '$lib/server/writing/commit';
import { syncDataset } from '$lib/server/writing/sync';
import { PAGES } from '../browser/pages';
import { recordsIn } from '../support/reference';
import { startServer, type RunningServer } from '../support/server';
import { getJson } from './get';

const AT = '2026-11-22T10:00:00.000Z';
const SLUG = 'openai-aws-2025';

const folder = mkdtempSync(join(tmpdir(), 'buildout-revision-'));
let server: RunningServer;

/** The reference ledger, then its deal with Amazon twice as dear, then without it. */
beforeAll(async () => {
	const db = join(folder, 'ledger.db');
	const store = openStore(db, { at: AT });
	const records = recordsIn();
	syncDataset(store, records, { at: AT });
	const deal = records.deals.find((each) => each.slug === SLUG);
	if (!deal) throw new Error(`There is no ${SLUG}.`);
	const events = deal.events.map((event) => (event.value ? { ...event, value: { central: 76_000_000_000 } } : event));
	const by = { who: 'ann', at: AT };
	commit(store, [{ kind: 'deals', key: SLUG, record: { ...deal, events } }], { ...by, why: 'Twice as dear' });
	commit(store, [{ kind: 'deals', key: SLUG, record: null }], { ...by, why: 'Not a deal' });
	store.close();
	server = await startServer({ db, env: { BUILDOUT_TODAY: '2026-11-23' } });
});
afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true });
});

const counted = async (query: string) => {
	const { reconciliation } = await getJson<{ reconciliation: { key: string; amount_usd: number }[] }>(
		`${server.url}/reconciliation.json${query}`
	);
	return reconciliation.at(-1)?.amount_usd ?? NaN;
};

describe('an earlier revision', () => {
	it('is what data addresses answer from, to the dollar, with its number and a tag of its own', async () => {
		const [first, second, third, newest] = await Promise.all(
			['?revision=1', '?revision=2', '?revision=3', ''].map(counted)
		);
		expect(second! - first!).toBe(38_000_000_000);
		expect(first! - third!).toBe(38_000_000_000);
		expect(newest).toBe(third);
		const asked = await getJson<{ revision: number; deal: { slug: string } }>(
			`${server.url}/deals/${SLUG}.json?revision=2`
		);
		expect([asked.revision, asked.deal.slug]).toEqual([2, SLUG]);
		const tags = await Promise.all(
			[1, 2, 3].map(async (n) => (await fetch(`${server.url}/deals.csv?revision=${n}`)).headers.get('etag'))
		);
		expect(new Set(tags).size).toBe(3);
		expect((await fetch(`${server.url}/deals/${SLUG}.json`)).status).toBe(404);
	});

	it('is refused where there is none of the number', async () => {
		for (const wrong of ['0', '4', '-1', '1.5', 'x']) {
			for (const address of ['/deals.json', '/spend.csv', '/history.json', '/deals', '/history']) {
				const response = await fetch(`${server.url}${address}?revision=${wrong}`);
				expect(response.status, `${address} ${wrong}`).toBe(400);
				expect(await response.text()).toMatch(/revision/);
			}
		}
	});

	it.each(PAGES.filter((page) => !/[?]|history/.test(page.path)))(
		'is said on $path, and its links stay in it',
		async ({ path }) => {
			const plain = await (await fetch(server.url + (path === `/deals/${SLUG}` ? '/deals' : path))).text();
			expect(plain).not.toContain('as recorded at <a href="/history/');
			const page = await (await fetch(`${server.url}${path}?revision=2`)).text();
			expect(page).toMatch(/as recorded at <a href="\/history\/2".*revision 2/s);
			const main = /<main.*<\/main>/s.exec(page)?.[0] ?? '';
			const lost = [...main.matchAll(/href="(\/[^"]*)"/g)]
				.map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
				.filter((href) => /^\/(deals|organisations|projections|indicators)\//.test(href))
				.filter((href) => href !== path && !href.includes('revision=2') && !/\/history\b/.test(href));
			expect(lost).toEqual([]);
			const search = /<form class="find".*?<\/form>/s;
			expect(search.exec(page)?.[0]).toContain('name="revision" value="2"');
			expect(search.exec(plain)?.[0]).not.toContain('revision');
		}
	);
});

describe('the history', () => {
	it('lists every write, the newest first, in pages', async () => {
		const all = await getJson<{ count: number; history: Record<string, unknown>[] }>(`${server.url}/history.json`);
		expect(all.count).toBe(3);
		expect(all.history.map(({ revision, who, why, records }) => [revision, who, why, records])).toEqual([
			[3, 'ann', 'Not a deal', 1],
			[2, 'ann', 'Twice as dear', 1],
			[1, 'dataset', 'Loaded the dataset', 1050]
		]);
		const page = await getJson<{ history: unknown[] }>(`${server.url}/history.json?per_page=2&page=2`);
		expect(page.history).toEqual([all.history[2]]);
		const then = await getJson<{ history: unknown[] }>(`${server.url}/history.json?revision=2`);
		expect(then.history).toEqual(all.history.slice(1));
	});

	it('gives each change field by field, and each record its versions', async () => {
		const { changes } = await getJson<{ changes: Record<string, string>[] }>(`${server.url}/history/2.json`);
		expect(changes).toHaveLength(1);
		expect(changes[0]).toMatchObject({ kind: 'deals', key: SLUG, change: 'changed' });
		expect(JSON.parse(changes[0]?.after ?? '')).toMatchObject({ 'events[0].value.central': 76_000_000_000 });
		const { history } = await getJson<{ history: Record<string, unknown>[] }>(
			`${server.url}/deals/${SLUG}/history.json`
		);
		expect(history.map(({ revision, change }) => [revision, change])).toEqual([
			[3, 'removed'],
			[2, 'changed'],
			[1, 'added']
		]);
		const table = await (await fetch(`${server.url}/history/1.csv`)).text();
		expect(table.trim().split('\r\n').length).toBe(1051);
		const gone = await (await fetch(`${server.url}/deals/${SLUG}/history`)).text();
		expect(gone).toContain('It has been removed from the ledger.');
	});

	it('is not there for what never was', async () => {
		for (const address of [
			'/history/4.json',
			'/history/0',
			'/history/x',
			'/deals/nothing/history',
			'/capex/x/history'
		]) {
			expect((await fetch(server.url + address)).status, address).toBe(404);
		}
	});

	it('is undone by nobody who has not signed in', async () => {
		const response = await fetch(`${server.url}/history/3?/undo`, {
			method: 'POST',
			redirect: 'manual',
			headers: { accept: 'text/html', origin: server.url, 'content-type': 'application/x-www-form-urlencoded' }
		});
		expect([response.status, response.headers.get('location')]).toEqual([303, '/login?to=%2Fhistory%2F3']);
		const { count } = await getJson<{ count: number }>(`${server.url}/history.json`);
		expect(count).toBe(3);
	});
});
