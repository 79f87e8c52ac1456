import { wrapText } from '../engine/text';
import type { Box } from '../engine/types';

/** Where title, chart and source stand in an exported image. Pure; CSS pixels, each drawn as `IMAGE.scale` device pixels. */
export const IMAGE = { width: 1200, height: 675, scale: 2 };

const MARGIN = 44;
/** Height that a chart keeps however long its title and source are. */
const MIN_CHART_HEIGHT = 260;

/** The text around the chart. `address` leads to the same figures. */
export interface ImageText {
	title: string;
	subtitle: string;
	source: string;
	address: string;
}

export type Face = 'title' | 'text' | 'source' | 'name';

/** How each sort of text is set: size and line height in pixels, font weight, family. */
export const FACES: Record<Face, { size: number; line: number; weight: number; family: 'display' | 'data' }> = {
	title: { size: 28, line: 34, weight: 600, family: 'display' },
	text: { size: 16, line: 22, weight: 400, family: 'data' },
	source: { size: 13, line: 18, weight: 400, family: 'data' },
	name: { size: 20, line: 24, weight: 700, family: 'display' }
};

/** One line of text, its middle at `y`. */
export interface ImageLine {
	face: Face;
	text: string;
	x: number;
	y: number;
	align: 'left' | 'right';
}

export interface ImageLayout {
	lines: ImageLine[];
	/** Where a hairline runs from margin to margin: its y. */
	rules: number[];
	chart: Box;
	/** Of the whole image. */
	height: number;
}

/** The width of a text in a face. */
export type Measure = (text: string, face: Face) => number;

/**
 * Title and subtitle above the chart, source and address below it, all between the margins. `chartHeight` is for a drawing that has
 * a height of its own: the image grows with it.
 */
export function layoutImage(text: ImageText, measure: Measure, chartHeight?: number): ImageLayout {
	const full = IMAGE.width - 2 * MARGIN;
	const lines: ImageLine[] = [];
	const set = (words: string, face: Face, width: number) => wrapText(words, width, (part) => measure(part, face));
	const put = (texts: string[], face: Face, top: number): number => {
		const { line } = FACES[face];
		texts.forEach((text, i) => lines.push({ face, text, x: MARGIN, y: top + (i + 0.5) * line, align: 'left' }));
		return top + texts.length * line;
	};
	const below = put(set(text.title, 'title', full), 'title', MARGIN - 6);
	const head = put(set(text.subtitle, 'text', full), 'text', below + 4) + 14;

	const name = measure('Buildout', 'name') + 32;
	const foot = [...set(text.source, 'source', full - name), ...set(text.address, 'source', full - name)];
	const under = 26 + foot.length * FACES.source.line + 12;
	const whole = chartHeight === undefined ? IMAGE.height : Math.ceil(head + chartHeight + 12 + under);
	const rule = whole - under;
	put(foot, 'source', rule + 12);
	lines.push({ face: 'name', text: 'Buildout', x: IMAGE.width - MARGIN, y: rule + 12 + 13, align: 'right' });
	const height = Math.max(chartHeight ?? MIN_CHART_HEIGHT, rule - 12 - head);
	return { lines, rules: [rule], height: whole, chart: { x: MARGIN, y: rule - 12 - height, width: full, height } };
}
