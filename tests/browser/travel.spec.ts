import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled } from './settled';
import { mainText, openSite, type Site } from './site';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.stop());

/** The words of the page without the sentence that was spoken last. */
const words = async (page: Page) => (await mainText(page)).replace(/As known on [^\n]*: [^\n]*\n+/, '');
const slider = (page: Page) => page.locator('.travel input');

describe('with the snapshot', () => {
	it('a changed control asks nobody, the address follows, Back restores', async () => {
		const { page, asked, complaints, close } = await settled(site, '/');
		const before = await mainText(page);
		await page.locator('form.controls select[name="firmness"]').selectOption('definitive');
		await page.waitForURL(/firmness=definitive/);
		await expect.poll(() => mainText(page)).not.toBe(before);
		await page.locator('form.controls label:has([name="scope"][value="global"])').click();
		await page.waitForURL(/scope=global/);
		await page.goBack();
		await page.waitForURL((url) => !url.search.includes('scope'));
		await page.goBack();
		await page.waitForURL((url) => url.search === '');
		await expect.poll(() => mainText(page)).toBe(before);
		expect(asked).toEqual([]);
		expect(complaints).toEqual([]);
		await close();
	});

	it('the ledger is dragged through its history: figures at once, one step of the history, nobody asked', async () => {
		const { page, asked, complaints, close } = await settled(site, '/');
		const before = await words(page);
		const box = (await slider(page).boundingBox())!;
		const client = await page.context().newCDPSession(page);
		await client.send('Performance.enable', { timeDomain: 'threadTicks' });
		const scripting = async () => {
			const { metrics } = await client.send('Performance.getMetrics');
			return metrics.find((each) => each.name === 'ScriptDuration')!.value * 1000;
		};
		await page.mouse.move(box.x + box.width - 12, box.y + 12);
		await page.mouse.down();
		const [from, moves] = [await scripting(), 40];
		for (let i = 1; i <= moves; i++) {
			await page.mouse.move(box.x + box.width - 12 - (i * box.width) / 210, box.y + 12);
			await page.evaluate(() => new Promise(requestAnimationFrame));
		}
		const each = (await scripting()) - from;
		process.stdout.write(`time travel: ${(each / moves).toFixed(1)} ms of scripting a day dragged to\n`);
		const held = await page.locator('h1').innerText();
		await page.mouse.up();
		const day = await slider(page).getAttribute('aria-valuetext');
		// Nobody had projected anything yet, so the world is counted.
		const sum = String.raw`\$[\d.]+[BT]`;
		expect(held).toMatch(new RegExp(`^${sum} is promised worldwide, ${sum} of it due so far$`));
		await expect.poll(() => page.locator('.travel [aria-live]').innerText()).toBe(`As known on ${day}: ${held}.`);

		expect(await page.locator('h1').innerText()).toBe(held);
		expect(asked).toEqual([]);
		const there = await words(page);
		const stranger = await site.visit(new URL(page.url()).pathname + new URL(page.url()).search);
		expect(await words(stranger.page)).toBe(there);
		await stranger.close();

		// The whole journey is one step.
		await page.goBack();
		await page.waitForURL((url) => url.search === '');
		await expect.poll(() => words(page)).toBe(before);
		expect(complaints).toEqual([]);
		await close();
	});

	it('what stands around the page follows within the frame: what was asked for, and the citation in the foot', async () => {
		const { page, close } = await settled(site, '/?firmness=definitive');
		const box = (await slider(page).boundingBox())!;
		await page.mouse.move(box.x + box.width - 12, box.y + 12);
		await page.mouse.down();
		const days = new Set<string>();
		for (let i = 1; i <= 20; i++) {
			await page.mouse.move(box.x + box.width - 12 - i * 9, box.y + 12);
			const { day, asked, cited } = await page.evaluate(async () => {
				// The answer of a day is asked for in one frame and shown in the next.
				for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
				return {
					day: document.querySelector('.travel input')!.getAttribute('aria-valuetext')!,
					asked: [...document.querySelectorAll('.narrowed .chip')].map((chip) => chip.firstChild!.textContent!.trim()),
					cited: document.querySelector('.foot .cite')!.textContent!
				};
			});
			expect(asked).toEqual(['definitive only', `as known on ${day}`]);
			expect(cited).toContain(`as known on ${day}, `);
			days.add(day);
		}
		expect(days.size).toBeGreaterThan(10);
		await page.mouse.up();
		await close();
	});

	it('arrow keys travel day by day and are one step of the history together', async () => {
		const { page, close } = await settled(site, '/');
		await slider(page).focus();
		for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
		await page.waitForURL(/as_of=2026-11-20/);
		await expect.poll(() => page.locator('.travel [aria-live]').innerText()).toContain('As known on 20 Nov 2026');
		expect(await page.locator('form.controls [name="as_of"]').inputValue()).toBe('2026-11-20');
		await page.goBack();
		await page.waitForURL((url) => url.search === '');
		// The address is back before its answer is.
		await expect.poll(() => slider(page).getAttribute('aria-valuetext')).toBe('23 Nov 2026');
		await close();
	});

	/** Sets off by two days, so that the journey waits for another key. */
	async function underway() {
		const visit = await settled(site, '/');
		await slider(visit.page).focus();
		for (let i = 0; i < 2; i++) await visit.page.keyboard.press('ArrowLeft');
		await expect.poll(() => slider(visit.page).getAttribute('aria-valuetext')).toBe('21 Nov 2026');
		return visit;
	}
	/** Longer than a journey waits for another key. */
	const rested = (page: Page) => page.waitForTimeout(900);

	it('Back during a journey is obeyed', async () => {
		const { page, close } = await underway();
		await page.waitForURL(/as_of=/);
		await page.goBack();
		await rested(page);
		expect(new URL(page.url()).search).toBe('');
		expect(await slider(page).getAttribute('aria-valuetext')).toBe('23 Nov 2026');
		await close();
	});

	it('a control changed during a journey keeps its change and the day', async () => {
		const { page, close } = await underway();
		await page.locator('form.controls label:has([name="scale"][value="log"])').click();
		await rested(page);
		expect(new URL(page.url()).search).toBe('?as_of=2026-11-21&scale=log');
		expect(await page.locator('[name="scale"][value="log"]').isChecked()).toBe(true);
		expect(await slider(page).getAttribute('aria-valuetext')).toBe('21 Nov 2026');
		await close();
	});

	it('a page that is opened during a journey stays open', async () => {
		const { page, close } = await underway();
		await page.locator('.mast a[href^="/deals"]').first().click();
		await page.waitForURL(/\/deals/);
		await rested(page);
		expect(new URL(page.url()).pathname).toBe('/deals');
		await close();
	});

	it('a deal that is opened during a journey stays open, as known on its day', async () => {
		const { page, close } = await underway();
		await page.locator('canvas').first().focus();
		await page.keyboard.press('End');
		await page.keyboard.press('Enter');
		await page.locator('[role="dialog"] dl').waitFor();
		await rested(page);
		expect(page.url()).toMatch(/\/deals\/[^?]+\?as_of=2026-11-21$/);
		await page.keyboard.press('Escape');
		await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
		expect(new URL(page.url()).search).toBe('?as_of=2026-11-21');
		expect(await slider(page).getAttribute('aria-valuetext')).toBe('21 Nov 2026');
		await close();
	});
});
