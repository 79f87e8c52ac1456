import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawCharts, openSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** What A4 leaves between the margins of print.css, in CSS pixels. */
const SHEET = { width: 688, height: 1000 };

/** A page and the most sheets that it may take. */
const PRINTED: [path: string, sheets: number][] = [
	['/', 4],
	['/deals', 5],
	['/deals/openai-aws-2025', 4],
	['/indicators', 2],
	['/reconciliation', 5],
	['/projections/thompson-us-2026-2027', 2]
];

describe.each(PRINTED)('%s', (path, sheets) => {
	it('is printed on light paper, whole, without what only a screen can use, and says where it stands', async () => {
		const { page, complaints, close } = await site.visit(path, { colorScheme: 'dark' });
		const charts = await drawCharts(page);
		const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeLessThanOrEqual(sheets);

		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize(SHEET);
		// Charts follow the medium, a frame later, and are finer there.
		await page.waitForFunction(() =>
			[...document.querySelectorAll('canvas')].every((each) => each.width >= each.clientWidth * 2.9)
		);
		const found = await page.evaluate(({ width, height }) => {
			const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter((each) =>
				each.checkVisibility({ visibilityProperty: true })
			);
			const name = (each: Element) => each.outerHTML.slice(0, 100);
			const box = (each: Element) => each.getBoundingClientRect();
			const cut = (each: HTMLElement) =>
				each.scrollWidth > each.clientWidth + 1 && !['visible', 'clip'].includes(getComputedStyle(each).overflowX);
			const whole = seen.filter((each) => each.matches('tr, .dialrow, .ledger, .canvas, .sources li, .timeline li'));
			const filled = seen.filter((each) => each.matches('.ledger tr, .verdict i, .bar-line i, .gauge-bar i'));
			const style = (each: Element) => getComputedStyle(each);
			return {
				paper: style(document.body).backgroundColor,
				controls: seen
					.filter((each) => each.matches('button, select, input, summary, nav a, [role="tab"]') && box(each).width > 1)
					.map(name),
				wide: seen.filter((each) => !each.closest('.vh, svg') && (box(each).right > width + 1 || cut(each))).map(name),
				torn: whole.filter((each) => style(each).breakInside !== 'avoid').map(name),
				pale: filled.filter((each) => style(each).printColorAdjust !== 'exact').map(name),
				// Chromium loses those that are transparent in part on a sheet with a chart.
				shaded: filled.filter((each) => style(each).backgroundImage !== 'none').map(name),
				tall: whole.filter((each) => box(each).height > height).map(name),
				charts: seen.filter((each) => each.matches('canvas') && box(each).height > 100).length,
				foot: document.querySelector<HTMLElement>('.foot')!.innerText,
				sources: seen
					.filter((each) => each.matches('.sources a[href^="http"]'))
					.map((each) => getComputedStyle(each, '::after').content)
			};
		}, SHEET);
		expect(found.paper).toBe('rgb(255, 255, 255)');
		for (const fault of ['controls', 'wide', 'torn', 'pale', 'shaded', 'tall'] as const)
			expect(found[fault], fault).toEqual([]);
		expect(found.charts).toBe(charts);
		expect(found.foot).toContain(`${site.url}${path}?as_of=2026-11-23&revision=1, as known on 23 Nov 2026`);
		for (const address of found.sources) expect(address).toMatch(/^"http/);
		expect(complaints).toEqual([]);
		await close();
	});
});
