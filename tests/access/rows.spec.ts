import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicator, quarter, Site } from './site';

let site: Site;
let cookie: string;
let key: string;

beforeAll(async () => {
	site = await Site.start({ env: { BUILDOUT_TODAY: '2026-06-30' } });
	cookie = await site.first();
	key = await site.key(cookie, 'read', 'write');
});

afterAll(() => site.stop());

const write = (method: string, address: string, json?: unknown, headers?: Record<string, string>) =>
	site.write(key, method, address, json, headers);
const read = async (address: string) => (await site.send(address, { key })).json();
const having = (revision: number) => ({ 'if-match': `"${revision}"` });

const { period_start, period_end, measure: _measure, fiscal_period: _period, derivation: _how, ...origin } = quarter();

const ROWS = {
	capex: { row: quarter(), id: /^acorn-ai--payments_for_ppe--2025-01-01--2025-03-31$/, own: 'period_end' },
	guidance: {
		row: {
			...origin,
			amount_usd: undefined,
			filed: undefined,
			period_start,
			period_end: '2025-12-31',
			given_on: '2025-02-01',
			low_usd: 10,
			high_usd: null,
			measure: 'capex',
			wording: 'Ten or more.'
		},
		id: /^acorn-ai--capex--2025-02-01--2025-01-01--2025-12-31$/,
		own: 'given_on'
	},
	fundamentals: {
		row: { ...origin, filed: undefined, period_start, period_end, as_of: null, metric: 'revenue', amount_usd: -5 },
		id: /^acorn-ai--revenue--2025-01-01--2025-03-31--[0-9a-z]{11}$/,
		own: 'source'
	}
};

describe.each(Object.entries(ROWS))('a row of %s', (kind, { row, id, own }) => {
	it('is added at its list, read, merged, replaced and removed at its own address, and keeps its history', async () => {
		const start = await site.revision();
		const added = await write('POST', `/${kind}.json`, row);
		expect(added).toMatchObject({ status: 201, said: { revision: start + 1, kind, slug: expect.stringMatching(id) } });
		const address = added.headers.get('location') ?? '';
		expect(address).toBe(`/${kind}/${added.said.slug}.json`);
		const stands = await read(address);
		expect(stands).toMatchObject({
			record_revision: start + 1,
			record: { company: 'acorn-ai' },
			row: { id: added.said.slug }
		});
		expect(await read(`/${kind}.json`)).toMatchObject({ count: 1, [kind]: [{ id: added.said.slug }] });

		expect(await write('POST', `/${kind}.json`, row)).toMatchObject({ status: 409, said: { href: address } });
		const tag = added.headers.get('etag') ?? '';
		const noted = await write('PATCH', address, { note: 'Seen.' }, { 'if-match': tag });
		expect(noted).toMatchObject({ status: 200, said: { changes: [{ path: 'note', before: null, after: 'Seen.' }] } });
		// A cell that a merge patch takes away is an empty cell.
		const emptied = await write('PATCH', address, { note: null }, having(start + 2));
		expect(emptied.said.record).toEqual(stands.record);
		expect(await write('PUT', address, { ...row, note: 'Late.' }, having(start + 1))).toMatchObject({
			status: 412,
			said: { current: { note: null }, yours: { note: 'Late.' } }
		});
		const removed = await write('DELETE', address, undefined, having(start + 3));
		expect(removed).toMatchObject({ status: 200, said: { record: null } });
		expect((await site.send(address)).status).toBe(404);
		const history = await read(address.replace('.json', '/history.json'));
		expect(history.history.map(({ change }: { change: string }) => change)).toEqual([
			'removed',
			'changed',
			'changed',
			'added'
		]);

		const back = await site.send(`/history/${start + 4}?/undo`, { cookie, form: {} });
		expect([back.status, back.headers.get('location')]).toEqual([303, `/history/${start + 5}`]);
		expect((await read(address)).record).toEqual(stands.record);
		const page = await (await site.send(address.replace('.json', ''))).text();
		expect(page).toContain('Acorn');
	});

	it('stays what its address says it is', async () => {
		const { record, record_revision } = await read(`/${kind}.json`).then(({ [kind]: rows }) =>
			read(`/${kind}/${rows[0].id}.json`)
		);
		const { [kind]: rows } = await read(`/${kind}.json`);
		const other = own === 'source' ? 'https://filings.example/other' : '2025-03-15';
		const address = `/${kind}/${rows[0].id}.json`;
		for (const [method, body] of [
			['PUT', { ...record, [own]: other }],
			['PATCH', { [own]: other }]
		] as const) {
			const { status, said } = await write(method, address, body, having(record_revision));
			expect([status, said.errors]).toEqual([
				422,
				[{ path: own, expected: `that of the address, ${record[own]}; it never changes`, got: other }]
			]);
		}
		const elsewhere = await write('POST', `/${kind}/${rows[0].id}x.json`, { ...record, [own]: other });
		expect(elsewhere.status).toBe(422);
		expect((await write('PUT', `/${kind}/nothing.json`, record, having(record_revision))).status).toBe(404);
	});
});

it('rows of all kinds and a reading are one batch with a deal’s change, checked against each other', async () => {
	const start = await site.revision();
	const row = quarter({ period_start: '2025-04-01', period_end: '2025-06-30', filed: '2025-07-20' });
	const operations = [
		{ method: 'POST', address: '/capex.json', body: { ...row, company: 'newly-known' } },
		{ method: 'POST', address: '/indicators.json', body: indicator() },
		{ method: 'PATCH', address: '/deals/deal-000.json', if_match: start, body: { notes: 'In one.' } }
	];
	const refused = await write('POST', '/batch.json', { operations });
	expect(refused.status).toBe(422);
	expect(refused.said.errors).toMatchObject([
		{ path: expect.stringMatching(/^capex newly-known--.*--2025-07-20 company$/), got: 'newly-known' }
	]);
	const known = {
		method: 'POST',
		address: '/organisations.json',
		body: { slug: 'newly-known', name: 'N', kind: 'other' }
	};
	const done = await write('POST', '/batch.json', { operations: [...operations, known] });
	expect(done).toMatchObject({ status: 200, said: { revision: start + 1 } });
	expect(done.said.records.map(({ kind }: { kind: string }) => kind)).toEqual([
		'capex',
		'indicators',
		'deals',
		'organisations'
	]);
});

it('a reading’s bounds are changed at its address, and its colour follows', async () => {
	const { record, record_revision, reading } = await read('/indicators/circularity.json');
	expect(record).toEqual(indicator());
	const [drawn] = record.bounds;
	const above = { min: reading.value + 1 };
	const amber = { ...record, bounds: [{ ...drawn, green: above, amber: { max: above.min } }] };
	expect((await write('PUT', '/indicators/circularity.json', amber, having(record_revision))).status).toBe(200);
	expect((await read('/indicators/circularity.json')).reading.status).toBe('amber');
});

it('what a client sends in place of a row is refused in words', async () => {
	for (const body of [null, 7, [], 'x', { toString: 1 }, { company: { toString: 1 } }]) {
		const { status, said } = await write('POST', '/capex.json', body);
		expect([body, status]).toEqual([body, 422]);
		expect(said.errors.length).toBeGreaterThan(0);
	}
});
