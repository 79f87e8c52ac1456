import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

declare global {
	interface Window {
		/** What a reader saw of the frames, as often as it changed. */
		seen?: string[];
	}
}

/** Notes, with every frame that the browser paints, whether the chart is seen, or the table and how many rows it has. */
function watchFrame(): void {
	window.seen = [];
	const look = () => {
		const panels = [...document.querySelectorAll<HTMLElement>('.frame [role="tabpanel"]')].slice(0, 2);
		const selected = document.querySelector('.frame [role="tab"][aria-selected="true"]')?.textContent;
		const now = panels
			.filter((each) => each.checkVisibility())
			.map((each) => {
				if (!each.matches('.tableview')) return `${selected}: chart`;
				return `${selected}: ${each.querySelectorAll('tbody tr').length > 0 ? 'rows' : 'nothing'}`;
			});
		if (window.seen!.at(-1) !== now.join()) window.seen!.push(now.join());
		requestAnimationFrame(look);
	};
	look();
}

const tabs = (page: Page) => page.locator('.frame').first().locator('[role="tab"]');
const seen = (page: Page) => page.evaluate(() => window.seen);
const CHART = 'Chart: chart';
const TABLE = 'Table: rows';

it.each(['/', '/flows'])('the table of the chart on %s is never seen empty', async (path) => {
	const { page, complaints, close } = await site.visit(path);
	await page.evaluate(watchFrame);
	await tabs(page).first().focus();
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => seen(page)).toEqual([CHART, TABLE]);
	await page.keyboard.press('ArrowLeft');
	await expect.poll(() => seen(page)).toEqual([CHART, TABLE, CHART]);
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => seen(page)).toEqual([CHART, TABLE, CHART, TABLE]);
	expect(complaints).toEqual([]);
	await close();
});

it('keeps the table of a page’s own chart in its address, and a link leads back to it', async () => {
	const { page, complaints, close } = await site.visit('/');
	await tabs(page).first().focus();
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => page.url()).toContain('tab=table');
	await page.reload();
	await expect.poll(() => page.locator('#spend-table tbody tr').count()).toBeGreaterThan(10);
	expect(await tabs(page).nth(1).getAttribute('aria-selected')).toBe('true');
	await tabs(page).nth(1).focus();
	await page.keyboard.press('Home');
	await expect.poll(() => page.url()).not.toContain('tab=table');
	expect(complaints).toEqual([]);
	await close();
});
