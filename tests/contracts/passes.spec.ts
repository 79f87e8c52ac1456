import path from 'node:path';
import { expect, it } from 'vitest';
import { callsWhile } from '../support/calls';
import { root } from '../support/server';

const data = path.join(root, 'tests/vectors/small/dataset');

/** How often `handle` ran, and how often a page was answered, while some addresses were asked. */
async function passes(...addresses: string[]): Promise<{ handled: number; answered: number }> {
	const calls = await callsWhile(
		async (url) => {
			for (const address of addresses) {
				const response = await fetch(url + address);
				expect(response.status, address).toBe(200);
				await response.text();
			}
		},
		{ data }
	);
	return { handled: calls.get('checkRequest') ?? 0, answered: calls.get('answerPage') ?? 0 };
}

it('a page passes the checks once, however many answers it shows', async () => {
	// The overview shows two answers.
	expect(await passes('/')).toEqual({ handled: 1, answered: 2 });
});

it('so do pages of one record, pages of lists, and what the browser asks by itself', async () => {
	expect(await passes('/deals', '/deals/deal-000', '/method', '/answers/deals')).toEqual({ handled: 4, answered: 4 });
});
