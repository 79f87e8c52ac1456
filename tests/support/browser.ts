import { chromium, type Browser } from 'playwright-core';
import { bringBrowser } from '../../src/server/browser.mjs';

/** Starts the Chromium that the tests drive. Fails with a sentence where there is none; never skips. */
export async function launchBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: await bringBrowser(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	});
}
