import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGE_NAMES, type PageName } from '$lib/features';
import { ask } from '$lib/features/ask';
import { compile, type Book } from '$lib/ledger/book';
import { dayFromNumber, dayNumber } from '$lib/records/day';
import {
	ESTIMATES,
	FIRMNESS,
	KINDS,
	LAYERS,
	SCOPES,
	STEPS,
	WEIGHTS,
	WTF_LABELS,
	BASES
} from '$lib/records/vocabularies';
import { startServer, type RunningServer } from '../support/server';

const TODAY = '2026-11-23';
const QUESTIONS = 500;

let server: RunningServer;
let book: Book;
let revision: number;

beforeAll(async () => {
	server = await startServer({ env: { BUILDOUT_TODAY: TODAY } });
	const snapshot = await (await fetch(`${server.url}/snapshot.json`)).json();
	revision = snapshot.revision;
	book = compile(snapshot.records);
});
afterAll(() => server.stop());

function day(from: string, to: string): fc.Arbitrary<string> {
	return fc.integer({ min: dayNumber(from), max: dayNumber(to) }).map(dayFromNumber);
}

function some<T extends string>(words: readonly T[]): fc.Arbitrary<string> {
	return fc.subarray([...words], { minLength: 1 }).map((list) => list.join(','));
}

/** One of some right values, and once in twenty the wrong one. */
function rarely(wrong: string, ...right: string[]): fc.Arbitrary<string> {
	return fc.oneof({ weight: 1, arbitrary: fc.constant(wrong) }, { weight: 19, arbitrary: fc.constantFrom(...right) });
}

/** Any question the address bar takes, right ones for the most part. */
const params = fc
	.record(
		{
			layers: some(LAYERS),
			firmness: fc.constantFrom(...FIRMNESS),
			scope: fc.constantFrom(...SCOPES),
			estimate: fc.constantFrom(...ESTIMATES),
			as_of: day('2019-01-01', '2028-12-31'),
			from: day('2018-01-01', '2024-12-31'),
			to: day('2025-01-01', '2032-12-31'),
			step: fc.constantFrom(...STEPS.filter((step) => step !== 'day')),
			basis: fc.constantFrom(...BASES),
			projection: fc.constantFrom('none', 'thompson-us-2026', 'citi-2025-09-us'),
			q: fc.constantFrom('openai', 'texas', 'no such words'),
			kind: some(KINDS),
			organisation: rarely('nobody-here', 'openai', 'nvidia,oracle'),
			wtf: some(WTF_LABELS),
			min_value: fc.integer({ min: 0, max: 50_000_000_000 }).map(String),
			weight: fc.constantFrom(...WEIGHTS),
			page: fc.constantFrom('1', '2', '99'),
			sort: rarely('nonsense', '-value', 'title', 'lean')
		},
		{ requiredKeys: [] }
	)
	.map((record) => new URLSearchParams(record as Record<string, string>));

/** The slug that a page of one record is asked for; empty for the others. */
function slugFor(name: PageName, pick: number): string {
	const lists: Partial<Record<PageName, { slug: string }[]>> = {
		deal: book.records.deals,
		projection: book.records.projections,
		organisation: book.records.organisations,
		indicator: book.records.indicators
	};
	const list = lists[name];
	return list ? list[pick % list.length]!.slug : '';
}

describe('the snapshot answers as the server does', () => {
	test(`${QUESTIONS} random questions, every figure`, async () => {
		const names = PAGE_NAMES;
		const questions = fc.sample(fc.tuple(fc.constantFrom(...names), params, fc.nat()), { numRuns: QUESTIONS, seed: 7 });
		const statuses = new Map<number, number>();
		for (const [name, query, pick] of questions) {
			const slug = slugFor(name, pick);
			const response = await fetch(`${server.url}/answers/${slug ? `${name}/${slug}` : name}?${query}`);
			const remote = await response.json();
			const here = await ask(name, book, query, TODAY, slug, revision);
			const local = 'view' in here ? { ...here, view: { ...here.view, given: [...here.view.given] } } : here;
			expect(remote, `${name} ${slug} ?${query}`).toEqual(JSON.parse(JSON.stringify(local)));
			statuses.set(here.status, (statuses.get(here.status) ?? 0) + 1);
		}
		// Both right and wrong addresses were among them, and most were right.
		expect(statuses.get(200)).toBeGreaterThan(QUESTIONS / 2);
		expect(statuses.get(400)).toBeGreaterThan(0);
	});
});
