import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FACES, layoutImage, IMAGE, type Face } from './layout';
import { wrapText } from '../engine/text';

/** Letters half as wide as they are high. */
const measure = (text: string, face: Face) => text.length * FACES[face].size * 0.5;
const each = (text: string) => text.length * 8;

it('keeps every letter and never sets a line wider than it may be', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 40, max: 1200 }), (text, width) => {
			const lines = wrapText(text, width, each);
			expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
			for (const line of lines) expect(each(line)).toBeLessThanOrEqual(width);
		})
	);
});

it('breaks an address before a part of its question', () => {
	expect(wrapText('https://example.org/?as_of=2026-11-23&firmness=definitive', 320, each)).toEqual([
		'https://example.org/?as_of=2026-11-23',
		'&firmness=definitive'
	]);
});

it('lets no line, rule or chart lie on another, and nothing beyond the margins', () => {
	const words = fc.record({
		title: fc.string({ minLength: 1, maxLength: 120 }),
		subtitle: fc.string({ maxLength: 200 }),
		source: fc.string({ minLength: 1, maxLength: 160 }),
		address: fc.webUrl({ withQueryParameters: true })
	});
	fc.assert(
		fc.property(words, fc.option(fc.integer({ min: 100, max: 900 }), { nil: undefined }), (given, wanted) => {
			const { lines, rules, chart, height } = layoutImage(given, measure, wanted);
			if (wanted === undefined) expect(height).toBe(IMAGE.height);
			else expect(chart.height).toBeGreaterThanOrEqual(wanted);
			const named = lines.filter((line) => line.align === 'left');
			const edges = named.map(({ y, face }) => [y - FACES[face].line / 2, y + FACES[face].line / 2] as const);
			const stacked = [...edges, [chart.y, chart.y + chart.height] as const].sort((a, b) => a[0] - b[0]);
			stacked.reduce((above, next) => {
				expect(next[0]).toBeGreaterThanOrEqual(above[1] - 1e-9);
				return next;
			});
			expect(stacked[0]![0]).toBeGreaterThanOrEqual(30);
			expect(stacked.at(-1)![1]).toBeLessThanOrEqual(height - 20);
			for (const rule of rules) expect(stacked.every(([top, bottom]) => rule <= top || rule >= bottom)).toBe(true);
			expect(lines.map((line) => line.text).join('')).toContain('Buildout');
		})
	);
});
