import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, ready, started, type Site } from './site';

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

/** Opens a page on which the code with this text is held back, until it is let go or refused. */
async function openHeld(path: string, text: string) {
	const visit = await site.visit('/method');
	const { page } = visit;
	let answer: (isComing: boolean) => void = () => {};
	const going = new Promise<boolean>((resolve) => (answer = resolve));
	let asked = 0;
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		const response = await route.fetch();
		const body = await response.text();
		if (body.includes(text)) {
			asked++;
			if (!(await going)) return route.abort();
		}
		return route.fulfill({ response, body });
	});
	await page.goto(site.url + path);
	await started(page);
	await page.evaluate(watchFrame);
	return { ...visit, letGo: () => answer(true), refuse: () => answer(false), asked: () => asked };
}

describe.each([
	['/', 'To the end of'],
	['/flows', 'Who pays whom, the largest first']
])('the table of the chart on %s, whose code comes late', (path, text) => {
	it('is never seen empty: the chart stands until its rows are there', async () => {
		const { page, complaints, letGo, asked, close } = await openHeld(path, text);
		await tabs(page).first().focus();
		await page.keyboard.press('ArrowRight');
		expect(
			await tabs(page)
				.nth(1)
				.evaluate((each) => each === document.activeElement)
		).toBe(true);
		await expect.poll(() => tabs(page).nth(1).getAttribute('aria-busy')).toBe('true');
		await expect.poll(asked).toBeGreaterThan(0);
		expect(await seen(page)).toEqual([CHART]);
		letGo();
		await expect.poll(() => seen(page)).toEqual([CHART, TABLE]);
		expect(await tabs(page).nth(1).getAttribute('aria-busy')).toBe(null);

		await page.keyboard.press('ArrowLeft');
		await expect.poll(() => seen(page)).toEqual([CHART, TABLE, CHART]);
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => seen(page)).toEqual([CHART, TABLE, CHART, TABLE]);
		expect(complaints).toEqual([]);
		await close();
	});

	it('does not come where the reader has turned back before it was there', async () => {
		const { page, letGo, asked, close } = await openHeld(path, text);
		await tabs(page).first().focus();
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowLeft');
		await expect.poll(asked).toBeGreaterThan(0);
		letGo();
		await ready(page);
		expect(await seen(page)).toEqual([CHART]);
		await close();
	});

	it('says so where its code does not come, and can be asked for again', async () => {
		const { page, refuse, close } = await openHeld(path, text);
		await tabs(page).nth(1).click();
		refuse();
		const alert = page.locator('.tableview:visible [role="alert"]');
		await alert.waitFor();
		expect(await alert.innerText()).toContain('The table could not be loaded');
		await page.unrouteAll({ behavior: 'wait' });
		await alert.locator('button').click();
		await page.locator('.tableview:visible tbody tr').first().waitFor();
		await close();
	});
});

it('the table of every other chart is there at once', async () => {
	const { page, close } = await site.visit('/capex');
	for (const frame of await page.locator('.frame:has([role="tab"])').all()) {
		await frame.locator('[role="tab"]').nth(1).click();
		expect(await frame.locator('.tableview:visible tbody tr').count()).toBeGreaterThan(0);
	}
	await close();
});
