import { bringBrowser } from '../../src/server/browser.mjs';

/** Runs once before the tests that open pages: finds or installs the browser, so that no two files do it at the same time. */
export default async function bringChromium(): Promise<void> {
	process.env['CHROMIUM_PATH'] = await bringBrowser();
}
