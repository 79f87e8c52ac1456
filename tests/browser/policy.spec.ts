import type { Browser } from 'playwright-core';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser';
import { root, startServer, type RunningServer } from '../support/server';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
	server = await startServer({ data: path.join(root, 'tests/vectors/small/dataset') });
	browser = await launchBrowser();
});

afterAll(async () => {
	await browser.close();
	await server.stop();
});

it.each(['/', '/deals', '/reconciliation', '/projections', '/wtf'])(
	'%s runs in a browser: nothing is refused by the policy, nothing fails, nothing is logged',
	async (address) => {
		const page = await browser.newPage();
		const complaints: string[] = [];
		page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
		page.on('pageerror', (error) => complaints.push(error.message));
		page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
		await page.goto(server.url + address, { waitUntil: 'networkidle' });
		expect(complaints).toEqual([]);
		await page.close();
	}
);

it('sets the chosen theme before the first paint, by the one script that the policy knows by its hash', async () => {
	const page = await browser.newPage();
	await page.goto(server.url);
	await page.evaluate(() => localStorage.setItem('theme', 'dark'));
	// Without the app's own scripts nothing but the inline one is left to do it.
	await page.route('**/_app/**/*.js', (route) => route.abort());
	await page.goto(server.url, { waitUntil: 'commit' });
	await page.waitForSelector('html[data-theme="dark"]', { state: 'attached' });
	await page.close();
});
