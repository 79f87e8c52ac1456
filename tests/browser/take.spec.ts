import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawCharts, openSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** A picture of a canvas has the shape of a frame; another drawing is as tall as it is. */
const FRAME = 1350;
const charts: [path: string, menu: string, height: 'frame' | 'own'][] = [
	['/', '.frame:has(canvas)', 'frame'],
	['/wtf', '.frame:has(canvas)', 'frame'],
	['/wtf', 'section:has(> header > #tally)', 'own'],
	['/capex', '.frame:has(canvas)', 'frame'],
	['/capex', '.frame:has(#guidance-chart)', 'frame'],
	['/deals/openai-aws-2025', '.frame:has(canvas)', 'frame'],
	['/indicators', '.controls', 'own'],
	['/indicators/circularity', '.controls', 'own'],
	['/indicators/circularity', '.frame:has(canvas)', 'frame'],
	['/reconciliation', '.controls', 'own'],
	['/flows', '.frame:has(.sankey)', 'own'],
	['/flows', '.frame:has(.kinds)', 'frame']
];

describe.each(charts)('%s, %s', (path, holder, height) => {
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
		const frame = page.locator(holder).first();
		const menu = frame.locator('details.menu').last();
		await menu.locator('summary').first().click();
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			menu.getByRole('button', { name: /^PNG/ }).click()
		]);
		expect(file.suggestedFilename()).toMatch(/^buildout-[\w-]+-2026-11-23\.png$/);
		const png = await readFile(await file.path());
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect(png.readUInt32BE(16)).toBe(2400);
		const tall = png.readUInt32BE(20);
		if (height === 'frame') expect(tall).toBe(FRAME);
		else expect(tall).not.toBe(FRAME);
		const written = await page.evaluate(() => (window as unknown as { written: string[] }).written.join(' '));
		const heading = holder === '.controls' ? page.locator('h1') : frame.locator('h2, h3').first();
		const title = (await heading.innerText()).trim();
		expect(written.replace(/\s+/g, ' ')).toContain(title);
		expect(written).toContain('as known on 23 Nov 2026 (revision 1)');
		expect(written).toContain(`${site.url}${path}?as_of=2026-11-23&revision=1`);
		if (path === '/indicators') {
			const board = await page
				.locator('.dialrow')
				.evaluateAll((rows) =>
					rows.map((row) =>
						['h2', '.val', '.state', '.dial .alert'].map((part) => row.querySelector(part)!.textContent.trim())
					)
				);
			expect(board).toHaveLength(11);
			for (const [name, value, status, alert] of board) {
				expect(written).toContain(name);
				expect(written).toContain(value!.replace(status!, '').trim());
				expect(written).toContain(status);
				expect(written).toContain(alert);
			}
		}

		await menu.getByRole('button', { name: 'Copy link' }).click();
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()))
			.toContain('as_of=2026-11-23&revision=1');
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
	expect(await menu.locator('pre').innerText()).toContain(`url = {${site.url}/?as_of=2026-11-23&revision=1}`);
	await close();
});
