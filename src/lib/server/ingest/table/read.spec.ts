import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import writeSheet from 'write-excel-file/node';
import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import { afterAll, describe, expect, it } from 'vitest';
import { StartFault } from '../../config/fault';
import type { Entry } from './entries';
import { previewFile, readFile } from './read';

const folder = mkdtempSync(join(tmpdir(), 'buildout-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ROW = 'meta,Q3 2026,2026-07-01,2026-09-30,7e9,payments_for_ppe,,,Meta,true,high,As reported,';
const HEADER =
	'company,fiscal_period,period_start,period_end,amount_usd,measure,filed,source,publisher,seen,confidence,derivation,note';
const CSV = `${HEADER}\n${ROW.replace('7e9', '7000000000')}\n`;
const RAW = {
	company: 'meta',
	fiscal_period: 'Q3 2026',
	period_start: '2026-07-01',
	period_end: '2026-09-30',
	amount_usd: 7_000_000_000,
	measure: 'payments_for_ppe',
	filed: null,
	source: null,
	publisher: 'Meta',
	seen: true,
	confidence: 'high',
	derivation: 'As reported',
	note: null
};

/** What a file says, or the sentence with which it is refused. */
async function read(bytes: string | Uint8Array, name = 'file'): Promise<Entry[] | string> {
	const path = join(folder, 'file');
	writeFileSync(path, bytes);
	const entries: Entry[] = [];
	try {
		const how = { map: new Map<string, string>(), known: () => undefined };
		for await (const entry of readFile({ path, name, share: () => undefined }, how)) entries.push(entry);
	} catch (error) {
		if (error instanceof StartFault) return error.message;
		throw error;
	}
	return entries;
}

function raws(entries: Entry[] | string): unknown[] {
	if (typeof entries === 'string') throw new Error(entries);
	return entries.map((entry) => ('raw' in entry ? entry.raw : entry.fault));
}

/** A zip archive of one part; `claims` is the size that it says it unpacks to. */
function zipOf(name: string, content: Uint8Array, claims = content.length): Buffer {
	const packed = deflateRawSync(content);
	const head = Buffer.alloc(26);
	head.writeUInt16LE(20, 0);
	head.writeUInt16LE(8, 4);
	head.writeUInt32LE(crc32(content), 10);
	head.writeUInt32LE(packed.length, 14);
	head.writeUInt32LE(claims, 18);
	head.writeUInt16LE(name.length, 22);
	const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed]);
	const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, Buffer.alloc(14), Buffer.from(name)]);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(1, 4);
	end.writeUInt16LE(1, 6);
	end.writeUInt32LE(entry.length, 8);
	end.writeUInt32LE(local.length, 12);
	return Buffer.concat([local, entry, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** An archive whose list names one part twenty times. */
function sharedParts(): Buffer {
	const whole = zipOf('xl/workbook.xml', Buffer.from(crypto.getRandomValues(new Uint8Array(50_000))));
	const end = whole.length - 22;
	const [length, from] = [whole.readUInt32LE(end + 12), whole.readUInt32LE(end + 16)];
	const list = Array.from({ length: 20 }, () => whole.subarray(from, from + length));
	const tail = Buffer.from(whole.subarray(end));
	tail.writeUInt16LE(20, 8);
	tail.writeUInt16LE(20, 10);
	tail.writeUInt32LE(length * 20, 12);
	return Buffer.concat([whole.subarray(0, from), ...list, tail]);
}

async function workbook(): Promise<Buffer> {
	const number = 1_000_000;
	const rows = [
		HEADER.split(','),
		...CSV.split('\n')
			.slice(1, 2)
			.map((line) => line.split(','))
	];
	const data = rows.map((row, i) =>
		row.map((cell, column) => {
			if (cell === '') return null;
			if (i > 0 && column === 4) return { value: 7000 * number, type: Number };
			if (i > 0 && column === 9) return { value: true, type: Boolean };
			return { value: cell, type: String };
		})
	);
	return writeSheet(data).toBuffer();
}

function parquet(codec: 'SNAPPY' | 'GZIP'): Uint8Array {
	const writer = new ByteWriter();
	const columnData = Object.entries(RAW).map(([name, value]) => ({
		name,
		data: [typeof value === 'number' ? BigInt(value) : value],
		type: (typeof value === 'number' ? 'INT64' : typeof value === 'boolean' ? 'BOOLEAN' : 'STRING') as 'INT64'
	}));
	const compressors = { GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)) };
	void parquetWrite({ writer, columnData, codec, compressors });
	return new Uint8Array(writer.getBuffer());
}

describe('a file is known by what it holds, whatever it is called', () => {
	it('reads one row alike from every form', async () => {
		const published = { ...RAW, id: 'x', href: '/capex/x', standing: true };
		const forms: [string, string | Uint8Array][] = [
			['csv', CSV],
			['csv with a mark and semicolons', `\ufeff${CSV.replaceAll(',', ';')}`],
			['csv with columns worked out', CSV.replace('company,', 'standing,company,').replace('\nmeta', '\ntrue,meta')],
			['xlsx', await workbook()],
			['parquet', parquet('SNAPPY')],
			['ndjson rows', `${JSON.stringify(RAW)}\n${JSON.stringify(RAW)}\n`],
			['ndjson records', `${JSON.stringify({ kind: 'capex', record: RAW })}\n`],
			['json rows', JSON.stringify([RAW], null, 2)],
			['json records', JSON.stringify({ capex: [RAW] })],
			['json published', JSON.stringify({ question: {}, as_of: '2026-11-23', guidance: [], capex: [published] })]
		];
		for (const [name, bytes] of forms) expect([name, raws(await read(bytes))[0]]).toEqual([name, RAW]);
	});

	it('looks at the columns and the first rows', async () => {
		writeFileSync(join(folder, 'look'), CSV + `${ROW}\n`.repeat(9));
		const look = await previewFile(join(folder, 'look'), 'look');
		expect(look.format).toBe('csv');
		expect(look.columns?.[4]).toEqual({ header: 'amount_usd', samples: ['7000000000', '7e9', '7e9'] });
		writeFileSync(join(folder, 'look'), JSON.stringify({ kind: 'capex', record: RAW }));
		expect(await previewFile(join(folder, 'look'), 'look.ndjson')).toEqual({ format: 'ndjson', columns: null });
	});

	it('refuses a row with a member that the first row lacks, and reads on', async () => {
		const rows = [RAW, { ...RAW, extra: 1 }, [], RAW].map((row) => JSON.stringify(row)).join('\n');
		expect(raws(await read(rows, 'rows.ndjson'))).toEqual([
			RAW,
			'expected the columns of the first row, got extra besides',
			'expected an object with the columns of a table',
			RAW
		]);
	});
});

describe('a file that cannot be read is refused in a sentence', () => {
	const bomb = Buffer.alloc(200 * 1024 * 1024);
	it.each([
		['nothing', '', 'got an empty file'],
		['UTF-16', Buffer.from(`\ufeff${CSV}`, 'utf16le'), 'got text in UTF-16. Save it as CSV in UTF-8.'],
		['UTF-16 without a mark', Buffer.from(CSV, 'utf16le'), 'got bytes that are no text'],
		['Latin-1', Buffer.from(CSV.replace('Meta', 'Médé'), 'latin1'), 'expected text in UTF-8, got other bytes'],
		['gzip', gzipSync(CSV), 'got a gzip archive. Unpack it first.'],
		['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'got an old or a protected Office file'],
		['a PDF', '%PDF-1.7', 'got a PDF'],
		['another archive', zipOf('a.txt', Buffer.from('x')), 'it is an archive of something else'],
		['a bomb', zipOf('xl/workbook.xml', bomb), 'at most 96 MB unpacked, got more. Save the sheet as CSV'],
		[
			'a bomb that lies',
			zipOf('xl/workbook.xml', bomb, 1000),
			'at most 96 MB unpacked, got more. Save the sheet as CSV'
		],
		['no workbook', zipOf('xl/workbook.xml', Buffer.from('<a/>')), 'expected an Excel workbook (XLSX)'],
		['half a JSON document', '{"capex": [{"company": "me', 'expected a whole JSON document'],
		['another JSON document', '{"a": 1}', 'expected a list, or lists named deals'],
		['another codec', parquet('GZIP'), 'expected columns packed with Snappy or not at all, got GZIP'],
		['columns without end', `${'a,'.repeat(600)}a\n`, 'expected at most 500 columns, got 601.'],
		['JSON nested deeply', `[${'['.repeat(200_000)}${']'.repeat(200_000)}]`, 'expected JSON of at most 64 levels'],
		['an archive whose parts share their bytes', sharedParts(), 'its parts are larger than the archive'],
		['the start of Parquet', 'PAR1 and nothing', 'expected a whole Parquet file']
	])('%s', async (_, bytes, says) => {
		expect(await read(bytes)).toContain(says);
	});

	it('a page is not made of columns without end either', async () => {
		writeFileSync(join(folder, 'wide'), `${'a,'.repeat(20_000)}a\n`);
		await expect(previewFile(join(folder, 'wide'), 'wide')).rejects.toThrow(
			'expected at most 500 columns, got 20,001.'
		);
	});

	it('a line of JSON that is nested deeply, while the others are read', async () => {
		const deep = `{"kind": "capex", "record": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
		const rows = [JSON.stringify({ kind: 'capex', record: RAW }), deep, `{"a": ${'['.repeat(99)}${']'.repeat(99)}}`];
		const said = 'expected JSON of at most 64 levels, got more';
		expect(raws(await read(rows.join('\n'), 'rows.ndjson'))).toEqual([RAW, said, said]);
	});

	it('wherever a workbook or a Parquet file breaks off, or a byte of it differs', async () => {
		for (const whole of [await workbook(), parquet('SNAPPY')]) {
			for (let i = 1; i < 40; i++) {
				const cut = await read(whole.subarray(0, Math.floor((whole.length * i) / 40)));
				expect(cut).toMatch(/^file: expected /);
				const bent = Uint8Array.from(whole);
				bent[Math.floor((whole.length * i) / 40)]! ^= 0x55;
				// It may be a letter of a name: then it reads, or is refused row by row.
				expect(['string', 'object']).toContain(typeof (await read(bent)));
			}
		}
	});
});

it('tells how far it has come', async () => {
	const path = join(folder, 'long');
	writeFileSync(path, CSV + `${ROW}\n`.repeat(20_000));
	const shares: number[] = [];
	const file = { path, name: 'long', share: (read: number) => void shares.push(read) };
	for await (const entry of readFile(file, { map: new Map(), known: () => undefined })) void entry;
	expect(shares.length).toBeGreaterThan(10);
	expect(shares).toEqual([...shares].sort((a, b) => a - b));
	expect([shares.at(-1), readFileSync(path).length > 1_000_000]).toEqual([1, true]);
});
