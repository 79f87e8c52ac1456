import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { root } from '../support/server';

/**
 * Pictures of charts, held against those in `tests/browser/pictures`. Another browser may smooth its letters another way: that touches
 * a few pixels everywhere. A word that is gone, a line that has moved or a colour that is wrong touches many in one place.
 */
const REFERENCES = path.join(root, 'tests/browser/pictures');
const FAILED = path.join(root, 'tests/.out/pictures');

/** Set to 1, the pictures are written anew instead of compared. */
const RENEW = process.env['PICTURES_RENEW'] === '1';

/** Side of a part, in pixels, and how many of its pixels may differ. */
const PART = 16;
const MOST_IN_A_PART = 24;
/** Share of all pixels that may differ. */
const MOST_IN_ALL = 0.004;

export interface Difference {
	/** Places of parts that differ by more than they may, left to right and down, in pixels. */
	parts: { x: number; y: number; pixels: number }[];
	/** Share of all pixels that differ. */
	share: number;
	picture: PNG;
}

/** What differs between two pictures of one size; pixels that only smooth an edge are left out. */
export function difference(actual: PNG, wanted: PNG): Difference {
	const { width, height } = wanted;
	const picture = new PNG({ width, height });
	const mask = new PNG({ width, height });
	const differing = pixelmatch(actual.data, wanted.data, picture.data, width, height, { threshold: 0.12 });
	pixelmatch(actual.data, wanted.data, mask.data, width, height, { threshold: 0.12, diffMask: true });
	const counts = new Map<string, { x: number; y: number; pixels: number }>();
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const at = (y * width + x) * 4;
			// The mask paints what differs in red and what only smooths in yellow.
			if (mask.data[at] !== 255 || mask.data[at + 1] !== 0) continue;
			const [left, top] = [x - (x % PART), y - (y % PART)];
			const part = counts.get(`${left} ${top}`) ?? { x: left, y: top, pixels: 0 };
			part.pixels++;
			counts.set(`${left} ${top}`, part);
		}
	return {
		parts: [...counts.values()].filter((part) => part.pixels > MOST_IN_A_PART),
		share: differing / (width * height),
		picture
	};
}

/**
 * Says what is wrong with a picture beside its reference; null where nothing is. A picture that fails is written to
 * `tests/.out/pictures` with what differs.
 */
export async function faultOf(name: string, png: Buffer): Promise<string | null> {
	const reference = path.join(REFERENCES, `${name}.png`);
	if (RENEW) {
		mkdirSync(REFERENCES, { recursive: true });
		writeFileSync(reference, png);
		return null;
	}
	const files = ['actual', 'difference'].map((kind) => path.join(FAILED, `${name}.${kind}.png`));
	for (const file of files) rmSync(file, { force: true });
	const keep = (pictures: Buffer[]) => {
		mkdirSync(FAILED, { recursive: true });
		pictures.forEach((picture, i) => writeFileSync(files[i]!, picture));
		return `See ${files
			.slice(0, pictures.length)
			.map((file) => path.relative(root, file))
			.join(
				' and '
			)}, beside tests/browser/pictures/${name}.png. If it is meant to look so, PICTURES_RENEW=1 writes the pictures anew.`;
	};
	const stored = await readFile(reference).catch(() => null);
	if (!stored) return `There is no picture to hold ${name} against. ${keep([png])}`;
	const [actual, wanted] = [PNG.sync.read(png), PNG.sync.read(stored)];
	if (actual.width !== wanted.width || actual.height !== wanted.height)
		return `${name} is ${actual.width} × ${actual.height} pixels and was ${wanted.width} × ${wanted.height}. ${keep([png])}`;
	const { parts, share, picture } = difference(actual, wanted);
	if (parts.length === 0 && share <= MOST_IN_ALL) return null;
	const worst = parts.sort((a, b) => b.pixels - a.pixels)[0];
	const where = worst ? `, most of all at ${worst.x}, ${worst.y}` : '';
	return `${name} looks different: ${parts.length} places, ${(share * 100).toFixed(2)}% of its pixels${where}. ${keep([png, PNG.sync.write(picture)])}`;
}
