import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	BASES,
	ESTIMATES,
	FIRMNESS,
	KINDS,
	LAYERS,
	SCOPES,
	STEPS,
	WEIGHTS,
	DEAL_STATUSES,
	WTF_LABELS
} from '$lib/records/vocabularies';
import { context } from './context.fixture';
import { parseView } from './parse';
import { namesOf, PARAM_NAMES } from './names';
import { carryQuery, serialiseView, withParam, type Changes } from './serialise';
import { SCALES, type ParamName, type ViewContext } from './types';

const page = context();
const deals = context({ narrows: true });
const windowed = context({ windowed: true });
const data = context({ address: 'data', table: true });
const parse = (query: string, ctx: ViewContext) => parseView(new URLSearchParams(query), ctx);
const view = (query: string, ctx: ViewContext) => parse(query, ctx).view;

/** The words of an address by name, each sound by itself. */
function anyQuery() {
	const some = <T>(words: readonly T[]) => fc.subarray([...words], { minLength: 1 }).map((list) => list.join(','));
	const day = fc
		.tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
		.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
	const number = (min: number, max: number) => fc.integer({ min, max }).map(String);
	const slugs = some(['openai', 'oracle', 'anthropic']);
	return fc.record(
		{
			q: fc.string({ unit: 'binary', maxLength: 12 }),
			layers: some(LAYERS),
			kind: some(KINDS),
			...{ organisation: slugs, payer: slugs, payee: slugs },
			wtf: some(WTF_LABELS),
			status: some(DEAL_STATUSES),
			min_value: number(0, 2_000),
			max_value: number(1_000, 2 ** 31),
			firmness: fc.constantFrom(...FIRMNESS),
			scope: fc.constantFrom(...SCOPES),
			estimate: fc.constantFrom(...ESTIMATES),
			...{ as_of: day, from: day, to: day },
			revision: number(1, 99),
			projection: fc.constantFrom('none', 'world', 'featured-us'),
			step: fc.constantFrom(...STEPS),
			basis: fc.constantFrom(...BASES),
			scale: fc.constantFrom(...SCALES),
			weight: fc.constantFrom(...WEIGHTS),
			seed: number(0, 2 ** 31 - 1),
			runs: number(100, 10_000),
			sort: fc.constantFrom('value', '-value', '-date'),
			...{ page: number(1, 9), per_page: number(1, 1000) },
			...{ raw: fc.constantFrom('0', '1'), bom: fc.constantFrom('0', '1'), labels: fc.constantFrom('0', '1') }
		},
		{ requiredKeys: [] }
	);
}

describe('serialiseView', () => {
	it.each([
		['', page, ''],
		['layers=infrastructure&layers=demand&step=month&page=1&firmness=announced', page, ''],
		['layers=infrastructure,demand&firmness=announced', deals, 'layers=demand,infrastructure&firmness=announced'],
		['page=2&layers=funding,demand&q=a%26b+c,d', page, 'q=a%26b+c,d&layers=demand,funding&page=2'],
		['wtf=wtf&min_value=007', page, 'wtf=WTF&min_value=7'],
		['as_of=2026-11-22', page, ''],
		['as_of=2025-01-31', page, 'as_of=2025-01-31'],
		['to=2026-11-22&from=2019-01-01', page, ''],
		['projection=featured-us&scope=us&from=2026-01-01', windowed, ''],
		['projection=none', windowed, 'projection=none'],
		['projection=none', page, ''],
		['projection=world&scope=us', windowed, 'scope=us&projection=world'],
		['raw=1&bom=0', data, 'raw=1'],
		['utm_source=x', page, '']
	])('%s', (query, ctx, canonical) => {
		expect(serialiseView(view(query, ctx), ctx)).toBe(canonical);
	});

	it('writes as_of always in a link that is to last, and only the names asked for', () => {
		expect(serialiseView(view('', page), page, {}, { pin: true })).toBe('as_of=2026-11-22');
		const recorded = { ...page, lastRevision: 7 };
		expect(serialiseView(view('', recorded), recorded, {}, { pin: true })).toBe('as_of=2026-11-22&revision=7');
		expect(serialiseView(view('revision=3', recorded), recorded, {}, { pin: true })).toBe(
			'as_of=2026-11-22&revision=3'
		);
		expect(serialiseView(view('', recorded), recorded)).toBe('');
		const asked = view('q=x&step=year&layers=funding', page);
		expect(serialiseView(asked, page, {}, { only: ['q', 'layers'] })).toBe('q=x&layers=funding');
	});

	it('keeps the meaning when it leads to an address with other defaults', () => {
		const query = serialiseView(view('', windowed), page);
		expect(query).toBe('scope=us&projection=featured-us&from=2026-01-01&to=2027-12-31');
		expect(view(query, page).question).toEqual(view('', windowed).question);
		expect(serialiseView(view('raw=1&sort=-value', data), context({ sorts: ['date'] }))).toBe('');
	});

	it('carries the range of a chart to no list that it would narrow, and one that is given there stays', () => {
		expect(serialiseView(view('from=2026-02-01&to=2026-03-01', deals), deals)).toBe('from=2026-02-01&to=2026-03-01');
		expect(serialiseView(view('', windowed), deals)).not.toMatch(/from|to=/);
		expect(serialiseView(view('to=2026-11-22', deals), deals)).toBe('to=2026-11-22');
	});

	it('reads back to the same view and is canonical', () => {
		let tried = 0;
		fc.assert(
			fc.property(anyQuery(), fc.constantFrom(page, deals, windowed, data), (given, ctx) => {
				const { view: read, faults } = parseView(new URLSearchParams(given), ctx);
				fc.pre(faults.length === 0);
				tried++;
				const written = serialiseView(read, ctx);
				const again = parse(written, ctx);
				expect(again.faults).toEqual([]);
				expect({ ...again.view, given: null }).toEqual({ ...read, given: null });
				expect(serialiseView(again.view, ctx)).toBe(written);
				const names = (ctx.narrows ? (['layers', 'firmness'] as const) : []).filter((name) => read.given.has(name));
				for (const name of names) expect(again.view.given.has(name)).toBe(true);
				const pinned = parse(serialiseView(read, ctx, {}, { pin: true }), { ...ctx, today: '2031-05-06' });
				expect(pinned.view.as_of).toBe(read.as_of);
			}),
			{ numRuns: 500 }
		);
		expect(tried).toBe(500);
	});
});

it('hands the question and the state of knowledge on to single records, and nothing that only this page is asked', () => {
	const now = view('layers=funding&firmness=definitive&as_of=2025-01-31&scale=log&page=3&q=x', page);
	expect(carryQuery(now, page)).toBe('?layers=funding&firmness=definitive&as_of=2025-01-31');
	expect(carryQuery(now, page, { without: ['layers'] })).toBe('?firmness=definitive&as_of=2025-01-31');
	expect(carryQuery(now, page, { changes: { as_of: null } })).toBe('?layers=funding&firmness=definitive');
	expect(carryQuery(view('scale=log', page), page)).toBe('');
});

describe('changes', () => {
	it('set, replace and take out, and start again at the first page', () => {
		const now = view('layers=funding&page=3&q=x', page);
		expect(serialiseView(now, page, { layers: ['demand', 'funding'] })).toBe('q=x&layers=demand,funding');
		expect(serialiseView(now, page, { q: null, min_value: 5 })).toBe('layers=funding&min_value=5');
		expect(serialiseView(now, page, { page: 4 })).toBe('q=x&layers=funding&page=4');
		expect(serialiseView(now, page, { scale: 'log' })).toBe('q=x&layers=funding&scale=log&page=3');
	});

	it('bring the window of a new projection, unless the range was typed', () => {
		expect(serialiseView(view('', windowed), windowed, { projection: 'world' })).toBe('projection=world');
		const typed = view('from=2024-01-01', windowed);
		expect(serialiseView(typed, windowed, { projection: 'world' })).toBe('projection=world&from=2024-01-01');
	});

	it('say what the same words typed into the address say', () => {
		const lists = new Set(['layers', 'kind', 'organisation', 'payer', 'payee', 'wtf', 'status']);
		const numbers = new Set(['min_value', 'max_value', 'revision', 'seed', 'runs', 'page', 'per_page']);
		const value = (name: string, text: string) =>
			lists.has(name)
				? text.split(',').reverse()
				: numbers.has(name)
					? Number(text)
					: ['raw', 'bom', 'labels'].includes(name)
						? text === '1'
						: text;
		fc.assert(
			fc.property(
				anyQuery(),
				anyQuery(),
				fc.subarray([...PARAM_NAMES]),
				fc.constantFrom(page, deals, windowed, data),
				(first, second, out, ctx) => {
					const read = parseView(new URLSearchParams(first), ctx);
					// A search is normalised where it is read, and changes hold what was read.
					const { q: _q, ...more } = second;
					const made = Object.entries(more).filter(([name]) => namesOf(ctx).includes(name as ParamName));
					fc.pre(read.faults.length === 0 && made.length + out.length > 0);
					const typed = new URLSearchParams(serialiseView(read.view, ctx));
					const stays = ['page', 'basis', 'scale', 'raw', 'bom', 'labels'];
					const all = [...made.map(([name]) => name), ...out];
					if (all.some((name) => !stays.includes(name))) typed.delete('page');
					for (const [name, text] of made) typed.set(name, text);
					for (const name of out) typed.delete(name);
					const changes = {
						...Object.fromEntries(made.map(([name, text]) => [name, value(name, text)])),
						...Object.fromEntries(out.map((name) => [name, null]))
					} as Changes;
					expect(serialiseView(read.view, ctx, changes)).toBe(serialiseView(parseView(typed, ctx).view, ctx));
				}
			),
			{ numRuns: 500 }
		);
	});

	it('take a name out where they leave nothing in it', () => {
		const now = view('kind=lease&q=x&sort=-value', page);
		expect(serialiseView(now, page, { kind: [], q: '' })).toBe('sort=-value');
	});

	it('make links', () => {
		expect(withParam('/deals', view('', page), page)).toBe('/deals');
		expect(withParam('/deals', view('', page), page, { payer: ['openai'] })).toBe('/deals?payer=openai');
	});
});
