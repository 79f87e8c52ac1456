import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClearest, clusterMarks, placeInSlots, spreadLabels, type Stroke } from './layout';

const pixel = fc.double({ min: 0, max: 1000, noNaN: true });

describe('cluster', () => {
	it('keeps marks that have room, and gathers those that have not round the weightiest', () => {
		const marks = [10, 14, 200].map((x, i) => ({ item: { id: i, usd: [1, 9, 4][i]! }, x }));
		const groups = clusterMarks(marks, 17, (item) => item.usd);
		expect(groups.map((group) => [group.x, group.items.map((item) => item.id)])).toEqual([
			[14, [0, 1]],
			[200, [2]]
		]);
	});
	it('loses nothing, and leaves no two marks closer than asked', () => {
		fc.assert(
			fc.property(fc.array(pixel, { maxLength: 60 }), fc.double({ min: 1, max: 60, noNaN: true }), (xs, apart) => {
				const groups = clusterMarks(
					xs.map((x, item) => ({ item, x })),
					apart,
					(item) => item % 7
				);
				expect(groups.flatMap((group) => group.items).sort((a, b) => a - b)).toEqual(xs.map((_, i) => i));
				for (let i = 1; i < groups.length; i++) expect(groups[i]!.x - groups[i - 1]!.x).toBeGreaterThanOrEqual(apart);
				for (const group of groups) expect(group.x).toBe(xs[group.lead]);
			})
		);
	});
});

describe('slots', () => {
	it('leaves columns at their day where there is room', () => {
		expect(placeInSlots([50, 100, 150], 0, 200, 8)).toEqual({ xs: [50, 100, 150], slot: 8 });
	});
	it('steps left to the next free slot', () => {
		expect(placeInSlots([100, 102], 0, 200, 8).xs).toEqual([94, 102]);
	});
	it('never overlaps, never crosses today, never leaves the frame', () => {
		fc.assert(
			fc.property(fc.array(pixel, { minLength: 1, maxLength: 200 }), (days) => {
				const sorted = [...days].sort((a, b) => a - b);
				const { xs, slot } = placeInSlots(sorted, 0, 1000, 8.5);
				expect(xs[0]! - slot / 2).toBeGreaterThanOrEqual(-1e-6);
				expect(xs.at(-1)! + slot / 2).toBeLessThanOrEqual(1000 + 1e-6);
				for (let i = 1; i < xs.length; i++) expect(xs[i]! - xs[i - 1]!).toBeGreaterThanOrEqual(slot - 1e-6);
			})
		);
	});
	it('thins its columns rather than carry them far from their day', () => {
		const crowd = Array.from({ length: 80 }, (_, i) => 900 + i * 1.2);
		const { xs } = placeInSlots(crowd, 0, 1000, 8.5);
		expect(Math.max(...xs.map((x, i) => Math.abs(x - crowd[i]!)))).toBeLessThan(90);
	});
});

describe('spread', () => {
	it('leaves labels that do not touch where they are', () => {
		expect(
			spreadLabels(
				[
					{ y: 100, height: 20 },
					{ y: 40, height: 20 }
				],
				0,
				200
			)
		).toEqual([100, 40]);
	});
	it('parts two that want the same place evenly', () => {
		expect(
			spreadLabels(
				[
					{ y: 100, height: 20 },
					{ y: 100, height: 20 }
				],
				0,
				200
			)
		).toEqual([90, 110]);
	});
	it('never overlaps, and stays inside where all fit', () => {
		const label = fc.record({
			y: fc.double({ min: -50, max: 650, noNaN: true }),
			height: fc.integer({ min: 10, max: 60 })
		});
		fc.assert(
			fc.property(fc.array(label, { maxLength: 10 }), (labels) => {
				const ys = spreadLabels(labels, 0, 600);
				const boxes = labels
					.map(({ height }, i) => ({ top: ys[i]! - height / 2, bottom: ys[i]! + height / 2 }))
					.sort((a, b) => a.top - b.top);
				for (let i = 1; i < boxes.length; i++)
					expect(boxes[i]!.top).toBeGreaterThanOrEqual(boxes[i - 1]!.bottom - 1e-6);
				if (labels.length > 0) {
					expect(boxes[0]!.top).toBeGreaterThanOrEqual(-1e-6);
					expect(boxes.at(-1)!.bottom).toBeLessThanOrEqual(600 + 1e-6);
				}
			})
		);
	});
});

describe('clearest', () => {
	const box = (left: number, top: number) => ({ left, right: left + 10, top, bottom: top + 10 });
	const diagonal: Stroke = [
		[0, 0],
		[100, 100]
	];
	it('takes the first place that nothing runs through, and else the one with least in it', () => {
		expect(findClearest([box(20, 20), box(40, 20), box(60, 20)], [diagonal])).toEqual(box(40, 20));
		const level: Stroke = [
			[0, 25],
			[100, 25]
		];
		expect(findClearest([box(20, 20), box(40, 20)], [diagonal, level])).toEqual(box(40, 20));
	});
	it('counts a stroke that ends inside, and none that stops short or passes along an edge', () => {
		const short: Stroke = [
			[0, 25],
			[19, 25]
		];
		expect(findClearest([box(20, 20), box(80, 0)], [short])).toEqual(box(20, 20));
		const along: Stroke = [
			[0, 20],
			[100, 20]
		];
		expect(findClearest([box(20, 20), box(80, 0)], [along])).toEqual(box(20, 20));
		const into: Stroke = [
			[0, 25],
			[22, 25]
		];
		expect(findClearest([box(20, 20), box(80, 0)], [into])).toEqual(box(80, 0));
	});
	it('keeps off boxes', () => {
		expect(findClearest([box(20, 20), box(80, 0)], [], [{ left: 29, right: 50, top: 0, bottom: 21 }])).toEqual(
			box(80, 0)
		);
	});
});
