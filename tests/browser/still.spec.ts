import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LETTERS, shiftsOf, watchShifts } from './look';
import { openSite, ready, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** A phone on the move: 1.6 Mbit/s, and 150 ms until the first byte. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

/** A page of each shape: charts and parts that wake, a table with its filters, prose, a form that a simulation follows. */
const PAGES = ['/', '/deals', '/method', '/scenarios'];

/** A page of a browser that remembers nothing and is watched from its first paint on. */
async function fresh(line?: typeof SLOW) {
	const visit = await site.open({}, watchShifts);
	const session = await visit.page.context().newCDPSession(visit.page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	if (line) await session.send('Network.emulateNetworkConditions', line);
	return visit;
}

/** Waits until all has come that comes: letters, charts, and what is fetched when somebody is there. */
async function arrived(page: Page): Promise<void> {
	await ready(page);
	await page.waitForLoadState('networkidle');
}

// Nearly all of the time is spent waiting for the line: the pages of a width wait together, each with a line of its own.

describe.each([390, 820, 1440])('%i wide, on a slow line with nothing remembered', (width) => {
	it.concurrent.each(PAGES)('%s stays where it was first painted', async (path) => {
		const { page, close } = await fresh(SLOW);
		await page.setViewportSize({ width, height: 900 });
		await page.goto(site.url + path);
		await arrived(page);
		const { shifts, shifted } = await shiftsOf(page);
		expect(shifted, shifts).toBeLessThan(LETTERS);
		await close();
	});
});

describe.each([390, 1440])('%i wide, where no other letters come', (width) => {
	it.concurrent.each(PAGES)('%s does not move at all', async (path) => {
		const { page, close } = await fresh(SLOW);
		await page.setViewportSize({ width, height: 900 });
		await page.route('**/*.woff2', (route) => route.abort());
		await page.goto(site.url + path);
		await arrived(page);
		const { shifts, shifted } = await shiftsOf(page);
		expect(shifted, shifts).toBeLessThan(0.0005);
		await close();
	});
});

it('without fonts, or with a style sheet that never comes, the page is still shown', async () => {
	const { page, close } = await site.open();
	await page.route('**/*.woff2', (route) => route.abort());
	await page.goto(`${site.url}/method`);
	await expect.poll(() => page.locator('h1').isVisible()).toBe(true);
	await page.route('**/*.css', (route) => route.abort());
	await page.goto(`${site.url}/method`);
	await expect.poll(() => page.locator('h1').isVisible()).toBe(true);
	await close();
});
