import type { Box } from '../engine/types';

/** A chart as a picture that travels without its page. Pure; CSS pixels, drawn at `PICTURE.scale` device pixels each. */
export const PICTURE = { width: 1200, height: 675, scale: 2 };

const MARGIN = 44;
/** The least that a chart which fits any frame is given, however long its words are. */
const LEAST = 260;

/** The words around the chart. `address` shows the same figures again. */
export interface PictureWords {
	title: string;
	subtitle: string;
	source: string;
	address: string;
}

export type Face = 'title' | 'text' | 'source' | 'name';

/** How the words are set: size and height of a line in pixels, weight of the letters. */
export const FACES: Record<Face, { size: number; line: number; weight: number; family: 'display' | 'data' }> = {
	title: { size: 28, line: 34, weight: 600, family: 'display' },
	text: { size: 16, line: 22, weight: 400, family: 'data' },
	source: { size: 13, line: 18, weight: 400, family: 'data' },
	name: { size: 20, line: 24, weight: 700, family: 'display' }
};

/** One line of text, its middle at `y`. */
export interface PictureLine {
	face: Face;
	text: string;
	x: number;
	y: number;
	align: 'left' | 'right';
}

export interface PictureLayout {
	lines: PictureLine[];
	/** Heights at which a hairline goes from margin to margin. */
	rules: number[];
	chart: Box;
	/** Of the whole picture. */
	height: number;
}

/** The width of a text in a face. */
export type Measure = (text: string, face: Face) => number;

/**
 * Lines that are no wider than `width`: broken at blanks, and where a word alone is too wide (an address), before `?`, `&` or
 * `/`, or else anywhere. Nothing is left out.
 */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const longer = line ? `${line} ${word}` : word;
		if (measure(longer) <= width) {
			line = longer;
			continue;
		}
		if (line) lines.push(line);
		line = '';
		for (const part of word.split(/(?=[?&/])/)) {
			for (const piece of measure(part) <= width ? [part] : [...part]) {
				if (line && measure(line + piece) > width) {
					lines.push(line);
					line = '';
				}
				line += piece;
			}
		}
	}
	if (line) lines.push(line);
	return lines;
}

/**
 * Where the words, the rules and the chart of a picture stand: words above, source and address below, all between the margins.
 * A chart that can only be drawn at one height makes the picture as tall as it needs (`wanted`).
 */
export function layoutPicture(words: PictureWords, measure: Measure, wanted?: number): PictureLayout {
	const full = PICTURE.width - 2 * MARGIN;
	const lines: PictureLine[] = [];
	const set = (text: string, face: Face, width: number) => wrap(text, width, (part) => measure(part, face));
	const put = (texts: string[], face: Face, top: number): number => {
		const { line } = FACES[face];
		texts.forEach((text, i) => lines.push({ face, text, x: MARGIN, y: top + (i + 0.5) * line, align: 'left' }));
		return top + texts.length * line;
	};
	const below = put(set(words.title, 'title', full), 'title', MARGIN - 6);
	const head = put(set(words.subtitle, 'text', full), 'text', below + 4) + 14;

	const name = measure('Buildout', 'name') + 32;
	const foot = [...set(words.source, 'source', full - name), ...set(words.address, 'source', full - name)];
	const under = 26 + foot.length * FACES.source.line + 12;
	const whole = wanted === undefined ? PICTURE.height : Math.ceil(head + wanted + 12 + under);
	const rule = whole - under;
	put(foot, 'source', rule + 12);
	lines.push({ face: 'name', text: 'Buildout', x: PICTURE.width - MARGIN, y: rule + 12 + 13, align: 'right' });
	const height = Math.max(wanted ?? LEAST, rule - 12 - head);
	return { lines, rules: [rule], height: whole, chart: { x: MARGIN, y: rule - 12 - height, width: full, height } };
}
