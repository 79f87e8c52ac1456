import type { Chart } from 'chart.js';
import type { ChartSpec, Size } from './types';

/** What was written and filled on a canvas that only listens. */
export interface Recording {
	texts: { text: string; x: number; y: number; align: CanvasTextAlign; font: string }[];
	rects: { x: number; y: number; width: number; height: number; fill: string }[];
	outlines: { x: number; y: number; width: number; height: number; stroke: string; dashed: boolean }[];
	/** Circles that were filled. */
	dots: { x: number; y: number; fill: string }[];
}

interface Bounds {
	min?: number;
	max?: number;
	type?: string;
	stackWeight?: number;
}

function scale(bounds: Bounds | undefined, from: number, to: number) {
	const { min = 0, max = 1, type } = bounds ?? {};
	const at = (value: number) => (type === 'logarithmic' ? Math.log10(value) : value);
	return {
		top: Math.min(from, to),
		bottom: Math.max(from, to),
		getPixelForValue: (value: number) => from + ((at(value) - at(min)) / (at(max) - at(min))) * (to - from)
	};
}

/** A context that only listens, and what it has heard: letters six pixels wide. */
export function makeRecorder(): { ctx: CanvasRenderingContext2D; heard: Recording } {
	const heard: Recording = { texts: [], rects: [], outlines: [], dots: [] };
	const state: Record<string, unknown> = { textAlign: 'left', font: '', fillStyle: '', strokeStyle: '' };
	let dashed = false;
	let arc: { x: number; y: number } | undefined;
	const ctx = new Proxy(state, {
		get(target, name: string) {
			if (name in target) return target[name];
			if (name === 'measureText') return (text: string) => ({ width: text.length * 6 });
			if (name === 'fillText')
				return (text: string, x: number, y: number) =>
					heard.texts.push({
						text,
						x,
						y,
						align: target['textAlign'] as CanvasTextAlign,
						font: String(target['font'])
					});
			if (name === 'fillRect')
				return (x: number, y: number, width: number, height: number) =>
					heard.rects.push({ x, y, width, height, fill: String(target['fillStyle']) });
			if (name === 'strokeRect')
				return (x: number, y: number, width: number, height: number) =>
					heard.outlines.push({ x, y, width, height, stroke: String(target['strokeStyle']), dashed });
			if (name === 'arc') return (x: number, y: number) => (arc = { x, y });
			if (name === 'fill')
				return () => {
					if (arc) heard.dots.push({ ...arc, fill: String(target['fillStyle']) });
				};
			if (name === 'beginPath') return () => (arc = undefined);
			if (name === 'setLineDash') return (dash: number[]) => (dashed = dash.length > 0);
			return () => undefined;
		}
	});
	return { ctx: ctx as unknown as CanvasRenderingContext2D, heard };
}

/** Scales on one another by their weights, the first one at the foot, as the library lays them out. */
function stack(scales: Record<string, Bounds>, size: Size) {
	const stacked = Object.entries(scales).filter(([, { stackWeight }]) => stackWeight !== undefined);
	const whole = stacked.reduce((sum, [, { stackWeight }]) => sum + stackWeight!, 0);
	let foot = size.height - 30;
	return Object.fromEntries(
		stacked.map(([name, bounds]) => {
			const top = foot - ((size.height - 56) * bounds.stackWeight!) / whole;
			const placed = scale(bounds, foot, top);
			foot = top;
			return [name, placed];
		})
	);
}

/** Draws a chart's layers without a browser: plots laid out by hand. */
export function recordDrawing(spec: ChartSpec, size: Size): Recording {
	const { ctx, heard } = makeRecorder();
	const [left, right] = [70, size.width - (size.width < 560 ? 8 : 178)];
	const scales = spec.options.scales as Record<string, Bounds>;
	const bottom = scales['w'] ? size.height - 160 : size.height - 30;
	const chart = {
		ctx,
		width: size.width,
		height: size.height,
		chartArea: { left, right, top: 26, bottom },
		scales: {
			x: scale(scales['x'], left, right),
			y: scale(scales['y'], bottom, 26),
			...(scales['w'] && { w: scale(scales['w'], size.height - 30, size.height - 150) }),
			...(scales['p'] && stack(scales, size))
		}
	} as unknown as Chart;
	spec.under?.(chart);
	spec.over?.(chart);
	return heard;
}

/** Colours that name themselves. */
export const theme = {
	paper: 'paper',
	paper2: 'paper2',
	ink: 'ink',
	ink2: 'ink2',
	ink3: 'ink3',
	grid: 'grid',
	rule: 'rule',
	ruleStrong: 'ruleStrong',
	green: 'green',
	due: 'due',
	greenWash: 'greenWash',
	headline: 'headline',
	counted: 'counted',
	projection: 'projection',
	hatch: 'hatch',
	term: 'term',
	termText: 'termText',
	idio: 'idio',
	idioText: 'idioText',
	neutral: 'neutral',
	alert: 'alert',
	font: 'Archivo'
};
