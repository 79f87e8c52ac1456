import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import type { Dashboard } from './answer';
import { ask } from '$lib/features/ask';
import { money, percent } from '$lib/ui/format';
import { recordsIn } from '../../../../tests/support/reference';

const book = compile(recordsIn());

async function overview(query = ''): Promise<Dashboard> {
	const asked = await ask('dashboard', book, new URLSearchParams(query), '2026-11-23');
	if (asked.status !== 200) throw new Error(JSON.stringify(asked));
	return asked.answer;
}

describe('the sentences of the front page', () => {
	it.each([
		'',
		'as_of=2026-06-30',
		'scope=global',
		'scope=global&projection=none',
		'payer=openai&projection=none',
		'shape=ramp'
	])('set one place against itself, and carry the figures of the answer: ?%s', async (query) => {
		const { said, now, comparison, other_shape_usd, projection } = await overview(query);
		expect(said.title).toContain(`${money(now.counted_usd!)} is promised`);
		expect(said.title).not.toMatch(/worldwide.*in the US|in the US.*worldwide/);
		expect(said.lead[0]!.figure).toBe(money(now.counted_usd!));
		const due = projection && comparison ? comparison.due_to_date_usd : now.due_usd;
		expect(said.lead[1]!.figure).toBe(money(due));
		expect(said.lead[1]!.words).toContain(money(other_shape_usd));
	});

	it('sets what is due and what was reported beside one path, each with its day, its place and the way it errs', async () => {
		const { said, yardsticks, comparison } = await overview();
		const [promised, due, reported] = said.lead;
		expect(promised!.words).toMatch(/^promised in the US by 23 Nov 2026, counted once; \$.* “up to”/);
		expect(due!.words).toContain('due in the US by 23 Nov 2026');
		expect(due!.words).toContain(percent(comparison!.pace!));
		expect(due!.words).toContain('Low:');
		expect(reported!.figure).toBe(money(yardsticks!.books!.reported_usd));
		expect(reported!.words).toMatch(/^reported by 5 companies by 30 Jun 2026, worldwide: \d+% of that path\. High:/);
		expect(yardsticks!.disputed).toBe(true);
		expect(said.title).toContain('depends on whose books you read');
	});

	it('never speaks of spending where it means what is due, nor gives a range of one value', async () => {
		for (const query of ['', 'as_of=2024-06-16', 'as_of=2024-01-01', 'firmness=rumoured&scope=global']) {
			const { said, uncertainty } = await overview(query);
			const words = [said.title, said.deck, said.chart.title, ...said.lead.map((line) => line.words)].join(' ');
			expect(words).not.toMatch(/\bspent so far|recognised|moved|\bpaid\b|survives/);
			const { low, high } = uncertainty.counted;
			if (low === high) expect(words).not.toContain('up to');
		}
	});

	it('says of what would be due of rumours that nobody has signed it', async () => {
		const { said, signed } = await overview('firmness=rumoured&scope=global&projection=none');
		expect(signed).not.toBeNull();
		expect(said.title).toContain('due so far if all of it were signed');
		expect(said.lead[1]!.words).toContain('what nobody has signed included');
		expect(said.chart.keys.map(({ mark }) => mark)).toContain('Dashed line');
		const { said: firm } = await overview('scope=global&projection=none');
		expect(`${firm.title}${firm.lead[1]!.words}${JSON.stringify(firm.chart.keys)}`).not.toMatch(/signed/);
	});

	it('draws what companies reported up to the last day that all have reported', async () => {
		const { reported, yardsticks } = await overview();
		expect(reported[0]).toEqual({ date: '2025-12-31', usd: 0 });
		expect(reported.at(-1)).toEqual({ date: yardsticks!.books!.day, usd: yardsticks!.books!.reported_usd });
		expect((await overview('projection=none')).reported).toEqual([]);
	});
});
