import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { capexSeries } from '$lib/ledger/capex';
import type { Records } from '$lib/records';
import { closeLedger } from '$lib/server/ledger/open';
import { prepareLedger } from '$lib/server/writing/prepare';
import { openStore } from '$lib/server/store/open';
import { REFERENCE } from '../../../tests/support/server';
import { run } from '../run';

const FILES = {
	meta: 'CIK0001326801.json',
	microsoft: 'CIK0000789019.json',
	alphabet: 'CIK0001652044.json',
	amazon: 'CIK0001018724.json',
	oracle: 'CIK0001341439.json'
};

let folder: string;
let loaded: string;
let from: string;
let db: string;

async function call(
	args: string[],
	env: Record<string, string> = {}
): Promise<{ code: number; out: string; err: string }> {
	const said = { out: '', err: '' };
	const code = await run(['edgar', ...args], {
		env: { BUILDOUT_DB: db, BUILDOUT_TODAY: '2026-11-22', ...env },
		out: (line) => void (said.out += `${line}\n`),
		err: (line) => void (said.err += `${line}\n`)
	});
	return { code, ...said };
}

function ledger(): { revision: number; records: Records } {
	const store = openStore(db, { at: '2026-11-22T00:00:00.000Z', readonly: true });
	const seen = { revision: store.revision(), records: store.readAll() };
	store.close();
	return seen;
}

function standing(records: Records, company: string, asOf: string): Record<string, number> {
	const series = capexSeries(records, asOf).find(
		(each) => each.company === company && each.measure === 'payments_for_ppe'
	);
	const quarters = (series?.quarters ?? []).map(
		({ standing: row }) => [row.fiscal_period, row.amount_usd / 1e6] as const
	);
	return Object.fromEntries(quarters.filter(([label]) => label.startsWith('FY2023')));
}

beforeAll(() => {
	loaded = mkdtempSync(join(tmpdir(), 'buildout-edgar-loaded-'));
	prepareLedger({ data: REFERENCE, db: join(loaded, 'buildout.db') });
	closeLedger();
});

afterAll(() => rmSync(loaded, { recursive: true }));

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-edgar-cli-'));
	from = join(folder, 'facts');
	db = join(folder, 'buildout.db');
	mkdirSync(from);
	for (const [name, file] of Object.entries(FILES)) copyFileSync(`tests/fixtures/edgar/${name}.json`, join(from, file));
	copyFileSync(join(loaded, 'buildout.db'), db);
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the command edgar', () => {
	it('shows the difference and writes nothing unless told to', async () => {
		const before = ledger();
		const { code, out, err } = await call(['--from', from]);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toContain('nvidia: no CIK0001045810.json in');
		expect(out).toMatch(/^meta \(Meta Platforms, Inc\.\): .*corrected/m);
		expect(out).toContain(
			'corrected  payments_for_ppe, 2023-01-01 to 2023-03-31: 6,842,000,000, filed 2023-04-27; the ledger had 6,823,000,000'
		);
		expect(out).toMatch(/Nothing was written\. Add --write to write \d+ changes\.\n$/);
		expect(ledger()).toEqual(before);
	});

	it('writes one revision, after which there is nothing left to write', async () => {
		const before = ledger();
		const { code, out } = await call(['--from', from, '--write']);
		expect(code).toBe(0);
		expect(out).toMatch(/Wrote \d+ changes as revision 2\.\n$/);
		const { revision, records } = ledger();
		expect(revision).toBe(before.revision + 1);
		expect(standing(records, 'meta', '2024-03-01')).toEqual({
			FY2023Q1: 6842,
			FY2023Q2: 6216,
			FY2023Q3: 6543,
			FY2023Q4: 7665
		});
		expect(standing(records, 'meta', '2026-11-22')).toEqual({
			FY2023Q1: 6823,
			FY2023Q2: 6134,
			FY2023Q3: 6496,
			FY2023Q4: 7592
		});
		const again = await call(['--from', from, '--write']);
		expect(again).toMatchObject({
			code: 0,
			out: expect.stringMatching(/The ledger has it all: nothing to write\.\n$/)
		});
		expect(ledger().revision).toBe(revision);
	});

	it('is not undone by the next start', async () => {
		await call(['--from', from, '--write']);
		const written = ledger();
		const { diverged } = prepareLedger({ data: REFERENCE, db });
		closeLedger();
		expect(diverged.length).toBeGreaterThan(0);
		expect(ledger()).toEqual(written);
	});

	it('changes no total that the ledger had right', async () => {
		const trailing = ({ records }: { records: Records }) =>
			capexSeries(records, '2026-11-22').map(({ company, measure, quarters }) => [
				company,
				measure,
				quarters.at(-1)?.trailing_usd
			]);
		const before = trailing(ledger());
		await call(['--from', from, '--write']);
		expect(trailing(ledger())).toEqual(before);
	});

	it.each([
		['truncated', (text: string) => text.slice(0, 700), /breaks off/],
		[
			'of another company',
			() => readFileSync('tests/fixtures/edgar/oracle.json', 'utf8'),
			/expected the facts of CIK 0001326801, got those of ORACLE CORP/
		],
		[
			'with numbers as text',
			(text: string) => text.replace('6842000000', '"6842000000"'),
			/val: expected a number, got the text “6842000000”/
		]
	])('writes nothing at all when one file is %s', async (_, spoil, sentence) => {
		const before = ledger();
		writeFileSync(join(from, FILES.meta), spoil(readFileSync(join(from, FILES.meta), 'utf8')));
		const { code, err } = await call(['--from', from, '--write']);
		expect(code).toBe(1);
		expect(err).toMatch(sentence);
		expect(err).toMatch(/Nothing was written: 1 of 5 companies could not be read\.\n$/);
		expect(err).not.toMatch(/\n\s+at /);
		expect(ledger()).toEqual(before);
	});

	it('fetches one company, and keeps the file beside the database', async () => {
		const asked: string[] = [];
		const server = createServer((request, response) => {
			asked.push(`${request.headers['user-agent']} ${request.url} ${request.headers['if-none-match'] ?? ''}`);
			if (request.headers['if-none-match']) response.writeHead(304).end();
			else response.writeHead(200, { etag: '"a"' }).end(readFileSync('tests/fixtures/edgar/alphabet.json'));
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const bound = server.address();
		const env = {
			EDGAR_USER_AGENT: 'Test test@example.org',
			EDGAR_ADDRESS: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
		};
		const first = await call(['--company', 'google'], env);
		const second = await call(['--company', 'google', '--write'], env);
		server.closeAllConnections();
		await new Promise((done) => server.close(done));
		expect(first).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Alphabet Inc.') });
		expect(second.out).toMatch(/Wrote \d+ changes as revision 2/);
		const path = '/api/xbrl/companyfacts/CIK0001652044.json';
		expect(asked).toEqual([`Test test@example.org ${path} `, `Test test@example.org ${path} "a"`]);
	});

	it.each([
		{ args: [], code: 1, says: /^EDGAR_USER_AGENT: expected who you are/ },
		{
			args: ['--company', 'openai', '--from', '.'],
			code: 2,
			says: /--company: expected an organisation with a cik \(amazon, .*, got "openai"/
		},
		{ args: ['--from', 'nowhere'], code: 2, says: /--from: expected a folder/ },
		{ args: ['--from', 'static'], code: 1, says: /expected at least one of CIK.*got none/ },
		{ args: ['--from', '.', '--since', '2019'], code: 2, says: /--since: expected a day/ },
		{ args: ['--fast'], code: 2, says: /Unknown option/ }
	])('says how it is called: $args', async ({ args, code, says }) => {
		const result = await call(args);
		expect(result.code).toBe(code);
		expect(result.err).toMatch(says);
	});

	it('asks for a ledger first', async () => {
		db = join(folder, 'none.db');
		expect(await call(['--from', from])).toMatchObject({
			code: 1,
			err: expect.stringMatching(/There is no ledger at .*none\.db yet/)
		});
	});
});
