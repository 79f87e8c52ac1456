import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ESTIMATES, FIRMNESS, KINDS, LAYERS, SCOPES, WTF_LABELS } from '$lib/records/vocabularies';
import { startServer, type RunningServer } from '../support/server';
import { getJson } from './get';

let server: RunningServer;
beforeAll(async () => {
	server = await startServer({ env: { BUILDOUT_TODAY: '2026-11-23' } });
});
afterAll(() => server.stop());

it('knows the contract that the project grew from', async () => {
	const { deal } = await getJson<{ deal: Record<string, unknown> }>(`${server.url}/deals/openai-aws-2025.json`);
	expect(deal).toMatchObject({
		slug: 'openai-aws-2025',
		payers: ['openai'],
		payees: ['amazon'],
		first_event: '2025-11-03',
		firmness: 'definitive',
		cancelled: false,
		headline_usd: 38_000_000_000,
		low_usd: 38_000_000_000,
		central_usd: 38_000_000_000,
		high_usd: 38_000_000_000,
		contribution_usd: 38_000_000_000,
		term: { start: '2025-11-03', years: 7 },
		term_start: '2025-11-03',
		term_end: '2032-11-02',
		term_assumed: false,
		workloads: ['training', 'inference', 'agentic'],
		terminator: 1,
		idiocracy: 0,
		label: 'NEUTRAL'
	});
	expect(deal['hardware']).toEqual([expect.stringContaining('GB200'), expect.stringContaining('GB300')]);
	expect(deal['rationale']).toEqual(expect.stringMatching(/\w+ \w+/));
	const sources = deal['sources'] as { key: string; publisher: string }[];
	const events = deal['events'] as { sources: string[] }[];
	expect(sources.length).toBeGreaterThan(1);
	expect(sources.map((source) => source.key)).toEqual(expect.arrayContaining(events.flatMap((event) => event.sources)));
});

it('sets the featured projection against the ledger', async () => {
	type Body = { projection: object; comparison: Record<string, number | string> };
	const { projection, comparison } = await getJson<Body>(`${server.url}/projections/thompson-us-2026-2027.json`);
	expect(projection).toMatchObject({
		slug: 'thompson-us-2026-2027',
		scope: 'us',
		window: { start: '2026-01-01', end: '2027-12-31' },
		target: { low: 500_000_000_000 },
		featured: true
	});
	expect(comparison['target_usd']).toBe(500_000_000_000);
	// 327 of the window's 730 days are over.
	expect(comparison['path_to_date_usd']).toBe(Math.round((500e9 * 327) / 730));
	const spent = Number(comparison['due_to_date_usd']);
	expect(comparison['pace']).toBeCloseTo(spent / ((500e9 * 327) / 730), 9);
	expect(comparison['cover']).toBeCloseTo(Number(comparison['contracted_usd']) / 500e9, 9);
	expect(comparison['needed_per_year_usd']).toBe(Math.round(((500e9 - spent) / 403) * 365.25));

	// The same figures stand on the curve of the dashboard, which asks in the projection's own scope.
	type Point = { date: string; in_window_usd: number; path_usd: number };
	const day = 'from=2026-11-23&to=2026-11-23';
	const { spend } = await getJson<{ spend: Point[] }>(`${server.url}/spend.json?${day}`);
	expect(spend).toMatchObject([{ date: '2026-11-23', in_window_usd: spent, path_usd: comparison['path_to_date_usd'] }]);
	const last = await getJson<{ spend: Point[] }>(`${server.url}/spend.json?from=2027-12-31`);
	expect(last.spend).toMatchObject([{ in_window_usd: comparison['contracted_usd'], path_usd: 500_000_000_000 }]);
});

const KEYS = [
	'headline',
	'other_layers',
	'cut_or_cancelled',
	'not_firm',
	'headline_to_estimate',
	'outside_scope',
	'inside_bigger_deal',
	'counted'
];

it('adds up to the dollar on 200 random questions, and to what the curve and the deals say', async () => {
	const { deals } = await getJson<{ deals: { payers: string[]; payees: string[] }[] }>(
		`${server.url}/deals.json?per_page=1000`
	);
	const organisations = [...new Set(deals.flatMap((deal) => [...deal.payers, ...deal.payees]))].sort();
	const some = (words: readonly string[], most?: number) =>
		fc.subarray([...words], { minLength: 1, maxLength: most }).map((list) => list.join(','));
	const filters = fc.record(
		{
			q: fc.constantFrom('openai', 'data centre', 'nvidia', 'power', 'loan', 'zzz'),
			kind: some(KINDS),
			organisation: some(organisations, 4),
			payer: some(organisations, 9),
			payee: some(organisations, 9),
			wtf: some(WTF_LABELS),
			min_value: fc.integer({ min: 0, max: 20_000_000_000 }).map(String),
			max_value: fc.integer({ min: 20_000_000_000, max: 600_000_000_000 }).map(String)
		},
		{ requiredKeys: [] }
	);
	const day = fc
		.record({ year: fc.integer({ min: 2020, max: 2030 }), month: fc.integer({ min: 1, max: 12 }) })
		.map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-17`);
	const question = fc.record({
		layers: some(LAYERS),
		firmness: fc.constantFrom(...FIRMNESS),
		scope: fc.constantFrom(...SCOPES),
		estimate: fc.constantFrom(...ESTIMATES),
		as_of: fc.oneof(day, fc.constant('2026-11-23')),
		filters: fc.oneof(fc.constant({}), filters)
	});
	let counted = 0;
	await fc.assert(
		fc.asyncProperty(question, async ({ filters: chosen, ...rest }) => {
			const query = new URLSearchParams({ ...rest, ...(chosen as Record<string, string>) }).toString();
			type Step = { key: string; amount_usd: number; deals: number };
			const { reconciliation: rows } = await getJson<{ reconciliation: Step[] }>(
				`${server.url}/reconciliation.json?${query}`
			);
			expect(rows.map((row) => row.key)).toEqual(KEYS);
			for (const row of rows) expect(Number.isSafeInteger(row.amount_usd)).toBe(true);
			for (const row of rows.slice(1, -1)) expect(row.amount_usd).toBeLessThanOrEqual(0);
			const amounts = rows.map((row) => row.amount_usd);
			const total = amounts.at(-1)!;
			expect(amounts.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(total);

			const range = `from=${rest.as_of}&to=${rest.as_of}&projection=none`;
			type Point = { headline_usd: number; counted_usd: number; due_usd: number };
			const { spend } = await getJson<{ spend: Point[] }>(`${server.url}/spend.json?${query}&${range}`);
			expect(spend).toMatchObject([{ headline_usd: amounts[0], counted_usd: total }]);
			const listed = await getJson<{ deals: { contribution_usd: number | null }[] }>(
				`${server.url}/deals.json?${query}&per_page=1000`
			);
			const added = listed.deals.reduce((sum, deal) => sum + (deal.contribution_usd ?? 0), 0);
			expect(added).toBe(total);
			if (total > 0) counted++;
		}),
		{ numRuns: 200, seed: 20261123 }
	);
	// Questions that find nothing add up by themselves.
	expect(counted).toBeGreaterThan(60);
});
