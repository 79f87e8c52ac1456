import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LEDGER_FORMATS, RECORD_FORMATS } from '$lib/formats';
import type { Deal, Records } from '$lib/records';
import { fractionNumber } from '$lib/records/value';
import { checkRecord } from '$lib/records/derive/schema.server';
import { IMPORTS } from '$lib/records';
import { SAMPLE } from '$lib/server/importing/sample';
import { readFile } from '$lib/server/ingest/table/read';
import { recordParts } from '$lib/server/records';
import { openStore } from '$lib/server/store/open';
import type { Store } from '$lib/server/store/store';
import { commit } from '$lib/server/writing/commit';
import { syncDataset } from '$lib/server/writing/sync';
import { someLedger } from '../../../tests/support/arbitrary';
import { recordsIn } from '../../../tests/support/reference';
import { REFERENCE } from '../../../tests/support/server';
import { run } from '../run';

const AT = '2026-11-22T10:00:00.000Z';

let folder: string;
let env: Record<string, string>;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'buildout-import-'));
	env = { BUILDOUT_DB: join(folder, 'ledger.db'), BUILDOUT_TODAY: '2026-11-23' };
});
afterEach(() => rmSync(folder, { recursive: true }));

function within<T>(work: (store: Store) => T): T {
	const store = openStore(join(folder, 'ledger.db'), { at: AT });
	try {
		return work(store);
	} finally {
		store.close();
	}
}

/** Loads a dataset, some of its records left out. */
function load(path: string, leave: (records: Records) => Partial<Records> = () => ({})): Records {
	const records = recordsIn(path);
	const kept = { ...records, ...leave(records) };
	within((store) => syncDataset(store, kept, { at: AT }));
	return records;
}

async function call(...args: string[]): Promise<{ code: number; text: string }> {
	let text = '';
	const say = (line: string) => void (text += `${line}\n`);
	const code = await run(args, { env, out: say, err: say });
	return { code, text };
}

const all = () => within((store) => store.readAll());
const file = (name: string, text?: string) => {
	const path = join(folder, name);
	if (text !== undefined) writeFileSync(path, text);
	return path;
};

describe('what the export writes', () => {
	const tables = IMPORTS.flatMap((table) => RECORD_FORMATS.map((format) => ({ table, format })));

	it.each(tables)('reads back to the identical ledger: $table as $format', async ({ table, format }) => {
		load(REFERENCE);
		const before = all();
		expect((await call('export', `--${format}`, table, file('t'))).code).toBe(0);
		const same = await call('import', file('t'));
		expect(same.text).toContain(
			`0 new, 0 changed, ${before[table].length.toLocaleString('en-US')} unchanged, 0 refused`
		);

		rmSync(join(folder, 'ledger.db'));
		// Without what is read back, and what names it.
		load(REFERENCE, () => ({ [table]: [], coverage: [] }));
		expect(all()[table]).toEqual([]);
		const fresh = await call('import', file('t'), '--as', table, '--write');
		expect(fresh.text).toMatch(/Wrote .* as revision 2\.\n$/);
		expect(all()).toEqual({ ...before, coverage: [] });
	});

	it.each(LEDGER_FORMATS)('reads back to the identical ledger: everything as %s', async (format) => {
		load(REFERENCE);
		const before = all();
		await call('export', `--${format}`, file('all'));
		expect((await call('import', file('all'))).text).toContain('0 new, 0 changed, 1,050 unchanged, 0 refused');
		rmSync(join(folder, 'ledger.db'));
		within(() => undefined);
		const fresh = await call('import', file('all'), '--write');
		expect(fresh.code, fresh.text).toBe(0);
		expect(all()).toEqual(before);
	});

	it('is refused as a sheet that would cut a cell short', async () => {
		const [first] = load(REFERENCE).deals;
		const long = { ...first!, notes: 'x'.repeat(20_000), summary: 'y'.repeat(20_000) };
		const source = { ...first!.sources[0]!, title: 'z'.repeat(500) };
		const sources = [...first!.sources, ...Array.from({ length: 80 }, (_, i) => ({ ...source, key: `more-${i}` }))];
		const change = { kind: 'deals' as const, key: long.slug, record: { ...long, sources } };
		within((store) => commit(store, [change], { who: 'ann', why: 'long', at: AT }));
		const { code, text } = await call('export', '--xlsx', 'deals', file('t.xlsx'));
		expect([code, text]).toEqual([
			1,
			expect.stringMatching(/sources of row \d+ is longer\. Take it as CSV or Parquet/)
		]);
		await call('export', '--parquet', 'deals', file('t.parquet'));
		expect((await call('import', file('t.parquet'))).text).toContain('0 new, 0 changed, 176 unchanged, 0 refused');
	});

	it.each(RECORD_FORMATS)(
		'reads back to the same deals, whatever they say: %s',
		async (format) => {
			const odd = fc.constantFrom('=1+1', "'=1", '-', 'a;b', ' [x', '"quoted", twice', 'two\nlines', '＝x', "''@");
			await fc.assert(
				fc.asyncProperty(someLedger, odd, odd, async ({ deals }, title, name) => {
					const written = deals.map((deal) => ({
						...(JSON.parse(JSON.stringify(deal)) as Deal),
						// A table holds a share as a number.
						...(deal.us_share !== undefined && { us_share: fractionNumber(deal.us_share) }),
						title: title.replaceAll('\n', ' '),
						notes: name,
						hardware: [name, title].slice(0, name === title ? 1 : 2),
						workloads: []
					}));
					const empty = {
						organisations: [],
						projections: [],
						indicators: [],
						capex: [],
						guidance: [],
						fundamentals: [],
						coverage: [],
						terms: []
					};
					writeFileSync(file('t'), '');
					for (const part of await recordParts(format, 'deals', { ...empty, deals: written }))
						appendFileSync(file('t'), part);
					const back: unknown[] = [];
					const table = { path: file('t'), name: 't', share: () => undefined };
					for await (const entry of readFile(table, { map: new Map(), known: () => undefined })) {
						back.push('raw' in entry ? entry.raw : entry.fault);
					}
					const canonical = (deal: unknown) => {
						const checked = checkRecord('deals', deal);
						return 'record' in checked ? checked.record : checked.faults;
					};
					expect(back.map(canonical)).toEqual(written.map(canonical));
				}),
				{ numRuns: 40 }
			);
		},
		0
	);
});

const HEADER = 'Deal,Title,Summary,Kind,Buyer,Seller,Date,Event,Amount,Note,URL,Publisher';
const row = (slug: string, amount: string, date = '2026-05-01', type = 'announced') =>
	`${slug},A deal,Made up.,lease,openai,oracle,${date},${type},${amount},Said so.,https://a.example/${slug},The Paper`;

describe('a table that somebody keeps', () => {
	it('is shown first, with what it does to the totals, and written as a whole', async () => {
		load(REFERENCE);
		const path = file(
			'mine.csv',
			[HEADER, row('new-one-2026', '$38B'), row('new-two-2026', 'up to 100bn')].join('\r\n')
		);
		const dry = await call('import', path);
		expect(dry.code).toBe(0);
		expect(dry.text).toContain('       2  new      deals/new-one-2026\n');
		expect(dry.text).toMatch(/headline_usd +[\d,]+ → [\d,]+ \(\+138,000,000,000\)/);
		expect(dry.text).toMatch(/counted_usd +[\d,]+ → [\d,]+ \(\+88,000,000,000\)/);
		expect(dry.text).toMatch(/Nothing was written\. Add --write to write 2 records\.\n$/);
		expect(within((store) => store.revision())).toBe(1);
		await call('import', path, '--write', '--who', 'ann');
		expect(within((store) => store.history.revision(2))).toMatchObject({
			who: 'ann',
			why: 'Imported mine.csv: 2 new, 0 changed',
			records: 2
		});
		const deal = all().deals.find(({ slug }) => slug === 'new-two-2026');
		expect(deal?.events[0]).toMatchObject({ value: { high: 100_000_000_000 }, sources: ['the-paper'] });
		expect(deal?.sources).toMatchObject([{ key: 'the-paper', url: 'https://a.example/new-two-2026' }]);
		expect((await call('import', path)).text).toContain('0 new, 0 changed, 2 unchanged');
	});

	it('leaves what it has no column for, and takes out what it leaves empty', async () => {
		load(REFERENCE);
		const before = all().deals.find(({ slug }) => slug === 'openai-aws-2025');
		const events = before?.events.map(({ on, type }) => `openai-aws-2025,${on},${type},low`) ?? [];
		await call('import', file('t.csv', ['slug,on,type,confidence', ...events].join('\n')), '--write');
		expect(all().deals.find(({ slug }) => slug === 'openai-aws-2025')).toEqual({ ...before, confidence: 'low' });
		await call(
			'import',
			file(
				't.csv',
				['slug;on;type;notes', ...events.map((each) => each.replaceAll(',', ';').replace(/low$/, ''))].join('\n')
			),
			'--write'
		);
		expect(all().deals.find(({ slug }) => slug === 'openai-aws-2025')).toEqual({
			...before,
			confidence: 'low',
			notes: undefined
		});
	});

	it('is refused row by row and then written not at all', async () => {
		load(REFERENCE);
		const path = file(
			't.csv',
			[
				HEADER,
				row('fine-2026', '5 billion'),
				row('vague-2026', 'tens of billions'),
				row('Bad Slug', '5 billion'),
				row('fine-2026', '6 billion', '2026-06-01', 'amended'),
				'short,row'
			].join('\n')
		);
		const { code, text } = await call('import', path, '--write');
		expect(code).toBe(1);
		expect(text).toMatch(/ 3 {2}refused {2}deals\/vague-2026 events\[0\]\.value: .*not a figure/);
		expect(text).toMatch(/ 4 {2}refused {2}deals\/Bad Slug slug: expected a slug/);
		expect(text).toMatch(/ 5 {2}refused {2}deals\/fine-2026 its rows do not stand together/);
		expect(text).toMatch(/ 6 {2}refused {2}expected 12 cells, got 2/);
		expect(text).toMatch(/1 new, 0 changed, 0 unchanged, 4 refused\nNothing was written\.\n$/);
		expect(within((store) => store.revision())).toBe(1);
	});

	it('does not name companies, or deals, that the ledger lacks', async () => {
		load(REFERENCE);
		const path = file('t.csv', [HEADER, row('x-2026', '5 billion').replace('oracle', 'orakel')].join('\n'));
		const { code, text } = await call('import', path, '--write');
		expect([code, text]).toEqual([1, expect.stringContaining('got orakel')]);
		expect(within((store) => store.revision())).toBe(1);
	});

	it('may say what the form may: names, words and amounts as people write them', async () => {
		load(REFERENCE);
		expect(readFileSync('README.md', 'utf8')).toContain(SAMPLE);
		const first = await call('import', file('sample.csv', SAMPLE), '--write');
		const made = 'its name in addresses, the title as its summary, the title as the note of its event';
		expect(first.text).toContain(`2  new      deals/microsoft-nebius-2026 (made for it: ${made})\n`);
		expect(first.text).toContain('5 new, 0 changed, 0 unchanged, 0 refused');
		const deals = new Map(all().deals.map((deal) => [deal.slug, deal]));
		expect(deals.get('microsoft-nebius-2026')).toEqual({
			slug: 'microsoft-nebius-2026',
			title: 'Example: Microsoft rents compute from Nebius',
			summary: 'Example: Microsoft rents compute from Nebius',
			kind: 'compute_purchase',
			payers: ['microsoft'],
			payees: ['nebius'],
			events: [
				{
					on: '2026-03-02',
					type: 'announced',
					value: { central: 2_500_000_000 },
					firmness: 'announced',
					note: 'Example: Microsoft rents compute from Nebius',
					sources: ['example-news']
				}
			],
			sources: [
				{ key: 'example-news', url: 'https://example.org/one', publisher: 'Example News', title: null, published: null }
			]
		});
		expect(deals.get('openai-amd-2026')?.events[0]).toMatchObject({ on: '2026-03-10', firmness: 'letter_of_intent' });
		expect(deals.get('meta-oracle-2026')?.events[0]).toMatchObject({ on: '2026-04', value: { central: 750_000_000 } });
		expect(deals.get('softbank-anthropic-2026')).toMatchObject({
			kind: 'equity_investment',
			payers: ['softbank', 'google']
		});
		expect((await call('import', file('sample.csv'))).text).toContain('0 new, 0 changed, 5 unchanged, 0 refused');
	});

	it('gives two deals of the same parties and year two names, and the same ones when it comes again', async () => {
		load(REFERENCE);
		const [header = '', one = ''] = SAMPLE.split('\n');
		const two = one.replace('rents compute', 'rents more').replace('/one', '/two');
		const first = await call('import', file('t.csv', [header, one, two].join('\n')), '--write');
		expect(first.text).toMatch(/new +deals\/microsoft-nebius-2026 .*\n.*new +deals\/microsoft-nebius-2026-2 /);
		const again = await call('import', file('t.csv', [header, two, one].join('\n')));
		expect(again.text).toContain('0 new, 0 changed, 2 unchanged, 0 refused');
	});

	it('lists every fault of a row, and the names that may have been meant', async () => {
		load(REFERENCE);
		const [header = '', one = ''] = SAMPLE.split('\n');
		const wrong = one
			.replace(',Compute,Microsoft,', ',Computers,Microsft,')
			.replace('$2.5B', 'tens of billions')
			.replace('2026-03-02', '2/3/2026')
			.replace('Announced', 'maybe');
		const { code, text } = await call('import', file('t.csv', [header, wrong].join('\n')), '--write');
		expect(code).toBe(1);
		for (const says of [
			/payers: expected an organisation .*, got Microsft; the nearest is Microsoft/,
			/kind: expected one of .*got the text "Computers"/,
			/events\[0\]\.value: .*not a figure/,
			/events\[0\]\.on: expected .*got the text "2\/3\/2026"/,
			/events\[0\]\.firmness: expected .*got the text "maybe"/
		])
			expect(text).toMatch(says);
		expect(text.match(/ {2}refused {2}/g)).toHaveLength(5);
		expect(within((store) => store.revision())).toBe(1);
	});

	it('offers no column that is only a little like a header', async () => {
		load('tests/fixtures/datasets/good');
		const { text } = await call('import', file('t.csv', 'slug,on,country,sumary,region,source_link\n'));
		expect(text).toContain('The column "country" is not known among deals. Say');
		expect(text).toContain('The column "region" is not known among deals. Say');
		expect(text).toContain('The column "sumary" is not known among deals; the nearest is summary.');
	});

	it('says which columns it does not know, and takes a mapping', async () => {
		load(REFERENCE);
		const table = [HEADER.replace('Seller', 'Counterparty').replace('Note', 'Remark'), row('x-2026', '5 billion')].join(
			'\n'
		);
		const asked = await call('import', file('t.csv', table));
		expect(asked.code).toBe(1);
		expect(asked.text).toContain('The column "Counterparty" is not known among deals');
		const mapped = await call('import', file('t.csv', table), '--map', 'Counterparty=payees', '--map', 'Remark=note');
		expect(mapped.text).toContain('1 new');
		const left = await call('import', file('t.csv', table), '--map', 'Counterparty=payees', '--map', 'Remark=');
		expect(left.text).toMatch(/new +deals\/x-2026 \(made for it: the title as the note of its event\)\n/);
		expect((await call('import', file('t.csv', 'a,b\n1,2'))).text).toContain('The columns are those of no table');
	});

	it.each([
		{
			name: 'other bytes',
			text: Buffer.from('slug,on,type\ncaf\xe9,2025,announced', 'latin1'),
			says: 'expected text in UTF-8'
		},
		{ name: 'a quote that never closes', text: 'slug,on,type\n"a,2025,announced', says: 'expected well-formed CSV' },
		{ name: 'nothing', text: '', says: 'got an empty file' }
	])('is refused where it holds $name', async ({ text, says }) => {
		load('tests/fixtures/datasets/good');
		writeFileSync(file('t.csv'), text);
		const result = await call('import', file('t.csv'));
		expect([result.code, result.text]).toEqual([1, expect.stringContaining(says)]);
	});

	it('reads the tables of the dataset as they are', async () => {
		load(REFERENCE);
		for (const table of ['capex', 'guidance', 'fundamentals'] as const) {
			writeFileSync(file('t.csv'), readFileSync(join(REFERENCE, `${table}.csv`)));
			expect((await call('import', file('t.csv'))).text, table).toMatch(/0 new, 0 changed, \d+ unchanged, 0 refused/);
		}
	});
});
