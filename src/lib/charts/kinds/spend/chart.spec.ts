import { describe, expect, it } from 'vitest';
import { wtfLabel } from '$lib/ledger/wtf';
import { money } from '$lib/ui/format';
import { addDays, dayNumber } from '$lib/records/day';
import { LOG_FLOOR } from '../../engine/axis';
import { recordDrawing, theme } from '../../engine/recorder.fixture';
import { buildSpendChart } from './chart';
import type { Bracket, SpendDeal, SpendInput, SpendView, Target } from './types';

const size = { width: 1000, height: 640 };
const view: SpendView = { from: '2026-01-01', to: '2027-12-31', basis: 'counted', scale: 'linear' };
const AS_OF = '2026-11-22';

const days = Array.from({ length: 730 }, (_, i) => addDays('2026-01-01', i));
const target: Target = {
	slug: 'half-a-trillion',
	target_usd: 500e9,
	reading: 'both years together',
	author: 'Somebody',
	floor: true,
	window: { start: '2026-01-01', end: '2027-12-31' }
};

function deal(slug: string, date: string, terminator: number, idiocracy: number, usd: number | null): SpendDeal {
	return {
		slug,
		title: `Deal ${slug}`,
		date,
		headline_usd: 50e9,
		contribution_usd: usd,
		terminator,
		idiocracy,
		label: wtfLabel(terminator, idiocracy),
		firmness: 'announced',
		kind: 'compute_purchase'
	};
}

const input: SpendInput = {
	rows: days.map((date, i) => ({
		date,
		headline_usd: date > AS_OF ? null : 3e12 + i * 9e9,
		counted_usd: date > AS_OF ? null : 600e9 + Math.floor(i / 60) * 150e9,
		due_usd: 100e9 + i * 0.3e9,
		in_window_usd: (i + 1) * 0.3e9,
		path_usd: ((i + 1) / 730) * 500e9,
		path_low_usd: null,
		path_high_usd: null
	})),
	deals: [
		deal('before', '2025-12-31', 9, 0, 5e9),
		deal('scary', '2026-03-02', 7, 1, 40e9),
		deal('both', '2026-03-02', 5, 5, 0),
		deal('dumb', '2026-06-30', 0, 6, null),
		deal('mild', '2026-09-01', 1, 0, 2e9),
		{ ...deal('unread', '2026-10-01', 0, 0, 3e9), terminator: null, idiocracy: null, label: null },
		deal('later', '2026-12-01', 3, 3, 3e9)
	],
	index: days.filter((date) => date <= AS_OF).map((date) => ({ date, terminator: 2.4, idiocracy: 1 })),
	projection: target,
	as_of: AS_OF
};

const build = (over: Partial<SpendView> = {}, what: Partial<SpendInput> = {}, at = size) =>
	buildSpendChart({ ...input, ...what }, { ...view, ...over }, at, theme);
const axis = (spec: ReturnType<typeof build>, name: 'p' | 'y') =>
	(spec.options.scales as Record<string, { min: number; max: number }>)[name];
const series = (spec: ReturnType<typeof build>, n: number) => spec.data.datasets[n]!.data as { x: number; y: number }[];

describe('the frame', () => {
	it('has two panels: what is promised above, what is due and projected in the window below, each as high as it asks', () => {
		const spec = build();
		expect(axis(spec, 'y')).toMatchObject({ min: 0, max: 500e9 });
		const promised = axis(spec, 'p')!;
		expect(promised.min).toBe(0);
		expect(promised.max).toBeGreaterThan(1.35e12 * 1.2);
		expect(promised.max).toBeLessThan(2.5e12);
		expect(spec.data.datasets.map(({ yAxisID }) => yAxisID)).toEqual(['y', 'y', 'p', 'p', 'y', 'y']);
		const { texts } = recordDrawing(spec, size);
		const at = (label: string) => texts.find(({ text }) => text === label)!.y;
		expect(at('$5.92T ↑')).toBeLessThan(at('$1.35T') - 14);
		expect(at('Promised')).toBeLessThan(at('$5.92T ↑'));
		expect(at('Due and reported')).toBeLessThan(at('$97.8B'));
		expect(at('$1.35T')).toBeLessThan(at('Due and reported'));
		expect(texts.map(({ text }) => text)).toContain('announced worldwide, above this frame');
	});
	it('is one panel without a projection; the headline leaves it with its value at the edge', () => {
		const spec = build({}, { projection: null });
		expect(axis(spec, 'p')).toBeUndefined();
		expect(axis(spec, 'y')).toMatchObject({ min: 0, max: 1.35e12 * 1.19 });
		expect(new Set(spec.data.datasets.map(({ yAxisID }) => yAxisID))).toEqual(new Set(['y']));
		const { texts } = recordDrawing(spec, size);
		const at = (label: string) => texts.find(({ text }) => text === label)!.y;
		expect(at('$1.35T') - at('$5.92T ↑')).toBeGreaterThan(30);
	});
	it('shows the headline whole where it is the basis, and on the log scale', () => {
		expect(axis(build({ basis: 'headline' }), 'p')!.max).toBeGreaterThanOrEqual(5.9e12);
		const log = build({ scale: 'log' });
		expect(axis(log, 'p')).toMatchObject({ min: LOG_FLOOR, max: 10e12 });
		expect(axis(log, 'y')).toMatchObject({ min: LOG_FLOOR, max: 1e12 });
		expect(log.data.datasets.every(({ fill }) => fill === false)).toBe(true);
		for (const n of [0, 1, 2, 3]) expect(series(log, n).every(({ y }) => y >= LOG_FLOOR)).toBe(true);
	});
});

describe('when it falls due', () => {
	const due = 100e9 + days.indexOf(AS_OF) * 0.3e9;
	const ahead = 0.3e9 * (730 - 1 - days.indexOf(AS_OF));
	it('parts what is promised into due so far, due in the window and later, as long as their dollars', () => {
		const { texts, outlines } = recordDrawing(build(), size);
		const said = texts.map(({ text }) => text);
		expect(said).toEqual(
			expect.arrayContaining([money(due), money(ahead), money(1.35e12 - due - ahead), 'due so far', 'due later'])
		);
		const [first, second, third] = outlines.map(({ height }) => height + 2);
		expect(first! / second!).toBeCloseTo(due / ahead, 1);
		expect(third! / second!).toBeCloseTo((1.35e12 - due - ahead) / ahead, 1);
	});
	it('fills nothing in full: due is a tint, the rest an outline', () => {
		const fills = recordDrawing(build({ strip: false }), size).rects.map(({ fill }) => fill);
		expect(fills).toEqual(['due']);
	});
	it.each([
		['on a log scale', { scale: 'log' as const }, {}],
		['where the window ends today', { to: AS_OF }, {}],
		['without a projection', {}, { projection: null }]
	])('is not drawn %s', (_, over, what) => {
		expect(recordDrawing(build(over, what), size).texts.map(({ text }) => text)).not.toContain('due later');
	});
	it('says of the rest that it may be unsigned where that is asked for', () => {
		const unsigned = input.rows.map(({ date, in_window_usd }) => ({ date, usd: in_window_usd! * 2 }));
		expect(recordDrawing(build({}, { unsigned }), size).texts.map(({ text }) => text)).toContain('later, or unsigned');
	});
});

describe('the lines', () => {
	it('sets what lies ahead apart from what has passed', () => {
		const spec = build();
		const today = dayNumber(AS_OF);
		expect(series(spec, 0).at(-1)!.x).toBe(today);
		expect(series(spec, 1)[0]!.x).toBe(today);
		expect(spec.data.datasets[1]!.borderDash).toEqual([2, 5]);
		expect(series(spec, 2).at(-1)!.x).toBe(today);
		expect(series(spec, 3).at(-1)!.x).toBe(today);
	});
	it('draws what companies reported as the one full line of green, and says up to which day', () => {
		const reported = [
			{ date: '2025-12-31', usd: 0 },
			{ date: '2026-03-31', usd: 150e9 },
			{ date: '2026-06-30', usd: 330e9 }
		];
		const spec = buildSpendChart({ ...input, reported }, view, size, theme);
		expect(series(spec, 4).map(({ y }) => y)).toEqual([0, 150e9, 330e9]);
		const texts = recordDrawing(spec, size).texts.map(({ text }) => text);
		expect(texts).toEqual(expect.arrayContaining(['$330B', 'reported, world, to 30 Jun 2026']));
		expect(spec.summary).toContain('$330B reported by companies in the window');
	});
	it('draws what nobody has signed as a dashed line over what is due, and fills nothing of it', () => {
		const unsigned = input.rows.map(({ date, in_window_usd }) => ({ date, usd: in_window_usd! * 2 }));
		const [due, , , , , line] = buildSpendChart({ ...input, unsigned }, view, size, theme).data.datasets;
		expect(line).toMatchObject({ borderDash: [4, 3], borderColor: 'ink3', fill: false });
		expect(line!.data.at(-1)).toMatchObject({ y: unsigned.at(-1)!.usd });
		expect(due).toMatchObject({ backgroundColor: 'due' });
	});
	it('says of a deal whose sum nobody stated that it was not stated, not that it is $0', () => {
		const deals = input.deals.map((deal) => ({ ...deal, headline_usd: null }));
		for (const { text } of buildSpendChart({ ...input, deals }, view, size, theme).stops) {
			expect(text).toContain('Amount not stated.');
			expect(text).not.toMatch(/Announced|Headline/);
		}
	});
	it('keeps of a stepped line its steps and its ends', () => {
		expect(series(build(), 3).map(({ y }) => y)).toEqual([600e9, 750e9, 900e9, 1050e9, 1200e9, 1350e9, 1350e9]);
	});
	it('draws all that was ever due where no projection opens a window', () => {
		const spec = build({}, { projection: null });
		expect(series(spec, 0)[0]!.y).toBe(100e9);
	});
});

describe('the deals', () => {
	it('are those first announced in the window and by today, each with a stop and a hit area', () => {
		const spec = build();
		recordDrawing(spec, size);
		expect(spec.stops.map(({ key }) => key)).toEqual(['both', 'scary', 'dumb', 'mild', 'unread']);
		for (const { key } of spec.stops) expect(spec.hitAreas().some(({ keys }) => keys.includes(key))).toBe(true);
		expect(spec.stops[1]!.text).toBe(
			'2 Mar 2026: Deal scary. Announced $50B. Adds $40B to the count. Terminator 7 of 10, Idiocracy 1 of 10. Deal 2 of 5.'
		);
	});
	it('stand at the step that they caused, the largest joined with where it was first heard of', () => {
		const early = { ...deal('early', '2026-02-01', 8, 0, 150e9), step: addDays('2026-01-01', 120) };
		const spec = build({}, { deals: [early] });
		recordDrawing(spec, size);
		const [area] = spec.hitAreas();
		const at = (day: string) => 70 + ((dayNumber(day) - dayNumber(view.from)) / 729) * (size.width - 248);
		expect(area!.keys).toEqual(['early']);
		expect(area!.x).toBeCloseTo(at(early.step), 0);
		expect(spec.stops[0]!.text).toContain(`1 Feb 2026: Deal early.`);
		expect(spec.stops[0]!.text).toContain('Adds $150B to the count, most of it on 1 May 2026.');
	});
	it('that are Neutral are a full bead where they add to the count, else a ring', () => {
		const fills = (usd: number | null) => {
			const spec = build({ strip: false }, { deals: [deal('mild', '2026-09-01', 1, 0, usd)] });
			return recordDrawing(spec, size).dots.map(({ fill }) => fill);
		};
		expect(fills(2e9)).toContain('counted');
		expect(fills(0).filter((fill) => fill === 'counted').length).toBe(
			fills(2e9).filter((fill) => fill === 'counted').length - 1
		);
	});
	it('on a phone are one column a week in the strip, with the highest scores of it', () => {
		const week = [
			deal('a', '2026-03-02', 7, 1, 1e9),
			deal('b', '2026-03-03', 2, 4, 1e9),
			deal('c', '2026-04-02', 1, 0, 0)
		];
		const { rects } = recordDrawing(build({}, { deals: week }, { width: 360, height: 460 }), {
			width: 360,
			height: 460
		});
		const xs = (fill: string) => new Set(rects.filter((each) => each.fill === fill).map(({ x }) => x));
		expect([xs('term').size, xs('idio').size]).toEqual([2, 1]);
		expect(rects.filter(({ fill }) => fill === 'term')).toHaveLength(7 + 1);
		expect(rects.filter(({ fill }) => fill === 'idio')).toHaveLength(4);
	});
	it('that stand on each other become one mark with their number', () => {
		const { texts } = recordDrawing(build(), size);
		expect(texts.filter(({ text }) => text === '2')).toHaveLength(1);
	});
	it('are one bar a point in the strip', () => {
		const { rects } = recordDrawing(build(), size);
		expect(rects.filter(({ fill }) => fill === 'term')).toHaveLength(7 + 5 + 0 + 1);
		expect(rects.filter(({ fill }) => fill === 'idio')).toHaveLength(1 + 5 + 6 + 0);
	});
});

describe('the labels', () => {
	const overlaps = (spec: ReturnType<typeof build>, at: typeof size) => {
		const boxes = recordDrawing(spec, at).texts.map(({ text, x, y, align, font }) => {
			const height = Number(/(\d+)px/.exec(font)?.[1] ?? 13) * 0.8;
			const width = text.length * 6;
			const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x;
			return { text, left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
		});
		return boxes.flatMap((a, i) =>
			boxes
				.slice(i + 1)
				.filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
				.map((b) => `${a.text} / ${b.text}`)
		);
	};
	const alternative = {
		...target,
		slug: 'a-trillion',
		target_usd: 1e12,
		reading: 'in each year',
		path: days.map((date, i) => ({ date, usd: ((i + 1) / 730) * 1e12 }))
	};

	const rivals: Bracket[] = [
		{ slug: 'floor', usd: 700e9, low_usd: null, high_usd: null, floor: true, reading: 'in 2026', author: 'Somebody' },
		{ slug: 'band', usd: 480e9, low_usd: 400e9, high_usd: 600e9, floor: false, reading: 'of $1T', author: 'A bank' },
		{ slug: 'far', usd: 9e12, low_usd: null, high_usd: null, floor: false, reading: 'in all', author: 'A house' },
		{ slug: 'fourth', usd: 90e12, low_usd: null, high_usd: null, floor: false, reading: 'in all', author: 'Nobody' }
	];

	it.each([
		['both readings', {}, { alternative }],
		['brackets of others', {}, { alternative, rivals }],
		['the headline as basis', { basis: 'headline' as const }, { alternative }],
		['a log scale', { scale: 'log' as const }, { alternative }],
		['a window that ends today', { to: AS_OF }, {}],
		['no projection', {}, { projection: null }]
	])('do not lie on each other with %s', (_, over, what) => {
		expect(overlaps(build(over, what), size)).toEqual([]);
	});
	it('draws the three rivals that are nearest as brackets, and none beside no projection', () => {
		const texts = (what: Partial<SpendInput>) => recordDrawing(build({}, what), size).texts.map(({ text }) => text);
		const shown = texts({ alternative, rivals });
		expect(shown).toEqual(expect.arrayContaining(['$700B or more', '$400B–$600B', '$9T ↑', 'A bank, of $1T']));
		expect(shown).not.toContain('Nobody, all');
		expect(texts({ projection: null, rivals })).not.toContain('A bank, of $1T');
	});
	it('names what is projected and what is contracted at the right', () => {
		const texts = recordDrawing(build({}, { alternative }), size).texts.map(({ text }) => text);
		expect(texts).toEqual(
			expect.arrayContaining(['$500B or more', '$1T or more', '$219B contracted', 'by the end of 2027'])
		);
	});
});

it('draws an empty ledger as an empty frame', () => {
	const empty = buildSpendChart({ rows: [], deals: [], index: [], projection: null, as_of: AS_OF }, view, size, theme);
	expect(() => recordDrawing(empty, size)).not.toThrow();
	expect(empty.summary).toContain('nothing in this window');
});
