import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Records } from '$lib/records';
import { someLedger } from '../../../../tests/support/arbitrary';
import { recordsIn } from '../../../../tests/support/reference';
import { REFERENCE } from '../../../../tests/support/server';
import { datasetFiles, writeDataset } from './write';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'buildout-write-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function filesIn(path: string): Map<string, string> {
	const names = readdirSync(path, { recursive: true, withFileTypes: true });
	const files = names.filter((entry) => entry.isFile() && /\.(yaml|csv)$/.test(entry.name));
	return new Map(
		files.map((entry) => {
			const full = join(entry.parentPath, entry.name);
			return [full.slice(path.length + 1), readFileSync(full, 'utf8')];
		})
	);
}

/** What the store gives back: canonical, sorted by key, through JSON. */
function stored(records: Records): Records {
	const copy = JSON.parse(JSON.stringify(records)) as Records;
	for (const list of Object.values(copy)) (list as unknown[]).reverse();
	return copy;
}

describe('writing the dataset back', () => {
	it.each([
		['the reference dataset', REFERENCE],
		['the medium vector', 'tests/vectors/medium/dataset'],
		['a small dataset', 'tests/fixtures/datasets/good']
	])('gives the files of %s, byte for byte, in an empty folder too', (_, base) => {
		const written = writeDataset(folder, datasetFiles(stored(recordsIn(base)), base));
		const wanted = filesIn(base);
		expect(written).toMatchObject({ unchanged: 0, changed: [], removed: [] });
		expect([...filesIn(folder).keys()].sort()).toEqual([...wanted.keys()].sort());
		for (const [file, text] of wanted) expect(readFileSync(join(folder, file), 'utf8'), file).toBe(text);
		const again = writeDataset(folder, datasetFiles(stored(recordsIn(base)), folder));
		expect(again).toEqual({ unchanged: wanted.size, changed: [], added: [], removed: [] });
	});

	it('makes of a change a small difference', () => {
		cpSync(REFERENCE, folder, { recursive: true });
		const records = stored(recordsIn(folder));
		const deal = records.deals.find(({ slug }) => slug === 'openai-oracle-2025');
		deal!.events[2]!.value = { central: 310_000_000_000 };
		deal!.confidence = undefined;
		records.organisations.find(({ slug }) => slug === 'akamai')!.ticker = 'AKM';
		records.organisations.push({ slug: 'airbus', name: 'Airbus', kind: 'other' });
		records.capex = records.capex.filter((row) => !(row.company === 'oracle' && row.fiscal_period === 'FY2026Q1'));
		records.deals = records.deals.filter(({ slug }) => slug !== 'openai-foxconn-2025');
		const before = filesIn(folder);
		const written = writeDataset(folder, datasetFiles(records, folder));
		expect(written).toMatchObject({
			changed: ['deals/openai-oracle-2025.yaml', 'organisations.yaml', 'capex.csv'],
			added: [],
			removed: ['deals/openai-foxconn-2025.yaml']
		});
		const lines = (file: string) => {
			const [old, fresh] = [before.get(file) ?? '', readFileSync(join(folder, file), 'utf8')].map((text) =>
				text.split('\n')
			);
			return {
				gone: old!.filter((line) => !fresh!.includes(line)),
				come: fresh!.filter((line) => !old!.includes(line))
			};
		};
		expect(lines('deals/openai-oracle-2025.yaml')).toEqual({
			gone: ['confidence: high', '    central: 300000000000'],
			come: ['    central: 310000000000']
		});
		expect(lines('organisations.yaml')).toEqual({
			gone: ['  ticker: AKAM'],
			come: ['- slug: airbus', '  name: Airbus', '  ticker: AKM']
		});
		expect(lines('capex.csv').come).toEqual([]);
		expect(recordsIn(folder).organisations.map(({ slug }) => slug)).toContain('airbus');
	});

	it('keeps comments beside entries that did not change', () => {
		cpSync('tests/fixtures/datasets/good', folder, { recursive: true });
		const file = join(folder, 'organisations.yaml');
		writeFileSync(file, `# Ours.\n${readFileSync(file, 'utf8')}# The end.\n`);
		const records = stored(recordsIn(folder));
		records.organisations.find(({ slug }) => slug === 'alpha')!.notes = 'Renamed: was "A".';
		writeDataset(folder, datasetFiles(records, folder));
		const text = readFileSync(file, 'utf8');
		expect(text).toMatch(/^# Ours\.\n- slug: alpha\n/);
		expect(text).toMatch(/# The end\.\n$/);
		expect(text).toContain(`  notes: 'Renamed: was "A".'\n`);
	});

	it('reads back to the same records, whatever the ledger', () => {
		let run = 0;
		fc.assert(
			fc.property(someLedger, (ledger) => {
				const place = join(folder, String(run++));
				writeDataset(place, datasetFiles(ledger, place));
				const back = recordsIn(place);
				const sorted = (records: Records) =>
					[...records.deals, ...records.organisations].sort((a, b) => (a.slug < b.slug ? -1 : 1));
				expect(sorted(back)).toEqual(sorted(JSON.parse(JSON.stringify(ledger)) as Records));
			}),
			{ numRuns: 20 }
		);
	}, 0);
});
