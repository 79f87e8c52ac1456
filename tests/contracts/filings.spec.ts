import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server';

/**
 * What is held against the filings, once more: from the published schedule of the deals and the records alone, by a way that shares no code
 * with the first. A cell of the schedule is rounded to whole dollars, so sums agree to half a dollar a cell.
 */

type Cells = Record<string, string>;

const AS_OF = '2026-09-30';

let server: RunningServer;
const asked = new Map<string, Promise<Cells[]>>();
beforeAll(async () => {
	server = await startServer({ data: 'data' });
});
afterAll(() => server.stop());

function table(address: string): Promise<Cells[]> {
	const read = async () => {
		const response = await fetch(server.url + address);
		expect(response.status, address).toBe(200);
		return parse(await response.text(), { columns: true }) as Cells[];
	};
	const answer = asked.get(address) ?? read();
	asked.set(address, answer);
	return answer;
}

/** What falls due of each deal in each calendar quarter, as known on a day. */
const schedule = (asOf: string, more = '') => table(`/schedule.csv?raw=1&as_of=${asOf}${more}`);
const number = (row: Cells, name: string) => Number(row[name] || 0);

/** What of a row of the schedule is of some parties, by stated shares, else equally. */
async function partOf(row: Cells, side: 'payers' | 'payees', parties: string[]): Promise<number> {
	const record = (await table('/records/deals.csv?raw=1')).find(({ slug, shares }) => slug === row.slug && shares);
	const stated = record && JSON.parse(record.shares!)[side];
	const all = row[side]!.split('; ');
	const mine = all.map((slug, i) => (parties.includes(slug) ? (stated ? Number(stated[i]) : 1 / all.length) : 0));
	return number(row, 'due_usd') * mine.reduce((sum, part) => sum + part, 0);
}

async function sum(rows: Cells[], part: (row: Cells) => number | Promise<number>): Promise<number> {
	let all = 0;
	for (const row of rows) all += await part(row);
	return all;
}

function near(published: number, again: number, cells: number, what: string) {
	expect(Math.abs(published - again), `${what}: ${published}, again ${again}`).toBeLessThanOrEqual(cells / 2 + 1);
}

/** The last day of the quarter a year after another. */
const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

describe('held against the filings, from published tables alone', () => {
	it('what is ahead of each backlog, and what of it falls due within twelve months', async () => {
		const rows = await table(`/filings.csv?raw=1&as_of=${AS_OF}`);
		expect(rows.length).toBeGreaterThan(3);
		const ahead = (await schedule(AS_OF, '&layers=demand')).filter(({ quarter }) => quarter! > AS_OF);
		for (const row of rows) {
			const company = row.company!;
			const own = ahead.filter(({ payees }) => payees!.split('; ').includes(company));
			const year = own.filter(({ quarter }) => quarter! <= yearAfter(AS_OF));
			near(number(row, 'ahead_usd'), await sum(own, (each) => partOf(each, 'payees', [company])), own.length, company);
			near(number(row, 'year_usd'), await sum(year, (each) => partOf(each, 'payees', [company])), year.length, company);
			expect(number(row, 'deals'), company).toBe(new Set(own.map(({ slug }) => slug)).size);
			const figures = await table(`/fundamentals.csv?raw=1&as_of=${AS_OF}`);
			const of = (metric = '') =>
				figures.filter((each) => each.company === company && each.metric === metric && each.as_of === row.of_day);
			expect(of(row.metric).map(({ amount_usd }) => amount_usd)).toContain(row.backlog_usd);
			if (row.filed_year_share) {
				const whole = number(of(row.filed_year_metric)[0]!, 'amount_usd');
				const within = number(of(`${row.filed_year_metric}_within_year`)[0]!, 'amount_usd');
				expect(Number(row.filed_year_share)).toBeCloseTo(within / whole, 9);
			}
		}
		expect(rows.filter(({ filed_year_share }) => filed_year_share).map(({ company }) => company)).toEqual(
			expect.arrayContaining(['oracle', 'microsoft'])
		);
	});

	it('what is due from each lab in its four quarters, and whether that passes what is recorded', async () => {
		const rows = await table(`/filings/labs.csv?raw=1&as_of=${AS_OF}`);
		expect(rows.some(({ over }) => over === 'true')).toBe(true);
		for (const row of rows) {
			const own = (await schedule(AS_OF)).filter(
				({ payers, quarter }) =>
					payers!.split('; ').includes(row.company!) && quarter! > row.from! && quarter! <= row.to!
			);
			near(
				number(row, 'due_usd'),
				await sum(own, (each) => partOf(each, 'payers', [row.company!])),
				own.length,
				row.company!
			);
			const ceiling = row.revenue_usd ? number(row, 'revenue_usd') + number(row, 'burned_usd') : null;
			expect(row.ceiling_usd, row.company).toBe(ceiling === null ? '' : String(ceiling));
			expect(row.over).toBe(String(ceiling !== null && number(row, 'due_usd') > ceiling));
		}
	});

	it('what is due in each quarter, of all deals and of the companies that report', async () => {
		const rows = await table(`/filings/quarters.csv?raw=1&as_of=${AS_OF}`);
		const capex = (await table(`/capex.csv?raw=1&as_of=${AS_OF}`)).filter((row) => row.measure === 'payments_for_ppe');
		const companies = [...new Set(capex.map(({ company }) => company!))];
		for (const row of rows) {
			const cells = (await schedule(AS_OF)).filter(({ quarter }) => quarter === row.date);
			near(number(row, 'all_due_usd'), await sum(cells, (each) => number(each, 'due_usd')), cells.length, row.date!);
			near(
				number(row, 'due_usd'),
				await sum(cells, (each) => partOf(each, 'payers', companies)),
				cells.length,
				row.date!
			);
		}
		expect(rows.length).toBeGreaterThan(10);
	});

	it('what the ledger said at past quarters’ ends, and says now', async () => {
		const rows = await table(`/filings/backtest.csv?raw=1&as_of=${AS_OF}`);
		const deals = new Map(
			(await table(`/deals.csv?raw=1&as_of=${AS_OF}&layers=demand,infrastructure`)).map((row) => [row.slug, row])
		);
		for (const row of rows.slice(-6)) {
			const date = row.date!;
			const within = ({ quarter }: Cells) => quarter! > date && quarter! <= row.until!;
			// As it was asked on that day: nothing is known of what came later.
			const then = (await schedule(date)).filter(within);
			const now = (await schedule(AS_OF)).filter(within);
			const later = now.filter(({ slug }) => deals.get(slug!)!.first_event! > date);
			near(number(row, 'then_usd'), await sum(then, (each) => number(each, 'due_usd')), then.length, date);
			near(number(row, 'now_usd'), await sum(now, (each) => number(each, 'due_usd')), now.length, date);
			near(number(row, 'new_usd'), await sum(later, (each) => number(each, 'due_usd')), later.length, date);
			expect(row.ended).toBe(String(row.until! <= AS_OF));
		}
		expect(rows.length).toBeGreaterThan(6);
	});
});
