import readSheets, { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { ROWS, SAMPLE } from '../table.fixture';
import { write } from './write.server';

const about = { as_of: '2026-11-22', question: { layers: ['demand'] } };
const written = async (rows = ROWS) => Buffer.from(await write({ name: 'deals', about, columns: SAMPLE, rows }));

describe('XLSX', () => {
	it('reads back typed: text as text, a formula too, days as dates, nothing where there is nothing', async () => {
		const rows = await readSheet(await written());
		expect(rows[0]).toEqual(SAMPLE.map((column) => column.name));
		const [, first, second, third] = rows;
		expect(first?.slice(0, 3)).toEqual(['a-1', ROWS[0]?.title, 'openai; oracle']);
		expect(first?.[3]).toBeInstanceOf(Date);
		expect(JSON.stringify(first?.[3])).toBe('"2025-11-03T00:00:00.000Z"');
		expect(first?.slice(4)).toEqual([38_000_000_000, 0.125, true, 3]);
		expect(second?.slice(1)).toEqual([null, null, null, null, null, null, null]);
		expect(JSON.stringify(third?.[3])).toBe('"1999-02-28T00:00:00.000Z"');
		expect(third?.slice(4)).toEqual([-9e15, 1e-7, false, 0]);
	});

	it('leaves out what XML cannot hold, keeps what looks like an escape, and cuts a cell longer than Excel takes', async () => {
		const cell = async (title: string) => (await readSheet(await written([{ ...ROWS[0]!, title }])))[1]?.[1];
		expect(await cell('\0a\u0008<b>&\uD800\uFFFEz')).toBe('a<b>&z');
		expect(await cell('_x0041_ and _x005F_')).toBe('_x0041_ and _x005F_');
		expect(await cell('😀'.repeat(20_000))).toHaveLength(32_766);
	});

	it('says on a second sheet what was asked and what each column means', async () => {
		const [data, notes] = await readSheets(await written());
		expect([data?.sheet, notes?.sheet]).toEqual(['deals', 'About']);
		expect(notes?.data).toContainEqual(expect.arrayContaining(['question', '{"layers":["demand"]}']));
		expect(notes?.data.at(-1)).toEqual(['deals', 'Deals', null, 'About Deals.']);
	});
});
