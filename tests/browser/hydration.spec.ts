import { afterAll, beforeAll, expect, it } from 'vitest';
import { mainText, openSite, ready, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

it('says the same once its code runs as the server wrote, and nothing is drawn a second time', async () => {
	const { page, complaints, close } = await site.open({}, () => {
		addEventListener('DOMContentLoaded', () => {
			const main = document.querySelector('main')!;
			for (const element of main.querySelectorAll('h1, h2, table, dl')) element.setAttribute('data-written', '');
		});
	});
	await page.goto(site.url);
	const written = page.locator('main [data-written]');
	const before = await written.count();
	await ready(page);
	expect(before).toBeGreaterThan(5);
	expect(await written.count()).toBe(before);
	const text = await mainText(page);
	await page.locator('form.controls label').first().hover();
	expect(await mainText(page)).toBe(text);
	expect(complaints).toEqual([]);
	await close();
});

it('a page reached from another one is drawn whole', async () => {
	const { page, complaints, close } = await site.visit('/');
	const text = await mainText(page);
	await page.getByRole('link', { name: 'Projections', exact: true }).first().click();
	await page.waitForURL('**/projections');
	await page.getByRole('link', { name: 'Overview', exact: true }).first().click();
	await page.locator('.ledger').waitFor();
	await expect.poll(() => mainText(page)).toBe(text);
	expect(complaints).toEqual([]);
	await close();
});
