import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../stream';
import { ROWS, SAMPLE, type SampleRow } from '../table.fixture';
import { write } from './write.server';

const about = { as_of: '2026-11-22', question: { layers: ['demand'] } };
const written = (rows: Iterable<SampleRow>) =>
	new Response(bodyOf(write({ name: 'deals', about, columns: SAMPLE, rows }))).arrayBuffer();

describe('Parquet', () => {
	it('reads back typed, null for nothing, and says what was asked', async () => {
		const file = await written(ROWS);
		const rows = await parquetReadObjects({ file });
		expect(JSON.stringify(rows[0]?.on)).toBe('"2025-11-03T00:00:00.000Z"');
		const plain = rows.map(({ on: _on, ...row }) => row);
		const expected = ROWS.map(({ on: _on, ...row }) => ({
			...row,
			amount_usd: row.amount_usd === null ? null : BigInt(row.amount_usd),
			deals: row.deals === null ? null : BigInt(row.deals)
		}));
		expect(plain).toEqual(expected);
		expect(parquetMetadata(file).key_value_metadata).toContainEqual({
			key: 'question',
			value: '{"layers":["demand"]}'
		});
	});

	it('writes a table without rows, with its columns', async () => {
		const metadata = parquetMetadata(await written([]));
		expect([metadata.num_rows, metadata.schema[0]?.num_children]).toEqual([0n, SAMPLE.length]);
	});

	it('goes out one group of rows after the other', async () => {
		const many = function* () {
			for (let i = 0; i < 25_000; i++) yield { ...ROWS[i % 3]!, deals: i };
		};
		const file = await written(many());
		expect(parquetMetadata(file).row_groups.map((group) => Number(group.num_rows))).toEqual([10_000, 10_000, 5_000]);
		const last = await parquetReadObjects({ file, rowStart: 24_999, columns: ['slug', 'deals', 'parties'] });
		expect(last).toEqual([{ slug: ROWS[0]?.slug, deals: 24_999n, parties: ['openai', 'oracle'] }]);
	});
});
