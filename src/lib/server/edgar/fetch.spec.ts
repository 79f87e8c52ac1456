import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Cache } from './cache';
import { EdgarClient, sourceFrom } from './fetch';

const CIK = '0000789019';
const BODY = '{"cik":789019,"entityName":"M","facts":{}}';
const AGENT = 'Buildout test test@example.org';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let address: string;
let folder: string;
let asked: IncomingMessage[];
let answers: Answer[];
let waits: number[];
let time: number;

const ok: Answer = (_, response) => response.writeHead(200, { etag: '"one"' }).end(BODY);
const status =
	(code: number, headers = {}): Answer =>
	(_, response) =>
		response.writeHead(code, headers).end('no');

/** A client for which no time passes but what it waits. */
function client(perSecond?: number): EdgarClient {
	return new EdgarClient({
		address,
		userAgent: AGENT,
		cache: new Cache(folder),
		clock: () => time,
		wait: (milliseconds) => {
			waits.push(milliseconds);
			time += milliseconds;
			return Promise.resolve();
		},
		...(perSecond !== undefined && { perSecond })
	});
}

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-edgar-'));
	asked = [];
	answers = [];
	waits = [];
	time = 0;
	server = createServer((request, response) => {
		asked.push(request);
		(answers.shift() ?? status(500))(request, response);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const bound = server.address();
	address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
});

afterEach(async () => {
	server.closeAllConnections();
	await new Promise((done) => server.close(done));
	rmSync(folder, { recursive: true });
});

describe('the client', () => {
	it('says who asks, asks for compressed answers, and keeps what it got', async () => {
		answers = [ok];
		expect(await client().companyFacts(CIK)).toEqual({ text: BODY, from: 'network' });
		expect(asked[0]?.url).toBe('/api/xbrl/companyfacts/CIK0000789019.json');
		expect(asked[0]?.headers).toMatchObject({
			'user-agent': AGENT,
			'accept-encoding': expect.stringContaining('gzip')
		});
		expect(asked[0]?.headers).not.toHaveProperty('if-none-match');
		expect(readFileSync(join(folder, 'CIK0000789019.json'), 'utf8')).toBe(BODY);
	});

	it('asks whether what it kept is still the same, by either stamp', async () => {
		answers = [ok, status(304)];
		await client().companyFacts(CIK);
		expect(await client().companyFacts(CIK)).toEqual({ text: BODY, from: 'cache' });
		expect(asked[1]?.headers['if-none-match']).toBe('"one"');
		const day = 'Mon, 01 Jun 2026 00:00:00 GMT';
		answers = [(_, response) => response.writeHead(200, { 'last-modified': day }).end(BODY), status(304)];
		await client().companyFacts(CIK);
		expect(await client().companyFacts(CIK)).toMatchObject({ from: 'cache' });
		expect(asked[3]?.headers['if-modified-since']).toBe(day);
	});

	it('does not trust a kept file that changed since', async () => {
		answers = [ok, ok];
		await client().companyFacts(CIK);
		writeFileSync(join(folder, 'CIK0000789019.json'), BODY.slice(0, 20));
		expect(await client().companyFacts(CIK)).toEqual({ text: BODY, from: 'network' });
		expect(asked[1]?.headers).not.toHaveProperty('if-none-match');
	});

	it('starts no two requests closer than its pace, never more than ten a second', async () => {
		answers = Array.from({ length: 8 }, () => ok);
		const four = client();
		for (let i = 0; i < 4; i++) await four.companyFacts(CIK);
		expect(waits).toEqual([250, 250, 250]);
		waits = [];
		const hasty = client(1_000);
		for (let i = 0; i < 4; i++) await hasty.companyFacts(CIK);
		expect(waits).toEqual([100, 100, 100]);
	});

	it('tries again after longer and longer pauses when the server is busy', async () => {
		answers = [status(429), status(503), status(500), ok];
		expect(await client().companyFacts(CIK)).toMatchObject({ from: 'network' });
		expect(waits).toEqual([1_000, 2_000, 4_000]);
	});

	it('waits as long as the server asks, within reason', async () => {
		answers = [status(429, { 'retry-after': '7' }), ok, status(429, { 'retry-after': '600' })];
		expect(await client().companyFacts(CIK)).toMatchObject({ from: 'network' });
		expect(waits).toEqual([7_000]);
		expect(await client().companyFacts(CIK)).toMatchObject({
			fault: expect.stringMatching(/busy \(429\).*600 seconds/)
		});
	});

	it('gives up after five attempts with a sentence', async () => {
		expect(await client().companyFacts(CIK)).toMatchObject({
			fault: expect.stringMatching(/busy \(500\)\. Tried 5 times/)
		});
		expect(asked).toHaveLength(5);
	});

	it('tries again when the connection breaks or the answer breaks off, and keeps nothing of it', async () => {
		answers = [
			(request) => request.socket.destroy(),
			(request, response) => {
				response.writeHead(200, { 'content-length': BODY.length });
				response.write(BODY.slice(0, 10), () => request.socket.destroy());
			},
			(_, response) => response.writeHead(200).end(BODY.slice(0, 10)),
			(_, response) => response.writeHead(200).end(Buffer.from([0xff, 0xfe])),
			ok
		];
		expect(await client().companyFacts(CIK)).toMatchObject({ from: 'network' });
		expect(asked).toHaveLength(5);
	});

	it('says so where nothing can be kept', async () => {
		answers = [ok];
		writeFileSync(join(folder, 'file'), '');
		folder = join(folder, 'file', 'inside');
		await expect(client().companyFacts(CIK)).rejects.toThrow(/cannot be kept there \(ENOTDIR\)/);
		folder = join(folder, '..', '..');
	});

	it.each([
		[403, /refused the request \(403\).*EDGAR_USER_AGENT.*--from/],
		[404, /no facts under this CIK \(404\)/],
		[301, /expected the facts, got the answer 301/],
		[304, /got the answer 304/]
	])('explains %i at once', async (code, sentence) => {
		answers = [status(code)];
		expect(await client().companyFacts(CIK)).toMatchObject({ fault: expect.stringMatching(sentence) });
		expect(asked).toHaveLength(1);
	});
});

describe('the settings', () => {
	it('take a name with an address', () => {
		expect(sourceFrom({ EDGAR_USER_AGENT: ' Jane Doe jane@example.org ' })).toEqual({
			address: 'https://data.sec.gov',
			userAgent: 'Jane Doe jane@example.org'
		});
		expect(sourceFrom({ EDGAR_USER_AGENT: AGENT, EDGAR_ADDRESS: 'http://mirror.example.org/' }).address).toBe(
			'http://mirror.example.org'
		);
	});

	it.each([undefined, '', 'curl', 'a@b', 'Jane\nX: y jane@example.org', 'Jané jane@example.org'])(
		'refuse %j with a sentence',
		(agent) => {
			expect(() => sourceFrom({ EDGAR_USER_AGENT: agent })).toThrow(/^EDGAR_USER_AGENT: expected who you are/);
		}
	);

	it('refuse an address that is none', () => {
		expect(() => sourceFrom({ EDGAR_USER_AGENT: AGENT, EDGAR_ADDRESS: 'ftp://x' })).toThrow(/^EDGAR_ADDRESS/);
	});
});
