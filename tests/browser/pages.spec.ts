import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from './pages';
import { DESKTOP, drawCharts, mainText, openSite, PHONE, type Site } from './site';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

type Opened = Awaited<ReturnType<Site['visit']>>['page'];

/** What axe finds wrong, as lines that say where. */
async function violations(page: Opened): Promise<string[]> {
	const { violations: found } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
	return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`));
}

/** What stands out to the right of the screen; nothing where nobody has to scroll sideways. */
function overflowing(page: Opened): Promise<string[]> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const wide = [...document.querySelectorAll('body *')].filter(
			(each) => each.getBoundingClientRect().right > clientWidth + 1
		);
		return [`${scrollWidth} wide`, ...wide.slice(-5).map((each) => each.outerHTML.slice(0, 120))];
	});
}

describe.each(PAGES)('$path', ({ path, charts }) => {
	it.each([
		[1440, DESKTOP],
		[390, PHONE]
	] as const)('%i wide: figures, charts, nothing amiss by day and by night', async (_, viewport) => {
		const { page, complaints, close } = await site.visit(path, { viewport, colorScheme: 'light' });
		expect(await page.locator('h1').count()).toBe(1);
		expect(await page.title()).toMatch(/^.{4,} \| Buildout/);
		expect((await mainText(page)).match(/\d/g)?.length).toBeGreaterThan(20);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await drawCharts(page)).toBeGreaterThanOrEqual(charts);
			expect(await violations(page), colorScheme).toEqual([]);
		}
		expect(await overflowing(page)).toEqual([]);
		if (viewport === PHONE) {
			await page.setViewportSize({ width: 320, height: 640 });
			await drawCharts(page);
			expect(await overflowing(page)).toEqual([]);
		}
		expect(complaints).toEqual([]);
		await close();
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
		expect(await violations(page)).toEqual([]);
		await page.setViewportSize({ width: 320, height: 640 });
		expect(await overflowing(page)).toEqual([]);
		// The answer itself is the one thing to complain of.
		expect(complaints.filter((each) => !each.includes('40'))).toEqual([]);
		await close();
	});
});
