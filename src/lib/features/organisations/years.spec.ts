import { describe, expect, it } from 'vitest';
import { frameYears, sidesOf, yearColumns } from './years';

const row = (role: 'payer' | 'payee', layer: 'demand' | 'funding', year: number, amount_usd: number) => ({
	role,
	layer,
	year,
	amount_usd
});
const rows = [
	row('payer', 'demand', 2025, 10),
	row('payer', 'funding', 2025, 5),
	row('payer', 'demand', 2026, 30),
	row('payer', 'demand', 2028, 40),
	row('payee', 'funding', 2023, 7),
	row('payee', 'funding', 2026, 8)
];
const due = [
	{ date: '2026-12-31', pays_usd: 4, receives_usd: 0 },
	{ date: '2027-03-31', pays_usd: 9, receives_usd: 9 },
	{ date: '2028-12-31', pays_usd: 31, receives_usd: 0 }
];

describe('an organisation by years', () => {
	const columns = yearColumns(rows, due, '2026-10-01');
	it('leaves no year out and adds up its layers', () => {
		expect(columns.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
		expect(columns[2]).toEqual({
			year: 2025,
			up: { due_usd: 15, ahead_usd: 0 },
			down: { due_usd: 0, ahead_usd: 0 }
		});
	});
	it('splits the year of the day by what is still due in it, and no other', () => {
		expect(columns[3]).toEqual({
			year: 2026,
			up: { due_usd: 26, ahead_usd: 4 },
			down: { due_usd: 8, ahead_usd: 0 }
		});
		expect(columns[5]!.up).toEqual({ due_usd: 0, ahead_usd: 40 });
	});
	it('parts what is not signed from what has fallen due and from what is to come', () => {
		const signed = rows.filter((each) => each.layer !== 'demand' || each.year === 2025);
		const asked = yearColumns(rows, due, '2026-10-01', signed);
		expect(asked[2]!.up).toEqual({ due_usd: 15, ahead_usd: 0, unsigned_usd: 0 });
		expect(asked[3]!.up).toEqual({ due_usd: 0, ahead_usd: 0, unsigned_usd: 30 });
		expect(asked[5]!.up).toEqual({ due_usd: 0, ahead_usd: 0, unsigned_usd: 40 });
	});
	it('stands on zero where there is one side only', () => {
		const paid = rows.filter((each) => each.role === 'payee');
		expect(sidesOf(paid).map(({ name }) => name)).toEqual(['Is promised']);
		expect(yearColumns(paid, [], '2026-10-01')[0]!.up).toEqual({ due_usd: 7, ahead_usd: 0 });
	});
});

describe('a long tail of years', () => {
	const long = Array.from({ length: 40 }, (_, i) => row('payer', 'demand', 2010 + i, 1));
	it('is added up beyond the fifteen around the day, and nothing is lost', () => {
		const { years, earlier, later } = frameYears(yearColumns(long, [], '2026-10-01'), '2026-10-01');
		expect([years[0]!.year, years.at(-1)!.year]).toEqual([2019, 2033]);
		expect(earlier).toEqual({ year: 2010, up_usd: 9, down_usd: 0 });
		expect(later).toEqual({ year: 2049, up_usd: 16, down_usd: 0 });
	});
	it('shows fifteen at either end', () => {
		const columns = yearColumns(long, [], '2050-10-01');
		expect(frameYears(columns, '2050-10-01').years.map(({ year }) => year)).toEqual(
			Array.from({ length: 15 }, (_, i) => 2035 + i)
		);
		expect(frameYears(columns, '2001-01-01').years[0]!.year).toBe(2010);
	});
});
