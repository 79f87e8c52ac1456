import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawCharts, openSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

it('puts a slash into the search box, unless somebody is typing', async () => {
	const { page, close } = await site.visit('/reconciliation');
	await page.keyboard.press('/');
	const box = page.locator('.mast input[type="search"]');
	expect(await box.evaluate((each) => each === document.activeElement)).toBe(true);
	await page.keyboard.type('open/ai');
	expect(await box.inputValue()).toBe('open/ai');
	await close();
});

it('searches by keyboard alone', async () => {
	const { page, close } = await site.visit('/wtf');
	await page.keyboard.press('/');
	await page.keyboard.type('stargate');
	await page.keyboard.press('Enter');
	await page.waitForURL(/q=stargate/);
	expect(await page.locator('main a[href^="/deals/stargate"]').count()).toBeGreaterThan(0);
	await close();
});

it('walks the markers of the chart with the arrows, speaks each, and opens one with Enter', async () => {
	const { page, close } = await site.visit('/');
	await drawCharts(page);
	const chart = page.locator('canvas').first();
	const spoken = page.locator('canvas ~ [aria-live]').first();
	await chart.focus();
	const said: string[] = [];
	for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End', 'ArrowLeft']) {
		await page.keyboard.press(key);
		await expect.poll(() => spoken.innerText()).not.toBe(said.at(-1) ?? '');
		said.push(await spoken.innerText());
	}
	expect(new Set(said).size).toBe(5);
	for (const each of said) expect(each).toMatch(/\d{4}.*\$|\$.*\d{4}/);
	const before = page.url();
	await page.keyboard.press('Enter');
	await expect
		.poll(async () => page.url() !== before || (await page.locator('dialog[open], [role="dialog"]').count()) > 0)
		.toBe(true);
	await close();
});

it('walks the bars of one company after those of another, and speaks each', async () => {
	const { page, close } = await site.visit('/capex?as_of=2026-11-23');
	await drawCharts(page);
	const frame = page.locator('#payments_for_ppe-quarters-chart');
	await frame.locator('canvas').focus();
	const spoken = frame.locator('[aria-live]');
	for (const [keys, said] of [
		[['Home'], 'Amazon (AWS), Q1 2019: $3.3B.'],
		[Array<string>(29).fill('ArrowRight'), 'Amazon (AWS), Q2 2026: $54.2B.'],
		[['ArrowRight'], 'Google (Alphabet), Q1 2019: $4.6B.'],
		[['End'], 'Oracle, Q3 2026: $28.5B.']
	] as const) {
		for (const key of keys) await page.keyboard.press(key);
		await expect.poll(() => spoken.innerText()).toBe(said);
	}
	await close();
});

it('turns from the chart to its table and back', async () => {
	const { page, close } = await site.visit('/');
	const tabs = page.locator('.frame').first().locator('[role="tab"]');
	await tabs.first().focus();
	await page.keyboard.press('ArrowRight');
	await tabs.nth(1).and(page.locator('[aria-selected="true"]')).waitFor();
	const table = page.locator('[role="tabpanel"]:visible table').first();
	expect(await table.locator('tbody tr').count()).toBeGreaterThan(10);
	await page.keyboard.press('ArrowLeft');
	expect(await tabs.first().getAttribute('aria-selected')).toBe('true');
	expect(await page.locator('canvas').first().isVisible()).toBe(true);
	await close();
});
