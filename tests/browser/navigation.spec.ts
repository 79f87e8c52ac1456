import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaultsByDayAndNight } from './axe';
import { openSite, PHONE, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** The addresses without one record of their own. */
const ALL = [
	...['/', '/deals', '/flows', '/organisations', '/capex', '/evidence', '/projections', '/scenarios', '/filings'],
	...['/wtf', '/indicators', '/changes', '/coverage', '/history', '/method', '/data', '/docs']
];
const WIDTHS = [{ width: 1440, height: 900 }, { width: 800, height: 900 }, PHONE, { width: 320, height: 640 }];

describe.each(WIDTHS)('the head of a page at $width pixels', (viewport) => {
	it('leads to every page by one tap and another, in one line that needs no scrolling', async () => {
		const { page, complaints, close } = await site.visit('/scenarios', { viewport });
		const head = page.locator('.mast > .page');
		expect(await head.evaluate((each) => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0);
		expect((await head.boundingBox())!.height).toBeLessThan(80);
		await page.locator('.mast summary').click();
		const links = page.locator('.pages a');
		expect(await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual(ALL);
		for (const link of await links.all()) expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(24);
		expect(await page.locator('.pages [aria-current="page"]').innerText()).toBe('Scenarios');
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

		await links.filter({ hasText: 'Capex' }).click();
		await page.waitForURL(/\/capex$/);
		expect(await links.first().isVisible()).toBe(false);
		expect(complaints).toEqual([]);
		await close();
	});
});

it('its menu opens by keys, Escape gives the focus back, and leaving it shuts it', async () => {
	const { page, close } = await site.visit('/data');
	const summary = page.locator('.mast summary');
	await summary.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Overview');
	await page.keyboard.press('Escape');
	expect(await summary.evaluate((each) => each === document.activeElement)).toBe(true);
	expect(await page.locator('.pages a').first().isVisible()).toBe(false);
	await page.keyboard.press('Enter');
	for (let i = 0; i <= ALL.length; i++) await page.keyboard.press('Tab');
	await expect.poll(() => page.locator('.pages a').first().isVisible()).toBe(false);
	await close();
});

it('its menu opens without a script', async () => {
	const { page, close } = await site.visit('/', { viewport: PHONE, javaScriptEnabled: false });
	await page.locator('.mast summary').click();
	await page.locator('.pages a', { hasText: 'Readings' }).click();
	expect(new URL(page.url()).pathname).toBe('/indicators');
	await close();
});

it('its open menu has no fault that axe knows, by day or by night', async () => {
	const { page, close } = await site.visit('/data', { viewport: PHONE });
	await page.locator('.mast summary').click();
	expect(await axeFaultsByDayAndNight(page, { within: '.mast' })).toEqual([]);
	await close();
});
