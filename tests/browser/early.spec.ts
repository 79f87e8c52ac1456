import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, ready, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** Opens a page whose code is on its way until it is let go. */
async function held(path: string) {
	const visit = await site.open();
	const { page } = visit;
	let letGo = () => {};
	const going = new Promise<void>((resolve) => (letGo = resolve));
	await page.route('**/_app/immutable/nodes/*.js', async (route) => {
		await going;
		await route.continue();
	});
	await page.goto(site.url + path, { waitUntil: 'domcontentloaded' });
	return {
		...visit,
		async arrive() {
			letGo();
			await page.waitForLoadState('load');
			await ready(page);
		}
	};
}

const search = (page: Page) => page.locator('.mast [name="q"]');

describe('what is entered before the code is there', () => {
	it('is kept: a word and two choices, answered together as one step', async () => {
		const { page, arrive, complaints, close } = await held('/');
		await search(page).fill('nvidia');
		await page.locator('form.controls label:has([name="scale"][value="log"])').click();
		await page.locator('form.controls select[name="firmness"]').selectOption('definitive');
		const before = await page.evaluate(() => history.length);
		await arrive();
		await page.waitForURL(/firmness=definitive&scale=log/);
		expect(await search(page).inputValue()).toBe('nvidia');
		expect(await page.locator('[name="scale"][value="log"]').isChecked()).toBe(true);
		expect(await page.locator('select[name="firmness"]').inputValue()).toBe('definitive');
		expect(await page.evaluate(() => history.length)).toBe(before + 1);
		await page.goBack();
		await expect.poll(() => page.locator('[name="scale"][value="linear"]').isChecked()).toBe(true);
		expect(complaints).toEqual([]);
		await close();
	});

	it('is kept in the fields of a form', async () => {
		const { page, arrive, close } = await held('/login');
		await page.getByLabel('Email').fill('ann@example.org');
		await page.getByLabel('Password').fill('a ledger counts once');
		await arrive();
		expect(await page.getByLabel('Email').inputValue()).toBe('ann@example.org');
		expect(await page.getByLabel('Password').inputValue()).toBe('a ledger counts once');
		await close();
	});

	it('is a filter of the deals', async () => {
		const { page, arrive, close } = await held('/deals');
		await page.locator('[type="checkbox"][name="wtf"][value="TERMINATOR"]').check();
		await arrive();
		await page.waitForURL(/wtf=TERMINATOR/);
		expect(await page.locator('[type="checkbox"][name="wtf"][value="TERMINATOR"]').isChecked()).toBe(true);
		await close();
	});

	it('nothing entered, nothing asked', async () => {
		const { page, arrive, close } = await held('/');
		const before = await page.evaluate(() => history.length);
		await arrive();
		await page.waitForTimeout(500);
		expect(new URL(page.url()).search).toBe('');
		expect(await page.evaluate(() => history.length)).toBe(before);
		await close();
	});
});
