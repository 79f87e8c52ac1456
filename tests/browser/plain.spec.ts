import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from './pages';
import { openSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

const plain = (path: string) => site.visit(path, { javaScriptEnabled: false });

/** What the server wrote for all pages is read in tests/contracts/plain.spec.ts; here a browser shows it. */
const SHOWN = ['/', '/capex', '/changes'];

describe.each(PAGES.filter(({ path }) => SHOWN.includes(path)))('$path without a script', ({ path, charts, asks }) => {
	it('shows its figures and a table for each chart, and its form is sent, answered and kept', async () => {
		const { page, complaints, close } = await plain(path);
		expect(await page.locator('h1').innerText()).toMatch(/\S/);
		expect(await page.locator('table:visible').count()).toBeGreaterThanOrEqual(charts);
		for (const table of await page.locator('table:visible').all())
			expect(await table.locator('tr:visible').count()).toBeGreaterThan(0);
		if (asks) {
			const form = page.locator('form.controls');
			// What changed is asked between two days, all else as of one.
			const name = (await form.locator('input[type="date"][name="as_of"]').count()) > 0 ? 'as_of' : 'to';
			const day = form.locator(`input[type="date"][name="${name}"]`);
			if (!(await day.isVisible())) await form.locator('summary').click();
			await day.fill('2026-09-30');
			await form.locator('button:visible').first().click();
			await page.waitForURL((url) => url.searchParams.get(name) === '2026-09-30');
			expect(await day.inputValue()).toBe('2026-09-30');
			expect(await page.locator('main').innerText()).toContain('30 Sep 2026');
		}
		expect(complaints).toEqual([]);
		await close();
	});
});

it('finds deals without a script', async () => {
	const { page, close } = await plain('/deals');
	await page.locator('main input[name="q"]').fill('anthropic');
	await page.locator('main form[role="search"] button').first().click();
	await page.waitForURL(/q=anthropic/);
	const all = await (await fetch(`${site.url}/deals.json?q=anthropic`)).json();
	expect(await page.locator('main table tbody tr').count()).toBe(Math.min(50, all.count));
	await page.locator('main table tbody a').first().click();
	expect(new URL(page.url()).pathname).toMatch(/^\/deals\/[a-z0-9-]+$/);
	expect(await page.locator('h1').innerText()).toMatch(/\S/);
	await close();
});
