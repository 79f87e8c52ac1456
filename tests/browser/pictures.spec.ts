import type { Locator } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureAddress, PICTURES } from '$lib/charts/pictures';
import { difference, faultOf } from './picture';
import { drawCharts, openSite, type Site, type Visit } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

const SCREEN = { width: 1120, height: 900 };

/** Pictures of one page, which is opened once for all of them. */
const OPENED = Map.groupBy(PICTURES, (picture) =>
	[pictureAddress(picture), picture.scheme ?? 'light', (picture.viewport ?? SCREEN).width].join(' ')
);

/** Begins an element at a whole pixel: else its letters are smoothed by how high the texts above it happen to be. */
async function bringToWholePixel(chart: Locator) {
	await chart.evaluate((element) => {
		document.body.style.paddingTop = '';
		const top = element.getBoundingClientRect().top + scrollY;
		document.body.style.paddingTop = `${Math.ceil(top) - top}px`;
	});
}

describe.each([...OPENED])('on %s', (_, pictures) => {
	const [first] = pictures;
	let visit: Visit;
	beforeAll(async () => {
		const { scheme = 'light', viewport = SCREEN } = first!;
		visit = await site.visit(pictureAddress(first!), { colorScheme: scheme, viewport });
		await drawCharts(visit.page);
		await visit.page.evaluate(() => document.fonts.ready);
	});
	afterAll(() => visit.close());

	it.each(pictures)('the picture of $name is as it was', async ({ name, of }) => {
		const chart = visit.page.locator(of).first();
		await bringToWholePixel(chart);
		const png = await chart.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
		expect(await faultOf(name, png)).toBeNull();
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
