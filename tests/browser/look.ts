import type { Page } from 'playwright-core';

/** What stands out to the right of the screen; nothing where nobody has to scroll sideways. */
export function overflowing(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const wide = [...document.querySelectorAll('body *')].filter(
			(each) => each.getBoundingClientRect().right > clientWidth + 1
		);
		return [`${scrollWidth} wide`, ...wide.slice(-5).map((each) => each.outerHTML.slice(0, 120))];
	});
}

declare global {
	interface Window {
		/** What the browser counts as moved, a line each, and how much that is in all. */
		shifts?: string[];
		shifted?: number;
	}
}

/** Runs in the page before all else: notes what the browser counts as moved, from the first paint on. */
export function watchShifts(): void {
	window.shifts = [];
	window.shifted = 0;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & {
			value: number;
			sources: { node: Node | null }[];
		})[]) {
			window.shifted! += entry.value;
			const names = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : 'text'));
			window.shifts!.push(`${entry.value.toFixed(5)} at ${Math.round(entry.startTime)} ms: ${names.join(', ')}`);
		}
	}).observe({ type: 'layout-shift', buffered: true });
}

/** What has moved so far. */
export async function shiftsOf(page: Page): Promise<{ shifts: string; shifted: number }> {
	return page.evaluate(() => ({ shifts: window.shifts!.join('\n'), shifted: window.shifted! }));
}

/**
 * The letters that stand in until the fonts are there are as wide as them on the whole, not word for word: the end of a row may move
 * by a few pixels. A line that breaks elsewhere is more than that; 0.1 counts as good, and browsers show three digits.
 */
export const LETTERS = 0.001;

interface Focused {
	/** Where it stands among all elements. */
	place: number;
	what: string;
	isBody: boolean;
	/** It can be seen, and shows that it has the focus. */
	seen: boolean;
	shown: boolean;
}

/** What has the focus. */
export function focused(page: Page): Promise<Focused> {
	return page.evaluate(() => {
		const element = document.activeElement as HTMLElement;
		const { width, height } = element.getBoundingClientRect();
		// A choice in disguise shows the ring on the label that stands for it.
		const shown = [element, element.nextElementSibling, element.closest('label'), element.closest('form')].some(
			(each) => {
				if (!each) return false;
				const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
				return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
			}
		);
		return {
			place: [...document.querySelectorAll('*')].indexOf(element),
			what: element.outerHTML.slice(0, 120),
			isBody: element === document.body,
			seen: width > 0 && height > 0,
			shown
		};
	});
}
