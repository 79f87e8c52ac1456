import { describe, expect, it } from 'vitest';
import { recordDrawing, theme } from '../engine/recorder.fixture';
import { buildFanChart, type FanInput, type FanPoint } from './fan';

const point = (date: string, due: number, ahead: number, path: number, unsigned = 0): FanPoint => ({
	date,
	due_usd: due,
	unsigned_usd: unsigned,
	signed_p10_usd: due + ahead,
	signed_p50_usd: due + 1.2 * ahead,
	signed_p90_usd: due + 1.4 * ahead,
	p10_usd: due + 1.3 * ahead,
	p50_usd: due + 1.7 * ahead,
	p90_usd: due + 2 * ahead,
	full_usd: due + 1.6 * ahead,
	path_usd: path
});
const input: FanInput = {
	rows: [
		point('2025-12-31', 0, 0, 0),
		point('2026-11-23', 86e9, 0, 224e9),
		point('2027-06-30', 86e9, 50e9, 380e9),
		point('2027-12-31', 86e9, 90e9, 500e9)
	],
	as_of: '2026-11-23',
	has_new: true,
	contracts: 'signed'
};
const unsigned: FanInput = {
	...input,
	rows: input.rows.map((row) => ({ ...row, unsigned_usd: row.due_usd / 2 })),
	contracts: 'signed or talked of'
};
const sizes = [
	{ width: 1112, height: 460 },
	{ width: 358, height: 340 }
];

describe.each(sizes)('what may fall due, $width by $height', (size) => {
	const build = (asked: FanInput) => buildFanChart(asked, size, theme);
	const ys = (data: unknown) => (data as { y: number }[]).map(({ y }) => y);

	it('has a frame that does not end at the target', () => {
		expect(build(input).options.scales!['y']!.max).toBeGreaterThan(500e9);
	});

	it('leaves the full green to lines: what is due is a tint under its outline, what may be a wash', () => {
		const { datasets } = build(input).data;
		expect(datasets.filter((each) => each.backgroundColor === theme.green)).toEqual([]);
		const [due] = datasets;
		expect(due).toMatchObject({ borderColor: theme.green, backgroundColor: theme.due, fill: 'origin' });
		expect(ys(due!.data)).toEqual([0, 86e9]);
		const bands = datasets.filter(({ fill }) => fill === '-1');
		expect(bands.map(({ backgroundColor }) => backgroundColor)).toEqual([theme.greenWash, theme.rule]);
	});

	it('fills nothing that nobody has signed', () => {
		const [due, all] = build(unsigned).data.datasets;
		expect(ys(due!.data)).toEqual([0, 43e9]);
		expect(all).toMatchObject({ fill: false, borderColor: theme.ink3, borderDash: [4, 3] });
		expect(ys(all!.data)).toEqual([0, 86e9]);
	});

	it('names every line at its end, in the margin that it keeps for it', () => {
		const spec = build(input);
		const { texts } = recordDrawing(spec, size);
		const narrow = size.width < 560;
		const words = narrow
			? ['projected', 'in full', 'with new', 'signed']
			: ['projected', 'in full', 'with new contracts', 'what is signed'];
		const figures = ['$500B', '$230B', '$203B–$266B', '$176B–$212B'];
		for (const text of [...words, ...figures]) expect(texts.map((each) => each.text)).toContain(text);
		const ends = words.map((text) => texts.find((each) => each.text === text)!.y).sort((a, b) => a - b);
		for (const [i, y] of ends.entries()) if (i > 0) expect(y - ends[i - 1]!).toBeGreaterThan(20);
		const { right } = (spec.options.layout as { padding: { right: number } }).padding;
		expect(right).toBeGreaterThan('$1.84T–$3.05T'.length * (narrow ? 6 : 8.5) + (narrow ? 16 : 24));
	});

	it('speaks of low to high, and of one band only where nothing new is signed', () => {
		expect(build(input).stops!.at(-1)!.text).toBe(
			'31 Dec 2027: $176B–$212B of what is signed in eight runs of ten; $203B–$266B with new contracts.'
		);
		const alone = build({ ...input, has_new: false });
		expect(alone.stops!.at(-1)!.text).toBe('31 Dec 2027: $176B–$212B of what is signed in eight runs of ten.');
		expect(recordDrawing(alone, size).texts.map(({ text }) => text)).not.toContain('with new contracts');
	});
});
