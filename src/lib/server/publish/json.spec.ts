import { describe, expect, it } from 'vitest';
import { listJson, ndjsonStream } from './json';
import { badAddress, nearRecords, noSuchRecord } from './problem';
import { ROWS, SAMPLE, viewAt } from './table.fixture';

describe('listJson', () => {
	it('puts the question first and the rows last, whole, in the order of the columns', () => {
		const view = viewAt('page=2&per_page=2&layers=demand');
		const table = { columns: SAMPLE, rows: [{ extra: 1, ...ROWS[1]! }], count: 3, more: { weight: 'value' } };
		const text = listJson('deals', view, 7, table);
		expect(JSON.parse(text)).toEqual({
			question: { layers: ['demand'], firmness: 'announced', scope: 'global', estimate: 'central', filters: {} },
			...{ as_of: '2026-11-22', revision: 7, count: 3, page: 2, per_page: 2, weight: 'value' },
			deals: [ROWS[1]]
		});
		expect(text).toContain('"deals":[{"slug":"b-2","title":null,"parties":[],"on":null,"amount_usd":null');
	});

	it('refuses a number that JSON would turn into nothing', () => {
		const rows = [{ ...ROWS[0]!, share: Infinity }];
		expect(() => listJson('deals', viewAt(), 1, { columns: SAMPLE, rows, count: 1 })).toThrow(RangeError);
	});
});

describe('ndjsonStream', () => {
	it('writes one object a line', async () => {
		const text = await new Response(ndjsonStream({ columns: SAMPLE, rows: ROWS })).text();
		expect(
			text
				.trimEnd()
				.split('\n')
				.map((line) => JSON.parse(line) as unknown)
		).toEqual(ROWS);
	});
});

describe('problems', () => {
	it('name each field with what it got and takes', async () => {
		const errors = [{ field: 'step', got: 'week', message: 'step cannot be "week".', choices: ['day', 'month'] }];
		const response = badAddress(errors);
		expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
		expect(await response.json()).toEqual({
			type: 'about:blank',
			title: 'Bad Request',
			status: 400,
			detail: 'step cannot be "week".',
			errors
		});
	});

	it('offer the nearest records', async () => {
		const deals = [
			{ slug: 'openai-aws-2025', title: 'OpenAI rents from AWS' },
			{ slug: 'meta-hyperion', title: 'Hyperion' }
		];
		const response = noSuchRecord('deal', nearRecords('openai-aws', '/deals', deals));
		expect(response.status).toBe(404);
		expect(await response.json()).toMatchObject({
			detail: 'There is no such deal. The nearest is openai-aws-2025.',
			near: [{ slug: 'openai-aws-2025', href: '/deals/openai-aws-2025', title: 'OpenAI rents from AWS' }]
		});
		expect(await noSuchRecord('deal', []).json()).toMatchObject({ detail: 'There is no such deal.', near: [] });
	});
});
