import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '$lib/ledger/columns';
import { plainNumber } from '../cell';
import { bodyOf } from '../stream';
import { ROWS, SAMPLE, TABLES, type SampleRow } from '../table.fixture';
import type { TableOptions } from '../writer';
import { write } from './write.server';

const body = (rows: Iterable<SampleRow>, options?: TableOptions) =>
	bodyOf(write({ name: 'sample', about: {}, columns: SAMPLE, rows, options }));

const text = async (rows: Iterable<SampleRow>, options?: TableOptions) =>
	new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(body(rows, options)).arrayBuffer());

const WORD: Column<'word'>[] = [{ name: 'word', type: 'text', unit: null, label: 'Word', description: 'Words.' }];
const oneCell = async (word: string, options?: TableOptions) => {
	const all = await new Response(
		bodyOf(write({ name: 'words', about: {}, columns: WORD, rows: [{ word }], options }))
	).text();
	return all.slice('word\r\n'.length, -2);
};

describe('CSV', () => {
	it('writes these very bytes', async () => {
		expect(await text(ROWS)).toBe(
			'slug,title,parties,on,amount_usd,share,firm,deals\r\n' +
				'a-1,"\'=HYPERLINK(""http://x.test"",""Zürich, \n数据"")",openai; oracle,2025-11-03,38000000000,0.125,true,3\r\n' +
				'b-2,,,,,,,\r\n' +
				'c-3," - not a formula","\'-1+1",1999-02-28,-9000000000000000,0.0000001,false,0\r\n'
		);
	});

	it('takes raw, bom and labels', async () => {
		expect(await text([], { labels: true })).toBe('Deal,"Title, in words","\'=Parties",On,Amount,Share,Firm,Deals\r\n');
		expect((await text([], { bom: true })).startsWith('\uFEFFslug,')).toBe(true);
		expect(await text(ROWS, { raw: true })).toContain('"=HYPERLINK(""http://x.test""');
		expect(await text([], { labels: true, raw: true })).toContain(',=Parties,');
	});

	it.each(['=', '+', '-', '@', '\t', '\r', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'])(
		'guards a cell that begins with %j',
		async (start) => {
			expect(await oneCell(`${start}1+1`)).toBe(`"'${start}1+1"`);
			expect(await oneCell(`${start}1+1`, { raw: true })).not.toContain("'");
			expect(await oneCell(`1${start}`)).not.toContain("'");
		}
	);

	it('reads back through another parser to what was written', async () => {
		const word = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'",\r\n\t =+-@a') }));
		const row = fc.record({
			slug: word,
			title: fc.option(word),
			parties: fc.array(fc.constantFrom('openai', 'oracle')),
			on: fc.constantFrom('2025-11-03', null),
			amount_usd: fc.option(fc.maxSafeInteger()),
			share: fc.option(fc.double({ noDefaultInfinity: true, noNaN: true })),
			firm: fc.option(fc.boolean()),
			deals: fc.option(fc.nat())
		});
		await fc.assert(
			fc.asyncProperty(fc.array(row), fc.boolean(), fc.boolean(), async (rows, raw, bom) => {
				const written = await text(rows, { raw, bom });
				const read = parse(written, { columns: true, bom: true, recordDelimiter: '\r\n' }) as Record<string, string>[];
				const guarded = (cell: string) => (!raw && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
				expect(read.length).toBe(rows.length);
				read.forEach((cells, i) => {
					const from = rows[i]!;
					expect(cells.slug).toBe(guarded(from.slug));
					expect(cells.title).toBe(guarded(from.title ?? ''));
					expect(cells.parties).toBe(from.parties.join('; '));
					expect([cells.on, cells.firm]).toEqual([from.on ?? '', String(from.firm ?? '')]);
					for (const name of ['amount_usd', 'share', 'deals'] as const) {
						expect(cells[name]).toMatch(/^(-?\d+(\.\d+)?)?$/);
						expect(cells[name] === '' ? null : Number(cells[name])).toBe(from[name] === null ? null : from[name] + 0);
					}
				});
			})
		);
	});

	it('goes out in chunks, makes rows only as they are read, and ends the source when the reader leaves', async () => {
		let made = 0;
		let ended = false;
		function* rows() {
			try {
				for (; made < 1_000_000; made++) yield ROWS[0]!;
			} finally {
				ended = true;
			}
		}
		const reader = new Response(body(rows())).body!.getReader();
		expect(made).toBe(0);
		const { value } = (await reader.read()) as { value?: Uint8Array };
		expect(value!.length).toBeGreaterThan(60_000);
		expect(made).toBeLessThan(2_000);
		await reader.cancel();
		expect(ended).toBe(true);
	});

	it('breaks off where a row fails or a number is none, so that a short file never looks whole', async () => {
		const broken = { ...ROWS[0]!, amount_usd: NaN };
		await expect(text([ROWS[0]!, broken])).rejects.toThrow('NaN');
	});
});

describe('plainNumber', () => {
	it.each([
		[0, '0'],
		[-0, '0'],
		[1e21, '1000000000000000000000'],
		[1.5e22, '15000000000000000000000'],
		[-1.25e-9, '-0.00000000125'],
		[9e15, '9000000000000000']
	])('%d', (value, written) => {
		expect(plainNumber(value)).toBe(written);
	});
});

describe('the tables', () => {
	it('name each column once, in snake_case, with its unit where it is money', () => {
		for (const columns of TABLES) {
			const names = columns.map((column) => column.name);
			expect(new Set(names).size).toBe(names.length);
			for (const { name, type, label, description } of columns) {
				expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
				expect(name.endsWith('_usd')).toBe(type === 'dollars');
				expect(label && description.endsWith('.')).toBe(true);
			}
		}
	});
});
