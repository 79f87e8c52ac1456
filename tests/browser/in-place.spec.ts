import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaultsByDayAndNight, WCAG } from './axe';
import { DESKTOP, drawCharts, openSite, PHONE, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** Steps to the last marker and opens it. */
async function openLast(page: Page): Promise<string> {
	await drawCharts(page);
	await page.locator('canvas').first().focus();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await page.locator('[role="dialog"] dl').waitFor();
	return page.locator('[role="dialog"] h2').innerText();
}

const at = (page: Page) => new URL(page.url()).pathname;
const onCanvas = (page: Page) => page.evaluate(() => document.activeElement instanceof HTMLCanvasElement);

describe('a deal opened from its marker', () => {
	it('stands beside the chart under its own address; Escape and Back close it and the focus returns', async () => {
		const { page, close, complaints } = await site.visit('/?scope=global');
		const title = await openLast(page);
		expect(at(page)).toMatch(/^\/deals\/./);
		expect(page.url()).toContain('scope=global');
		expect(await page.locator('h1').innerText()).toMatch(/^\$[\d.]+[TB] is promised/);
		expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('dialog');

		await page.keyboard.press('Escape');
		await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
		expect([at(page), await onCanvas(page)]).toEqual(['/', true]);
		expect(await page.locator('.tip h4').innerText()).toBe(title);

		await page.keyboard.press('Enter');
		await page.locator('[role="dialog"] dl').waitFor();
		await page.goBack();
		await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
		expect([at(page), await onCanvas(page)]).toEqual(['/', true]);

		await page.goForward();
		await page.locator('[role="dialog"] dl').waitFor();
		await page.reload();
		expect(await page.locator('h1').innerText()).toBe(title);
		expect(complaints).toEqual([]);
		await close();
	});

	it('says what its page says, and leads there', async () => {
		const { page, close } = await site.visit('/');
		const title = await openLast(page);
		const [headline, counted] = await page.locator('[role="dialog"] .big').allInnerTexts();
		await page.locator('[role="dialog"] .btn').click();
		await page.locator('.facts').waitFor();
		expect(await page.locator('h1').innerText()).toBe(title);
		expect(await page.locator('.facts .big').allInnerTexts()).toEqual([headline, counted]);
		await page.goBack();
		await expect.poll(() => page.locator('h1').innerText()).toMatch(/^\$[\d.]+[TB] is promised/);
		await page.goBack();
		await expect.poll(() => at(page)).toBe('/');
		expect(await page.locator('[role="dialog"]').count()).toBe(0);
		await close();
	});

	it.each([
		['a desk', DESKTOP],
		['a phone', PHONE]
	] as const)('keeps to the rules of WCAG on %s, %o, by day and by night', async (_, viewport) => {
		const { page, close } = await site.visit('/', { viewport });
		await openLast(page);
		const asked = { within: '[role="dialog"]', tags: [...WCAG, 'best-practice'] };
		expect(await axeFaultsByDayAndNight(page, asked)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		await close();
	});
});
