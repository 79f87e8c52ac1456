import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_FORMATS } from '$lib/formats';
import { startServer, type RunningServer } from '../support/server';

/** Wrong values, each with the field it names and a word that the choices or the sentence hold. Known to pages and data alike. */
const WRONG_VALUES: [query: string, field: string, accepted: string][] = [
	['layers=x', 'layers', 'infrastructure'],
	['layers=demand,x', 'layers', 'components'],
	['layers=Demand', 'layers', 'demand'],
	['firmness=firm', 'firmness', 'letter_of_intent'],
	['firmness=announced&firmness=definitive', 'firmness', 'one value'],
	['firmness=__proto__', 'firmness', 'rumoured'],
	['scope=eu', 'scope', 'global'],
	['scope=us,global', 'scope', 'global'],
	['estimate=median', 'estimate', 'central'],
	['estimate=constructor', 'estimate', 'central'],
	['as_of=yesterday', 'as_of', 'YYYY-MM-DD'],
	['as_of=2025-02-30', 'as_of', 'YYYY-MM-DD'],
	['as_of=2025-11', 'as_of', 'YYYY-MM-DD'],
	['as_of=1989-12-31', 'as_of', '1990'],
	['as_of=2101-01-01', 'as_of', '2100'],
	['as_of=2025-11-03T00:00:00Z', 'as_of', 'YYYY-MM-DD'],
	['as_of=%D9%A2%D9%A0%D9%A2%D9%A5-01-01', 'as_of', 'YYYY-MM-DD'],
	['as_of=-2025-01-01', 'as_of', 'YYYY-MM-DD'],
	['from=2026-13-01', 'from', 'YYYY-MM-DD'],
	['from=2027-01-01&to=2026-01-01', 'from', '2026-01-01'],
	['to=0000-00-00', 'to', 'YYYY-MM-DD'],
	['to=1990-01-01', 'to', 'before'],
	['from=1990-01-01&to=2100-12-31&step=day', 'step', '20,000'],
	['step=week', 'step', 'quarter'],
	['basis=accrued', 'basis', 'due'],
	['projection=nobody', 'projection', 'thompson-us-2026-2027'],
	['projection=%3Cscript%3Ealert(1)%3C%2Fscript%3E', 'projection', 'none'],
	['kind=gift', 'kind', 'joint_venture'],
	['organisation=opnai', 'organisation', 'openai'],
	['payer=nobody-at-all-here', 'payer', 'slugs of organisations'],
	["payee=openai'%20or%201=1--", 'payee', 'slugs of organisations'],
	['wtf=FINE', 'wtf', 'IDIOCRACY'],
	['min_value=-1', 'min_value', 'whole US dollars'],
	['min_value=1e9', 'min_value', 'whole US dollars'],
	['min_value=99999999999999999999', 'min_value', '9,000,000,000,000,000'],
	['max_value=1.5', 'max_value', 'whole US dollars'],
	['max_value=0x10', 'max_value', 'whole US dollars'],
	['max_value=NaN', 'max_value', 'whole US dollars'],
	['min_value=5&max_value=4', 'min_value', 'max_value'],
	['sort=size', 'sort', '-value'],
	['sort=--value', 'sort', 'value'],
	['page=0', 'page', 'from 1'],
	['page=-1', 'page', 'from 1'],
	['page=two', 'page', 'from 1'],
	['page=1%00', 'page', 'from 1'],
	['per_page=0', 'per_page', '1,000'],
	['per_page=1001', 'per_page', '1,000'],
	['per_page=Infinity', 'per_page', '1,000'],
	['weight=heavy', 'weight', 'equal'],
	['scale=cubic', 'scale', 'log'],
	['seed=-1', 'seed', 'a whole number'],
	['seed=4294967296', 'seed', '4,294,967,295'],
	['runs=99', 'runs', '100'],
	['runs=1000000000', 'runs', 'from 100 to'],
	['revision=0', 'revision', 'revision'],
	['revision=999999', 'revision', 'revision'],
	['q=%00', 'q', 'control character'],
	['q=%1B%5B31m', 'q', 'control character'],
	[`q=${'a'.repeat(201)}`, 'q', '200 characters'],
	[`q=${'%F0%9F%98%80'.repeat(1000)}`, 'q', '200 characters'],
	[`layers=${'x,'.repeat(3000)}`, 'layers', 'demand'],
	[`payer=${Array.from({ length: 300 }, (_, i) => `o${i}`).join(',')}`, 'payer', '200'],
	['firmness=firm&scope=eu&as_of=x', 'scope', 'global']
];

/** Names that no data address knows; each says which one was meant or which there are. */
const UNKNOWN_NAMES: [query: string, field: string, choice: string][] = [
	['layer=demand', 'layer', 'layers'],
	['asof=2025-01-01', 'asof', 'as_of'],
	['Scope=us', 'Scope', 'scope'],
	['organization=openai', 'organization', 'organisation'],
	['utm_source=x', 'utm_source', 'scope'],
	['__proto__=1', '__proto__', 'projection'],
	['q[]=x', 'q[]', 'q'],
	['raw=1', 'raw', 'scope'],
	['%00=1', '\uFFFD', 'scope'],
	[Array.from({ length: 300 }, (_, i) => `a${i}=1`).join('&'), 'a0', 'scope']
];

/** Addresses of nothing, and what stands in their place. */
const NOWHERE: [address: string, status: number][] = [
	['/nothing', 404],
	['/nothing.json', 404],
	['/spend.xlsx', 404],
	['/reconciliation.parquet', 404],
	['/wtf.ndjson', 404],
	['/deals.xml', 404],
	['/deals.JSON', 404],
	['/deals.json.csv', 404],
	['/deals.csv.exe', 404],
	['/deals/.json', 404],
	['/deals/openai-aws-2025.xlsx', 404],
	['/deals/openai-aws-2025/events', 404],
	['/deals/openai-aws-2025/events.json', 404],
	['/deals/constructor.json', 404],
	['/deals/__proto__.json', 404],
	['/deals/__proto__', 404],
	['/projections/toString.csv', 404],
	['/deals/OPENAI-AWS-2025.json', 404],
	[`/deals/${'a'.repeat(5000)}.json`, 404],
	[`/deals/${'%F0%9F%98%80'.repeat(300)}`, 404],
	['/deals/a%2Fb.json', 404],
	['/deals/..%2f..%2fetc%2fpasswd', 404],
	['/deals/%2e%2e%2f%2e%2e%2fdata%2fbuildout.db', 404],
	['/..%2f..%2fpackage.json', 404],
	['/_app/..%2f..%2f..%2fpackage.json', 404],
	['/.env', 404],
	['/.git/config', 404],
	['/data/buildout.db', 404],
	['/deals/%00.json', 404],
	['/%00', 404],
	['/%', 400],
	['/%.json', 400],
	['/deals/%ff', 400],
	['/deals/%ff.json', 400],
	['/deals/%c0%ae%c0%ae/', 400],
	['/answers/nothing', 404],
	['/answers/constructor', 404],
	['/answers/deals/../../x', 404],
	['/admin', 404],
	['/wp-login.php', 404],
	['/projections/x/y/z', 404],
	['/deals/openai-aws-2025.json.json', 404]
];

const PAGES = ['/', '/deals', '/reconciliation', '/projections', '/wtf', '/deals/openai-aws-2025'];
const DATA = ['/spend', '/deals', '/reconciliation', '/projections', '/wtf', '/projections/thompson-us-2026-2027'];
/** The build's own files are no data. */
const isData = (address: string) => new RegExp(`^/(?!_app/).*\\.(${TABLE_FORMATS.join('|')})$`).test(address);
/** A case by its name: the longest queries are cut. */
const named = <Case extends [string, ...unknown[]]>(cases: Case[]) =>
	cases.map((each) => [each[0].slice(0, 60), each] as const);

let server: RunningServer;
beforeAll(async () => {
	server = await startServer({ env: { BUILDOUT_TODAY: '2026-11-23' } });
});
afterAll(async () => {
	// What failed unseen would stand here.
	expect(server.output()).not.toMatch(/ fault [0-9a-f]{8} /);
	await server.stop();
});

/** Fetches what is to fail: never by a fault of ours, never with the insides of the program. */
async function askWrong(address: string, init?: RequestInit): Promise<{ response: Response; body: string }> {
	const response = await fetch(server.url + address, { redirect: 'manual', ...init });
	const body = await response.text();
	expect(response.status, `${address}\n${body.slice(0, 300)}`).toBeLessThan(500);
	expect(body, address).not.toMatch(
		/\n\s+at \S|file:\/\/|node:internal|node_modules|\.svelte-kit|SqliteError|ZodError/
	);
	return { response, body };
}

/** The problem that a data address answers with. */
function problemOf({ response, body }: { response: Response; body: string }, status: number) {
	expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
	expect(response.headers.get('access-control-allow-origin')).toBe('*');
	const problem = JSON.parse(body) as Record<string, unknown>;
	expect(problem).toMatchObject({ type: 'about:blank', status });
	expect(problem['detail']).toMatch(/^[^\n]+[.?]$/);
	return problem;
}

/** The words of a page, as they are read. */
function wordsOf(html: string): string {
	const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
	const bare = html.replace(/<(script|style)[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
	return bare.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!);
}

type Fault = { field: string; got: string; message: string; choices?: string[] };

describe.each(named(WRONG_VALUES))('?%s', (_, [query, field, accepted]) => {
	it.each(DATA)('names the field and what it takes, at %s.json', async (address) => {
		const problem = problemOf(await askWrong(`${address}.json?${query}`), 400);
		const fault = (problem['errors'] as Fault[]).find((each) => each.field === field);
		expect(fault?.message).toMatch(new RegExp(`^${field} .+\\.$`));
		expect(`${fault?.message} ${fault?.choices?.join(' ')}`).toContain(accepted);
		expect([...fault!.got].length).toBeLessThan(100);
	});

	it('says the same on pages, where the rest of the address can still be used', async () => {
		const page = PAGES[query.length % PAGES.length]!;
		const { response, body } = await askWrong(`${page}?${query}`);
		// The page of a question with a window of its own may find a range right that another does not.
		expect(response.status).toBe(400);
		expect(response.headers.get('content-type')).toContain('text/html');
		expect(wordsOf(body)).toMatch(new RegExp(`\\b${field} .+\\.`));
		expect(body).toContain(`href="${page}`);
	});
});

describe.each(named(UNKNOWN_NAMES))('?%s', (_, [query, field, choice]) => {
	it('is a fault of data addresses and says what was meant', async () => {
		for (const address of DATA) {
			const problem = problemOf(await askWrong(`${address}.json?${query}`), 400);
			const [fault] = problem['errors'] as Fault[];
			expect(fault).toMatchObject({ field, choices: expect.arrayContaining([choice]) });
		}
	});

	it('is ignored on pages', async () => {
		for (const page of PAGES) expect((await askWrong(`${page}?${query}`)).response.status).toBe(200);
	});
});

it.each(named(NOWHERE))('%s is nowhere', async (_, [address, status]) => {
	const { response, body } = await askWrong(address);
	if (isData(address)) problemOf({ response, body }, status);
	else expect(response.status).toBe(status);
});

it.each([
	['/deals/opnai-aws-2025', '/deals/openai-aws-2025'],
	['/deals/aws-openai', '/deals/openai-aws-2025'],
	['/deals/stargate', '/deals/stargate'],
	['/deals/OPENAI-AWS-2025', '/deals/openai-aws-2025'],
	['/projections/thompson', '/projections/thompson-us-2026-2027'],
	['/projections/thompson-us-2026-2028', '/projections/thompson-us-2026-2027']
])('%s offers %s', async (address, near) => {
	const problem = problemOf(await askWrong(`${address}.json`), 404);
	const offered = (problem['near'] as { slug: string; href: string; title: string }[]).map((each) => each.href);
	expect(offered.some((href) => href.startsWith(near))).toBe(true);
	problemOf(await askWrong(`${address}.csv`), 404);
	const { response, body } = await askWrong(address);
	expect(response.status).toBe(404);
	expect(body).toContain(`href="${near}`);
});

it.each(['/deals/', '/deals.json/', '/deals/openai-aws-2025/', '/wtf/?step=year'])(
	'%s leads to the address without the slash',
	async (address) => {
		const { response } = await askWrong(address);
		expect(response.status).toBe(308);
		const led = await fetch(new URL(response.headers.get('location') ?? '', server.url + address));
		expect([led.status, led.url]).toEqual([200, server.url + address.replace(/\/(\?|$)/, '$1')]);
		await led.arrayBuffer();
	}
);

it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s writes nothing where there is nothing to write', async (method) => {
	for (const address of [...PAGES, '/answers/deals', '/snapshot.json', '/deals.csv']) {
		const init = { method, body: 'a=1', headers: { origin: server.url, 'content-type': 'application/json' } };
		const { response } = await askWrong(address, init);
		expect([address, response.status]).toEqual([address, expect.toBeOneOf([404, 405, 415])]);
	}
});

it.each<[string, string]>([
	['bytes that are no HTTP', '\x16\x03\x01\x00\xff\r\n\r\n'],
	['a method that there is not', 'BREW / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
	['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
	['a host that is none', 'GET / HTTP/1.1\r\nHost: [::1\r\nConnection: close\r\n\r\n'],
	['a whole address', 'GET http://evil.example/deals HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
	['two slashes', 'GET //evil.example/%2f.. HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
	['dots', 'GET /../../../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
	['a backslash', 'GET /..\\..\\package.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
	['a headline of 20 kB', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`],
	['an address of 20 kB', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`]
])('answers %s and goes on', async (_what, request) => {
	const socket = connect(server.port, '127.0.0.1');
	socket.end(request, 'latin1');
	const answer = await text(socket);
	expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d /);
	expect(answer).not.toMatch(/root:|"private": true|\n\s+at \S|node:internal/);
	expect((await fetch(`${server.url}/reconciliation.json`)).status).toBe(200);
});
