import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from './pages';
import { mainText, openSite, ready, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

const searchOf = (page: Page) => new URL(page.url()).search;

/** Chooses the other of two firmness levels in the bar, as a person does. */
async function choose(page: Page, firmness: string): Promise<void> {
	const form = page.locator('form.controls');
	const field = form.locator('[name="firmness"]').first();
	const folded = !(await field.isVisible());
	if (folded) await form.locator('summary').click();
	if ((await field.evaluate((each) => each.tagName)) === 'SELECT') await field.selectOption(firmness);
	else await form.locator(`label:has([name="firmness"][value="${firmness}"])`).click();
	// The menu's own words are none of the page's.
	if (folded) await form.locator('summary').click();
}

describe.each(PAGES.filter((each) => each.asks))('$path', ({ path }) => {
	it('follows its controls, undoes and redoes them, and reads the same to whoever gets the link', async () => {
		const { page, complaints, close } = await site.visit(path);
		const before = await mainText(page);
		await choose(page, 'definitive');
		await page.waitForURL(/firmness=definitive/);
		await expect.poll(() => mainText(page)).not.toBe(before);
		await ready(page);
		const after = await mainText(page);

		await page.goBack();
		await page.waitForURL((url) => !url.search.includes('firmness'));
		await expect.poll(() => mainText(page)).toBe(before);
		await page.goForward();
		await page.waitForURL(/firmness=definitive/);
		await expect.poll(() => mainText(page)).toBe(after);

		// What stands in the address is all there is: a reload and a stranger see the same.
		const address = path + searchOf(page);
		await page.reload();
		await ready(page);
		expect(await mainText(page)).toBe(after);
		const stranger = await site.visit(address);
		expect(await mainText(stranger.page)).toBe(after);
		expect(path + searchOf(stranger.page)).toBe(address);
		await stranger.close();
		expect(complaints).toEqual([]);
		await close();
	});

	it('shows every part of a full address in its controls and keeps it in what it leads to', async () => {
		const asked = 'firmness=letter_of_intent&estimate=high&as_of=2026-03-31';
		const { page, close } = await site.visit(`${path}?${asked}`);
		expect(await page.locator('form.controls [name="as_of"]').first().inputValue()).toBe('2026-03-31');
		const checked = await page
			.locator('form.controls')
			.evaluate((form: HTMLFormElement) => Object.fromEntries(new FormData(form)));
		expect(checked).toMatchObject({ firmness: 'letter_of_intent', as_of: '2026-03-31' });
		await choose(page, 'announced');
		await page.waitForURL((url) => !url.search.includes('letter_of_intent'));
		expect(searchOf(page)).toContain('estimate=high');
		expect(searchOf(page)).toContain('as_of=2026-03-31');
		await close();
	});
});

describe('/deals', () => {
	it('narrows by a tick and by words, sorts, turns pages, and Back takes each step back', async () => {
		const { page, close } = await site.visit('/deals');
		const rows = page.locator('main table tbody tr');
		const facet = page.locator('aside form').first();
		await facet.locator('label:has(input[name="layers"][value="funding"])').first().click();
		await page.waitForURL(/layers=funding/);
		const funding = await (await fetch(`${site.url}/deals.json?layers=funding`)).json();
		await expect.poll(() => rows.count()).toBe(Math.min(50, funding.count));

		await page.locator('main thead a').first().click();
		await page.waitForURL(/sort=/);
		expect(searchOf(page)).toContain('layers=funding');
		const sort = new URL(page.url()).searchParams.get('sort')!;
		const sorted = await (await fetch(`${site.url}/deals.json?layers=funding&sort=${sort}`)).json();
		await expect.poll(() => rows.first().innerText()).toContain(sorted.deals[0].title);

		await page.goBack();
		await page.waitForURL((url) => !url.search.includes('sort='));
		await page.goBack();
		await page.waitForURL((url) => url.search === '');
		await expect.poll(() => rows.count()).toBe(50);
		await close();
	});

	it('finds nothing in a way that helps', async () => {
		const { page, close } = await site.visit('/deals?q=zzzzzz&wtf=WTF');
		expect(await page.locator('main h2').first().innerText()).toBe('No deal fits all of that');
		await page.locator('main a[href="/deals"]').first().click();
		await page.waitForURL((url) => url.search === '');
		expect(await page.locator('main table tbody tr').count()).toBe(50);
		await close();
	});
});

it.each([
	['/flows', /Demand, Infrastructure/],
	['/scenarios?seed=7', / · /],
	['/?payer=oracle', /Oracle/]
])('on a phone the bar is a button that says what is asked: %s', async (path, words) => {
	const { page, complaints, close } = await site.visit(path, { viewport: { width: 390, height: 844 } });
	const button = page.locator('form.controls > .asked');
	expect(await button.innerText()).toMatch(words);
	expect(await button.innerText()).not.toMatch(/undefined|NaN|Invalid|\[/);
	const sheet = page.locator('form.controls > .sheet');
	expect(await sheet.isVisible()).toBe(false);
	await button.click();
	expect(await sheet.locator('.ctl').first().isVisible()).toBe(true);
	await page.keyboard.press('Escape');
	expect(await sheet.isVisible()).toBe(false);
	expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
	expect(complaints).toEqual([]);
	await close();
});
