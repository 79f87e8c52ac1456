import { describe, expect, it } from 'vitest';
import { findHitArea, placeTooltip } from './hit-area';
import type { HitArea } from './types';

const dot = (key: string, x: number, r = 4): HitArea => ({ x, y: 50, r, keys: [key] });
const bar: HitArea = { x: 200, y: 20, r: 5, keys: ['bar'], box: { x: 190, y: 20, width: 20, height: 80 } };

describe('a hit area is found', () => {
	it('within its circle and as far outside as the pointer reaches', () => {
		expect(findHitArea([dot('a', 50)], 59, 50, 5)?.keys).toEqual(['a']);
		expect(findHitArea([dot('a', 50)], 60, 50, 5)).toBeUndefined();
	});
	it('anywhere in its box, however far from its point', () => {
		expect(findHitArea([bar], 191, 99, 5)).toBe(bar);
		expect(findHitArea([bar], 200, 106, 5)).toBeUndefined();
	});
	it('as the nearest of several, and as the first of equals', () => {
		expect(findHitArea([dot('a', 50), dot('b', 56)], 55, 50, 5)?.keys).toEqual(['b']);
		expect(findHitArea([dot('a', 50), dot('b', 50)], 50, 50, 5)?.keys).toEqual(['a']);
	});
});

describe('a tooltip stands', () => {
	const canvas = { width: 300, height: 200 };
	it('to the right of its area, and to the left where the canvas ends', () => {
		expect(placeTooltip(dot('a', 50), { width: 100, height: 30 }, canvas)).toEqual({ left: 68, top: 40 });
		expect(placeTooltip(dot('a', 250), { width: 100, height: 30 }, canvas)).toEqual({ left: 132, top: 40 });
	});
	it('below or above where neither side has room, and never outside', () => {
		expect(placeTooltip(dot('a', 150), { width: 200, height: 60 }, canvas)).toEqual({ left: 50, top: 68 });
		expect(placeTooltip({ ...dot('a', 150), y: 150 }, { width: 200, height: 60 }, canvas)).toEqual({
			left: 50,
			top: 72
		});
	});
});
