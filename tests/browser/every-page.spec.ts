import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, COLOURS, WCAG } from './axe';
import { focused, LETTERS, overflowing, shiftsOf, watchShifts } from './look';
import { PAGES } from './pages';
import { DESKTOP, drawCharts, mainText, openSite, PHONE, type Site, type Visit } from './site';

// One visit to a page answers all that is asked of every page: the questions of a block share it and come in their order.

/**
 * Pages on which a heading or a paragraph ends close to the edge: in the letters that stand in it breaks one line elsewhere, on a
 * phone. All that stands below moves by that line, and by no more.
 */
const BREAKS = ['/fundamentals', '/capex/amazon--payments_for_ppe--2019-01-01--2019-03-31'];
const A_LINE = 0.03;

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

describe.each(PAGES)('$path', ({ path, charts, prose }) => {
	describe.each([
		['at a desk', DESKTOP],
		['on a phone', PHONE]
	] as const)('%s', (_, viewport) => {
		let visit: Visit;
		beforeAll(async () => {
			visit = await site.visit(path, { viewport, colorScheme: 'light' }, watchShifts);
		});
		afterAll(() => visit.close());

		it('stays where it was first painted', async () => {
			const { shifts, shifted } = await shiftsOf(visit.page);
			expect(shifted, shifts).toBeLessThan(BREAKS.includes(path) ? A_LINE : LETTERS);
		});

		it(`has one heading, a title and ${prose ? 'words' : 'figures'}`, async () => {
			const { page } = visit;
			expect(await page.locator('h1').count()).toBe(1);
			expect(await page.title()).toMatch(/^.{4,} \| Buildout/);
			const text = await mainText(page);
			if (prose) expect(text.split(/\s+/).length).toBeGreaterThan(60);
			else expect(text.match(/\d/g)?.length).toBeGreaterThan(20);
		});

		it('draws its charts and has no fault that axe knows, by day', async () => {
			const drawn = await drawCharts(visit.page);
			expect(drawn).toBeGreaterThanOrEqual(charts);
			expect(drawn > 0, 'pages.ts says how many charts a page draws').toBe(charts > 0);
			expect(await axeFaults(visit.page, { tags: WCAG })).toEqual([]);
		});

		it('nor by night', async () => {
			await visit.page.emulateMedia({ colorScheme: 'dark' });
			expect(await drawCharts(visit.page)).toBeGreaterThanOrEqual(charts);
			expect(await axeFaults(visit.page, { rules: COLOURS })).toEqual([]);
		});

		if (viewport === DESKTOP)
			it('lets Tab skip to the content, walks on in reading order, shows where it is and lets go at the end', async () => {
				const { page } = visit;
				await page.keyboard.press('Tab');
				expect(await page.locator(':focus').innerText()).toBe('Skip to content');
				await page.keyboard.press('Enter');
				expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');

				let last = (await focused(page)).place;
				for (;;) {
					await page.keyboard.press('Tab');
					const now = await focused(page);
					// Past the last one the focus leaves the page, or starts again at its first.
					if (now.isBody || now.place < last) break;
					// The parts of a day are stops of one element; its calendar button has the ring of the browser.
					if (now.place === last) continue;
					expect([now.seen, now.shown], now.what).toEqual([true, true]);
					last = now.place;
				}
				expect(last).toBeGreaterThan(
					await page.locator('main').evaluate((main) => [...document.querySelectorAll('*')].indexOf(main))
				);
				expect(await page.locator('footer a').count()).toBeGreaterThan(0);
			});

		it('needs no scrolling to the side', async () => {
			const { page } = visit;
			expect(await overflowing(page)).toEqual([]);
			if (viewport !== PHONE) return;
			await page.setViewportSize({ width: 320, height: 640 });
			await drawCharts(page);
			expect(await overflowing(page)).toEqual([]);
		});

		it('has nothing to complain of', () => {
			expect(visit.complaints).toEqual([]);
		});
	});
});

describe('pages that say what is wrong', () => {
	it.each([
		'/deals/opnai-aws-2025',
		'/deals?layers=x',
		'/nothing-here',
		'/opnai-stargat',
		'/search',
		'/search?q=nvidai',
		'/deals?q=nothing-like-it'
	])('%s', async (path) => {
		const { page, complaints, close } = await site.visit(path);
		expect(await page.locator('h1').count()).toBe(1);
		expect(await axeFaults(page, { tags: WCAG })).toEqual([]);
		await page.setViewportSize({ width: 320, height: 640 });
		expect(await overflowing(page)).toEqual([]);
		// The answer itself is the one thing to complain of.
		expect(complaints.filter((each) => !each.includes('40'))).toEqual([]);
		await close();
	});
});
