import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/server';

/** The rules of WCAG 2.2 to level AA that axe knows. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What can be wrong by night where all is well by day. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Packed: every page that is looked at reads it anew. */
const SCRIPT = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

interface Asked {
	/** Rules by their groups; all that are on by default where neither these nor `rules` are given. */
	tags?: readonly string[];
	/** Rules by their names. */
	rules?: readonly string[];
	/** A selector: the part of the page that is looked at. */
	within?: string;
}

/**
 * What axe finds wrong on a page, as lines that say where. It is run in the page itself and counts only faults: the builder for
 * Playwright opens a second page for each run and takes three times as long. No page of the site has a frame.
 */
export async function axeFaults(page: Page, { tags, rules, within }: Asked = {}): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SCRIPT);
	return page.evaluate(
		async ({ values, type, within }) => {
			const { violations } = await window.axe.run(within ?? document, {
				...(values ? { runOnly: { type, values: [...values] } } : {}),
				resultTypes: ['violations']
			});
			return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`));
		},
		{ values: rules ?? tags, type: rules ? ('rule' as const) : ('tag' as const), within }
	);
}

/**
 * The same by day and by night, a line each. By night only the colours are other ones: what else axe knows was asked by day, of the
 * same page.
 */
export async function axeFaultsByDayAndNight(page: Page, asked: Omit<Asked, 'rules'> = {}): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'light' });
	const day = await axeFaults(page, asked);
	await page.emulateMedia({ colorScheme: 'dark' });
	const night = await axeFaults(page, { within: asked.within, rules: COLOURS });
	return [...day.map((fault) => `by day ${fault}`), ...night.map((fault) => `by night ${fault}`)];
}

declare global {
	interface Window {
		axe: typeof axe;
	}
}
