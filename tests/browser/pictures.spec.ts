import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, faultOf } from './picture';
import { DESKTOP, drawCharts, openSite, PHONE, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

interface Picture {
	name: string;
	path: string;
	/** What is held against its picture. */
	of: string;
	scheme?: 'dark';
	viewport?: { width: number; height: number };
}

/** A chart that is new joins here. The day is fixed: a picture changes with the records of its chart, and is then renewed. */
const DAY = 'as_of=2026-11-23';
const NARROWER = { width: 1120, height: 900 };
const CHARTS: Picture[] = [
	{ name: 'spend', path: `/?${DAY}`, of: '#spend-chart', viewport: DESKTOP },
	{ name: 'spend-dark', path: `/?${DAY}`, of: '#spend-chart', viewport: DESKTOP, scheme: 'dark' },
	{ name: 'spend-phone', path: `/?${DAY}`, of: '#spend-chart', viewport: PHONE },
	{ name: 'spend-log', path: `/?scale=log&${DAY}`, of: '#spend-chart' },
	{ name: 'spend-headline', path: `/?basis=headline&projection=none&${DAY}`, of: '#spend-chart' },
	{ name: 'schedule', path: `/deals/openai-aws-2025?${DAY}`, of: '#schedule-chart' },
	{ name: 'projection', path: `/projections/thompson-us-2026-2027?${DAY}`, of: '#path-chart' },
	{ name: 'index', path: `/wtf?${DAY}`, of: '#index-chart' },
	{ name: 'gauge', path: `/wtf?${DAY}`, of: '.gauge-l' },
	{ name: 'reading', path: `/indicators/circularity?${DAY}`, of: '#history-chart' },
	{ name: 'dial', path: `/indicators/circularity?${DAY}`, of: '.dial' },
	{ name: 'sankey', path: `/flows?${DAY}`, of: '#sankey-chart' },
	{ name: 'ring', path: `/flows?${DAY}`, of: '#ring-chart' },
	{ name: 'years', path: `/organisations/openai?${DAY}`, of: '#years-chart' },
	{ name: 'fan', path: `/scenarios?${DAY}`, of: '#fan-chart' },
	{ name: 'tornado', path: `/scenarios?${DAY}`, of: '#moves-counted-chart', viewport: DESKTOP },
	{ name: 'tornado-phone', path: `/scenarios?${DAY}`, of: '#moves-counted-chart', viewport: PHONE },
	{ name: 'long-run', path: `/spend?${DAY}`, of: '#long-run-chart' },
	{ name: 'ledger', path: `/reconciliation?${DAY}`, of: 'table.ledger' },
	{ name: 'capex', path: `/capex?${DAY}`, of: '.frame [role="tabpanel"]:has(canvas)' },
	{ name: 'capex-projected', path: `/capex?${DAY}`, of: 'section:has(#projected) [role="tabpanel"]:has(canvas)' },
	{ name: 'quarters', path: `/capex?${DAY}`, of: '#payments_for_ppe-quarters-chart' },
	{ name: 'quarters-phone', path: `/capex?${DAY}`, of: '#payments_for_ppe-quarters-chart', viewport: PHONE },
	{ name: 'guidance', path: `/capex?${DAY}`, of: '#guidance-chart' }
];

describe('the picture of', () => {
	it.each(CHARTS)('$name is as it was', async ({ name, path, of, scheme, viewport = NARROWER }) => {
		const { page, close } = await site.visit(path, { colorScheme: scheme ?? 'light', viewport });
		await drawCharts(page);
		await page.evaluate(() => document.fonts.ready);
		const png = await page.locator(of).first().screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
		expect(await faultOf(name, png)).toBeNull();
		await close();
	});
});

describe('a picture is told from another', () => {
	const paper = (paint: (set: (x: number, y: number, grey: number) => void) => void) => {
		const png = new PNG({ width: 320, height: 160 });
		png.data.fill(255);
		paint((x, y, grey) => png.data.fill(grey, (y * 320 + x) * 4, (y * 320 + x) * 4 + 3));
		return png;
	};
	/** A line of three pixels across, at a height. */
	const ruled = (at: number) =>
		paper((set) => {
			for (let x = 0; x < 320; x++) for (let y = at; y < at + 3; y++) set(x, y, 0);
		});

	it('by a line that has moved two pixels, not by edges that are smoothed another way', () => {
		expect(difference(ruled(42), ruled(40)).parts.length).toBeGreaterThan(10);
		const smoothed = (grey: number) =>
			paper((set) => {
				for (let x = 40; x < 280; x++) {
					const y = 30 + Math.floor(x / 4);
					for (let k = 0; k < 3; k++) set(x, y + k, 0);
					set(x, y - 1, x % 4 === 0 ? 255 : grey);
				}
			});
		const { parts, share } = difference(smoothed(210), smoothed(180));
		expect(parts).toEqual([]);
		expect(share).toBeLessThan(0.004);
	});
	it('by a word that is gone', () => {
		const word = paper((set) => {
			for (let x = 100; x < 130; x++) for (let y = 60; y < 71; y++) if ((x * 7 + y * 3) % 4 === 0) set(x, y, 20);
		});
		expect(
			difference(
				paper(() => undefined),
				word
			).parts.length
		).toBeGreaterThan(0);
	});
});
