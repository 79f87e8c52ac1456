import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overflowing } from './look';
import { drawCharts, openSite, PHONE, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

describe('what came of the forecasts', () => {
	it('is walked by keyboard in the order in which they were made, each is spoken, and Enter opens it', async () => {
		const { page, complaints, close } = await site.visit('/projections');
		await drawCharts(page);
		await page.locator('#forecasts-chart canvas').focus();
		const spoken = page.locator('#forecasts-chart [aria-live]');
		for (const [key, said] of [
			[
				'Home',
				/^Morgan Stanley, 2025–26, made Feb 2025: \$682B\. 135% of its path: \$\d+B reported by 30 Jun 2026, \$\d+B /
			],
			['ArrowRight', /^Goldman Sachs, 2025–27, made Jul 2025: /],
			['End', /^Nvidia, 2026–27, made 26 Aug 2026: /]
		] as const) {
			await page.keyboard.press(key);
			await expect.poll(() => spoken.innerText()).toMatch(said);
		}
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/projections\/nvidia-2026-08-top-five$/);
		expect(complaints).toEqual([]);
		await close();
	});

	it('changes title, chart and table with the path, and keeps it in the address', async () => {
		const { page, close } = await site.visit('/projections');
		const title = page.locator('h1');
		expect(await title.innerText()).toMatch(/^All 9 forecasts made before February 2026 have been outrun so far\./);
		await page.locator('form.controls label:has([value="last_year"])').click();
		await page.waitForURL(/path=last_year/);
		await expect.poll(() => title.innerText()).toMatch(/^All 13 forecasts made before May 2026/);
		expect(await page.locator('main').innerText()).toContain('100% is what a path in the shape of last year');
		const paces = await page.locator('#forecasts-table tbody tr').count();
		expect(paces).toBe(0);
		await page.locator('#forecasts-tab-table').click();
		expect(await page.locator('#forecasts-table tbody tr').count()).toBe(16);
		await close();
	});

	it('narrows all of them to those that can be checked, not yet, or cannot, with the reason', async () => {
		const { page, close } = await site.visit('/projections');
		const rows = page.locator('section[aria-labelledby="all"] tbody tr');
		const all = await rows.count();
		const facets = page.locator('nav[aria-label="What can be checked"] a');
		const counts = (await facets.locator('small').allInnerTexts()).map(Number);
		expect(counts[0]).toBe(all);
		expect(counts.slice(1).reduce((sum, each) => sum + each, 0)).toBe(all);
		for (const [i, check] of ['can', 'not_yet', 'cannot'].entries()) {
			await facets.nth(i + 1).click();
			await page.waitForURL(new RegExp(`check=${check}$`));
			await expect.poll(() => rows.count()).toBe(counts[i + 1]);
			expect(await facets.nth(i + 1).getAttribute('aria-current')).toBe('true');
		}
		for (const reason of await rows.locator('.why').allInnerTexts()) expect(reason).toMatch(/^Cannot: \S.{10,}/);
		await page.goBack();
		await expect.poll(() => rows.count()).toBe(counts[2]);
		await close();
	});

	it('shows the reason on a phone, and a title that says who and what', async () => {
		const { page, close } = await site.visit('/projections?check=cannot', { viewport: PHONE });
		const row = page.locator('section[aria-labelledby="all"] tbody tr').first();
		expect(await row.locator('.why').isVisible()).toBe(true);
		expect(await row.locator('th a').innerText()).toMatch(/^.+: .*\$.*, (US|world), \d{4}/);
		await close();
	});

	it('is a table without a script, and nothing is cut off in the colours of the reader', async () => {
		const plain = await site.visit('/projections?path=last_year', { javaScriptEnabled: false });
		expect(await plain.page.locator('#forecasts-table tbody tr:visible').count()).toBe(16);
		expect(await plain.page.locator('h1').innerText()).toMatch(/^All 13 forecasts/);
		await plain.close();
		const forced = await site.visit('/projections', { viewport: PHONE, forcedColors: 'active' });
		expect(await drawCharts(forced.page)).toBe(1);
		expect(await overflowing(forced.page)).toEqual([]);
		await forced.close();
	});

	it('knows nothing that was made later, and says so where there is nothing to check', async () => {
		const { page, close } = await site.visit('/projections?as_of=2025-01-31');
		expect(await page.locator('h1').innerText()).toBe('No forecast can be held against reported spending yet');
		expect(await page.locator('main canvas').count()).toBe(0);
		expect(await page.locator('main').innerText()).not.toMatch(/Thompson|2025-1[0-2]/);
		await page.goto(`${site.url}/projections?as_of=2019-01-01`);
		expect(await page.locator('h1').innerText()).toBe('Nobody in the ledger had projected anything yet');
		await close();
	});
});
