import { expect, it } from 'vitest';
import { boardHeight, paintBoard, paintReading, readingHeight, type DialRow } from './paint-dials';
import { makeRecorder, theme } from '../engine/recorder.fixture';

const inks = { theme, display: 'Besley' };
const row = (over: Partial<DialRow> = {}): DialRow => ({
	name: 'Circularity',
	value: '38%',
	status: 'red',
	says: 'Past alert',
	plan: {
		max: 0.5,
		zones: [
			{ from: 0, to: 50, colour: 'green' },
			{ from: 50, to: 70, colour: 'amber' },
			{ from: 70, to: 100, colour: 'red' }
		],
		marks: [
			{ value: 0.25, kind: 'watch', text: 'watch 25%', at: 50, anchor: 'end' },
			{ value: 0.35, kind: 'alert', text: 'alert 35%', at: 70, anchor: 'start' }
		],
		at: 76,
		was: { at: 40, off: false },
		showMin: true,
		showMax: true
	},
	ends: ['0%', '50%'],
	none: 'No reading since 1 Mar 2026',
	...over
});
const box = (height: number) => ({ x: 44, y: 100, width: 1112, height });

it('writes each reading with its value, its status in words and its lines, in the order given and inside its box', () => {
	const rows = [row(), row({ name: 'Calm one', value: '5.1', status: 'green', says: 'Calm' })];
	const { ctx, heard } = makeRecorder();
	const at = box(boardHeight(rows.length));
	paintBoard(ctx, at, inks, rows);
	const said = heard.texts.map(({ text }) => text);
	expect(said.filter((text) => ['Circularity', 'Calm one'].includes(text))).toEqual(['Circularity', 'Calm one']);
	for (const text of ['38%', 'Past alert', '5.1', 'Calm', 'watch 25%', 'alert 35%', '0%', '50%'])
		expect(said).toContain(text);
	for (const { x, y } of heard.texts) {
		expect(x).toBeGreaterThanOrEqual(at.x);
		expect(x).toBeLessThanOrEqual(at.x + at.width);
		expect(y).toBeGreaterThan(at.y);
		expect(y).toBeLessThan(at.y + at.height);
	}
});

it('sets the needle where the reading stands on its scale', () => {
	const { ctx, heard } = makeRecorder();
	const at = box(readingHeight(1));
	paintReading(ctx, at, inks, row(), ['a: $1B']);
	const needles = heard.rects.filter(({ width }) => width === 3).map(({ x }) => x + 1.5);
	expect(needles).toContain(at.x + 0.76 * at.width);
	expect(Math.max(...heard.texts.map(({ y }) => y))).toBeLessThan(at.y + at.height);
});

it('has no needle where there is no reading, and says since when', () => {
	const unknown = row({ value: 'n/a', status: 'unknown', says: 'Unknown', plan: { ...row().plan, at: null } });
	const { ctx, heard } = makeRecorder();
	paintReading(ctx, box(readingHeight(0)), inks, unknown, []);
	// The one in the key.
	expect(heard.rects.filter(({ width }) => width === 3)).toHaveLength(1);
	expect(heard.texts.map(({ text }) => text)).toContain('No reading since 1 Mar 2026');
});
