import { describe, expect, it } from 'vitest';
import { layoutPanels, QUARTER_ROW, cssRowsHeight } from './grid';

/** What the style sheet makes of the height at so many rows. */
const height = (rows: number) => rows * (QUARTER_ROW.row + QUARTER_ROW.gap) - QUARTER_ROW.gap;

describe('panels in rows', () => {
	it('has as many rows as the height was made for, and fills them evenly', () => {
		expect(cssRowsHeight(QUARTER_ROW)).toBe(
			`calc(var(--rows) * ${QUARTER_ROW.row + QUARTER_ROW.gap}px - ${QUARTER_ROW.gap}px)`
		);
		for (const [count, rows, columns] of [
			[5, 1, 5],
			[5, 2, 3],
			[5, 3, 2],
			[2, 1, 2],
			[1, 1, 1],
			[0, 1, 0]
		] as const) {
			// A screen may round the height down by a pixel.
			for (const off of [0, -1]) {
				const panels = layoutPanels(count, { width: 1000, height: height(rows) + off }, QUARTER_ROW, 50);
				expect(panels).toHaveLength(count);
				expect(new Set(panels.map(({ name }) => name)).size).toBe(count === 0 ? 0 : rows);
				expect(new Set(panels.map(({ left }) => left)).size).toBe(columns);
			}
		}
	});

	it('keeps panels inside, apart, of one size, and the gutter free', () => {
		for (const width of [288, 358, 700, 1296])
			for (const rows of [1, 2, 3, 5]) {
				const size = { width, height: height(rows) };
				const panels = layoutPanels(5, size, QUARTER_ROW, 42);
				panels.forEach((panel, i) => {
					expect(panel.left).toBeGreaterThanOrEqual(42);
					expect(panel.right).toBeLessThanOrEqual(width + 1e-9);
					expect(panel.right - panel.left).toBeCloseTo(panels[0]!.right - panels[0]!.left);
					expect(panel.bottom + QUARTER_ROW.foot).toBeLessThanOrEqual(size.height + 1);
					const next = panels[i + 1];
					if (next?.name === panel.name) expect(next.left).toBeGreaterThan(panel.right + 15);
					else if (next) expect(next.name).toBeGreaterThan(panel.bottom + QUARTER_ROW.foot);
					expect(panel.first).toBe(panel.left === 42);
				});
			}
	});

	it('draws taller panels into a picture that is higher than their rows', () => {
		const panels = layoutPanels(5, { width: 1112, height: 490 }, QUARTER_ROW, 52);
		expect(new Set(panels.map(({ name }) => name)).size).toBe(2);
		expect(panels[4]!.bottom).toBeCloseTo(490 - QUARTER_ROW.foot, -1);
	});
});
