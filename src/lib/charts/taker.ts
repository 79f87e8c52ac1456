import type { Chart } from 'chart.js';
import { getContext, setContext } from 'svelte';
import type { ChartSpec, Size, Theme } from './types';

/** How a canvas hands its chart to the frame around it. */

/** All that it takes to draw the chart of a canvas again, at any size. */
export interface Source {
	Chart: typeof Chart;
	build: (size: Size) => ChartSpec;
	theme: Theme;
	/** The family of titles, as the page sets it. */
	display: string;
}

/** Filled by the canvas inside the frame; stays empty where the frame holds none. */
export interface Taker {
	source?: () => Promise<Source>;
}

const KEY = Symbol('taker');

/** Called by a frame while it is set up. */
export function offerTaker(taker: Taker): void {
	setContext(KEY, taker);
}

/** Called by a canvas while it is set up; undefined outside of a frame. */
export function findTaker(): Taker | undefined {
	return getContext<Taker | undefined>(KEY);
}
