import { describe, expect, it } from 'vitest';
import { recordDrawing, theme } from '../../engine/recorder.fixture';
import { buildForecastsChart } from './chart';
import { heightOfRows, type DrawnForecast, type ForecastsInput } from './model';

const size = { width: 1200, height: 480 };

const forecast = (slug: string, published: string, pace: number, more: Partial<DrawnForecast> = {}): DrawnForecast => ({
	slug,
	label: `${slug}, 2026`,
	published,
	own: false,
	pace,
	other: pace * 1.1,
	text: `${slug}: ${pace}.`,
	href: `/projections/${slug}`,
	...more
});

const input: ForecastsInput = {
	rows: [
		forecast('Bank', '2025-02-28', 1.35),
		forecast('Essay', '2025-11-03', 2.68),
		forecast('House', '2026-01-31', 1.02),
		forecast('Firms', '2026-02-06', 0.92, { own: true }),
		forecast('Agency', '2026-02-09', 0.89, { other: null }),
		forecast('Dreamer', '2026-05-31', 0.2)
	],
	as_of: '2026-11-30'
};
const phone = { width: 358, height: heightOfRows(input) };

/** The box of a text of the recorder, whose letters are six pixels wide. */
const boxOf = ({ text, x, y, align }: { text: string; x: number; y: number; align: CanvasTextAlign }) => {
	const width = text.length * 6;
	const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x;
	return { left, right: left + width, top: y - 6, bottom: y + 6 };
};

describe('what came of the forecasts, on a wide screen', () => {
	it('rules the frame from 60 to 150 % and names each forecast with its pace', () => {
		const spec = buildForecastsChart(input, size, theme);
		expect(spec.options.scales?.['y']).toMatchObject({ min: 0.6, max: 1.5 });
		const texts = recordDrawing(spec, size).texts.map(({ text }) => text);
		for (const { label } of input.rows) expect(texts).toContain(label);
		for (const share of ['135%', '268%', '102%', '92%', '89%', '20%']) expect(texts).toContain(share);
		expect(texts).toContain('↓ behind it');
	});

	it('keeps what lies beyond the frame at its edge, where pointer and keys find it', () => {
		const spec = buildForecastsChart(input, size, theme);
		recordDrawing(spec, size);
		const at = (slug: string) => spec.hitAreas().find(({ keys }) => keys[0] === slug)!;
		expect(at('Essay').y).toBeLessThan(at('Bank').y);
		expect(at('Essay').y).toBeGreaterThanOrEqual(26);
		expect(at('Dreamer').y).toBeGreaterThan(at('Agency').y);
		expect(at('Dreamer').y).toBeLessThanOrEqual(size.height - 30);
		expect(at('House').x).toBeLessThan(at('Firms').x);
	});

	it('lays no name on another, however many stand close together', () => {
		const crowd = Array.from({ length: 40 }, (_, i) => forecast(`Number ${i}`, '2026-02-06', 0.8 + i / 100));
		const { texts } = recordDrawing(buildForecastsChart({ ...input, rows: crowd }, size, theme), size);
		const names = texts.filter(({ text }) => text.startsWith('Number')).map(boxOf);
		expect(names.length).toBeGreaterThan(15);
		for (const [i, a] of names.entries())
			for (const b of names.slice(i + 1))
				expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
	});

	it('steps from one to the next in the order in which they were made, says each and leads to it', () => {
		const { stops, summary } = buildForecastsChart(input, size, theme);
		expect(stops.map(({ key }) => key)).toEqual(['Bank', 'Essay', 'House', 'Firms', 'Agency', 'Dreamer']);
		expect(stops[0]).toEqual({ key: 'Bank', text: 'Bank: 1.35.', href: '/projections/Bank' });
		expect(summary).toMatch(/^6 forecasts .*: 3 outrun, 3 ahead of the money\.$/);
	});

	it('draws its axes without a forecast, and at least half a year of them', () => {
		const spec = buildForecastsChart({ rows: [], as_of: '2026-11-30' }, size, theme);
		recordDrawing(spec, size);
		const { min, max } = spec.options.scales!['x']! as { min: number; max: number };
		expect(max - min).toBeGreaterThan(180);
		expect(spec.stops).toEqual([]);
	});
});

describe('what came of the forecasts, on a phone', () => {
	it('is a row each under the year in which they were made, with name and pace', () => {
		const { texts } = recordDrawing(buildForecastsChart(input, phone, theme), phone);
		const at = (text: string) => texts.find((each) => each.text === text)!;
		expect(at('Made in 2025').y).toBeLessThan(at('Bank, 2026').y);
		expect(at('Made in 2026').y).toBeGreaterThan(at('Essay, 2026').y);
		for (const { label } of input.rows) expect(at(label).align).toBe('left');
		expect(at('268%').y).toBe(at('Essay, 2026').y);
		expect(at('268%').align).toBe('right');
	});

	it('gives each row the height of a finger, and all of it is found', () => {
		const spec = buildForecastsChart(input, phone, theme);
		recordDrawing(spec, phone);
		for (const { box } of spec.hitAreas()) {
			expect(box!.height).toBeGreaterThanOrEqual(24);
			expect(box!.width).toBe(phone.width);
			expect(box!.y + box!.height).toBeLessThanOrEqual(phone.height);
		}
	});

	it('shortens a name that its room is too small for', () => {
		const long = { ...input, rows: [forecast('International Energy Agency of the world', '2026-01-31', 1)] };
		const { texts } = recordDrawing(buildForecastsChart(long, { width: 288, height: 200 }, theme), phone);
		const name = texts.find(({ text }) => text.startsWith('Inter'))!;
		expect(name.text).toMatch(/…$/);
		expect(boxOf(name).right).toBeLessThan(288 * 0.43);
	});
});
