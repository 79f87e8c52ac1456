import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { ask } from '$lib/features/ask';
import { dealsInRange } from '$lib/shared/deal-list';
import { DEAL_GROUPS } from '$lib/view';
import { namesIn } from '$lib/view/names';
import { recordsIn } from '../../../../tests/support/reference';
import { groupDeals, sumsOf } from './groups';

const book = compile(recordsIn());
const TODAY = '2026-11-23';

async function explorer(query: string) {
	const asked = await ask('deals', book, new URLSearchParams(query), TODAY);
	if (asked.status !== 200) throw new Error(JSON.stringify(asked));
	return asked;
}

describe('the title of a list of deals', () => {
	it.each([
		['', /^176 deals: \$[\d.]+T announced, \$[\d.]+T counted$/],
		[
			'payer=openai&firmness=definitive',
			/^14 definitive deals promised by OpenAI: \$[\d.]+T announced, \$[\d.]+T counted$/
		],
		['status=cancelled', /^\d+ cancelled deals: \$\d+B announced, nothing counted$/],
		['q=zzz', /^No deal with “zzz”$/],
		['organisation=openai,oracle,microsoft,nvidia', /^\d+ deals with Microsoft, Nvidia or 2 others: /],
		['kind=lease&scope=us&estimate=low', /^\d+ deals of the kind lease: .* counted in the US, low end of ranges$/]
	])('says what is asked and what it comes to: ?%s', async (query, title) => {
		expect((await explorer(query)).answer.title).toMatch(title);
	});

	it('is true of every question: whatever narrows or recounts the list is said in it', async () => {
		const given: Record<string, string> = {
			q: 'a',
			layers: 'demand',
			kind: 'lease',
			organisation: 'openai',
			payer: 'openai',
			payee: 'oracle',
			wtf: 'NEUTRAL',
			status: 'live',
			min_value: '1000000000',
			max_value: '50000000000',
			firmness: 'announced',
			scope: 'us',
			estimate: 'low',
			shape: 'ramp',
			counting: 'alone',
			from: '2025-01-01',
			to: '2025-12-31',
			as_of: '2026-06-30'
		};
		const words = (title: string) => title.replaceAll(/\$[\d.]+[BMT]|\d+ deals/g, '#');
		const plain = words((await explorer('')).answer.title);
		for (const name of [...namesIn('filter'), ...namesIn('question'), 'from', 'to', 'as_of']) {
			expect(given, `${name} has an example`).toHaveProperty(name);
			const { title } = (await explorer(`${name}=${given[name]}`)).answer;
			expect(words(title), name).not.toBe(plain);
		}
	});

	it('does not call a sum that nobody stated $0', async () => {
		const { answer } = await explorer('max_value=0');
		expect(answer.sums.undisclosed).toBe(answer.sums.deals);
		expect(answer.title).toContain(': no sum disclosed, ');
	});
});

describe('a range of days', () => {
	it('chooses deals by the day of the first event, both ends included, in the list, its facets and its sums', async () => {
		const [first] = (await explorer('')).answer.rows;
		const on = first!.first_event;
		const { answer, view } = await explorer(`from=${on}&to=${on}`);
		expect(answer.rows.length).toBeGreaterThan(0);
		expect(answer.rows.every((row) => row.first_event === on)).toBe(true);
		expect(answer.sums).toEqual(sumsOf(dealsInRange(book, view)));
		for (const name of ['kind', 'status'] as const)
			expect(answer.facets[name].reduce((sum, { count }) => sum + count, 0)).toBe(answer.sums.deals);
	});

	it('leaves the marks outside of it in the picture', async () => {
		const { answer } = await explorer('payer=openai&from=2026-06-01');
		expect(answer.marks.length).toBe((await explorer('payer=openai')).answer.sums.deals);
		expect(answer.sums.deals).toBeLessThan(answer.marks.length);
	});

	it('is no range where its days are in the wrong order', async () => {
		const asked = await ask('deals', book, new URLSearchParams('from=2026-06-01&to=2026-01-01'), TODAY);
		expect(asked.status).toBe(400);
	});
});

describe('deals put together', () => {
	it.each(DEAL_GROUPS)('stand once each, so that the groups add up to the whole: by %s', async (by) => {
		const { view } = await explorer(`group=${by}`);
		const rows = dealsInRange(book, view);
		const groups = groupDeals(book, rows, by);
		expect(groups.flatMap((group) => group.rows.map(({ slug }) => slug)).sort()).toEqual(
			rows.map(({ slug }) => slug).sort()
		);
		const whole = sumsOf(rows);
		for (const key of ['deals', 'undisclosed', 'headline_usd', 'counted_usd', 'due_usd'] as const)
			expect(
				groups.reduce((sum, group) => sum + group[key], 0),
				key
			).toBe(whole[key]);
	});

	it('stand under all of several payers together, whatever their order', async () => {
		const { view } = await explorer('group=payer');
		for (const { group, name, rows } of groupDeals(book, dealsInRange(book, view), 'payer')) {
			const payers = group === '' ? [] : group.split('; ');
			for (const row of rows) expect([...row.payers].sort()).toEqual(payers);
			expect(name.endsWith(' together')).toBe(payers.length > 1);
		}
	});

	it('run on over pages, each group with the sums of all of it', async () => {
		const whole = new Map<string, number>();
		const { view } = await explorer('group=kind');
		for (const { group, counted_usd } of groupDeals(book, dealsInRange(book, view), 'kind'))
			whole.set(group, counted_usd);
		const slugs: string[] = [];
		let continued = 0;
		for (let page = 1; page <= 9; page++) {
			const { answer } = await explorer(`group=kind&per_page=20&page=${page}`);
			slugs.push(...answer.rows.map(({ slug }) => slug));
			for (const group of answer.groups) {
				expect(group.counted_usd).toBe(whole.get(group.group));
				if (group.continues) continued++;
			}
			expect(answer.groups[0]?.before).toBe(answer.rows[0]?.slug);
		}
		expect(new Set(slugs).size).toBe(dealsInRange(book, view).length);
		expect(continued).toBeGreaterThan(0);
	});
});

it('says of each deal that is left out of the count why', async () => {
	const { answer } = await explorer('per_page=1000');
	const out = answer.rows.filter((row) => row.contribution_usd === null);
	expect(out.length).toBeGreaterThan(0);
	for (const row of out) expect(answer.reasons[row.slug], row.slug).toMatch(/^(cancelled|the .* layer|.*: below the)/);
	expect(Object.keys(answer.reasons).length).toBe(out.length);
});
