import Database from 'better-sqlite3';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newcomer, Site } from './site';
import { Uploads } from './uploads';

const folder = mkdtempSync(path.join(tmpdir(), 'buildout-busy-'));
const db = path.join(folder, 'ledger.db');
let site: Site;
let ann: string;
let bob: string;

beforeAll(async () => {
	site = await Site.start({ db, env: { BUILDOUT_TODAY: '2026-11-23' } });
	ann = await site.first();
	bob = await site.account(ann, 'bob', 'editor');
});

afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

const HEADER = 'slug,title,summary,kind,payers,payees,on,type,amount,note,source_url,source_publisher';

/** A table of deals that takes some seconds to be written. */
function many(name: string, count = 20_000): string {
	const rows = Array.from(
		{ length: count },
		(_, i) =>
			`${name}-${i},A deal,Made up.,lease,acorn-ai,birch-cloud,2026-05-01,announced,5 million,Said so.,https://a.example/${i},Paper`
	);
	return [HEADER, ...rows].join('\n');
}

/** An import that is being written at this moment. */
async function writing(uploads: Uploads, name: string): Promise<string> {
	const href = await uploads.open('many.csv', many(name));
	await uploads.tryOut(href, { as: 'deals' });
	await uploads.press(href, 'write', { why: name });
	return href;
}

it('a key is taken while another process writes, though its use cannot be noted; a write is told to wait', async () => {
	const key = await site.key(ann, 'read', 'write');
	const other = new Database(db);
	other.exec('begin immediate');
	const read = await site.send('/deals.json', { key });
	expect(read.status).toBe(200);
	const { status, said } = await site.write(key, 'POST', '/organisations.json', newcomer('busy'));
	expect([status, said.detail]).toEqual([503, expect.stringContaining('Another program is writing')]);
	other.exec('rollback');
	other.close();
	expect((await site.write(key, 'POST', '/organisations.json', newcomer('busy'))).status).toBe(201);
});

it('a write whose body comes in while an import begins is told to wait', async () => {
	const key = await site.key(ann, 'read', 'write');
	const body = JSON.stringify(newcomer('slow'));
	const slow = request(`${site.server.url}/organisations.json`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'content-length': body.length }
	});
	slow.write(body.slice(0, 10));
	const uploads = new Uploads(site, ann);
	const href = await writing(uploads, 'begun');
	slow.end(body.slice(10));
	const [answer] = (await once(slow, 'response')) as [{ statusCode: number }];
	expect(answer.statusCode).toBe(503);
	await uploads.until(href, 'written');
});

it('what accounts need waits for the import; closing an account ends the import of whoever had it', async () => {
	const uploads = new Uploads(site, ann);
	const href = await writing(uploads, 'patient');
	const signedIn = await site.signIn('ann@example.org', 'a ledger counts once');
	expect(signedIn.status).toBe(303);
	expect((await uploads.state(href)).step).toBe('written');

	const before = await site.revision();
	await writing(new Uploads(site, bob), 'closed');
	const [, id = ''] = /bob@example[^]*?name="id" value="(\d+)"/.exec(
		await (await site.send('/users', { cookie: ann })).text()
	) ?? [''];
	const closed = await site.send('/users?/end', { cookie: ann, form: { id } });
	expect(await closed.text()).toContain('The account of bob is closed.');
	expect((await site.send('/account', { cookie: bob })).status).toBe(303);
	expect(await site.revision()).toBe(before);
});

it('twenty files of one person at once: five are taken in, the others hear why, on the same line', async () => {
	const carl = new Uploads(site, await site.account(ann, 'carl', 'editor'));
	const open: ReadableStreamDefaultController[] = [];
	const slow = () => new ReadableStream({ start: (controller) => void open.push(controller) });
	const sent = Array.from({ length: 20 }, () => carl.send('x.csv', slow() as BodyInit));
	for (const each of open) each.enqueue(Buffer.from(`${HEADER}\n`));
	await expect.poll(() => readdirSync(`${db}.imports`).length).toBeGreaterThanOrEqual(5);
	for (const each of open) each.close();
	const statuses = (await Promise.all(sent)).map(({ status }) => status);
	expect(statuses.filter((status) => status === 201)).toHaveLength(5);
	expect(statuses.filter((status) => status === 409)).toHaveLength(15);

	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	for (let i = 0; i < 3; i++) {
		const headers = { origin: site.server.url, cookie: carl['cookie'], 'content-type': 'text/csv' };
		const next = request(`${site.server.url}/import/upload?name=x`, { agent, method: 'POST', headers });
		next.end(Buffer.alloc(3_000_000, 'x'));
		const [answer] = (await once(next, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
		expect(answer.statusCode).toBe(409);
		answer.resume();
		await once(answer, 'end');
	}
	agent.destroy();
});

it('a form that breaks off says that it did', async () => {
	const headers = { origin: site.server.url, cookie: ann, 'content-type': 'multipart/form-data; boundary=x' };
	const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nslug';
	const response = await fetch(`${site.server.url}/import/upload`, {
		method: 'POST',
		headers,
		body,
		redirect: 'manual'
	});
	expect(response.headers.get('location')).toBe('/import?not=broken');
});

it('a fault before the route is told as data where data was asked for', async () => {
	const own = await Site.start({ db: path.join(folder, 'broken.db') });
	const ledger = new Database(path.join(folder, 'broken.db'));
	ledger.exec('alter table api_key rename to lost');
	ledger.close();
	const response = await own.send('/deals.json', { key: `bo_00000000_${'x'.repeat(43)}` });
	expect(response.status).toBe(500);
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	await own.stop();
});

/** The processes that a process started. */
function childrenOf(pid: number): number[] {
	return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

it.runIf(process.platform === 'linux')(
	'an import ends with its server, and the next start finds the ledger free',
	async () => {
		const file = path.join(folder, 'orphan.db');
		let own = await Site.start({ db: file });
		const uploads = new Uploads(own, await own.first());
		const before = await own.revision();
		const href = await writing(uploads, 'orphan');
		while (!(await uploads.state(href)).share) await new Promise((resolve) => setTimeout(resolve, 10));
		const children = childrenOf(own.server.process.pid ?? 0);
		expect(children).toHaveLength(1);
		const gone = once(own.server.process, 'close');
		own.server.process.kill('SIGKILL');
		await gone;
		own = await Site.start({ db: file });
		expect(await own.revision()).toBe(before);
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(await own.revision()).toBe(before);
		await own.stop();
	}
);
