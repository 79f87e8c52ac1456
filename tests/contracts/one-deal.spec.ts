import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '$lib/ui/format';
import { allOf, attribute, hasClass, readPage, textOf } from '../support/html';
import { startServer, type RunningServer } from '../support/server';
import { getJson } from './get';

/** What a page says of a deal is what the data say of it, of every deal and wherever it stands. */

interface Row {
	slug: string;
	payers: string[];
	payees: string[];
	kind: string;
	firm_since: string;
	contribution_usd: number | null;
}

let server: RunningServer;
beforeAll(async () => {
	server = await startServer({ data: 'data' });
});
afterAll(() => server.stop());

const ALL = 'layers=demand,infrastructure,components,funding';
const QUESTIONS = [ALL, `${ALL}&scope=us&firmness=definitive&estimate=low&as_of=2026-09-30`];

/** Every deal under a question: a table has all of them, the JSON a page. */
async function listed(query: string): Promise<Row[]> {
	const response = await fetch(`${server.url}/deals.csv?raw=1&${query}`);
	expect(response.status, query).toBe(200);
	const rows = parse<Record<string, string>>(await response.text(), { columns: true });
	return rows.map((row) => ({
		slug: row.slug!,
		payers: row.payers!.split('; '),
		payees: row.payees!.split('; '),
		kind: row.kind!,
		firm_since: row.firm_since!,
		contribution_usd: row.contribution_usd === '' ? null : Number(row.contribution_usd)
	}));
}

async function page(address: string) {
	const response = await fetch(server.url + address);
	const html = await response.text();
	expect(response.status, address).toBe(200);
	return readPage(html);
}

/** What tables of deals on a page say is counted of each, by slug; null where it is left out. */
function countedOn(document: Awaited<ReturnType<typeof page>>): Map<string, number | null> {
	const rows = allOf(document, 'tr').flatMap((row): [string, number | null][] => {
		const cell = allOf(row, 'td').find((each) => hasClass(each, 'c-cnt'));
		const link = allOf(row, 'a').find((each) => attribute(each, 'href')?.startsWith('/deals/'));
		if (!cell || !link) return [];
		const [figure] = allOf(cell, 'data');
		return [[attribute(link, 'href')!.split(/[/?]/)[2]!, figure ? Number(attribute(figure, 'value')) : null]];
	});
	return new Map(rows);
}

it('says since when every deal is as firm as it is, as the data do', async () => {
	const rows = await listed(ALL);
	expect(rows.length).toBeGreaterThan(200);
	for (const { slug, firm_since } of rows) {
		const facts = allOf(await page(`/deals/${slug}`), 'div').filter((each) =>
			allOf(each, 'dt').some((term) => textOf(term) === 'Firmness')
		);
		expect(textOf(facts.at(-1)!), slug).toContain(`since ${day(firm_since)}`);
	}
}, 60_000);

describe.each(QUESTIONS)('one contribution of one deal, asked %s', (query) => {
	it('in its own JSON as in the list, of every deal', async () => {
		const rows = await listed(query);
		expect(rows.some(({ contribution_usd }) => contribution_usd !== null && contribution_usd > 0)).toBe(true);
		for (const { slug, contribution_usd } of rows) {
			const { deal } = await getJson<{ deal: Row }>(`${server.url}/deals/${slug}.json?${query}`);
			expect(deal.contribution_usd, slug).toBe(contribution_usd);
		}
	}, 60_000);

	it('in lists that are filtered, by payer, by kind and by words', async () => {
		const rows = await listed(query);
		const known = new Map(rows.map((row) => [row.slug, row.contribution_usd]));
		const filters = [
			...[...new Set(rows.flatMap(({ payers }) => payers))].map((payer) => `payer=${payer}`),
			...[...new Set(rows.map(({ kind }) => kind))].map((kind) => `kind=${kind}`),
			'q=campus'
		];
		let seen = 0;
		for (const filter of filters) {
			for (const { slug, contribution_usd } of await listed(`${query}&${filter}`)) {
				expect(contribution_usd, `${slug} in ${filter}`).toBe(known.get(slug));
				seen += 1;
			}
		}
		expect(seen).toBeGreaterThan(2 * known.size - 1);
	}, 60_000);

	it('in the search and on the pages of organisations', async () => {
		const rows = await listed(query);
		const known = new Map(rows.map((row) => [row.slug, row.contribution_usd]));
		const parties = [...new Set(rows.flatMap(({ payers, payees }) => [...payers, ...payees]))];
		const seen = new Set<string>();
		for (const address of [
			...parties.map((slug) => `/organisations/${slug}?${query}`),
			...['openai', 'campus', 'stake', 'anthropic'].map((words) => `/search?q=${words}&${query}`)
		]) {
			for (const [slug, usd] of countedOn(await page(address))) {
				expect(usd, `${slug} on ${address}`).toBe(known.get(slug) ?? null);
				if (known.has(slug)) seen.add(slug);
			}
		}
		// Every deal has a party, and a party's page lists its sixty largest.
		expect(seen.size).toBe(known.size);
	}, 60_000);
});
