import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, startServer, type RunningServer } from '../support/server';
import type { Expected } from '../support/vectors';
import { getJson } from './get';

type Case = Expected['cases'][number];
type Comparison = Case['projections'][string];

/** The parts of a question as they stand in an address. */
function asked({ question, as_of }: Case): Record<string, string> {
	const { layers, ...rest } = question;
	return { ...rest, layers: layers.join(','), as_of };
}

/** Dollars agree within 1, ratios within 1e-5; nothing stands for nothing only. */
function expectNear(got: number | null | undefined, want: number | null, dollars: boolean, what: string): void {
	if (want === null || typeof got !== 'number') expect(got, what).toBe(want);
	else expect(Math.abs(got - want), `${what}: ${got} for ${want}`).toBeLessThanOrEqual(dollars ? 1 : 1e-5);
}

describe.each(['small', 'medium'])('vectors %s over HTTP', (set) => {
	const folder = path.join(root, 'tests/vectors', set);
	const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected;
	const cases = expected.cases.map((each) => [`${JSON.stringify(each.question)} as of ${each.as_of}`, each] as const);
	let server: RunningServer;
	const ask = <Body>(address: string, params: Record<string, string>): Promise<Body> =>
		getJson<Body>(`${server.url}${address}?${new URLSearchParams(params)}`);

	beforeAll(async () => {
		server = await startServer({ data: path.join(folder, 'dataset') });
	});
	afterAll(() => server.stop());

	test.each(cases)('/spend %s', async (_, each) => {
		const { rows, ...range } = each.spend;
		const question = { ...asked(each), ...range, per_page: '1000', projection: 'none' };
		const { spend, count } = await ask<{ spend: typeof rows; count: number }>('/spend.json', question);
		expect(count).toBe(rows.length);
		expect(spend.map((row) => row.date)).toEqual(rows.map((row) => row.date));
		for (const [i, want] of rows.entries())
			for (const key of ['headline_usd', 'counted_usd', 'due_usd'] as const)
				expectNear(spend[i]![key], want[key], true, `${want.date} ${key}`);
	});

	test.each(cases)('/reconciliation %s', async (_, each) => {
		type Row = { key: string; amount_usd: number };
		const { reconciliation } = await ask<{ reconciliation: Row[] }>('/reconciliation.json', asked(each));
		expect(reconciliation.map((row) => [row.key, row.amount_usd])).toEqual(each.reconciliation);
	});

	test.each(cases)('/deals %s', async (_, each) => {
		type Row = { slug: string; contribution_usd: number | null };
		const { deals } = await ask<{ deals: Row[] }>('/deals.json', { ...asked(each), per_page: '1000' });
		const kept = deals.filter((row) => row.contribution_usd !== null);
		expect(Object.fromEntries(kept.map((row) => [row.slug, row.contribution_usd]))).toEqual(each.contributions);
	});

	test.each(cases)('/wtf %s', async (_, each) => {
		type Row = { date: string; label: string | null; deals: number } & Record<string, number | null>;
		// A range of one day has one step, whose end is that day.
		const day = { from: each.as_of, to: each.as_of };
		const { wtf } = await ask<{ wtf: Row[] }>('/wtf.json', { ...asked(each), ...day });
		expect(wtf.map((row) => row.date)).toEqual([each.as_of]);
		expect(wtf[0]!.deals).toBe(each.wtf?.deals ?? 0);
		expect(wtf[0]!.label === null).toBe(each.wtf === null);
		for (const key of ['terminator', 'idiocracy', 'lean'] as const)
			expectNear(wtf[0]![key], each.wtf?.[key] ?? null, false, key);
	});

	test.each(cases)('/projections %s', async (_, each) => {
		for (const [slug, want] of Object.entries(each.projections)) {
			const { comparison } = await ask<{ comparison: Comparison }>(`/projections/${slug}.json`, asked(each));
			for (const key of Object.keys(want) as (keyof Comparison)[])
				expectNear(comparison[key], want[key], key.endsWith('_usd'), `${slug} ${key}`);
		}
	});

	test('labels on 22 November 2026', async () => {
		type Row = { slug: string; label: string | null };
		const { deals } = await ask<{ deals: Row[] }>('/deals.json', { as_of: '2026-11-22', per_page: '1000' });
		expect(Object.fromEntries(deals.map((row) => [row.slug, row.label]))).toEqual(expected['labels_at_2026-11-22']);
	});
});
