import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SENTENCE, Site } from '../access/site';
import { launchBrowser } from '../support/browser';
import { axeFaultsByDayAndNight, WCAG } from './axe';

let site: Site;
let browser: Browser;

beforeAll(async () => {
	site = await Site.start();
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser.close();
	await site.stop();
});

/** What stands out of a screen, wide or narrow. */
async function overflow(page: Page): Promise<string[]> {
	const found: string[] = [];
	for (const width of [1440, 390, 320]) {
		await page.setViewportSize({ width, height: 900 });
		const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		if (over > 0) found.push(`${page.url()} stands out by ${over} at ${width}`);
	}
	await page.setViewportSize({ width: 1440, height: 900 });
	return found;
}

/** What axe finds wrong, by day and by night. It is a script itself and needs a page that may run some. */
function violations(page: Page): Promise<string[]> {
	return axeFaultsByDayAndNight(page, { tags: WCAG });
}

it('the first account, another one and a key are made without a script, on screens of any width', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce' });
	const page = await context.newPage();
	const [link = ''] = /http:\S+\/setup\/\S+/.exec(site.server.output()) ?? [];
	await page.goto(link);
	expect(await overflow(page)).toEqual([]);
	await page.getByLabel('Name').fill('Ann');
	await page.getByLabel('Email').fill('ann@example.org');
	await page.getByLabel('Password').fill('too short');
	await page.getByLabel('The same again').fill('another');
	await page.getByRole('button', { name: 'Make the account' }).click();
	expect(await page.getByText('The two passwords differ.').isVisible()).toBe(true);
	expect(await page.getByLabel('Name').inputValue()).toBe('Ann');
	expect(await overflow(page)).toEqual([]);
	await page.getByLabel('Password').fill(SENTENCE);
	await page.getByLabel('The same again').fill(SENTENCE);
	await page.getByRole('button', { name: 'Make the account' }).click();
	await page.waitForURL('**/account');

	await page.getByLabel('Name of the key').fill('nightly import');
	await page.getByLabel('write: add, change and remove records').check();
	await page.getByRole('button', { name: 'Make the key' }).click();
	const key = (await page.locator('.notice code').textContent()) ?? '';
	expect((await site.send('/deals.json', { key })).status).toBe(200);
	expect(await overflow(page)).toEqual([]);
	await page.goto(`${site.server.url}/account`);
	expect(await page.content()).not.toContain(key);
	await page.getByRole('button', { name: 'End the key nightly import' }).click();
	expect((await site.send('/deals.json', { key })).status).toBe(401);

	await page.getByRole('link', { name: 'Accounts' }).click();
	await page.getByLabel('Name').fill('Bob');
	await page.getByLabel('Email').fill('bob@example.org');
	await page.getByRole('button', { name: 'Add and show the link' }).click();
	expect(await overflow(page)).toEqual([]);
	const invitation = (await page.locator('.notice code').textContent()) ?? '';

	await page.getByRole('link', { name: 'Ann', exact: true }).click();
	await page.getByRole('link', { name: 'Sign out' }).click();
	expect(await overflow(page)).toEqual([]);
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.goto(invitation);
	await page.getByLabel('Password').fill(SENTENCE);
	await page.getByLabel('The same again').fill(SENTENCE);
	await page.getByRole('button', { name: 'Save the password' }).click();
	await page.waitForURL('**/account');
	expect(await page.getByRole('link', { name: 'Accounts' }).count()).toBe(0);
	await context.close();
});

it('signing in leads back to where one was, and the whole runs in a browser with scripts as well', async () => {
	const context = await browser.newContext({ reducedMotion: 'reduce' });
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
	page.on('pageerror', (error) => complaints.push(error.message));
	await page.goto(`${site.server.url}/users`);
	await page.waitForURL('**/login?to=%2Fusers');
	expect(await violations(page)).toEqual([]);
	await page.getByLabel('Email').fill('ann@example.org');
	await page.getByLabel('Password').fill(SENTENCE);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL('**/users');
	await page.getByRole('button', { name: 'New link for Bob' }).click();
	await page.waitForURL('**/users?/link');
	const link = (await page.locator('.notice code').textContent()) ?? '';
	expect(await violations(page)).toEqual([]);
	await page.goto(`${site.server.url}/account`);
	await page.getByLabel('Name of the key').fill('nightly import');
	await page.getByRole('button', { name: 'Make the key' }).click();
	await page.waitForURL('**/account?/key');
	expect(await violations(page)).toEqual([]);
	for (const address of [`${site.server.url}/logout`, link]) {
		await page.goto(address);
		expect(await violations(page)).toEqual([]);
	}
	await page.getByRole('link', { name: 'Deals', exact: true }).first().click();
	await page.waitForURL('**/deals');
	expect(await page.getByRole('banner').getByRole('link', { name: 'Ann', exact: true }).isVisible()).toBe(true);
	expect(complaints).toEqual([]);
	await context.close();
});
