import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { Sweep } from '$lib/ledger/sweep';
import { addDays, dayFromNumber } from '$lib/records/day';
import type { View } from '$lib/view';
import { PAGE_NAMES, type PageName } from '$lib/features';
import { dealSchedule } from '$lib/shared/deal';
import type { AnswerOf } from '$lib/features';
import { ask } from '$lib/features/ask';
import { recordsIn } from '../../../tests/support/reference';

const book = compile(recordsIn());
const TODAY = '2026-11-22';

async function answer<N extends PageName>(
	name: N,
	query = '',
	slug = ''
): Promise<{ view: View; answer: AnswerOf<N> }> {
	const asked = await ask(name, book, new URLSearchParams(query), TODAY, slug);
	if (asked.status !== 200) throw new Error(`${name} ?${query}: ${JSON.stringify(asked)}`);
	return asked;
}

describe('the dashboard', () => {
	it.each(['', 'scope=global&firmness=rumoured', 'projection=none&as_of=2025-12-31', 'basis=headline&estimate=high'])(
		'says one thing in all its parts: ?%s',
		async (query) => {
			const { view, answer: all } = await answer('dashboard', query);
			const at = (key: string) => all.reconciliation.find((line) => line.key === key)!.amount_usd;
			expect(all.now.headline_usd).toBe(at('headline'));
			expect(all.now.counted_usd).toBe(at('counted'));
			expect(all.uncertainty.counted[view.question.estimate]).toBe(at('counted'));
			expect(all.uncertainty.counted.low).toBeLessThanOrEqual(all.uncertainty.counted.high);
			const plotted = new Map(all.points.map((point) => [point.date, point]));
			for (const row of all.rows) expect(plotted.get(row.date), row.date).toEqual(row);
			expect(plotted.get(view.as_of)?.counted_usd ?? at('counted')).toBe(at('counted'));
		}
	);

	it.each(['', 'scope=global&estimate=high', 'firmness=definitive&as_of=2025-12-31'])(
		'says how firm its total is with what it says when asked for each firmness: ?%s',
		async (query) => {
			const { view, answer: all } = await answer('dashboard', query);
			let sum = 0;
			for (const { firmness, counted_usd, adds_usd } of all.firmness) {
				const params = new URLSearchParams(query);
				params.set('firmness', firmness);
				const asked = await answer('dashboard', params.toString());
				expect(counted_usd, firmness).toBe(asked.answer.now.counted_usd);
				expect(adds_usd, firmness).toBeGreaterThanOrEqual(0);
				sum += adds_usd;
				expect(sum, firmness).toBe(counted_usd);
				if (firmness === view.question.firmness) expect(counted_usd).toBe(all.now.counted_usd);
			}
		}
	);

	it.each(['', 'firmness=definitive&as_of=2025-12-31'])(
		'counts what is left out worldwide by the same measure: ?%s',
		async (query) => {
			const { answer: all } = await answer('dashboard', query);
			const { answer: everywhere } = await answer('dashboard', `${query}&scope=global`);
			expect(all.firmness_worldwide).toEqual(everywhere.firmness);
			expect(everywhere.firmness_worldwide).toBeNull();
		}
	);

	it.each(['', 'as_of=2026-01-01', 'scope=global&as_of=2025-12-31'])(
		'gives the years as the file of the curves does, and what of them is to come: ?%s',
		async (query) => {
			const { view, answer: all } = await answer('dashboard', query);
			const [first, last] = [all.years[0]!.year - 1, all.years.at(-1)!.year];
			const file = await answer('dashboard', `${query}&step=year&from=${first}-01-01&to=${last}-12-31`);
			// A row of its own stands at as_of where that ends no year.
			const ends = file.answer.rows.filter((row) => row.date.endsWith('-12-31'));
			const yearly = ends.map((row) => row.due_usd);
			let behind = yearly[0]!;
			all.years.forEach(({ due_usd, ahead_usd }, i) => {
				expect(Math.abs(due_usd - (yearly[i + 1]! - yearly[i]!))).toBeLessThanOrEqual(1);
				behind += due_usd - ahead_usd;
			});
			expect(Math.abs(behind - all.now.due_usd)).toBeLessThan(20);
			expect(all.years.every((each) => each.ahead_usd === 0 || `${each.year}-12-31` > view.as_of)).toBe(true);
		}
	);

	it('marks the deals of the window and no others', async () => {
		const { view, answer: all } = await answer('dashboard');
		expect(all.markers.length).toBeGreaterThan(10);
		for (const marker of all.markers) {
			expect(marker.first_event >= view.from || marker.slug in all.steps, marker.slug).toBe(true);
			expect(marker.first_event <= view.as_of).toBe(true);
			expect(view.question.layers).toContain(marker.layer);
		}
	});

	it.each(['', 'scope=global&firmness=definitive', 'from=2025-01-01&as_of=2026-01-31'])(
		'puts each deal on the day in the window on which it added most: ?%s',
		async (query) => {
			const { view, answer: all } = await answer('dashboard', query);
			const days = [...new Set(book.timeline.day)]
				.map(dayFromNumber)
				.filter((day) => day >= view.from && day <= view.as_of);
			const sweep = new Sweep(book, view.question, view.as_of).advance(addDays(view.from, -1));
			const rises = new Map<string, { day: string; usd: number }>();
			const contributions = () => book.entries.map(({ index }) => sweep.contribution(index) ?? 0);
			for (const day of days) {
				const before = contributions();
				sweep.advance(day);
				for (const [i, usd] of contributions().entries()) {
					const { deal, states } = book.entries[i]!;
					const rise = { day, usd: usd - before[i]! };
					const own = states.some((state) => state.day === day);
					if (own && rise.usd > (rises.get(deal.slug)?.usd ?? 0)) rises.set(deal.slug, rise);
				}
			}
			for (const { slug, first_event } of all.markers) {
				const step = rises.get(slug)?.day;
				expect(all.steps[slug], slug).toBe(step === first_event ? undefined : step);
			}
			expect(Object.keys(all.steps).length).toBeGreaterThan(1);
		}
	);

	it('names what moved the count most, and by how much', async () => {
		const { view, answer: all } = await answer('dashboard');
		expect(all.moves.length).toBe(3);
		const counted = (day: string) => all.points.findLast((point) => point.date <= day)!.counted_usd!;
		for (const { date, usd } of all.moves) {
			const before = all.points.findLast((point) => point.date < date);
			if (before && date > view.from) expect(usd, date).toBe(counted(date) - before.counted_usd!);
		}
	});

	it('sets beside the projection what others ask for in the same time', async () => {
		const { answer: all } = await answer('dashboard');
		const asked = Object.fromEntries(all.rivals.map((rival) => [rival.slug, rival]));
		expect(asked['thompson-us-2026']).toMatchObject({ usd: 700_000_000_000, floor: true, low_usd: null });
		// The days of 2026 and 2027 out of those of 2025 to 2030.
		expect(asked['citi-2025-09-us']).toMatchObject({
			target_usd: 1_400_000_000_000,
			usd: Math.round((1.4e12 * 730) / 2191),
			floor: false
		});
		// Neither the chosen one nor another reading of its words.
		expect(Object.keys(asked)).toHaveLength(2);
		expect((await answer('dashboard', 'projection=none')).answer.rivals).toEqual([]);
	});

	it('knows the other reading of the featured words', async () => {
		const { answer: all } = await answer('dashboard');
		expect(all.readings.map((reading) => [reading.slug, reading.target_usd])).toEqual([
			['thompson-us-annual-2025', 1_000_000_000_000]
		]);
		expect(all.readings[0]!.path.at(-1)!.usd).toBe(1_000_000_000_000);
	});
});

describe('the explorer', () => {
	it('counts for each choice what choosing it gives', async () => {
		const { answer: open } = await answer('deals', 'wtf=IDIOCRACY,WTF');
		for (const [name, choices] of Object.entries(open.facets)) {
			for (const { value, count } of choices) {
				const query = name === 'wtf' ? `wtf=${value}` : `wtf=IDIOCRACY,WTF&${name}=${value}`;
				expect((await answer('deals', query)).answer.sums.deals, `${name}=${value}`).toBe(count);
			}
		}
	});

	it('gives every deal once over its pages, in the order asked for, and adds up all of them', async () => {
		const pages = await Promise.all(
			[1, 2, 3, 4, 5].map(async (page) => (await answer('deals', `sort=-value&per_page=40&page=${page}`)).answer)
		);
		const rows = pages.flatMap((page) => page.rows);
		expect(new Set(rows.map((row) => row.slug)).size).toBe(pages[0]!.sums.deals);
		const values = rows.map((row) => row.headline_usd);
		expect(values).toEqual([...values].sort((a, b) => b - a));
		expect(rows.reduce((sum, row) => sum + (row.contribution_usd ?? 0), 0)).toBe(pages[0]!.sums.counted_usd);
	});
});

describe('one deal', () => {
	it('spreads what it is worth over its quarters, to the dollar', async () => {
		for (const { slug } of book.records.deals) {
			const { alone } = (await answer('deal', '', slug)).answer;
			const sum = alone.quarters.reduce((total, quarter) => total + quarter.due_usd, 0);
			expect(sum, slug).toBe(alone.amount_usd);
		}
	});

	it('is unknown before its first event, and known with its reading after', async () => {
		const before = (await answer('deal', 'as_of=2025-11-02', 'openai-aws-2025')).answer;
		expect([before.row, before.reading, before.rank]).toEqual([null, null, null]);
		const after = (await answer('deal', 'as_of=2025-11-03', 'openai-aws-2025')).answer;
		expect(after.row).toMatchObject({ headline_usd: 38_000_000_000, label: 'NEUTRAL', term_end: '2032-11-02' });
		expect(after.reading).toMatchObject({ terminator: 1, idiocracy: 0, by: 'whatthefuture.ai' });
	});

	it('offers what may have been meant by a slug that is not there', async () => {
		const asked = await ask('deal', book, new URLSearchParams(), TODAY, 'openai-aws');
		expect(asked).toMatchObject({
			status: 404,
			near: expect.arrayContaining([{ href: '/deals/openai-aws-2025', title: expect.any(String) }])
		});
	});
});

describe('search', () => {
	it('finds deals, organisations and projections by any of their words', async () => {
		const { answer: found } = await answer('search', 'q=thompson');
		expect(found.projections.map((each) => each.slug)).toContain('thompson-us-2026-2027');
		const { answer: openai } = await answer('search', 'q=OPENAI');
		expect(openai.organisations[0]!.slug).toBe('openai');
		expect(openai.deals_count).toBeGreaterThan(20);
	});

	it('guesses at what was misspelt', async () => {
		const { answer: found } = await answer('search', 'q=nvidai');
		expect(found.near.map((each) => each.href)).toContain('/organisations/nvidia');
	});
});

it('every page answers with figures that JSON can carry', async () => {
	for (const name of PAGE_NAMES) {
		const asked = await ask(name, book, new URLSearchParams(), TODAY, 'no-such-record');
		if (asked.status !== 200) continue;
		const text = JSON.stringify(asked.answer, (_, value: unknown) =>
			typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value
		);
		expect(text, name).not.toContain('not finite');
	}
});

describe('the schedule of one deal', () => {
	it.each(['', 'estimate=high', 'as_of=2025-12-31'])(
		'adds up to what it spends by itself, and agrees with its page by the day: ?%s',
		async (query) => {
			const { view, answer: one } = await answer('deal', query, 'openai-aws-2025');
			const rows = dealSchedule(one);
			expect(rows.length).toBeGreaterThan(20);
			expect(rows.at(-1)!.cumulative_usd).toBe(one.alone.amount_usd);
			const past = rows.filter((row) => row.date <= view.as_of).at(-1)!;
			const next = rows.find((row) => row.date > view.as_of)!;
			expect(one.alone.due_usd).toBeGreaterThanOrEqual(past.cumulative_usd);
			expect(one.alone.due_usd).toBeLessThanOrEqual(next.cumulative_usd);
		}
	);
});

describe('money that is not signed', () => {
	it('is never due, on no deal, and its split adds up', async () => {
		let unsigned = 0;
		for (const { deal } of book.entries) {
			const { answer: one } = await answer('deal', '', deal.slug);
			const { split, standing, alone, row } = one!;
			if (standing === 'unsigned') {
				unsigned++;
				expect(alone.due_usd, deal.slug).toBe(0);
				if (row?.contribution_usd === null) expect(split.due_usd, deal.slug).toBe(0);
			}
			if (standing !== 'signed') continue;
			const whole = row?.contribution_usd ?? alone.amount_usd;
			expect(split.due_usd + split.in_window_usd + split.later_usd, deal.slug).toBe(whole);
			for (const usd of Object.values(split)) expect(usd, deal.slug).toBeGreaterThanOrEqual(0);
		}
		expect(unsigned).toBeGreaterThan(5);
	});

	it('is parted from what falls due in a year, in the long run and of an organisation', async () => {
		const { answer: asked } = await answer('dashboard', 'firmness=rumoured&scope=global&projection=none');
		const { answer: signed } = await answer('dashboard', 'scope=global&projection=none');
		for (const each of asked.years) {
			const firm = signed.years.find(({ year }) => year === each.year);
			expect(each.due_usd - each.unsigned_usd).toBe(firm!.due_usd);
			expect(firm!.unsigned_usd).toBe(0);
		}
		expect(asked.years.some(({ unsigned_usd }) => unsigned_usd > 0)).toBe(true);
		const { answer: party } = await answer('organisation', 'firmness=rumoured', 'nvidia');
		const { answer: firm } = await answer('organisation', '', 'nvidia');
		expect(party!.signed!.commitments).toEqual(firm!.commitments);
		expect(firm!.signed).toBeNull();
	});

	it('is a flow of its own that nothing fills, and only where it is asked for', async () => {
		const { answer: asked } = await answer('flows', 'firmness=rumoured');
		const { answer: signed } = await answer('flows');
		expect(asked.drawn.some(({ unsigned }) => unsigned)).toBe(true);
		expect(signed.drawn.some(({ unsigned }) => unsigned)).toBe(false);
	});
});
