import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawCharts, openSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

describe.each([
	['/', 'canvas'],
	['/wtf', 'canvas'],
	['/capex', 'canvas'],
	['/capex', '#guidance-chart canvas'],
	['/deals/openai-aws-2025', 'canvas'],
	['/indicators/circularity', 'canvas'],
	['/flows', '.sankey'],
	['/flows', '.kinds']
])('%s, %s', (path, drawing) => {
	it('lets its chart be taken along as a picture with its words, as a link and as a citation', async () => {
		const { page, complaints, close } = await site.visit(path, {
			colorScheme: 'light',
			permissions: ['clipboard-read', 'clipboard-write']
		});
		await drawCharts(page);
		await page.evaluate(() => {
			const written: string[] = [];
			Object.assign(window, { written });
			const { fillText } = CanvasRenderingContext2D.prototype;
			CanvasRenderingContext2D.prototype.fillText = function (text: string, ...place: [number, number]) {
				written.push(text);
				fillText.call(this, text, ...place);
			};
		});
		const frame = page.locator(`.frame:has(${drawing})`).first();
		const menu = frame.locator('details.menu');
		await menu.locator('summary').first().click();
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			menu.getByRole('button', { name: /^PNG/ }).click()
		]);
		expect(file.suggestedFilename()).toMatch(/^buildout-[\w-]+-2026-11-23\.png$/);
		const png = await readFile(await file.path());
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect(png.readUInt32BE(16)).toBe(2400);
		// A Sankey has one height of its own; every other drawing fits the frame of a picture.
		if (drawing === '.sankey') expect(png.readUInt32BE(20)).toBeGreaterThan(1350);
		else expect(png.readUInt32BE(20)).toBe(1350);
		const written = await page.evaluate(() => (window as unknown as { written: string[] }).written.join(' '));
		const title = (await frame.locator('h2, h3').first().innerText()).trim();
		expect(written.replace(/\s+/g, ' ')).toContain(title);
		expect(written).toContain('as known on 23 Nov 2026 (revision 1)');
		expect(written).toContain(`${site.url}${path}?as_of=2026-11-23`);

		await menu.getByRole('button', { name: 'Copy link' }).click();
		await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('as_of=2026-11-23');
		await menu.locator('summary', { hasText: 'Cite' }).click();
		await menu.getByRole('button', { name: 'Copy the BibTeX' }).click();
		await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@misc\{buildout-/);
		expect(complaints).toEqual([]);
		await close();
	});
});

it('can be cited without a script', async () => {
	const { page, close } = await site.visit('/', { javaScriptEnabled: false });
	const menu = page.locator('.frame details.menu').first();
	await menu.locator('summary').first().click();
	expect(await menu.locator('pre').innerText()).toContain(`url = {${site.url}/?as_of=2026-11-23}`);
	await close();
});
