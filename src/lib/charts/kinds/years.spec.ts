import { describe, expect, it } from 'vitest';
import { recordDrawing, theme } from '../engine/recorder.fixture';
import { buildYearsChart, type YearColumn, type YearsInput } from './years';

const wide = { width: 900, height: 400 };
const phone = { width: 290, height: 300 };
const fallen = (usd: number) => ({ due_usd: usd, ahead_usd: 0 });
const ahead = (usd: number) => ({ due_usd: 0, ahead_usd: usd });

const years: YearColumn[] = [
	{ year: 2024, up: fallen(0), down: fallen(10e9) },
	{ year: 2025, up: fallen(20e9), down: fallen(41e9) },
	{ year: 2026, up: { due_usd: 106e9, ahead_usd: 12e9 }, down: fallen(87e9) },
	{ year: 2027, up: ahead(164e9), down: ahead(18e9) },
	{ year: 2028, up: ahead(183e9), down: ahead(18e9) },
	{ year: 2029, up: ahead(148e9), down: ahead(0) }
];
const input: YearsInput = {
	years,
	earlier: null,
	later: { year: 2052, up_usd: 335e9, down_usd: 0 },
	as_of: '2026-11-28',
	sides: [
		{ name: 'Pays', verb: 'pays' },
		{ name: 'Is paid', verb: 'is paid' }
	]
};

function overlaps(texts: { text: string; x: number; y: number; align: CanvasTextAlign }[]): string[] {
	const boxes = texts.map(({ text, x, y, align }) => {
		const width = text.length * 6;
		return { text, left: align === 'center' ? x - width / 2 : align === 'right' ? x - width : x, width, y };
	});
	return boxes.flatMap((a, i) =>
		boxes
			.slice(i + 1)
			.filter((b) => Math.abs(a.y - b.y) < 12 && a.left < b.left + b.width && b.left < a.left + a.width)
			.map((b) => `${a.text} on ${b.text}`)
	);
}

describe('dollars by calendar year', () => {
	it('fills what has fallen due on both sides of zero and outlines what is to come, the year of its day in both parts', () => {
		const { rects, outlines } = recordDrawing(buildYearsChart(input, wide, theme), wide);
		const solid = rects.filter((rect) => rect.fill === 'due' && rect.height > 0.5);
		expect(rects.filter((rect) => rect.fill === 'green')).toEqual([]);
		expect(solid).toHaveLength(5);
		expect(outlines.filter((rect) => rect.height > 0.5 && rect.stroke === 'green')).toHaveLength(5);
		expect(outlines.filter((rect) => rect.height > 0.5 && rect.stroke === 'ink')).toHaveLength(6);
		const zero = solid[0]!.y;
		const paid = solid.find((rect) => Math.abs(rect.y - zero) < 0.01 && rect.height > solid[0]!.height * 8)!;
		const pays = solid.find((rect) => rect.x === paid.x && rect.y < zero)!;
		// One scale for both: 106 up and 87 down.
		expect(pays.height / paid.height).toBeCloseTo(106 / 87, 2);
		expect(pays.y + pays.height).toBeCloseTo(zero);
		// The outlined rest of the year stands on what has fallen due.
		expect(outlines.some((rect) => Math.abs(rect.y + rect.height - pays.y) < 0.01)).toBe(true);
	});
	it('fills nothing that nobody has signed', () => {
		const one = years.map((each) => ({
			...each,
			up: { due_usd: 0, ahead_usd: 0, unsigned_usd: 9e9 },
			down: fallen(0)
		}));
		const { rects, outlines } = recordDrawing(buildYearsChart({ ...input, years: one }, wide, theme), wide);
		expect(rects).toEqual([]);
		expect(outlines.map(({ dashed, stroke }) => [dashed, stroke])).toEqual(one.map(() => [true, 'ink3']));
	});
	it.each([wide, phone])('names the largest and this year, and the sides, none on another, $width wide', (size) => {
		const { texts } = recordDrawing(buildYearsChart(input, size, theme), size);
		const said = texts.map(({ text }) => text);
		expect(said).toEqual(expect.arrayContaining(['$183B', '$118B', '$87B', 'Pays', 'Is paid']));
		expect(said).toContain(size === phone ? '$335B to 2052 →' : '$335B later, to 2052 →');
		expect(overlaps(texts)).toEqual([]);
	});
	it('has room for a figure under a column that ends on a tick', () => {
		const spec = buildYearsChart(
			{ ...input, years: [{ year: 2026, up: fallen(100e9), down: fallen(50e9) }] },
			wide,
			theme
		);
		expect((spec.options.scales as Record<string, { min: number }>)['y']!.min).toBeLessThan(-50e9);
	});
	it('speaks of every year and of what lies beyond', () => {
		const spec = buildYearsChart(input, wide, theme);
		expect(spec.stops.map(({ text }) => text)).toEqual([
			'2024: pays $0; is paid $10B.',
			'2025: pays $20B; is paid $41B.',
			'2026: pays $118B, $106B of it so far; is paid $87B.',
			'2027, scheduled: pays $164B; is paid $18B.',
			'2028, scheduled: pays $183B; is paid $18B.',
			'2029, scheduled: pays $148B; is paid $0.',
			'Later, to 2052: pays $335B; is paid $0.'
		]);
		recordDrawing(spec, wide);
		const keys = spec.hitAreas().flatMap((area) => area.keys);
		for (const stop of spec.stops) expect(keys).toContain(stop.key);
	});
	it('needs no second side', () => {
		const one = years.map((each) => ({ ...each, down: fallen(0) }));
		const spec = buildYearsChart(
			{ ...input, years: one, later: null, sides: [{ name: 'Due', verb: '' }] },
			phone,
			theme
		);
		const { texts } = recordDrawing(spec, phone);
		expect((spec.options.scales as Record<string, { min: number }>)['y']!.min).toBeCloseTo(0);
		expect(texts.map(({ text }) => text)).not.toContain('Due');
		expect(spec.stops[2]!.text).toBe('2026: $118B, $106B of it so far.');
	});
	it('labels the year of its day wherever labels are left out', () => {
		const spec = buildYearsChart(input, { width: 160, height: 200 }, theme);
		const { afterBuildTicks } = (spec.options.scales as Record<string, { afterBuildTicks: (axis: unknown) => void }>)[
			'x'
		]!;
		const axis: { ticks: { value: number }[] } = { ticks: [] };
		afterBuildTicks(axis);
		expect(axis.ticks.map(({ value }) => value)).toContain(2.5);
		expect(axis.ticks.length).toBeLessThan(years.length);
	});
});
