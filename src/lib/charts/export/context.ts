import { getContext, setContext } from 'svelte';
import type { Box, ChartSource, DrawingStyle } from '../engine/types';

/** How a canvas or another drawing tells the frame around it what to draw in an exported image. */

/** A drawing that is no Chart.js chart: it paints itself into a box. */
export interface DrawingSource extends DrawingStyle {
	paint: (ctx: CanvasRenderingContext2D, box: Box) => void;
	/** In CSS pixels; without it the drawing fits any box. */
	height?: number;
}

export type ExportSource = ChartSource | DrawingSource;

/** Filled in by what is drawn inside the frame; without a source the frame offers no image. */
export interface ExportContext {
	source?: () => Promise<ExportSource>;
	/** The drawing decides how tall the image is. */
	ownHeight?: boolean;
}

const KEY = Symbol('export');

/** Called by a frame during its initialisation. */
export function setExportContext(context: ExportContext): void {
	setContext(KEY, context);
}

/** Called by a canvas during its initialisation; undefined outside of a frame. */
export function getExportContext(): ExportContext | undefined {
	return getContext<ExportContext | undefined>(KEY);
}
