import { afterAll, beforeAll, expect, it } from 'vitest';
import { mainText, openSite, ready, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** One element of each part of the front page that the server writes. */
const PARTS = ['.lead', 'aside .gauge', '.ledger', '.frame footer a', '.grounds', '#wtf-key'];

it('what the server wrote stands until a hand moves to a control, and says the same when it is drawn here', async () => {
	const { page, complaints, close } = await site.visit('/deals');
	await page.addInitScript((parts) => {
		addEventListener('DOMContentLoaded', () => {
			for (const part of parts) document.querySelector(part)!.setAttribute('data-written', '');
		});
	}, PARTS);
	await page.goto(site.url);
	await ready(page);
	const written = () => page.locator('[data-written]').count();
	const text = await mainText(page);
	expect(await written()).toBe(PARTS.length);

	await page.locator('form.controls label').first().hover();
	await expect.poll(written).toBe(0);
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
