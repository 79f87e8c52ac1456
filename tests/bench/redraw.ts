import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchBrowser } from '../support/browser.ts';
import { REFERENCE, startServer } from '../support/server.ts';

/** What one change of a control of the overview costs the browser, in milliseconds of its main thread. */
export interface Redrawn {
	what: string;
	/** How often it was done. */
	times: number;
	/** JavaScript, from the change to the drawn frame. */
	script: number;
	/** With styles, layout and all else that the main thread does for it. */
	task: number;
}

/** The changes that are made in turn, as the names and values of the controls. */
const CHANGES = [
	'[name="scale"][value="log"]',
	'[name="scope"][value="global"]',
	'[name="basis"][value="headline"]',
	'[name="scale"][value="linear"]',
	'[name="layers"][value="components"]',
	'[name="basis"][value="counted"]',
	'[name="scope"][value="us"]',
	'[name="layers"][value="components"]'
];
const ROUNDS = 5;

/** Deals of the ledger that is measured. */
const DEALS = 200;

/** The reference dataset, filled up to so many deals with copies of its own. Returns its folder, for the caller to remove. */
function filledUp(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'buildout-bench-'));
	cpSync(REFERENCE, folder, { recursive: true });
	const deals = path.join(folder, 'deals');
	const files = readdirSync(deals).toSorted();
	// A part of a programme would count nothing a second time.
	const whole = files.filter((file) => !/^part_of:/m.test(readFileSync(path.join(deals, file), 'utf8')));
	for (const file of whole.slice(0, DEALS - files.length))
		copyFileSync(path.join(deals, file), path.join(deals, file.replace('.yaml', '-again.yaml')));
	return folder;
}

/**
 * Changes the overview of a ledger of 200 deals in a headless browser of 1440 by 900 pixels on the production build, and drags its
 * day. `parse` is the best `JSON.parse` of the same ledger in the same page, in milliseconds: what the machine itself is measured by.
 */
export async function measureRedraw(): Promise<{ rows: Redrawn[]; parse: number }> {
	const data = filledUp();
	const server = await startServer({ data });
	const browser = await launchBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
		const session = await page.context().newCDPSession(page);
		await session.send('Performance.enable');
		const spent = async () => {
			const { metrics } = await session.send('Performance.getMetrics');
			const of = (name: string) => metrics.find((each) => each.name === name)!.value * 1000;
			return { script: of('ScriptDuration'), task: of('TaskDuration') };
		};
		const measured = async (what: string, times: number, act: () => Promise<unknown>): Promise<Redrawn> => {
			const before = await spent();
			await act();
			const after = await spent();
			return { what, times, script: (after.script - before.script) / times, task: (after.task - before.task) / times };
		};
		/** Makes the changes one after another; each has two frames and the time until its address has followed. */
		const change = (selectors: string[]) =>
			page.evaluate(async (wanted) => {
				for (const selector of wanted) {
					const from = location.href;
					document.querySelector<HTMLInputElement>(`form.controls ${selector}`)!.click();
					while (location.href === from) await new Promise(requestAnimationFrame);
					await new Promise(requestAnimationFrame);
					await new Promise(requestAnimationFrame);
				}
			}, selectors);
		const drag = (days: number) =>
			page.evaluate(async (count) => {
				const slider = document.querySelector<HTMLInputElement>('input[type="range"]')!;
				for (let i = 0; i < count; i++) {
					slider.valueAsNumber -= 1;
					slider.dispatchEvent(new Event('input', { bubbles: true }));
					await new Promise(requestAnimationFrame);
					await new Promise(requestAnimationFrame);
				}
				slider.dispatchEvent(new Event('change', { bubbles: true }));
			}, days);

		await page.goto(server.url, { waitUntil: 'networkidle' });
		await page.locator('form.controls').hover({ position: { x: 2, y: 2 } });
		await page.locator('.standing').waitFor({ state: 'attached' });
		await page.waitForTimeout(1000);
		const rows = [await measured('the first change', 1, () => change(CHANGES.slice(0, 1)))];
		await change(CHANGES.slice(1));
		const often = Array.from({ length: ROUNDS }, () => CHANGES).flat();
		rows.push(await measured('a change', often.length, () => change(often)));
		rows.push(await measured('a day of a drag', 60, () => drag(60)));
		const parse = await page.evaluate(async () => {
			const text = await (await fetch('/snapshot.json')).text();
			const times = Array.from({ length: 40 }, () => {
				const from = performance.now();
				JSON.parse(text);
				return performance.now() - from;
			});
			return Math.min(...times);
		});
		return { rows, parse };
	} finally {
		await browser.close();
		await server.stop();
		rmSync(data, { recursive: true });
	}
}
