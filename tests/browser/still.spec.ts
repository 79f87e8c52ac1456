import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, ready, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** A phone on the move: 1.6 Mbit/s, and 150 ms until the first byte. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

const PAGES = ['/', '/deals', '/deals/openai-aws-2025', '/wtf', '/indicators', '/capex'];
const MORE_PAGES = [
	'/flows',
	'/organisations',
	'/projections',
	'/scenarios',
	'/method',
	'/history',
	'/changes',
	'/spend'
];

/**
 * The letters that stand in until the fonts are there are as wide as them on the whole, not word for word: the end of a row may move
 * by a few pixels. A line that breaks elsewhere is more than that; 0.1 counts as good, and browsers show three digits.
 */
const LETTERS = 0.001;

declare global {
	interface Window {
		shifts?: string[];
		shifted?: number;
	}
}

/** Notes what the browser counts as moved, from the first paint on. */
function watch(): void {
	window.shifts = [];
	window.shifted = 0;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & {
			value: number;
			sources: { node: Node | null }[];
		})[]) {
			window.shifted! += entry.value;
			const names = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : 'text'));
			window.shifts!.push(`${entry.value.toFixed(5)} at ${Math.round(entry.startTime)} ms: ${names.join(', ')}`);
		}
	}).observe({ type: 'layout-shift', buffered: true });
}

/** A page of a browser that remembers nothing and is watched from its first paint on. */
async function fresh(line?: typeof SLOW) {
	const visit = await site.visit('/data');
	const session = await visit.page.context().newCDPSession(visit.page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	if (line) await session.send('Network.emulateNetworkConditions', line);
	await visit.page.addInitScript(watch);
	return visit;
}

describe.each([390, 820, 1440])('%i wide, on a slow line with nothing remembered', (width) => {
	it.each([...PAGES, ...MORE_PAGES])('%s stays where it was first painted', async (path) => {
		const { page, close } = await fresh(SLOW);
		await page.setViewportSize({ width, height: 900 });
		await page.goto(site.url + path);
		await ready(page);
		const { shifts, shifted } = await page.evaluate(() => ({ shifts: window.shifts, shifted: window.shifted }));
		expect(shifted, shifts?.join('\n')).toBeLessThan(LETTERS);
		await close();
	});
});

describe.each([390, 1440])('%i wide, where no other letters come', (width) => {
	it.each(PAGES)('%s does not move at all', async (path) => {
		const { page, close } = await fresh(SLOW);
		await page.setViewportSize({ width, height: 900 });
		await page.route('**/*.woff2', (route) => route.abort());
		await page.goto(site.url + path);
		await ready(page);
		const { shifts, shifted } = await page.evaluate(() => ({ shifts: window.shifts, shifted: window.shifted }));
		expect(shifted, shifts?.join('\n')).toBeLessThan(0.0005);
		await close();
	});
});

it('without fonts, or with a style sheet that never comes, the page is still shown', async () => {
	const { page, close } = await site.visit('/data');
	await page.route('**/*.woff2', (route) => route.abort());
	await page.goto(`${site.url}/method`);
	await expect.poll(() => page.locator('h1').isVisible()).toBe(true);
	await page.route('**/*.css', (route) => route.abort());
	await page.goto(`${site.url}/method`);
	await expect.poll(() => page.locator('h1').isVisible()).toBe(true);
	await close();
});
