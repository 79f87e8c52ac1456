import { spawnSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { faultText } from './fault';
import { readDataset } from './read';

const GOOD = 'tests/fixtures/datasets/good';
const DEAL = 'deals/alpha-beta-2025.yaml';

/** A good dataset, one edit, and every line that it must give. */
interface Broken {
	file: string;
	from: string;
	to: string;
	says: string[];
}

const BROKEN = JSON.parse(readFileSync('tests/fixtures/datasets/broken.json', 'utf8')) as Broken[];

const folder = mkdtempSync(join(tmpdir(), 'buildout-broken-'));
const data = join(folder, 'data');

beforeEach(() => {
	rmSync(data, { recursive: true, force: true });
	cpSync(GOOD, data, { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

function read(file: string): string {
	return readFileSync(join(data, file), 'utf8');
}

function write(file: string, content: string | Uint8Array): void {
	writeFileSync(join(data, file), content);
}

/** The messages of the dataset as it lies there, without the folder before them. */
function messages(): string[] {
	const dataset = readDataset(data);
	return 'faults' in dataset ? dataset.faults.map(faultText).map((text) => text.replace(`${data}/`, '')) : [];
}

it('takes the dataset that the others are made from', () => {
	expect(messages()).toEqual([]);
});

describe('a record that breaks a rule', () => {
	it.each(BROKEN)('$file with $to', ({ file, from, to, says }) => {
		const before = read(file);
		expect(before).toContain(from);
		write(
			file,
			before.replace(from, () => to)
		);
		expect(messages()).toEqual(says);
	});

	it('is reported together with all others, by file and line', () => {
		write(DEAL, read(DEAL).replace('kind: compute', 'kind: no').replace('on: 2025-06\n', 'on: 2024\n'));
		write('capex.csv', read('capex.csv').replace('1000000000', 'x').replace('FY2025Q1', ''));
		const places = messages().map((text) => text.split(':', 2).join(':'));
		expect(places).toEqual([
			'capex.csv:2 fiscal_period',
			'capex.csv:2 amount_usd',
			`${DEAL}:3 kind`,
			`${DEAL}:29 events[1].on`
		]);
	});
});

describe('a file that cannot be read as one', () => {
	const cases: { name: string; make: () => void; says: string[] }[] = [
		{
			name: 'a required file that is missing',
			make: () => rmSync(join(data, 'organisations.yaml')),
			says: ['organisations.yaml: expected a file, got nothing at this place']
		},
		{
			name: 'no deals at all',
			make: () => rmSync(join(data, 'deals'), { recursive: true }),
			says: ['deals: expected a folder, got nothing at this place']
		},
		{
			name: 'a file in place of the folder',
			make: () => {
				rmSync(join(data, 'deals'), { recursive: true });
				write('deals', '');
			},
			says: ['deals: expected a folder, got a file']
		},
		{
			name: 'an empty list file',
			make: () => write('projections.yaml', ''),
			says: ['projections.yaml:1: expected a list of projections, got nothing']
		},
		{
			name: 'a map instead of a list',
			make: () => write('organisations.yaml', '# all of them\nalpha:\n  name: Alpha\n'),
			says: ['organisations.yaml:2: expected a list of organisations, got the fields alpha']
		},
		{
			name: 'an empty deal',
			make: () => write('deals/beta-chips-2025.yaml', '# later\n'),
			says: ['deals/beta-chips-2025.yaml:1: expected the fields of a deal, got nothing']
		},
		{
			name: 'a list instead of a deal',
			make: () => write('deals/beta-chips-2025.yaml', '- title: x\n'),
			says: ['deals/beta-chips-2025.yaml:1: expected the fields of a deal, got a list of 1']
		},
		{
			name: 'Latin-1',
			make: () => write('capex.csv', Buffer.from('caf\xe9', 'latin1')),
			says: ['capex.csv: expected text in UTF-8, got other bytes']
		},
		{
			name: 'UTF-16',
			make: () => write(DEAL, Buffer.from(`\ufeff${read(DEAL)}`, 'utf16le')),
			says: [`${DEAL}: expected text in UTF-8, got other bytes`]
		},
		{
			name: 'another ending',
			make: () => write('deals/note.yml', 'title: x'),
			says: ['deals/note.yml: expected a file named <slug>.yaml, got the text "note.yml"']
		},
		{
			name: 'a name that is no slug',
			make: () => write('deals/Beta Chips.yaml', read('deals/beta-chips-2025.yaml')),
			says: [
				'deals/Beta Chips.yaml name of the file: expected a slug of small letters, digits and single hyphens, such as ' +
					'openai-aws-2025, got the text "Beta Chips"'
			]
		},
		{
			name: 'a folder with the name of a file',
			make: () => mkdirSync(join(data, 'deals', 'inner.yaml')),
			says: ['deals/inner.yaml: expected a file, got a folder']
		},
		{
			name: 'a pipe',
			make: () => void spawnSync('mkfifo', [join(data, 'deals', 'pipe.yaml')]),
			says: ['deals/pipe.yaml: expected a file, got something that is not a file']
		},
		{
			name: 'a link that leads out',
			make: () => symlinkSync('/etc/hostname', join(data, 'deals', 'out.yaml')),
			says: ['deals/out.yaml: expected a file inside the dataset, got a link that leads out of it']
		},
		{
			name: 'a link that leads nowhere',
			make: () => symlinkSync('missing', join(data, 'deals', 'gone.yaml')),
			says: ['deals/gone.yaml: expected a file, got nothing at this place']
		},
		{
			name: 'a link to itself',
			make: () => symlinkSync('self.yaml', join(data, 'deals', 'self.yaml')),
			says: ['deals/self.yaml: expected a file, got a link that leads to itself']
		},
		{
			name: 'a huge file',
			make: () => truncateSync(join(data, 'capex.csv'), 65 * 1024 * 1024),
			says: ['capex.csv: expected a file of at most 64 MB, got 65 MB']
		},
		{
			name: 'an empty table',
			make: () => write('guidance.csv', ''),
			says: [
				'guidance.csv:1: expected a first row with the columns company, given_on, period_start, period_end, low_usd, ' +
					'high_usd, measure, wording, source, publisher, seen, confidence, note, got an empty file'
			]
		},
		{
			name: 'names that would write over the terminal',
			make: () => write('indicators.yaml', `- "a\\e[2J\\n${'b'.repeat(80)}": 1\n  slug: x\n`),
			says: expect.arrayContaining([
				expect.stringMatching(
					/^indicators\.yaml:1 \[0\]\.a\\u001b\[2J\\nb+\.\.\.: expected one of .* unknown field a\\u001b/
				)
			]) as string[]
		},
		{
			name: 'nesting deeper than any machine reads',
			make: () => write(DEAL, `title: ${'['.repeat(20_000)}`),
			says: [`${DEAL}:1: expected at most 32 levels, got more`]
		},
		{
			name: 'references that multiply',
			make: () => {
				const rows = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`);
				write('indicators.yaml', ['- a0: &a0 [x]', ...rows.map((row) => `  ${row}`)].join('\n'));
			},
			says: Array.from({ length: 270 }, (_, i) => {
				const [row, place] = [Math.floor(i / 9), i % 9];
				return `indicators.yaml:${row + 2} [0].a${row + 1}[${place}]: expected the value written out, got a reference to it, *a${row}`;
			})
		}
	];

	it.each(cases)('$name', ({ make, says }) => {
		make();
		expect(messages()).toEqual(says);
	});

	it('is the folder itself', () => {
		const nowhere = join(folder, 'nowhere');
		expect(readDataset(nowhere)).toEqual({
			faults: [{ file: nowhere, path: [], expected: 'a folder', got: 'nothing at this place' }]
		});
	});
});

describe('what is not a fault', () => {
	it('takes byte order marks, CRLF, columns in another order, hidden files and files of other names', () => {
		write('capex.csv', `\ufeff${read('capex.csv').replaceAll('\n', '\r\n')}`);
		write(DEAL, `\ufeff${read(DEAL).replaceAll('\n', '\r\n')}`);
		const rows = read('fundamentals.csv').trim().split('\n');
		write('fundamentals.csv', rows.map((row) => row.split(',').reverse().join(',')).join('\n'));
		write('deals/.DS_Store', '');
		write('NOTES.txt', '');
		for (const file of ['indicators.yaml', 'guidance.csv']) rmSync(join(data, file));
		expect(messages()).toEqual([]);
	});

	it('keeps dates as written, a bare year too', () => {
		const dataset = readDataset(data);
		if ('faults' in dataset) throw new Error(messages().join('\n'));
		const deal = dataset.records.deals.find(({ slug }) => slug === 'alpha-beta-2025');
		expect(deal?.events.map(({ on }) => on)).toEqual(['2025-03-01', '2025-06']);
		expect(deal?.sources.map(({ published }) => published)).toEqual(['2025', '2025-06-30']);
	});
});

it('never throws, whatever happens to a file', () => {
	const files = [DEAL, 'organisations.yaml', 'projections.yaml', 'indicators.yaml', 'capex.csv', 'fundamentals.csv'];
	const originals = new Map(files.map((file) => [file, readFileSync(join(GOOD, file))]));
	const edit = fc.record({
		file: fc.constantFrom(...files),
		at: fc.nat({ max: 1_200 }),
		cut: fc.nat({ max: 30 }),
		add: fc.oneof(
			fc
				.string({ unit: fc.constantFrom(...'-:?[]{},&*!|>%@`#\'"\n\t 019.e_<~'), maxLength: 8 })
				.map((text) => Buffer.from(text)),
			fc.uint8Array({ maxLength: 4 })
		)
	});
	fc.assert(
		fc.property(edit, ({ file, at, cut, add }) => {
			const original = originals.get(file) ?? Buffer.alloc(0);
			write(file, Buffer.concat([original.subarray(0, at), add, original.subarray(at + cut)]));
			const found = messages();
			write(file, original);
			expect(found.every((text) => /: expected .+, got .+/s.test(text))).toBe(true);
		}),
		{ numRuns: 60 }
	);
}, 0);
