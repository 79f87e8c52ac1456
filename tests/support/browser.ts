import { chromium, type Browser } from 'playwright-core';
import { bringBrowser } from '../../src/server/browser.mjs';

/**
 * How long a page is waited for in all that a test asks of it, in milliseconds: what fails then says what it waited for, which the
 * limit of the test itself (vite.config.ts) does not. Half a minute, Playwright's own limit, is nothing to a machine that does much else.
 */
const GIVE_UP = 240_000;

/**
 * Parts of the browser's own window, two pages of their own beside each that a test opens: they take as long to start as the page.
 * Chromium goes by the last of several lists only, so that Playwright's own (chromiumSwitches) stands before them.
 */
const LEFT_OUT =
	'AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,' +
	'LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,' +
	'AvoidCorsURLLoaderRestartOnRedirect,TcpPortRandomizationWin,' +
	'OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,' +
	'WebUIOmniboxPopup,WebUIOmniboxAimPopup';

/**
 * Starts the Chromium that the tests drive. How long a page takes says more about the machine than about the page, so that none of
 * its waits ends before the test. Fails with a sentence where there is no browser; never skips.
 */
export async function launchBrowser(): Promise<Browser> {
	const browser = await chromium.launch({
		executablePath: await bringBrowser(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			`--disable-features=${LEFT_OUT}`
		]
	});
	return browser.on('context', (context) => context.setDefaultTimeout(GIVE_UP));
}
