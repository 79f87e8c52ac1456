import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** Every dollar of the table of the fan, and what the page says of the chance. */
function figures(page: Page): Promise<string[]> {
	return page.evaluate(() => [
		document.querySelector('h1')?.textContent ?? '',
		document.querySelector('.chance')?.textContent?.replace(/\s+/g, ' ') ?? '',
		...[...document.querySelectorAll('#fan-table tbody td')].map(
			(cell) => `${cell.textContent} ${cell.getAttribute('title') ?? ''}`
		)
	]);
}

it('gives the same numbers in the browser, from the snapshot, as on the server', async () => {
	const asked = '/scenarios?firmness=rumoured&runs=500&seed=4294967295';
	const { page, complaints, close } = await site.visit('/scenarios?firmness=rumoured&runs=500');
	await page.locator('#fan-tab-table').click();
	const before = await figures(page);
	const table = await page.locator('#fan-table tbody').textContent();
	const requests: string[] = [];
	page.on('request', (request) => requests.push(new URL(request.url()).pathname));
	const field = page.locator('input[name="seed"]');
	await field.fill('4294967295');
	await field.press('Enter');
	await page.waitForURL((url) => url.searchParams.get('seed') === '4294967295');
	await page.waitForFunction((was) => document.querySelector('#fan-table tbody')?.textContent !== was, table);
	const here = await figures(page);
	expect(requests.filter((path) => path.startsWith('/answers/'))).toEqual([]);
	expect(here).not.toEqual(before);

	const served = await site.visit(asked, { javaScriptEnabled: false });
	const there = await figures(served.page);
	expect(there.length).toBeGreaterThan(50);
	expect(here).toEqual(there);

	const { scenarios } = await (
		await fetch(`${site.url}/scenarios.json?firmness=rumoured&runs=500&seed=4294967295`)
	).json();
	expect(scenarios).toHaveLength(24);
	expect(complaints).toEqual([]);
	await Promise.all([close(), served.close()]);
});
