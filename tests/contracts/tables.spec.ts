import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listTables } from '$lib/features/tables';
import { COLUMNS } from '$lib/ledger/columns';
import { startServer, type RunningServer } from '../support/server';
import { getJson } from './get';
import { HOSTILE_LINES, HOSTILE_TEXTS, hostileDataset } from './hostile';
import { addressOf, LISTS } from './lists';
import { asSheet, csvCell, csvRows, DELIMITERS, isTyped, jsonRows, typedRows, type Row } from './read';

const delimited = Object.entries(DELIMITERS) as [keyof typeof DELIMITERS, string][];

const DATASETS = { 'the reference dataset': undefined, 'hostile words': hostileDataset() };
afterAll(() => DATASETS['hostile words'].remove());

/** Reads an address as text, byte order mark included. */
async function textOf(url: string): Promise<string> {
	const response = await fetch(url);
	const bytes = await response.arrayBuffer();
	const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	expect(response.status, `${url}\n${text.slice(0, 300)}`).toBe(200);
	return text;
}

it('lists every published table on the page of the data, with its own columns', () => {
	const listed = new Map(listTables().map((table) => [table.path, table]));
	// Whole records stand in a sentence of their own: their columns are those of an import.
	const published = LISTS.filter(
		({ path }) => !path.includes('?') && !/^\/(records|indicators\/(?!circularity))/.test(path)
	);
	expect([...listed.keys()].sort()).toEqual(
		published.flatMap(({ path }) => (path === '/capex/guidance' ? [] : [path])).sort()
	);
	for (const { path, columns } of published.filter((list) => listed.has(list.path)))
		expect(listed.get(path)?.columns, path).toBe(columns);
});

describe.each(Object.entries(DATASETS))('%s', (_, dataset) => {
	let server: RunningServer;
	beforeAll(async () => {
		server = await startServer({ data: dataset?.data, env: { BUILDOUT_TODAY: '2026-11-23' } });
	});
	afterAll(() => server.stop());

	const questions = LISTS.flatMap((list) => ['', ...list.queries].map((query) => [list.path, query, list] as const));

	it.each(questions)('%s?%s says the same in every format', async (address, query, { name, formats, columns }) => {
		const rows = await jsonRows(server.url, address, name, query);
		if (dataset === undefined) expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
		for (const [format, delimiter] of delimited.filter(([each]) => formats.includes(each))) {
			for (const raw of [false, true]) {
				const question = raw ? [query, 'raw=1'].filter(Boolean).join('&') : query;
				const text = await textOf(server.url + addressOf(address, format, question));
				expect(csvRows(text, columns, delimiter), format).toEqual(
					rows.map((row) => columns.map((column) => csvCell(column, row[column.name], raw)))
				);
			}
		}
		for (const format of formats.filter(isTyped)) {
			const response = await fetch(server.url + addressOf(address, format, query));
			expect(response.status).toBe(200);
			const got = await typedRows(format, response, columns);
			expect(got, format).toEqual(format === 'xlsx' ? rows.map(asSheet) : rows);
		}
	});

	it.each(LISTS)('$path takes bom and labels', async ({ path, columns }) => {
		const marked = await textOf(server.url + addressOf(path, 'csv', 'bom=1&labels=1'));
		const plain = await textOf(server.url + addressOf(path, 'csv'));
		expect(marked.startsWith('\uFEFF')).toBe(true);
		const [header = '', ...lines] = marked.slice(1).split('\r\n');
		expect(lines).toEqual(plain.split('\r\n').slice(1));
		for (const { label } of columns) expect(header).toContain(label);
	});

	it('gives a table without rows its header', async () => {
		const none = 'q=nothing-is-called-this';
		expect(csvRows(await textOf(server.url + addressOf('/deals', 'csv', none)), COLUMNS.deals)).toEqual([]);
		expect(await getJson(server.url + addressOf('/deals', 'json', none))).toMatchObject({ count: 0, deals: [] });
		expect(await textOf(server.url + addressOf('/deals', 'ndjson', none))).toBe('');
		for (const format of ['xlsx', 'parquet'] as const) {
			const response = await fetch(server.url + addressOf('/deals', format, none));
			expect(await typedRows(format, response, COLUMNS.deals), format).toEqual([]);
		}
	});

	it('gives the events of every deal as in its record', async () => {
		const { deals } = await getJson<{ deals: { slug: string }[] }>(`${server.url}/deals.json?per_page=1000`);
		for (const { slug } of deals.slice(0, 60)) {
			type Source = { key: string; url: string | null; publisher: string };
			type Event = Record<'on' | 'type' | 'note', string> & { firmness?: string; value?: object; sources: string[] };
			const { deal } = await getJson<{ deal: { events: Event[]; sources: Source[] } }>(
				`${server.url}/deals/${slug}.json`
			);
			const cited = (key: string) => deal.sources.find((each) => each.key === key);
			const rows = csvRows(await textOf(`${server.url}/deals/${slug}.csv`), COLUMNS.events);
			expect(rows.length).toBe(deal.events.length);
			for (const [i, event] of deal.events.entries()) {
				const sources = event.sources.map((key) => cited(key)?.url ?? cited(key)?.publisher);
				const want: Row = { slug, ...event, firmness: event.firmness ?? null, sources };
				COLUMNS.events.forEach((column, at) => {
					if (column.type !== 'dollars') expect(rows[i]![at]).toBe(csvCell(column, want[column.name]));
					else expect(rows[i]![at] === '', `${slug} ${column.name}`).toBe(event.value === undefined);
				});
			}
		}
	});

	it('gives the schedule of every deal as in its record', async () => {
		const { deals } = await getJson<{ deals: { slug: string }[] }>(`${server.url}/deals.json?per_page=1000`);
		for (const { slug } of deals.slice(0, 40)) {
			type Alone = { amount_usd: number; quarters: { date: string; due_usd: number }[] };
			const { deal } = await getJson<{ deal: { alone: Alone } }>(`${server.url}/deals/${slug}.json`);
			const { amount_usd, quarters } = deal.alone;
			const { schedule } = await getJson<{ schedule: object[] }>(`${server.url}/deals/${slug}/schedule.json`);
			const rows = csvRows(await textOf(`${server.url}/deals/${slug}/schedule.csv`), COLUMNS.schedule);
			expect(rows.map(([date, usd]) => [date, Number(usd)])).toEqual(quarters.map((q) => [q.date, q.due_usd]));
			expect(Number(rows.at(-1)?.[2] ?? 0), slug).toBe(amount_usd);
			expect(schedule[0]).toEqual(quarters[0] && { ...quarters[0], cumulative_usd: quarters[0].due_usd });
		}
	});

	it('gives the comparison of every projection as in its record', async () => {
		type Listed = { slug: string; comparable: string[] };
		const { projections } = await getJson<{ projections: Listed[] }>(`${server.url}/projections.json?per_page=1000`);
		for (const { slug, comparable } of projections) {
			const { comparison } = await getJson<{ comparison: Row | null }>(`${server.url}/projections/${slug}.json`);
			const rows = csvRows(await textOf(`${server.url}/projections/${slug}.csv`), COLUMNS.comparison);
			expect(comparison !== null, slug).toBe(comparable.includes('deals'));
			const all: Row = { slug, ...comparison };
			const want = COLUMNS.comparison.map((column) => csvCell(column, all[column.name] ?? null));
			expect(rows).toEqual(comparison ? [want] : []);
		}
	});
});

describe('words that a spreadsheet would run', () => {
	let server: RunningServer;
	beforeAll(async () => {
		server = await startServer({ data: DATASETS['hostile words'].data });
	});
	afterAll(() => server.stop());

	it('come back whole as JSON and raw, and begin with an apostrophe in a CSV for people', async () => {
		const { deals } = await getJson<{ deals: { title: string }[] }>(`${server.url}/deals.json?q=&per_page=1000`);
		expect(deals.map((row) => row.title)).toEqual(expect.arrayContaining(HOSTILE_LINES));
		const [csv, raw] = await Promise.all(['', '?raw=1'].map((query) => textOf(`${server.url}/deals.csv${query}`)));
		for (const start of ['=1+1', '+1-800-DEALS', '-2+3', '@SUM(A1:A9)', '＝1＋1']) {
			expect(csv).toContain(`,"'${start}",`);
			expect(raw).toContain(`,${start},`);
		}
		const tab = HOSTILE_TEXTS.indexOf('\t=1+1');
		expect(await textOf(`${server.url}/deals/hostile-${tab}.csv`)).toContain(`,"'\t=1+1",`);
	});

	it('are text, never markup, on the pages that show them', async () => {
		for (const address of ['/', '/deals', '/projections', '/deals/hostile-0', '/reconciliation'])
			expect(await textOf(server.url + address), address).not.toMatch(/<script>alert|<b>bold/);
	});
});
