import { describe, expect, it } from 'vitest';
import { badAddress, nearRecords, noSuchRecord } from './problem';

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
