import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSite, ready, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** Puts every text of the page into elements of its own, as the translators of browsers do. */
function translate(): void {
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walk.nextNode()) texts.push(walk.currentNode as Text);
	for (const text of texts) {
		if (!text.data.trim() || text.parentElement?.closest('script,style,canvas,svg,textarea')) continue;
		const [outer, inner] = [document.createElement('font'), document.createElement('font')];
		inner.append(document.createTextNode(text.data));
		outer.append(inner);
		text.replaceWith(outer);
	}
}

/** What stands in headings, captions and lists of figures. */
const figures = (page: Page) =>
	page
		.locator('main h1, main h2, main dd, main caption')
		.evaluateAll((found) => found.map((each) => (each as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));

it.each([
	['/', 'scope', 'global'],
	['/organisations/openai', 'scope', 'us'],
	['/spend', 'scope', 'global'],
	['/changes?from=2026-01-01', 'scope', 'us']
])('the figures of %s follow a control after a browser has translated the page', async (path, name, value) => {
	const { page, complaints, close } = await site.visit(path);
	await page.evaluate(translate);
	await page.locator(`form.controls label:has([name="${name}"][value="${value}"])`).click();
	await page.waitForURL(new RegExp(`${name}=${value}`));
	const fresh = await site.visit(new URL(page.url()).pathname + new URL(page.url()).search);
	await ready(fresh.page);
	await expect.poll(() => figures(page)).toEqual(await figures(fresh.page));
	expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(name);
	expect(complaints).toEqual([]);
	await Promise.all([close(), fresh.close()]);
});
