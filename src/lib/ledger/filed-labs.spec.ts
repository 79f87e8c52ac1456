import { describe, expect, it } from 'vitest';
import { deal, figureOn, party, quartersOf, records } from '../../../tests/support/small';
import { compile } from './book';
import { dailyFigures, filedLabs } from './filed-labs';
import { DEFAULT_QUESTION } from './question';
import { dayNumber } from '$lib/records/day';
import type { Fundamental } from '$lib/records';

// Four years of 1,461 days: a dollar a day.
const term = { start: '2025-01-01', end: '2028-12-31' };
const pays = (more = {}) => deal({ slug: 'a', ...more }, '2025-01-01', 1461, { term });
const organisations = [party('lab', 'ai_lab'), party('quiet', 'ai_lab'), party('cloud', 'hyperscaler')];
const labs = (fundamentals: Fundamental[], asOf = '2026-11-20', deals = [pays()]) =>
	filedLabs(compile(records({ organisations, deals, fundamentals })), DEFAULT_QUESTION, asOf);

const revenue = [...quartersOf('lab', 'revenue_recognised', 2025, [50, 50, 60, 70])];
const burned = quartersOf('lab', 'cash_burn', 2025, [40, 45, 50, 55]);

describe('what falls due from a lab, held against what it had to spend', () => {
	it('sets four quarters of due beside revenue and cash burned, and flags what passes them', () => {
		// 365 dollars of 2025 against 230 earned and 190 burned.
		expect(labs([...revenue, ...burned])).toEqual([
			{
				company: 'lab',
				from: '2025-01-01',
				to: '2025-12-31',
				due_usd: 365,
				revenue_usd: 230,
				burned_usd: 190,
				burned_days: 365,
				days: 365,
				ceiling_usd: 420,
				share: 365 / 420,
				over: false,
				equal_split: false
			}
		]);
		expect(labs(revenue)).toMatchObject([{ burned_usd: null, burned_days: 0, ceiling_usd: 230, over: true }]);
		// A quarter of cash burned out of four: what is known of it counts, and for how many days is said.
		expect(labs([...revenue, burned[3]!])).toMatchObject([
			{ burned_usd: 55, burned_days: 92, ceiling_usd: 285, over: true }
		]);
	});

	it('takes the last four quarters that have ended of which all revenue is known', () => {
		const next = quartersOf('lab', 'revenue_recognised', 2026, [90, 91]);
		const at = (day: string) =>
			labs([...revenue, ...next], day).map(({ from, to, revenue_usd }) => [from, to, revenue_usd]);
		expect(at('2026-11-20')).toEqual([['2025-07-01', '2026-06-30', 311]]);
		// The quarter to June 2026 is known 45 days after its end.
		expect(at('2026-08-13')).toEqual([['2025-04-01', '2026-03-31', 270]]);
		// A gap: nothing earlier than four quarters back is taken, and due is that of the last four that have ended.
		expect(labs([...revenue.slice(0, 3), ...next])).toMatchObject([
			{
				from: '2025-10-01',
				to: '2026-09-30',
				due_usd: 365,
				revenue_usd: null,
				ceiling_usd: null,
				share: null,
				over: false
			}
		]);
	});

	it('counts a year that is stated in one sum by day, and less what its quarters say of it', () => {
		const year = { ...quartersOf('lab', 'revenue_recognised', 2025, [365])[0]!, period_end: '2025-12-31' };
		const known = (rows: Fundamental[]) =>
			dailyFigures(records({ fundamentals: rows }), 'lab', 'revenue_recognised', '2026-11-20');
		expect(known([year]).get(dayNumber('2025-07-01'))).toBe(1);
		// 90 days of the first quarter hold 90 dollars more than evenly: 185 are left for 275 days.
		const split = known([year, ...quartersOf('lab', 'revenue_recognised', 2025, [180])]);
		expect([split.get(dayNumber('2025-03-31')), split.get(dayNumber('2025-04-01'))]).toEqual([2, 185 / 275]);
		expect(split.size).toBe(365);
	});

	it('gives a lab its share as the record says, else an equal one, and says which', () => {
		const share = (more: object) => {
			const [row] = labs(revenue, '2026-11-20', [pays({ payers: ['lab', 'cloud'], ...more })]);
			return [row!.due_usd, row!.equal_split];
		};
		expect([share({}), share({ shares: { payers: [0.2, 0.8] } })]).toEqual([
			[183, true],
			[73, false]
		]);
	});

	it('lists no lab of which nothing is known, no stand-in and nobody who is no lab', () => {
		const stand = [party('lab', 'ai_lab', { stand_in: true }), party('quiet', 'ai_lab'), party('cloud', 'hyperscaler')];
		const book = compile(
			records({
				organisations: stand,
				deals: [pays(), pays({ slug: 'b', payers: ['cloud'] })],
				fundamentals: [...revenue, figureOn('quiet', 'revenue_run_rate', '2025-01-01', 9)]
			})
		);
		expect(filedLabs(book, DEFAULT_QUESTION, '2026-11-20')).toEqual([]);
	});
});
