import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARAM_NAMES } from './names';
import { parseView } from './parse';
import { context } from './context.fixture';

const page = context();
const data = context({ address: 'data' });
const windowed = context({ windowed: true });
const parse = (query: string, ctx = page) => parseView(new URLSearchParams(query), ctx);
const sound = (query: string, ctx = page) => {
	const { view, faults } = parse(query, ctx);
	expect(faults).toEqual([]);
	return view;
};

describe('defaults', () => {
	it('are those of the model on an ordinary address', () => {
		expect(sound('')).toMatchObject({
			question: {
				layers: ['demand', 'infrastructure'],
				firmness: 'announced',
				scope: 'global',
				estimate: 'central',
				filters: {}
			},
			as_of: '2026-11-22',
			from: '2019-01-01',
			to: '2026-11-22',
			step: 'month',
			basis: 'counted',
			projection: null,
			...{ page: 1, per_page: 50, seed: 1, runs: 2000, weight: 'value', scale: 'linear', sort: null, revision: null }
		});
	});

	it('come from the featured projection on the dashboard', () => {
		const view = sound('', windowed);
		expect([view.projection, view.question.scope, view.from, view.to]).toEqual([
			'featured-us',
			'us',
			'2026-01-01',
			'2027-12-31'
		]);
	});

	it('come from the projection that is named there, partial dates counting from their last day', () => {
		const view = sound('projection=world', windowed);
		expect([view.question.scope, view.from, view.to]).toEqual(['global', '2025-12-31', '2030-12-31']);
	});

	it('give way to what the address says', () => {
		const view = sound('scope=global&from=2020-01-01&to=2020-06-30', windowed);
		expect([view.question.scope, view.from, view.to]).toEqual(['global', '2020-01-01', '2020-06-30']);
	});

	it('are the ordinary ones where the projection is turned off or none is featured', () => {
		const off = sound('projection=none', windowed);
		expect([off.projection, off.question.scope, off.from, off.to]).toEqual([
			null,
			'global',
			'2019-01-01',
			'2026-11-22'
		]);
		expect(sound('', context({ windowed: true, projections: [] })).projection).toBeNull();
	});

	it('leave the range alone where a projection is named on another address', () => {
		expect(sound('projection=featured-us')).toMatchObject({ projection: 'featured-us', to: '2026-11-22' });
	});

	it('follow as_of, and stay a range before the first event and in an empty ledger', () => {
		expect(sound('as_of=2025-03-04').to).toBe('2025-03-04');
		expect(sound('as_of=2001-03-04')).toMatchObject({ from: '2001-01-01', to: '2001-03-04' });
		expect(sound('', context({ firstEventYear: null })).from).toBe('2026-01-01');
	});
});

describe('values', () => {
	it('reads every name', () => {
		const query =
			'q=+data++centre%0A&layers=funding,demand&kind=lease&organisation=oracle,openai&payer=openai&payee=oracle&wtf=wtf,Terminator' +
			'&status=live&min_value=0&max_value=9000000000000000&firmness=definitive&scope=us&estimate=high&shape=ramp&counting=alone&as_of=2026-01-31&revision=3' +
			'&projection=world&from=2025-01-01&to=2025-12-31&step=quarter&basis=headline&scale=log&weight=equal&window=180' +
			'&seed=4294967295&runs=100&new_deals=none&path=last_year&check=not_yet&sort=-value&group=kind&page=2&per_page=1000&raw=1&bom=1&labels=0';
		const { given, ...view } = sound(query, context({ address: 'data', table: true }));
		expect(view).toEqual({
			question: {
				layers: ['demand', 'funding'],
				firmness: 'definitive',
				scope: 'us',
				estimate: 'high',
				shape: 'ramp',
				counting: 'alone',
				filters: {
					q: 'data centre',
					kind: ['lease'],
					organisation: ['openai', 'oracle'],
					payer: ['openai'],
					payee: ['oracle'],
					wtf: ['TERMINATOR', 'WTF'],
					status: ['live'],
					min_value: 0,
					max_value: 9e15
				}
			},
			...{ as_of: '2026-01-31', revision: 3, projection: 'world', from: '2025-01-01', to: '2025-12-31' },
			...{
				step: 'quarter',
				basis: 'headline',
				scale: 'log',
				weight: 'equal',
				window: '180',
				seed: 4294967295,
				runs: 100,
				new_deals: 'none',
				path: 'last_year',
				check: 'not_yet'
			},
			...{ sort: '-value', group: 'kind', page: 2, per_page: 1000, raw: true, bom: true, labels: false }
		});
		expect([...given].toSorted()).toEqual(PARAM_NAMES.toSorted());
	});

	it('takes a repeated list name, commas, blanks and repeats alike', () => {
		const one = sound('layers=funding,demand').question.layers;
		expect(sound('layers=funding&layers=demand&layers=').question.layers).toEqual(one);
		expect(sound('layers=+demand+,,funding,demand').question.layers).toEqual(one);
	});

	it('takes an empty value as absent, beside a full one too', () => {
		const view = sound('q=&layers=&firmness=&firmness=definitive&min_value=+&page=&kind=,,&nonsense=', data);
		expect(view.question).toMatchObject({ layers: ['demand', 'infrastructure'], firmness: 'definitive', filters: {} });
		expect([...view.given]).toEqual(['firmness']);
	});
});

describe('faults', () => {
	it.each([
		[
			'layers=bananas',
			'layers',
			'layers cannot be "bananas"; it takes one or more of demand, infrastructure, components or funding.'
		],
		['layers=demand,Funding', 'layers', 'layers cannot be "Funding"'],
		['firmness=firm', 'firmness', 'it takes rumoured, letter_of_intent, announced or definitive.'],
		['firmness=announced&firmness=definitive', 'firmness', 'firmness is given 2 times; it takes one value.'],
		['q=a&q=b', 'q', 'q is given 2 times'],
		['scope=mars', 'scope', 'it takes us or global.'],
		['estimate=mean', 'estimate', 'low, central or high'],
		['kind=loan', 'kind', 'compute_purchase'],
		['wtf=meh', 'wtf', 'TERMINATOR, IDIOCRACY, WTF or NEUTRAL'],
		['step=week', 'step', 'day, month, quarter or year'],
		['basis=net', 'basis', 'headline, counted or due'],
		['weight=size', 'weight', 'value or equal'],
		['scale=cubic', 'scale', 'linear or log'],
		[
			'as_of=2026-02-30',
			'as_of',
			'as_of cannot be "2026-02-30"; it takes a day written YYYY-MM-DD, in the years 1990 to 2100.'
		],
		['as_of=2026-02', 'as_of', 'YYYY-MM-DD'],
		['from=1989-12-31', 'from', '1990 to 2100'],
		['to=2101-01-01', 'to', '1990 to 2100'],
		['from=2026-02-01&to=2026-01-31', 'from', 'from lies after to (2026-01-31); it takes a day not after it.'],
		['from=2026-12-01', 'from', 'from lies after to (2026-11-22)'],
		['to=2018-12-31', 'to', 'to lies before from (2019-01-01); it takes a day not before it.'],
		['from=1990-01-01&to=2060-01-01&step=day', 'step', 'makes 25,568 rows; a series takes at most 20,000'],
		['projection=nobody', 'projection', 'the slug of a projection in the ledger, or none'],
		['organisation=orcale', 'organisation', 'slugs of organisations'],
		['min_value=-1', 'min_value', 'whole US dollars from 0 to 9,000,000,000,000,000'],
		['min_value=1.5', 'min_value', 'whole US dollars'],
		['max_value=$38B', 'max_value', 'whole US dollars'],
		['max_value=9000000000000001', 'max_value', 'whole US dollars'],
		['min_value=5&max_value=4', 'min_value', 'min_value is more than max_value (4)'],
		['page=0', 'page', 'a whole number from 1 to'],
		['page=1e3', 'page', 'a whole number from 1 to'],
		['per_page=1001', 'per_page', 'from 1 to 1,000'],
		['seed=4294967296', 'seed', 'from 0 to 4,294,967,295'],
		['runs=99', 'runs', 'from 100 to 10,000'],
		['sort=size', 'sort', 'with - before it'],
		['sort=--value', 'sort', 'with - before it'],
		['revision=0', 'revision', 'the number of a revision from 1 to 7'],
		['revision=8', 'revision', 'the number of a revision from 1 to 7'],
		[`q=${'x'.repeat(201)}`, 'q', 'q has 201 characters; it takes at most 200 characters of plain text.'],
		['q=a%00b', 'q', 'control character']
	])('%s', (query, field, words) => {
		const { view, faults } = parse(query, context({ lastRevision: 7 }));
		expect(faults.map((fault) => fault.field)).toEqual([field]);
		expect(faults[0]?.message).toContain(words);
		expect(faults[0]?.message).not.toContain('\0');
		expect(view.per_page).toBe(50);
	});

	it('lists the choices, or the nearest organisations', () => {
		expect(parse('step=week').faults[0]?.choices).toEqual(['day', 'month', 'quarter', 'year']);
		expect(parse('payer=orcale').faults[0]?.choices).toEqual(['oracle']);
		expect(parse('projection=x').faults[0]?.choices).toEqual(['featured-us', 'world', 'none']);
	});

	it('tells all of them at once and puts the default in the place of each', () => {
		const { view, faults } = parse('layers=x&firmness=y&from=z&page=0');
		expect(faults.map((fault) => fault.field)).toEqual(['layers', 'firmness', 'from', 'page']);
		expect(view).toMatchObject({ from: '2019-01-01', page: 1, question: { firmness: 'announced' } });
	});

	it('ignores an unknown name on a page and refuses it on a data address', () => {
		expect(parse('firmnes=definitive&utm_source=x').faults).toEqual([]);
		const { faults } = parse('firmnes=definitive', data);
		expect(faults).toEqual([
			{
				field: 'firmnes',
				got: 'definitive',
				message: 'firmnes is not known at this address. Did you mean firmness?',
				choices: expect.arrayContaining(['firmness'])
			}
		]);
		expect(parse('__proto__=1&constructor=2', data).faults).toHaveLength(2);
	});

	it('knows raw, bom and labels where a table is written', () => {
		expect(parse('raw=1&bom=1&labels=1', context({ address: 'data', table: true })).faults).toEqual([]);
		expect(parse('raw=1&bom=yes', data).faults.map((fault) => fault.field)).toEqual(['raw', 'bom']);
		expect(parse('raw=yes', context({ address: 'data', table: true })).faults[0]?.choices).toEqual(['1', '0']);
		expect(parse('raw=1').faults).toEqual([]);
	});
});

describe('what an address of its own kind defaults to', () => {
	it('all layers, where it asks who pays whom', () => {
		const all = context({ layers: ['demand', 'infrastructure', 'components', 'funding'] });
		expect(parse('', all).view.question.layers).toHaveLength(4);
		expect(parse('layers=demand', all).view.question.layers).toEqual(['demand']);
	});

	it('the days before, where it asks what changed; none of them later than as_of', () => {
		const changes = context({ trailing: 90, past: true });
		expect(parse('', changes).view).toMatchObject({ from: '2026-08-24', to: '2026-11-22' });
		expect(parse('as_of=2025-06-30', changes).view).toMatchObject({ from: '2025-04-01', to: '2025-06-30' });
		expect(parse('to=2026-03-31', changes).view).toMatchObject({ from: '2025-12-31', to: '2026-03-31' });
		expect(parse('to=2026-12-31', changes).faults.map((fault) => fault.message)).toEqual([
			'to lies after as_of (2026-11-22), and nothing is known of the days after that; it takes a day not after it.'
		]);
	});
});

describe('hostile addresses', () => {
	it.each([
		['thousands of names', Array.from({ length: 5000 }, (_, i) => `n${i}=1`).join('&')],
		['thousands of values', Array.from({ length: 5000 }, (_, i) => `organisation=o${i}`).join('&')],
		['one name, thousands of times', 'page=1&'.repeat(5000)],
		['a huge value', `as_of=${'9'.repeat(1_000_000)}`],
		['a huge name', `${'n'.repeat(1_000_000)}=1`],
		['a huge list', `layers=${'demand,x,'.repeat(100_000)}`],
		['broken bytes', 'q=%ED%A0%80%00&from=%FF%FE&layers=%00']
	])('%s: a short list of short faults', (_name, query) => {
		const { faults } = parse(query, data);
		expect(faults.length).toBeGreaterThan(0);
		expect(faults.length).toBeLessThanOrEqual(20);
		for (const fault of faults) expect(fault.message.length + fault.got.length + fault.field.length).toBeLessThan(700);
	});

	it('says how many faults it leaves out', () => {
		const { faults } = parse(Array.from({ length: 5000 }, (_, i) => `n${i}=1`).join('&'), data);
		expect(faults[19]?.message).toBe('The address holds 4,981 more faults.');
	});

	it('never throws', () => {
		const name = fc.constantFrom(
			'layers',
			'q',
			'from',
			'to',
			'as_of',
			'page',
			'sort',
			'wtf',
			'payer',
			'seed',
			'x',
			'__proto__'
		);
		const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('NaN', '-0', '1e9', '2026-01-01', 'Infinity'));
		fc.assert(
			fc.property(fc.array(fc.tuple(name, text)), fc.constantFrom(page, data, windowed), (pairs, ctx) => {
				const { view, faults } = parseView(new URLSearchParams(pairs), ctx);
				if (faults.length === 0) expect(view.from <= view.to).toBe(true);
				for (const fault of faults) expect(fault.message).toMatch(/[.?]$/);
			})
		);
	});
});
