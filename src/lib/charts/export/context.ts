import type { Chart } from 'chart.js';
import { getContext, setContext } from 'svelte';
import type { Box, ChartSpec, Size, Theme } from '../engine/types';

/** How a canvas or a drawing hands its picture to the frame around it. */

/** What every picture is painted with. */
export interface Inks {
	theme: Theme;
	/** The family of titles, as the page sets it. */
	display: string;
}

/** All that it takes to draw the chart of a canvas again, at any size. */
export interface ChartSource extends Inks {
	Chart: typeof Chart;
	build: (size: Size) => ChartSpec;
}

/** A drawing that is no Chart.js chart: it paints itself into a box, which is as tall as it says. */
export interface DrawingSource extends Inks {
	paint: (ctx: CanvasRenderingContext2D, box: Box) => void;
	height?: number;
}

export type Source = ChartSource | DrawingSource;

/** Filled by what is drawn inside the frame; stays empty where nothing in it can be taken as a picture. */
export interface Taker {
	source?: () => Promise<Source>;
	/** The picture is as tall as its drawing. */
	tall?: boolean;
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
