import { describe, expect, it } from 'vitest';
import { FORMATS, type Format } from '$lib/formats';
import { ROWS, SAMPLE, type SampleRow } from '$lib/formats/table.fixture';
import { publish, publishRecord, notModified, type Publication } from './respond';
import { viewAt } from './view.fixture';

const asked = (path: string, init?: RequestInit) => new Request(`http://localhost:3000${path}`, init);
const list = (query = '', over: Partial<Publication<SampleRow>> = {}): Publication<SampleRow> => ({
	name: 'deals',
	view: viewAt(query),
	revision: 4,
	today: '2026-11-22',
	columns: SAMPLE,
	count: ROWS.length,
	rows: (from, to) => ROWS.slice(from, to),
	...over
});

describe('publish', () => {
	it.each(FORMATS)('$label: its type, name and headers, and the same for HEAD without a body', async (expected) => {
		const { extension: format, type, holds } = expected;
		const file = `${holds === 'page' ? 'inline' : 'attachment'}; filename="buildout-deals_2025-01-31.${format}"`;
		const path = `/deals.${format}?as_of=2025-01-31`;
		const got = await publish(format, list('as_of=2025-01-31'), asked(path));
		expect(got.status).toBe(200);
		expect(got.headers.get('content-type')).toBe(type);
		expect(got.headers.get('content-disposition')).toBe(file);
		expect(got.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600');
		expect(got.headers.get('x-total-rows')).toBe('3');
		expect(got.headers.get('x-content-type-options')).toBe('nosniff');
		const idle = list('as_of=2025-01-31', {
			rows: () => {
				throw new Error('HEAD must not ask for rows');
			}
		});
		const head = await publish(format, idle, asked(path, { method: 'HEAD' }));
		expect([...head.headers]).toEqual([...got.headers]);
		expect(head.body).toBeNull();
		expect((await got.arrayBuffer()).byteLength).toBeGreaterThan(100);
	});

	it('gives one page as JSON, an empty one past the end, and all rows otherwise', async () => {
		const page = async (query: string, format: Format = 'json') => {
			const response = await publish(format, list(query), asked(`/deals.${format}?${query}`));
			return response.text();
		};
		const second = JSON.parse(await page('page=2&per_page=2')) as { count: number; deals: SampleRow[] };
		expect([second.count, second.deals.map((row) => row.slug)]).toEqual([3, ['c-3']]);
		expect(JSON.parse(await page('page=999999999&per_page=1000'))).toMatchObject({ count: 3, deals: [] });
		expect((await page('page=2&per_page=2', 'csv')).match(/\r\n/g)).toHaveLength(4);
	});

	it('says in JSON where the next page is, of the same day and revision, and in a header; after the last there is none', async () => {
		const first = await publish('json', list('per_page=2'), asked('/deals.json?per_page=2&q=%C3%A9'));
		const { next } = (await first.json()) as { next: string };
		const { searchParams } = new URL(next, 'https://ledger.example.org');
		expect(Object.fromEntries(searchParams)).toMatchObject({ per_page: '2', q: 'é', page: '2', revision: '4' });
		expect(searchParams.get('as_of')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		expect(first.headers.get('link')).toBe(`<${next}>; rel="next"`);
		const last = await publish('json', list('page=2&per_page=2'), asked('/deals.json?page=2&per_page=2'));
		expect(await last.json()).toMatchObject({ next: null });
		expect(last.headers.has('link')).toBe(false);
		expect((await publish('csv', list('per_page=2'), asked('/deals.csv?per_page=2'))).headers.has('link')).toBe(false);
	});

	it('hands the address to the encoder: raw, bom and labels', async () => {
		const response = await publish('csv', list('raw=1&bom=1&labels=1'), asked('/deals.csv?raw=1&bom=1&labels=1'));
		const bytes = new Uint8Array(await response.arrayBuffer());
		expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		expect(new TextDecoder().decode(bytes)).toMatch(/^Deal,"Title, in words",=Parties/);
	});

	it('answers 304 to whoever has it, and only to them', async () => {
		const first = await publish('csv', list(), asked('/deals.csv'));
		const tag = first.headers.get('etag')!;
		expect(tag).toMatch(/^"4-[\w-]{22}"$/);
		const again = (value: string, path = '/deals.csv', over = {}) =>
			publish('csv', list('', over), asked(path, { headers: { 'if-none-match': value } }));
		for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
			const response = await again(known);
			expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, tag, '']);
		}
		expect((await again('"x"')).status).toBe(200);
		expect((await again(tag, '/deals.csv?page=2')).status).toBe(200);
		expect((await again(tag, '/deals.json')).status).toBe(200);
		expect((await again(tag, '/deals.csv', { revision: 5 })).status).toBe(200);
		expect((await again(tag, '/deals.csv', { today: '2026-11-23' })).status).toBe(200);
		expect(notModified(asked('/deals.csv'), { revision: 4, today: '2026-11-22' })).toBeNull();
	});

	it('refuses a sheet that is too long and names the CSV', async () => {
		const response = await publish('xlsx', list('', { count: 37_501 }), asked('/deals.xlsx?q=x'));
		expect(response.status).toBe(413);
		expect(await response.json()).toMatchObject({
			detail:
				'A sheet of this table holds at most 37,500 rows and this is 37,501; the same as CSV is at /deals.csv?q=x.',
			alternative: '/deals.csv?q=x'
		});
	});
});

describe('publishRecord', () => {
	const what = {
		name: 'deals/a-1',
		view: viewAt(),
		revision: 4,
		today: '2026-11-22',
		record: { deal: { slug: 'a-1' } }
	};

	it('puts what was asked before the record', async () => {
		const response = publishRecord(what, asked('/deals/a-1.json'));
		expect(response.headers.get('content-disposition')).toBe('inline; filename="buildout-deals-a-1_2026-11-22.json"');
		expect(await response.json()).toEqual({
			question: what.view.question,
			...{ as_of: '2026-11-22', revision: 4, covered_to: null, deal: { slug: 'a-1' } }
		});
		const tag = response.headers.get('etag')!;
		expect(publishRecord(what, asked('/deals/a-1.json', { headers: { 'if-none-match': tag } })).status).toBe(304);
		expect(publishRecord(what, asked('/deals/a-1.json', { method: 'HEAD' })).body).toBeNull();
	});
});
