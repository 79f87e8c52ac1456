import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { Refusal, step } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chromium.exe', 'chrome.exe'];
const FOLDERS = [
	'/usr/bin',
	'/snap/bin',
	'C:\\Program Files\\Google\\Chrome\\Application',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application'
];
const APPLICATIONS = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/**
 * Finds the Chromium that the tests drive: the one that CHROMIUM_PATH names, else Playwright's own, else the system's.
 *
 * @returns {Promise<string | undefined>} the path of its executable
 * @throws {Refusal} when CHROMIUM_PATH names something that cannot be run
 */
async function findBrowser() {
	const named = process.env['CHROMIUM_PATH'];
	if (named) {
		if (canRun(named)) return named;
		throw new Refusal(
			`CHROMIUM_PATH: expected the path of a Chromium or Chrome that can be run, got ${JSON.stringify(named)}.`
		);
	}
	const { chromium } = await import('playwright-core');
	const folders = [...(process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean), ...FOLDERS];
	const found = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
	return [chromium.executablePath(), ...APPLICATIONS, ...found].find(canRun);
}

/**
 * Finds a browser or, on a Debian machine where this user may, installs one.
 *
 * @returns {Promise<string>} the path of its executable
 * @throws {Refusal} when there is none and none could be installed
 */
export async function bringBrowser() {
	const present = await findBrowser();
	if (present) return present;
	if (process.getuid?.() === 0 && canRun('/usr/bin/apt-get')) {
		const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
		await step('Refreshing the list of system packages', '/usr/bin/apt-get', ['update', '-q'], quiet);
		const args = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
		await step('Installing Chromium for the tests (the first time only)', '/usr/bin/apt-get', args, quiet);
		const installed = await findBrowser();
		if (installed) return installed;
	}
	throw new Refusal(
		'The tests need a browser and found none: install Chromium or Chrome, or set CHROMIUM_PATH to its executable.'
	);
}

/** @param {string} file */
function canRun(file) {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		return false;
	}
}
