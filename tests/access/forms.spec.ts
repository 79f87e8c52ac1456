import { afterAll, beforeAll, expect, it } from 'vitest';
import { Site } from './site';

let site: Site;
let editor: string;

beforeAll(async () => {
	site = await Site.start({ env: { BODY_SIZE_LIMIT: '1M' } });
	editor = await site.account(await site.first(), 'bob', 'editor');
});

afterAll(() => site.stop());

const DEAL = {
	title: 'Acorn AI rents capacity',
	kind: 'compute_purchase',
	summary: 'It rents capacity.',
	'payers.0': 'acorn-ai',
	'payees.0': 'acorn-ai',
	'events.0.on': '3 Nov 2025',
	'events.0.type': 'announced',
	'events.0.value': 'up to $2bn',
	'events.0.note': 'Said so.',
	'sources.0.key': '~1',
	'sources.0.publisher': 'A paper'
};

/** The fields of a fresh form of a new deal: the mark that tells it from every other. */
async function fresh(): Promise<Record<string, string>> {
	const page = await (await site.send('/deals/new', { cookie: editor })).text();
	return { ...DEAL, base: '0', once: /name="once" value="([\w-]{36})"/.exec(page)?.[1] ?? '' };
}

const post = (form: Record<string, string>, headers = {}) => site.send('/deals/new', { cookie: editor, form, headers });

it('the same form sent twice, and both at once, is written once', async () => {
	const form = { ...(await fresh()), do: 'save' };
	const before = await site.revision();
	const answers = await Promise.all([post(form), post(form)]);
	answers.push(await post(form));
	expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
	const led = answers.map(({ headers }) => headers.get('location'));
	expect(led).toEqual(Array.from({ length: 3 }, () => '/deals/acorn-ai-acorn-ai-2025'));
	expect(await site.revision()).toBe(before + 1);
});

it('the same deal on another form is another deal, under another name', async () => {
	const answer = await post({ ...(await fresh()), do: 'save' });
	expect(answer.headers.get('location')).toBe('/deals/acorn-ai-acorn-ai-2025-2');
});

it('nothing is written by looking, without a source, from another site or past the limit', async () => {
	const before = await site.revision();
	const form = await fresh();
	expect((await post({ ...form, do: 'preview' })).status).toBe(200);
	expect((await post({ ...form, do: 'anything else' })).status).toBe(200);
	const bare = await post({ ...form, do: 'save', 'sources.0.publisher': '' });
	expect(bare.status).toBe(422);
	const said = await bare.text();
	expect(said).toContain('At least one source is needed.');
	expect(said).not.toContain('source keys');
	expect((await post({ ...form, do: 'save' }, { origin: 'https://evil.example' })).status).toBe(403);
	expect((await post({ ...form, do: 'save', summary: 'x'.repeat(2_000_000) })).status).toBe(413);
	expect(await site.revision()).toBe(before);
});

it('a form that a browser would never send is answered in words', async () => {
	const before = await site.revision();
	const form = await fresh();
	for (const [name, text] of [
		['__proto__.polluted', 'x'],
		['events.9999999.on', '2025'],
		['events.0.was', '-1'],
		['payers.299', 'x'],
		['title.~theirs', '{"a":'],
		['do', 'remove:__proto__.0'],
		['do', `add:${'a'.repeat(5_000)}`],
		['do', 'create:'],
		['base', '99999999999999999999'],
		['title', 'a\u0000b'],
		['why', 'x'.repeat(501)]
	] as const) {
		const answer = await post({ ...form, do: 'preview', [name]: text });
		expect([200, 422], `${name} ${text.slice(0, 30)}`).toContain(answer.status);
		expect(await answer.text()).not.toContain('Something went wrong');
	}
	expect(await site.revision()).toBe(before);
});

it('what was removed meanwhile is not brought back unseen, and what was typed stays', async () => {
	const made = await post({ ...(await fresh()), do: 'save' });
	const path = made.headers.get('location') ?? '';
	const page = await (await site.send(`${path}/edit`, { cookie: editor })).text();
	const base = /name="base" value="(\d+)"/.exec(page)?.[1] ?? '';
	const gone = await site.send(`${path}/edit`, { cookie: editor, form: { base, do: 'delete-now' } });
	expect(gone.status).toBe(303);
	const form = { ...DEAL, 'sources.0.key': 'a-paper', title: 'Still typed', base, do: 'save' };
	const answer = await site.send(`${path}/edit`, { cookie: editor, form });
	expect(answer.status).toBe(422);
	const text = await answer.text();
	expect(text).toContain('was removed while you edited it');
	expect(text).toContain('Still typed');
	expect((await site.send(`${path}.json`)).status).toBe(404);
});

it('a list longer than a form takes is said, and a record that has one is not cut to what a form takes', async () => {
	const before = await site.revision();
	const notes = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`events.${i}.note`, 'x']));
	const answer = await post({ ...(await fresh()), ...notes, do: 'save' });
	expect(answer.status).toBe(422);
	expect(await answer.text()).toContain('A form takes at most 100 of these');
	expect(await site.revision()).toBe(before);
	const key = await site.key(editor, 'write');
	const event = { on: '2025-11-03', type: 'announced', value: { central: 1 }, note: 'x', sources: ['a'] };
	const sources = [{ key: 'a', url: null, publisher: 'A paper', title: null, published: null }];
	const { 'payers.0': payer, 'payees.0': payee, title, kind, summary } = DEAL;
	const added = await site.write(key, 'POST', '/deals.json', {
		...{ slug: 'long-list', title, kind, summary, payers: [payer], payees: [payee], sources },
		events: Array.from({ length: 101 }, () => event)
	});
	expect(added.status).toBe(201);
	const page = await site.send('/deals/long-list/edit', { cookie: editor });
	expect(page.status).toBe(422);
	expect(await page.text()).toContain('record longer lists by import or by the API');
});
