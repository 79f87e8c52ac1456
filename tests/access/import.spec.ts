import Database from 'better-sqlite3';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatOf, TABLE_FORMATS } from '$lib/formats';
import { Site } from './site';
import { Uploads } from './uploads';

const HEADER = 'slug,title,summary,kind,payers,payees,on,type,amount,note,source_url,source_publisher';
const row = (slug: string, amount = '5 million') =>
	`${slug},A deal,Made up.,lease,acorn-ai,birch-cloud,2026-05-01,announced,${amount},Said so.,https://a.example/${slug},Paper`;
const table = (...slugs: string[]) => [HEADER, ...slugs.map((slug) => row(slug))].join('\n');
const many = (count: number, name = 'made-up') => table(...Array.from({ length: count }, (_, i) => `${name}-${i}`));

const folder = mkdtempSync(path.join(tmpdir(), 'buildout-uploads-'));
const db = path.join(folder, 'ledger.db');
/** What lies in the folder of files on their way in. */
const waiting = (ledger: string) => (existsSync(`${ledger}.imports`) ? readdirSync(`${ledger}.imports`) : []);
let site: Site;
let ann: Uploads;
let bob: Uploads;
let annCookie: string;

beforeAll(async () => {
	site = await Site.start({
		db,
		env: { BUILDOUT_TODAY: '2026-11-23', IMPORT_SIZE_LIMIT: '8M', BODY_SIZE_LIMIT: '64K' }
	});
	annCookie = await site.first();
	ann = new Uploads(site, annCookie);
	bob = new Uploads(site, await site.account(annCookie, 'bob', 'editor'));
});

afterAll(async () => {
	await site.stop();
	rmSync(folder, { recursive: true, force: true });
});

describe('a file that is sent', () => {
	it('is tried out row by row and then written as one revision, with who and why', async () => {
		const href = await ann.open('mine.csv', table('new-one', 'new-two'));
		const tried = await ann.tryOut(href, { as: 'deals' });
		expect(tried).toMatch(/2 new, 0 changed/);
		expect(tried).toMatch(/Announced \$\S+ \$\S+ \+\$10,000,000/);
		const revision = await ann.write(href, 'From the newsletter');
		const page = await (await site.send(`/history/${revision}`)).text();
		expect(page).toMatch(/From the newsletter/);
		expect(page).toMatch(/by Ann/);
		const again = await ann.open('mine.csv', table('new-one', 'new-two'));
		expect(await ann.tryOut(again)).toContain('The ledger has it all');
	});

	it('takes a mapping, says which rows it refuses and why, and gives them all as CSV', async () => {
		const before = await site.revision();
		const odd = [HEADER.replace('payees', 'Counterparty'), row('odd-one'), row('odd-two', 'a lot'), 'short,row'].join(
			'\n'
		);
		const href = await bob.open('odd.csv', odd);
		expect(await bob.page(href)).toContain('1 not known');
		expect(await bob.tryOut(href, { as: 'deals' })).toContain('The column "Counterparty" is not known among deals');
		const tried = await bob.tryOut(href, { as: 'deals', column5: 'payees' });
		expect(tried).toContain('2 rows cannot be taken');
		expect(tried).toContain('expected 12 cells, got 2');
		const rows = await (await site.send(`${href}/rows.csv`, { cookie: bob['cookie'] })).text();
		expect(rows).toMatch(/^line,kind,key,status,why\r\n2,deals,odd-one,new,\r\n/);
		expect(rows).toMatch(/\n3,deals,odd-two,refused,.*not a unit of money/);
		expect(rows).toMatch(/\n4,deals,,refused,"expected 12 cells, got 2"/);
		await bob.press(href, 'write', { why: 'x' });
		expect(await site.revision()).toBe(before);
	});

	it('is nobody else’s', async () => {
		const href = await ann.open('mine.csv', table('only-mine'));
		for (const address of [href, `${href}/state`, `${href}/rows.csv`])
			expect((await site.send(address, { cookie: bob['cookie'] })).status).toBe(404);
		for (const action of ['read', 'write', 'cancel', 'back', 'again'])
			expect((await bob.press(href, action)).status).toBe(404);
		expect((await ann.state(href)).step).toBe('columns');
		await ann.press(href, 'cancel');
		expect((await site.send(href, { cookie: annCookie })).status).toBe(404);
		expect(waiting(db)).not.toContain(href.split('/').at(-1));
	});

	it('is tried out again where the ledger changed since', async () => {
		const [first, second] = [await ann.open('a.csv', table('race-a')), await bob.open('b.csv', table('race-b'))];
		await Promise.all([ann.tryOut(first), bob.tryOut(second)]);
		expect(await ann.write(first)).toBeGreaterThan(1);
		const before = await site.revision();
		expect(await bob.write(second)).toBeNaN();
		expect(await site.revision()).toBe(before);
		expect(await bob.page(second)).toContain('The ledger has changed since this was tried out');
		await bob.press(second, 'again');
		await bob.until(second, 'ready');
		expect(await bob.write(second)).toBe(before + 1);
	});

	it('is sent in a form without a script, too', async () => {
		const form = new FormData();
		form.set('file', new File([table('by-form')], 'by form.csv'));
		const headers = { origin: site.server.url, cookie: annCookie };
		const response = await fetch(`${site.server.url}/import/upload`, {
			method: 'POST',
			headers,
			body: form,
			redirect: 'manual'
		});
		expect(response.status).toBe(303);
		const href = response.headers.get('location') ?? '';
		await ann.until(href, 'columns');
		expect(await ann.tryOut(href)).toContain('1 new, 0 changed');
		expect(await ann.page(href)).toContain('by form.csv');
		await ann.press(href, 'cancel');
		const empty = new FormData();
		empty.set('file', new File([], ''));
		const none = await fetch(`${site.server.url}/import/upload`, {
			method: 'POST',
			headers,
			body: empty,
			redirect: 'manual'
		});
		expect(none.headers.get('location')).toBe('/import?not=form');
	});
});

describe('what the site gives away', () => {
	let own: Site;
	let uploads: Uploads;
	beforeAll(async () => {
		own = await Site.start({ data: undefined, env: { BUILDOUT_TODAY: '2026-11-23' } });
		uploads = new Uploads(own, await own.first());
	});
	afterAll(() => own.stop());

	const TABLES = ['/records/deals', '/records/capex', '/records/guidance', '/records/fundamentals'];
	const FORMS = TABLE_FORMATS.map((format) => (formatOf(format).holds === 'page' ? `${format}?per_page=1000` : format));
	const whole = TABLES.map((address) => [address, FORMS] as const);

	it.each([
		...whole,
		['/capex', ['csv', 'json?per_page=1000']] as const,
		['/capex/guidance', ['csv', 'json?per_page=1000']] as const
	])('reads back as nothing new: %s', async (address, forms) => {
		for (const form of forms) {
			const href = await uploads.open('table', await (await own.send(`${address}.${form}`)).arrayBuffer());
			const tried = await uploads.tryOut(href);
			expect([form, tried]).toEqual([form, expect.stringContaining('The ledger has it all')]);
			await uploads.press(href, 'cancel');
		}
	});
});

describe('a file that is not taken in', () => {
	it('comes from another site', async () => {
		const before = waiting(db);
		for (const origin of ['https://evil.example', 'null', 'http://localhost:1']) {
			const response = await ann.send('x.csv', table('x'), { origin });
			expect(response.status).toBe(403);
		}
		expect(waiting(db)).toEqual(before);
	});

	it('is larger than the setting, declared or not', async () => {
		const large = Buffer.alloc(9 * 1024 * 1024, 'x');
		const stream = () =>
			new ReadableStream({
				start(controller) {
					for (let at = 0; at < large.length; at += 65_536) controller.enqueue(large.subarray(at, at + 65_536));
					controller.close();
				}
			});
		const before = waiting(db);
		for (const body of [large, stream()]) {
			const response = await ann.send('x.csv', body as BodyInit).catch((error: unknown) => error);
			// A server that is sent what it does not read may close the line before all of it is sent.
			if (response instanceof Response) expect(response.status).toBe(413);
			else expect(response).toBeInstanceOf(TypeError);
		}
		expect(waiting(db)).toEqual(before);
	});

	it('does not widen what other addresses read, declared or not', async () => {
		const large = 'x'.repeat(100_000);
		const stream = () => new Blob([large]).stream();
		for (const body of [large, stream()]) {
			const response = await fetch(`${site.server.url}/login`, {
				method: 'POST',
				headers: { origin: site.server.url, 'content-type': 'application/x-www-form-urlencoded' },
				body,
				duplex: 'half'
			} as RequestInit);
			expect(response.status).toBe(413);
		}
	});

	it('breaks off on its way', async () => {
		const before = waiting(db);
		const socket = connect(site.server.port, 'localhost');
		await once(socket, 'connect');
		const head = `POST /import/upload?name=x.csv HTTP/1.1\r\nhost: localhost:${site.server.port}\r\norigin: ${site.server.url}\r\n`;
		socket.write(`${head}cookie: ${annCookie}\r\ncontent-type: text/csv\r\ncontent-length: 5000000\r\n\r\n${HEADER}\n`);
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(waiting(db).length).toBe(before.length + 1);
		socket.destroy();
		await expect.poll(() => waiting(db)).toEqual(before);
	});

	it('is none of those that are read: it says so and can be thrown away', async () => {
		const href = await ann.open('x.pdf', '%PDF-1.7');
		expect(await ann.page(href)).toContain('x.pdf: expected CSV, XLSX, Parquet, NDJSON or JSON, got a PDF');
		await ann.press(href, 'cancel');
	});

	it('is the sixth that somebody leaves waiting', async () => {
		const carl = new Uploads(site, await site.account(annCookie, 'carl', 'editor'));
		const hrefs: string[] = [];
		for (let i = 0; i < 5; i++) hrefs.push(await carl.open(`${i}.csv`, table(`waiting-${i}`)));
		expect((await carl.send('6.csv', table('waiting-6'))).status).toBe(409);
		await carl.press(hrefs[0]!, 'cancel');
		expect((await carl.send('6.csv', table('waiting-6'))).status).toBe(201);
	});
});

it('readers are answered while an import is read and written, and others’ writes are told to wait', async () => {
	const href = await ann.open('many.csv', many(12_000));
	const slowest = { read: 0 };
	let over = false;
	const reading = (async () => {
		while (!over) {
			const begun = performance.now();
			expect((await site.send('/reconciliation.json')).status).toBe(200);
			slowest.read = Math.max(slowest.read, performance.now() - begun);
		}
	})();
	await ann.tryOut(href);
	await ann.press(href, 'write', { why: 'many' });
	const answers = new Set<number>();
	while ((await ann.state(href)).step === 'writing')
		answers.add((await site.send('/login', { form: { email: 'x@example.org', password: 'x' } })).status);
	over = true;
	await reading;
	expect([...answers].filter((status) => ![200, 400, 401, 429, 503].includes(status))).toEqual([]);
	expect(await ann.page(href)).toContain('Written as revision');
});

it('stopped or killed at any moment: everything or nothing, and what waited is cleaned away at the next start', async () => {
	const file = path.join(folder, 'killed.db');
	let own = await Site.start({ db: file });
	const cookie = await own.first();
	const before = await own.revision();
	let uploads = new Uploads(own, cookie);
	for (let round = 0; round < 6; round++) {
		const href = await uploads.open('many.csv', many(4_000, `round-${round}`));
		await uploads.tryOut(href);
		await uploads.press(href, 'write', { why: `round ${round}` });
		await new Promise((resolve) => setTimeout(resolve, Math.random() * 900));
		if (round % 2 === 0) await uploads.press(href, 'cancel');
		else {
			const gone = once(own.server.process, 'close');
			own.server.process.kill('SIGKILL');
			await gone;
			await own.stop();
			own = await Site.start({ db: file });
			uploads = new Uploads(own, cookie);
			expect(waiting(file)).toEqual([]);
			expect((await own.send('/account', { cookie })).status).toBe(200);
		}
	}
	const ledger = new Database(file);
	expect(ledger.pragma('integrity_check', { simple: true })).toBe('ok');
	const written = ledger
		.prepare('select revision, count(*) as n from change where revision > ? group by revision')
		.all(before);
	for (const each of written as { n: number }[]) expect(each.n).toBe(4_000);
	ledger.close();
	await own.stop();
}, 0);
