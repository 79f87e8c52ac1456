import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { generate } from '$lib/ledger/generate';
import { records } from '../../../../tests/support/small';
import { changes } from '$lib/features/changes/answer';
import type { PageName } from '$lib/features';
import type { AnswerOf } from '$lib/features';
import { ask } from '$lib/features/ask';
import type { RecordedHistory } from '$lib/features/define';
import { TABLES } from '$lib/features/tables';
import { scenarios } from '$lib/features/scenarios/answer';
import { sensitivity } from '$lib/features/scenarios/sensitivity';
import { spendAt } from '$lib/shared/spend-rows';
import { recordsIn } from '../../../../tests/support/reference';

const book = compile(recordsIn());
const history: RecordedHistory = { revisions: () => [], ofRecord: () => [], changes: () => undefined };

async function asked<N extends PageName>(name: N, query = '', of = book) {
	const found = await ask(name, of, new URLSearchParams(query), '2026-11-23');
	if (found.status !== 200) throw new Error(JSON.stringify(found));
	return { view: found.view, answer: found.answer as AnswerOf<N> };
}

describe('changes', () => {
	it.each(['', 'from=2025-01-01', 'from=2025-06-30&to=2025-12-31&scope=us', 'firmness=rumoured&as_of=2026-03-31'])(
		'adds up to the figures of both days: ?%s',
		async (query) => {
			const { view, answer } = await asked('changes', query);
			const all = changes(book, view);
			for (const key of ['headline_usd', 'counted_usd', 'due_usd'] as const) {
				const moved = all.rows.reduce((sum, row) => sum + row[key], 0);
				expect(moved).toBe(all.to[key] - all.from[key]);
				expect(answer.causes.reduce((sum, cause) => sum + cause[key], 0)).toBe(moved);
				for (const side of [all.from, all.to]) {
					const [then] = spendAt(book, { ...view, as_of: side.date, projection: null }, [side.date]);
					expect(side[key]).toBe(then![key]);
				}
			}
			expect(answer.count).toBe(all.rows.length);
		}
	);
});

describe('scenarios', () => {
	it('bands that stand in order, none below what is due so far', async () => {
		const { answer, view } = await asked('scenarios', 'firmness=rumoured&scope=global');
		for (const row of answer.rows) {
			const [low, high] = [row.due_usd, row.full_usd];
			for (const of of ['', 'signed_'] as const) {
				const rising = [low, row[`${of}p10_usd`], row[`${of}p50_usd`], row[`${of}p90_usd`]];
				expect(rising).toEqual([...rising].sort((a, b) => a - b));
			}
			expect(row.signed_p90_usd).toBeLessThanOrEqual(high);
			const [then] = spendAt(book, { ...view, projection: null }, [row.date]);
			expect(row.full_usd).toBe(then!.due_usd);
		}
	});

	it('draws no contract as signed that nobody has signed for', async () => {
		const { answer, view } = await asked('scenarios', 'firmness=rumoured&scope=global');
		const signed = { ...view, projection: null, question: { ...view.question, firmness: 'announced' as const } };
		for (const [i, row] of answer.rows.entries()) {
			const [then] = spendAt(book, signed, [row.date < view.as_of ? row.date : view.as_of]);
			expect(Math.abs(row.due_usd - answer.unsigned_usd[i]! - then!.due_usd)).toBeLessThanOrEqual(1);
		}
		expect(answer.unsigned_usd.at(-1)).toBeGreaterThan(1e9);
		expect(new Set((await asked('scenarios')).answer.unsigned_usd)).toEqual(new Set([0]));
	});

	it('says without new deals that a target cannot be reached, and gives no chance', async () => {
		const { answer } = await asked('scenarios', 'new_deals=none');
		expect(answer.new_contracts).toBeNull();
		expect(answer.window).not.toHaveProperty('chance');
		expect(answer.window!.says).toMatch(
			/^\$500B cannot be reached without new deals: all contracts, kept .* come to \$\d+B\.$/
		);
		for (const row of answer.rows) expect(row.p90_usd).toBe(row.signed_p90_usd);
		for (const row of answer.rows) expect(row.p90_usd).toBeLessThanOrEqual(row.full_usd);
		const trailing = (await asked('scenarios')).answer;
		expect(trailing.window!.chance).toBeTypeOf('number');
		expect(trailing.window!.says).toMatch(
			/runs reach \$500B with new contracts as in the 24 months before\. \$500B cannot/
		);
	});

	it('says in the files what the runs, and sensitivity, do not know', async () => {
		const { answer, view } = await asked('scenarios', 'new_deals=none&runs=100');
		const table = { book, view, revision: 1, history };
		const file = (await TABLES['/scenarios'].answer(table)).more!();
		expect(file).toMatchObject({ label: 'a scenario, not a forecast', not_known: answer.not_known, new_deals: 'none' });
		expect(JSON.stringify(file)).not.toContain('chance');
		expect(answer.not_known).toMatch(/^The runs do not know /);
		const { not_known } = answer.sensitivity;
		expect((await TABLES['/sensitivity'].answer(table)).more!()).toEqual({ not_known });
		expect(not_known).toMatch(/does not say how likely/);
	});

	it('the same figures on the page as in the file, and a target only with a projection', async () => {
		const { answer, view } = await asked('scenarios', 'seed=9&runs=300');
		const file = await scenarios(book, view);
		const onPage = new Map(answer.rows.map((row) => [row.date, row]));
		for (const row of file.rows) expect(onPage.get(row.date)).toEqual(row);
		expect(answer.window).toEqual(file.window);
		expect(file.window).toMatchObject({ projection: view.projection, target_usd: 500_000_000_000 });
		expect((await asked('scenarios', 'projection=none')).answer.window).toBeNull();
	});

	it('draws no path where it would compare two scopes', async () => {
		expect((await asked('scenarios')).answer.path.length).toBeGreaterThan(0);
		expect((await asked('scenarios', 'scope=global')).answer.path).toEqual([]);
	});

	it('says so where a ledger is too large for so many runs', async () => {
		const made = generate(20_000, 1);
		const large = compile(records({ ...made, deals: [...made.deals] }));
		const { answer } = await asked('scenarios', 'projection=none&runs=10000&from=2026-01-01&to=2040-12-31', large);
		expect(answer.rows).toEqual([]);
		expect(answer.fault).toMatch(
			/^10,000 runs of [\d,]+ deals at 18\d steps are too many to simulate; ask for fewer runs/
		);
	});
});

describe('sensitivity', () => {
	it('lists both results, three assumptions, the shape and ten deals at most, each with its distance from the result as asked', async () => {
		const { answer, view } = await asked('scenarios');
		const rows = sensitivity(book, view);
		for (const measure of ['counted', 'cover'] as const) {
			const of = rows.filter((row) => row.measure === measure);
			const assumptions = new Set(of.filter((row) => row.sort === 'assumption').map((row) => row.key));
			expect(assumptions.has('shape')).toBe(measure === 'cover');
			expect([...assumptions].filter((key) => key !== 'shape')).toHaveLength(3);
			expect(of.filter((row) => row.sort === 'deal')).toHaveLength(10);
			const base = answer.sensitivity[measure]!.value;
			for (const row of of) {
				const [value, change] = measure === 'counted' ? [row.value_usd, row.change_usd] : [row.value, row.change];
				expect(value! - change!).toBeCloseTo(base, 6);
			}
		}
		expect(sensitivity(book, { ...view, projection: null }).every((row) => row.measure === 'counted')).toBe(true);
	});
});
