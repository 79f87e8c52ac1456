import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { BUDGETS } from '../../vite.weight';
import { launchBrowser } from '../support/browser';
import { startServer } from '../support/server';

it('the dashboard fetches no more JavaScript than its budget, before its chart is wanted and in all', async () => {
	const server = await startServer({ env: { BUILDOUT_TODAY: '2026-11-23' } });
	const browser = await launchBrowser();
	// So narrow and so low that the chart is nowhere near the screen (`whenNear`): every real screen has it at once.
	const page = await browser.newPage({ viewport: { width: 320, height: 60 } });
	const scripts: { url: string; early: boolean }[] = [];
	let early = true;
	page.on('request', (request) => {
		// The ledger is fetched when somebody is there, and its arithmetic with it.
		if (request.url().includes('/snapshot.json')) early = false;
		if (request.url().endsWith('.js')) scripts.push({ url: request.url(), early });
	});
	await page.goto(server.url, { waitUntil: 'networkidle' });
	await page.mouse.move(1, 1);
	await expect.poll(() => early).toBe(false);
	const chart = page.locator('canvas').first();
	await chart.scrollIntoViewIfNeeded();
	await page.locator('.canvas').first().locator('.wait').waitFor({ state: 'detached' });
	await page.waitForLoadState('networkidle');

	const sizes = await Promise.all(
		scripts.map(async ({ url }) => gzipSync(await (await fetch(url)).bytes(), { level: 9 }).length)
	);
	const sum = (wanted: (each: { early: boolean }) => boolean) =>
		scripts.reduce((total, each, i) => (wanted(each) ? total + sizes[i]! : total), 0);
	const [before, all] = [sum((each) => each.early), sum(() => true)];
	process.stdout.write(`weight: ${before} bytes before the chart, ${all} in all, ${scripts.length} files\n`);
	expect(before).toBeLessThanOrEqual(BUDGETS[0]!.bytes);
	expect(all).toBeLessThanOrEqual(BUDGETS[1]!.bytes);
	// The chart's own code came late.
	expect(all - before).toBeGreaterThan(30_000);
	await browser.close();
	await server.stop();
});
