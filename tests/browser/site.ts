import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { startServer, type RunningServer } from '../support/server';

/** The production build on the reference dataset, and the browser that opens it. */
export interface Site {
	url: string;
	server: RunningServer;
	/**
	 * An empty page of a person of its own: nothing remembered, no movement unless asked for, its faults gathered. `first` runs in
	 * whatever it opens before all else.
	 */
	open(options?: BrowserContextOptions, first?: () => void): Promise<Visit>;
	/** The same with an address opened in it, once it answers. */
	visit(path: string, options?: BrowserContextOptions, first?: () => void): Promise<Visit>;
	stop(): Promise<void>;
}

export interface Visit {
	page: Page;
	/** What the console, the scripts and the requests of the page complained of. */
	complaints: string[];
	close(): Promise<void>;
}

export const DESKTOP = { width: 1440, height: 1000 };
export const PHONE = { width: 390, height: 844 };

/** Starts both, at the day on which the dataset was last read. */
export async function openSite(): Promise<Site> {
	const server = await startServer({ env: { BUILDOUT_TODAY: '2026-11-23' } });
	const browser: Browser = await launchBrowser();
	const open: Site['open'] = async (options = {}, first) => {
		const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', ...options });
		const page = await context.newPage();
		if (first) await page.addInitScript(first);
		return { page, complaints: listen(page), close: () => context.close() };
	};
	return {
		url: server.url,
		server,
		open,
		async visit(path, options = {}, first) {
			const visit = await open(options, first);
			await visit.page.goto(server.url + path);
			if (options.javaScriptEnabled !== false) await ready(visit.page);
			return visit;
		},
		async stop() {
			await browser.close();
			await server.stop();
		}
	};
}

function listen(page: Page): string[] {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
	page.on('response', (response) => {
		if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
	});
	return complaints;
}

/** Waits until the page's own script runs it: only then do changes and keys reach it. */
async function started(page: Page): Promise<void> {
	await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}

/** Waits until the page runs and has what it answers with: the code of its parts and the ledger. */
export async function ready(page: Page): Promise<void> {
	await started(page);
	// A sign of a reader: what is fetched for them need not wait until the page is at rest.
	await page.mouse.move(1, 1);
	await page.locator('.standing').waitFor({ state: 'attached' });
}

/** Brings every chart of the page to the screen and waits until it is drawn: pixels of more than one colour. */
export async function drawCharts(page: Page): Promise<number> {
	const charts = page.locator('canvas:visible');
	const count = await charts.count();
	for (let i = 0; i < count; i++) {
		const chart = charts.nth(i);
		await chart.scrollIntoViewIfNeeded();
		await chart.evaluate(async (canvas: HTMLCanvasElement) => {
			const colours = () => {
				const { width, height } = canvas;
				if (width === 0 || height === 0) return 0;
				// Reading a copy leaves the chart's own canvas as it is.
				const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
				copy.drawImage(canvas, 0, 0);
				return new Set(new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer)).size;
			};
			// The box may just have been given another size, which the chart follows a frame later.
			do {
				await new Promise(requestAnimationFrame);
				const fault = canvas.parentElement!.querySelector('[role="alert"]');
				if (fault) throw new Error(fault.textContent);
			} while (colours() < 8 || Math.abs(canvas.clientWidth - canvas.parentElement!.clientWidth) > 1);
		});
	}
	await page.evaluate(() => scrollTo(0, 0));
	return count;
}

/** What a person reads between the head and the foot of the page. */
export function mainText(page: Page): Promise<string> {
	return page.locator('main').innerText();
}
