import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictOf } from './forecast-verdict';

/** Forecasts as `<published> <pace>`. */
const judged = (...all: string[]) =>
	all.map((each) => {
		const [published = '', pace = ''] = each.split(' ');
		return { published, pace: pace === '-' ? null : Number(pace) };
	});

describe('what came of the forecasts, as a title', () => {
	it.each([
		['nothing in the ledger', 0, judged(), 'Nobody in the ledger had projected anything yet'],
		['nothing to check', 4, judged(), 'No forecast can be held against reported spending yet'],
		['none with this path', 4, judged('2025-01-01 -'), 'No forecast can be held against reported spending yet'],
		['one outrun', 4, judged('2025-01-01 1'), 'The one forecast that can be checked has been outrun so far'],
		['one ahead', 4, judged('2025-01-01 0.99'), 'The one forecast that can be checked runs ahead of the money so far'],
		['all outrun', 4, judged('2025-01 2', '2025-02 1'), 'All 2 forecasts that can be checked have been outrun so far'],
		[
			'none outrun',
			4,
			judged('2025-01 0.2', '2025-02 0.1'),
			'All 2 forecasts that can be checked run ahead of the money so far'
		],
		[
			'the early ones outrun',
			9,
			judged('2025-02 1.3', '2025-10-03 1.06', '2026-02-06 0.92', '2026-04 1', '2026-05 0.8'),
			'All 2 forecasts made before February 2026 have been outrun so far. Of the 3 made since, 2 run ahead of the money'
		],
		[
			'all later ones ahead',
			9,
			judged('2025-02 1.3', '2025-10-03 1.06', '2026-02-06 0.92', '2026-05 0.8'),
			'All 2 forecasts made before February 2026 have been outrun so far. All 2 made since run ahead of the money'
		],
		[
			'one later one',
			9,
			judged('2025-02 1.3', '2025-10-03 1.06', '2026-02-06 0.92'),
			'All 2 forecasts made before February 2026 have been outrun so far. The one made since runs ahead of the money'
		],
		[
			'one ahead of several later ones',
			9,
			judged('2025-02 1.3', '2025-10-03 1.06', '2026-02-06 0.92', '2026-02-07 1.2'),
			'All 2 forecasts made before February 2026 have been outrun so far. Of the 2 made since, 1 runs ahead of the money'
		],
		[
			'one outrun before',
			9,
			judged('2025-02 1.3', '2025-10-03 0.9', '2026-02-06 0.92'),
			'Of 3 forecasts that can be checked, 1 has been outrun so far; 2 run ahead of the money'
		],
		[
			'the first one ahead',
			9,
			judged('2025-02 0.9', '2025-10-03 1.1', '2026-02-06 1.2'),
			'Of 3 forecasts that can be checked, 2 have been outrun so far; 1 runs ahead of the money'
		]
	])('%s', (_, known, forecasts, title) => {
		expect(verdictOf(forecasts, known)).toBe(title);
	});

	it('draws its line at a month, and one made in it stands behind the line whatever its day', () => {
		const title = verdictOf(judged('2025-02 1.3', '2025-03 1.3', '2026-02-01 1.1', '2026-02-06 0.9'), 4);
		expect(title).toMatch(/^All 2 forecasts made before February 2026 .* Of the 2 made since, 1 runs/);
		// A year counts from its last day.
		expect(verdictOf(judged('2025 0.9', '2025-03 1.3', '2025-11 1.3'), 4)).toMatch(
			/^All 2 forecasts made before December 2025/
		);
	});

	it('says nothing that is not so, in whatever order they stand', () => {
		const some = fc.record({
			published: fc.constantFrom('2024', '2025-02', '2025-02-10', '2025-07-01', '2025-12', '2026-01-31', '2026-02-01'),
			pace: fc.constantFrom(0.5, 0.99, 1, 1.4)
		});
		const monthNames = 'January February March April May June July August September October November December'.split(
			' '
		);
		fc.assert(
			fc.property(fc.array(some, { minLength: 2, maxLength: 8 }), (all) => {
				const title = verdictOf(all, all.length);
				expect(verdictOf([...all].reverse(), all.length)).toBe(title);
				const cut = /^All (\d+) forecasts made before (\w+) (\d+)/.exec(title);
				if (!cut) return;
				const [, n, month = '', year] = cut;
				const day = `${year}-${String(monthNames.indexOf(month) + 1).padStart(2, '0')}-01`;
				const ends: Record<string, string> = { 2024: '2024-12-31', '2025-02': '2025-02-28', '2025-12': '2025-12-31' };
				const before = all.filter(({ published }) => (ends[published] ?? published) < day);
				expect(before.length).toBe(Number(n));
				expect(before.every(({ pace }) => pace >= 1)).toBe(true);
			})
		);
	});
});
