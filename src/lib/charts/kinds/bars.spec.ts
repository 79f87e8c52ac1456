import { describe, expect, it } from 'vitest';
import { buildScheduleChart, type ScheduleInput } from './bars';
import { recordDrawing, theme } from '../engine/recorder.fixture';
import type { ChartSpec } from '../engine/types';

const size = { width: 1000, height: 320 };
const phone = { width: 340, height: 260 };

/** The labels across, with the slot in whose middle they stand. */
function names(spec: ChartSpec): { at: number; text: string }[] {
	const axis: { ticks: { value: number }[] } = { ticks: [] };
	const x = (spec.options.scales as Record<string, object>)['x'] as {
		afterBuildTicks: (axis: unknown) => void;
		ticks: { callback: (value: number) => string };
	};
	x.afterBuildTicks(axis);
	return axis.ticks.map(({ value }) => ({ at: value, text: x.ticks.callback(value) }));
}

const short: ScheduleInput = {
	start: '2025-11-03',
	quarters: [
		{ date: '2025-12-31', due_usd: 2e9 },
		{ date: '2026-03-31', due_usd: 3e9 },
		{ date: '2026-05-02', due_usd: 1e9 }
	],
	due_usd: 3.5e9,
	signed: true,
	as_of: '2026-02-14',
	window: { start: '2026-01-01', end: '2027-12-31', usd: 4e9 }
};

/** From the middle of a quarter on, for so many of them. */
function steady(start: string, quarters: number): ScheduleInput {
	const [year, month] = start.split('-').map(Number) as [number, number];
	const ends = ['03-31', '06-30', '09-30', '12-31'];
	return {
		...short,
		start,
		window: null,
		quarters: Array.from({ length: quarters }, (_, i) => {
			const at = Math.ceil(month / 3) - 1 + i;
			return { date: `${year + Math.floor(at / 4)}-${ends[at % 4]}`, due_usd: 1e9 };
		})
	};
}

describe('a deal by quarters', () => {
	it('tints what is due and outlines the rest, the quarter of its day by what is due so far', () => {
		const { rects, outlines, texts } = recordDrawing(buildScheduleChart(short, size, theme), size);
		const solid = rects.filter((rect) => rect.fill === 'due' && rect.height > 0.5);
		expect(rects.filter((rect) => rect.fill === 'green')).toEqual([]);
		expect(solid).toHaveLength(2);
		expect(solid[1]!.height / solid[0]!.height).toBeCloseTo(0.75);
		const ahead = outlines.filter((rect) => rect.stroke === 'ink');
		expect(ahead).toHaveLength(2);
		expect(ahead[0]!.height).toBeCloseTo(solid[1]!.height);
		expect(texts.map(({ text }) => text)).toContain('$4B falls in 2026\u201327');
	});
	it('fills nothing of a deal that nobody has signed, and marks no day in it', () => {
		const unsigned = buildScheduleChart({ ...short, signed: false, window: null }, size, theme);
		const { rects, outlines, texts } = recordDrawing(unsigned, size);
		expect(rects).toEqual([]);
		expect(outlines.map(({ dashed, stroke }) => [dashed, stroke])).toEqual(Array(3).fill([true, 'ink3']));
		expect(texts.map(({ text }) => text)).not.toContain('As of 14 Feb 2026');
		expect(unsigned.stops[0]!.text).toBe('Q4 2025: $2B if it were signed.');
	});
	it('says each quarter and whether it has passed', () => {
		expect(buildScheduleChart(short, size, theme).stops.map(({ text }) => text)).toEqual([
			'Q4 2025: $2B due.',
			'Q1 2026: $3B, $1.5B of it due so far.',
			'Q2 2026: $1B scheduled.'
		]);
	});
	it('writes the figure over each of a few columns', () => {
		const one = { ...steady('2026-04-24', 1), due_usd: 1e9 };
		expect(recordDrawing(buildScheduleChart(one, size, theme), size).texts.map(({ text }) => text)).toContain('$1B');
		const many = recordDrawing(buildScheduleChart(steady('2025-11-03', 28), size, theme), size).texts;
		expect(many.map(({ text }) => text)).not.toContain('$1B');
	});
	it.each([
		['one day', steady('2026-04-24', 1)],
		['seven years from November', steady('2025-11-03', 29)],
		['twenty years', steady('2026-07-01', 80)],
		['a whole year', steady('2026-01-01', 4)]
	])('names the year in which it begins, and no label lies on another: %s', (_, input) => {
		for (const at of [size, phone]) {
			const spec = buildScheduleChart(input, at, theme);
			const labels = names(spec);
			expect(labels[0]!.text).toContain(input.start.slice(0, 4));
			const max = (spec.options.scales as Record<string, { max: number }>)['x']!.max;
			const pixels = (slots: number) => (slots * (at.width - 78)) / max;
			labels.slice(1).forEach((label, i) => {
				const both = ((label.text.length + labels[i]!.text.length) * 7) / 2;
				expect(pixels(label.at - labels[i]!.at), `${labels[i]!.text} ${label.text}`).toBeGreaterThan(both);
			});
			// Half of the first label hangs over where its year begins, and no further.
			expect(pixels(labels[0]!.at)).toBeGreaterThan(0);
		}
	});
	it('keeps the columns of twenty years apart from each other on a phone', () => {
		const { rects } = recordDrawing(buildScheduleChart(steady('2026-07-01', 80), phone, theme), phone);
		const columns = rects.filter((rect) => rect.fill === 'rule');
		expect(columns.length).toBeGreaterThan(70);
		columns.slice(1).forEach((rect, i) => expect(rect.x).toBeGreaterThan(columns[i]!.x + columns[i]!.width));
	});
});
