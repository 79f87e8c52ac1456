import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countsFrom } from '$lib/records/day';
import { root, startServer, type RunningServer } from '../support/server';
import type { Question } from '$lib/ledger/question';
import type { Expected } from '../support/vectors';
import {
	datasetOf,
	differences,
	SETS,
	slugDifferences,
	titled,
	vectorsOf,
	type Case as Case2,
	type Comparison as Comparison2
} from '../support/vectors2';
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
		const answer = await ask<{ spend: typeof rows; count: number }>('/spend.json', question);
		expect(answer.count).toBe(answer.spend.length);
		// These sets know of no row at as_of itself.
		const wanted = new Set(rows.map((row) => row.date));
		const spend = answer.spend.filter((row) => row.date !== each.as_of || wanted.has(row.date));
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
		const day = { from: each.as_of, to: each.as_of, window: '90' };
		const { wtf } = await ask<{ wtf: Row[] }>('/wtf.json', { ...asked(each), ...day });
		expect(wtf.map((row) => row.date)).toEqual([each.as_of]);
		expect(wtf[0]!.deals).toBe(each.wtf?.deals ?? 0);
		expect(wtf[0]!.label === null).toBe(each.wtf === null);
		for (const key of ['terminator', 'idiocracy', 'lean'] as const)
			expectNear(wtf[0]![key], each.wtf?.[key] ?? null, false, key);
	});

	test.each(cases)('/projections %s', async (_, each) => {
		for (const [slug, want] of Object.entries(each.projections)) {
			type Answer = { known: boolean; projection: { published: string }; comparison: Comparison | null };
			const { comparison, known, projection } = await ask<Answer>(`/projections/${slug}.json`, asked(each));
			// The answers are of what is compared; before a projection was published nothing is.
			expect(known).toBe(countsFrom(projection.published) <= each.as_of);
			if (!known || !comparison) {
				expect([known, comparison]).toEqual([false, null]);
				continue;
			}
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

/** A question as it stands in an address: lists parted by commas, each filter under its own name. */
function written({ filters, ...question }: Question, as_of: string): Record<string, string> {
	const entries = Object.entries({ ...question, ...filters, as_of });
	return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

/** A question whose lists are in one order. */
function inOrder(question: Question): unknown {
	const sorted = (value: unknown) => (Array.isArray(value) ? [...(value as string[])].sort() : value);
	const filters = Object.fromEntries(Object.entries(question.filters).map(([name, value]) => [name, sorted(value)]));
	return { ...question, layers: sorted(question.layers), filters };
}

describe.each(SETS)('vectors2 %s over HTTP', (set) => {
	const { cases, at } = vectorsOf(set);
	const all = cases.map(titled);
	let server: RunningServer;
	const ask = <Body>(address: string, params: Record<string, string>): Promise<Body> =>
		getJson<Body>(`${server.url}${address}?${new URLSearchParams(params)}`);

	beforeAll(async () => {
		server = await startServer({ data: datasetOf(set) });
	});
	afterAll(() => server.stop());

	test.each(all)('/spend %s', async (_, { question, as_of, spend: { rows, ...range } }) => {
		const params = { ...written(question, as_of), ...range, per_page: '1000', projection: 'none' };
		const { spend, ...more } = await ask<{ spend: typeof rows; count: number; question: Question }>(
			'/spend.json',
			params
		);
		expect(inOrder(more.question)).toEqual(inOrder(question));
		expect(spend.map((row) => row.date)).toEqual(rows.map((row) => row.date));
		expect(more.count).toBe(rows.length);
		expect(rows.flatMap((row, i) => differences(spend[i]!, row, row.date))).toEqual([]);
	});

	test.each(all)('/reconciliation %s', async (_, { question, as_of, reconciliation: want }) => {
		type Row = { key: string; amount_usd: number };
		const { reconciliation } = await ask<{ reconciliation: Row[] }>('/reconciliation.json', written(question, as_of));
		expect(reconciliation.map((row) => [row.key, row.amount_usd])).toEqual(want);
	});

	test.each(all)('/deals %s', async (_, { question, as_of, contributions, due }: Case2) => {
		type Row = { slug: string; contribution_usd: number | null; due_usd: number };
		const { deals } = await ask<{ deals: Row[] }>('/deals.json', { ...written(question, as_of), per_page: '1000' });
		const kept = deals.filter((row) => row.contribution_usd !== null);
		const added = Object.fromEntries(kept.map((row) => [row.slug, row.contribution_usd!]));
		const dues = Object.fromEntries(deals.map((row) => [row.slug, row.due_usd]));
		expect(slugDifferences(added, contributions, 'contribution', null)).toEqual([]);
		expect(slugDifferences(dues, due, 'due', 0)).toEqual([]);
	});

	test.each(all)('/projections %s', async (_, { question, as_of, comparisons }) => {
		const { scope: _scope, ...asked } = written(question, as_of);
		for (const [slug, want] of Object.entries(comparisons)) {
			if (!want) continue;
			const { comparison } = await ask<{ comparison: Comparison2 }>(`/projections/${slug}.json`, asked);
			expect(differences(comparison, want, slug)).toEqual([]);
		}
	});

	test.each(Object.entries(at))('what no question changes, as of %s', async (as_of, want) => {
		type Row = {
			slug: string;
			headline_usd: number;
			firmness: string;
			firm_since: string;
			awaiting_completion: boolean | null;
			term_assumed: boolean | null;
		};
		const layers = 'demand,infrastructure,components,funding';
		const params = { as_of, layers, firmness: 'rumoured', per_page: '1000' };
		const { deals } = await ask<{ deals: Row[] }>('/deals.json', params);
		const bySlug = (key: keyof Row) => Object.fromEntries(deals.map((row) => [row.slug, row[key]]));
		const flagged = (key: keyof Row) => deals.flatMap((row) => (row[key] === true ? row.slug : [])).sort();
		for (const key of ['headline_usd', 'firmness', 'firm_since'] as const) expect(bySlug(key), key).toEqual(want[key]);
		for (const key of ['awaiting_completion', 'term_assumed'] as const)
			expect(flagged(key), key).toEqual([...want[key]].sort());
	});
});
