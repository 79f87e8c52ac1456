import type { Chart } from 'chart.js';
import { FACES, layoutImage, IMAGE, type Face, type ImageText } from './layout';
import type { ExportSource } from './context';
import type { ChartSpec, Size } from '../engine/types';

/**
 * Renders a chart with its title and source on the background of the theme as PNG: 2400 by 1350 pixels, or as tall as a drawing of
 * its own height needs.
 *
 * @throws when the browser makes no image (too little memory)
 */
export async function renderPng(source: ExportSource, text: ImageText): Promise<Blob> {
	const { theme, display } = source;
	const { width, scale } = IMAGE;
	const canvas = document.createElement('canvas');
	canvas.width = width * scale;
	const ctx = canvas.getContext('2d');
	if (!ctx) throw new Error('This browser has no 2D canvas.');
	const font = (face: Face) =>
		`${FACES[face].weight} ${FACES[face].size}px ${FACES[face].family === 'display' ? display : theme.font}`;
	// A fallback family that this machine does not have fails to load; only the web font is waited for.
	await Promise.all((Object.keys(FACES) as Face[]).map((face) => document.fonts.load(font(face)).catch(() => [])));
	await document.fonts.ready;

	const measure = (text: string, face: Face) => {
		ctx.font = font(face);
		return ctx.measureText(text).width;
	};
	const layout = layoutImage(text, measure, 'paint' in source ? source.height : undefined);
	canvas.height = layout.height * scale;
	ctx.scale(scale, scale);
	ctx.fillStyle = theme.paper;
	ctx.fillRect(0, 0, width, layout.height);
	ctx.textBaseline = 'middle';
	for (const { face, text: line, x, y, align } of layout.lines) {
		ctx.font = font(face);
		ctx.textAlign = align;
		ctx.fillStyle = face === 'source' ? theme.ink3 : face === 'text' ? theme.ink2 : theme.ink;
		ctx.fillText(line, x, y);
	}
	const [first, last] = [layout.chart.x, layout.chart.x + layout.chart.width];
	ctx.fillStyle = theme.rule;
	for (const y of layout.rules) ctx.fillRect(first, y, last - first, 1);
	if ('paint' in source) {
		ctx.textAlign = 'left';
		source.paint(ctx, layout.chart);
	} else {
		const chart = renderChart(source.Chart, source.build(layout.chart), layout.chart);
		ctx.drawImage(chart, layout.chart.x, layout.chart.y, layout.chart.width, layout.chart.height);
	}

	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no image.'))), 'image/png');
	});
}

/** Draws a chart on a canvas of its own and returns a copy, since the library clears its canvas when the chart is destroyed. */
function renderChart(Library: typeof Chart, spec: ChartSpec, { width, height }: Size): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const chart = new Library(canvas, {
		type: 'line',
		data: spec.data,
		options: { ...spec.options, animation: false, devicePixelRatio: IMAGE.scale },
		plugins: [
			{
				id: 'layers',
				beforeDatasetsDraw: (of: Chart) => spec.under?.(of),
				afterDatasetsDraw: (of: Chart) => spec.over?.(of)
			}
		]
	});
	const copy = document.createElement('canvas');
	copy.width = canvas.width;
	copy.height = canvas.height;
	copy.getContext('2d')?.drawImage(canvas, 0, 0);
	chart.destroy();
	return copy;
}
