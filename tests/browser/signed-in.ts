import type { Browser, BrowserContextOptions } from 'playwright-core';
import { DESKTOP, ready } from './site';

/** A page of somebody who is signed in by a cookie, or of a reader with none, and what its console complained of. */
export async function openAs(
	browser: Browser,
	url: string,
	path: string,
	cookie: string,
	options: BrowserContextOptions = {}
) {
	const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', ...options });
	const [name = '', value = ''] = cookie.split('=');
	if (cookie) await context.addCookies([{ name, value, url }]);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(error.message));
	page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
	await page.goto(url + path);
	if (options.javaScriptEnabled !== false) await ready(page);
	return { page, context, complaints };
}
