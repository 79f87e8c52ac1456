import type { Chart } from 'chart.js';
import { FACES, layoutPicture, PICTURE, type Face, type PictureWords } from './layout';
import type { Source } from './context';
import type { ChartSpec, Size } from '../engine/types';

/**
 * Draws a chart with its words on the colour of the paper and returns it as PNG, 2400 by 1350 pixels or as tall as its drawing.
 *
 * @throws when the browser makes no picture (too little memory)
 */
export async function picture(source: Source, words: PictureWords): Promise<Blob> {
	const { theme, display } = source;
	const { width, scale } = PICTURE;
	const canvas = document.createElement('canvas');
	canvas.width = width * scale;
	const ctx = canvas.getContext('2d');
	if (!ctx) throw new Error('This browser draws no pictures.');
	const font = (face: Face) =>
		`${FACES[face].weight} ${FACES[face].size}px ${FACES[face].family === 'display' ? display : theme.font}`;
	// A stand-in that this machine has not fails to load; the letters themselves are what is waited for.
	await Promise.all((Object.keys(FACES) as Face[]).map((face) => document.fonts.load(font(face)).catch(() => [])));
	await document.fonts.ready;

	const measure = (text: string, face: Face) => {
		ctx.font = font(face);
		return ctx.measureText(text).width;
	};
	const layout = layoutPicture(words, measure, 'paint' in source ? source.height : undefined);
	canvas.height = layout.height * scale;
	ctx.scale(scale, scale);
	ctx.fillStyle = theme.paper;
	ctx.fillRect(0, 0, width, layout.height);
	ctx.textBaseline = 'middle';
	for (const { face, text, x, y, align } of layout.lines) {
		ctx.font = font(face);
		ctx.textAlign = align;
		ctx.fillStyle = face === 'source' ? theme.ink3 : face === 'text' ? theme.ink2 : theme.ink;
		ctx.fillText(text, x, y);
	}
	const [first, last] = [layout.chart.x, layout.chart.x + layout.chart.width];
	ctx.fillStyle = theme.rule;
	for (const y of layout.rules) ctx.fillRect(first, y, last - first, 1);
	if ('paint' in source) {
		ctx.textAlign = 'left';
		source.paint(ctx, layout.chart);
	} else {
		const drawn = plot(source.Chart, source.build(layout.chart), layout.chart);
		ctx.drawImage(drawn, layout.chart.x, layout.chart.y, layout.chart.width, layout.chart.height);
	}

	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))), 'image/png');
	});
}

function plot(Drawing: typeof Chart, spec: ChartSpec, { width, height }: Size): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const chart = new Drawing(canvas, {
		type: 'line',
		data: spec.data,
		options: { ...spec.options, animation: false, devicePixelRatio: PICTURE.scale },
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
