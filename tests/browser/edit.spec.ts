import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Site } from '../access/site';
import { launchBrowser } from '../support/browser';
import { axeFaultsByDayAndNight, WCAG } from './axe';
import { openAs } from './signed-in';
import { DESKTOP, PHONE, ready } from './site';

let site: Site;
let browser: Browser;
let ann: string;
let bob: string;

beforeAll(async () => {
	site = await Site.start({ data: undefined, env: { BUILDOUT_TODAY: '2026-11-23' } });
	browser = await launchBrowser();
	ann = await site.first();
	bob = await site.account(ann, 'bob', 'editor');
});

afterAll(async () => {
	await browser.close();
	await site.stop();
});

const open = (path: string, cookie: string, options?: BrowserContextOptions) =>
	openAs(browser, site.server.url, path, cookie, options);

/** What a press release says, into the fields that a newcomer meets. */
async function fillIn(page: Page, payee: string, amount: string) {
	await page.getByLabel('The deal in one line').fill(`Meta rents ${payee} capacity, $12B over five years`);
	await page.getByLabel('What kind of deal').selectOption({ label: 'Compute: somebody rents or buys computing' });
	await page.getByLabel('Who pays').fill('meta');
	await page.getByLabel('Who is paid').fill(payee);
	await page.getByLabel('On', { exact: true }).fill('November 3, 2026');
	await page.getByLabel('How much, in US dollars').fill(amount);
	await page.getByLabel('What was said, in a sentence or two').fill('Meta rents clusters for five years.');
	await page.getByLabel('Its address').fill('https://example.com/news/meta');
	await page.getByLabel('Published by').fill('Meta (release)');
	await page.getByLabel('In a few sentences').fill('Meta rents capacity of a new cloud.');
}

/** The totals of the preview, in whole dollars: now and after. */
async function previewed(page: Page): Promise<[number, number][]> {
	const rows = await page.locator('table.totals tr:has(td)').all();
	return Promise.all(
		rows.map(async (row): Promise<[number, number]> => {
			const titles = await row
				.locator('td')
				.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('title') ?? ''));
			const [now = NaN, after = NaN] = titles.map((title) => Number(title.replace(/[^\d]/g, '')));
			return [now, after];
		})
	);
}

/** Headline, counted and due, and counted in the US, as the data addresses give them. */
async function published(): Promise<number[]> {
	const { reconciliation } = await (await site.send('/reconciliation.json')).json();
	const { spend } = await (
		await site.send('/spend.json?scope=global&projection=none&step=day&from=2026-11-23&to=2026-11-23')
	).json();
	const us = (await (await site.send('/reconciliation.json?scope=us')).json()).reconciliation;
	return [reconciliation[0].amount_usd, reconciliation.at(-1).amount_usd, spend[0].due_usd, us.at(-1).amount_usd];
}

const record = async (slug: string) => (await (await site.send(`/deals/${slug}.json`)).json()).record;
const saved = (page: Page) => page.waitForURL(/\/deals\/(?!new$)[a-z0-9-]+$/);
const SAVE = { name: 'Record the deal' };
const CHANGE = { name: 'Save the changes' };

describe.each([
	['with a script', true, 'Fooscale'],
	['without one', false, 'Barscale']
])('a deal from a press release, %s', (_how, javaScriptEnabled, payee) => {
	it('is recorded with a new organisation, and the totals are the ones that were shown before', async () => {
		const { page, context, complaints } = await open('/deals', ann, { javaScriptEnabled });
		await page.getByRole('link', { name: 'Record a deal' }).click();
		await page.waitForURL('**/deals/new');
		if (javaScriptEnabled) await ready(page);
		await fillIn(page, payee, 'tens of billions');

		// What cannot be read is said beside it, and nothing that was typed is lost.
		await page.getByRole('button', SAVE).click();
		await page.locator('#faults').waitFor();
		expect(await page.locator('#f-events-0-value-fault').textContent()).toContain('is not a figure');
		expect(await page.getByLabel('How much, in US dollars').inputValue()).toBe('tens of billions');
		expect(await page.getByLabel('How much, in US dollars').getAttribute('aria-invalid')).toBe('true');
		expect(await page.getByLabel('On', { exact: true }).inputValue()).toBe('November 3, 2026');

		await page.getByLabel('How much, in US dollars').fill('up to $12 bn');
		await page.getByLabel('Who pays').fill('Metta');
		await page.getByRole('button', SAVE).click();
		await page.getByRole('button', { name: 'Meta', exact: true }).click();
		await expect.poll(() => page.getByLabel('Who pays').inputValue()).toBe('Meta');
		if (!javaScriptEnabled) await page.getByRole('button', SAVE).click();
		await page.getByRole('button', { name: `Record “${payee}” as a new organisation` }).click();
		await page
			.getByRole('group', { name: 'Organisation 1' })
			.getByLabel('What it is')
			.selectOption({ label: 'Neocloud' });
		if (!javaScriptEnabled) await page.getByRole('button', { name: 'See what it changes' }).last().click();
		await page.locator('table.totals').waitFor();
		expect(await page.getByText('Understood as up to $12,000,000,000').isVisible()).toBe(true);
		expect((await previewed(page)).map(([now]) => now)).toEqual(await published());
		expect(await page.getByText('Not in the US view: place not known').isVisible()).toBe(true);
		await page.getByLabel('Share built in the US').fill('half');
		await page.locator('[name="events.0.term.start"]').fill('January 2027');
		await page.locator('[name="events.0.term.years"]').fill('five');
		if (!javaScriptEnabled) await page.getByRole('button', { name: 'See what it changes' }).last().click();
		await page.getByText('Not in the US view').waitFor({ state: 'detached' });
		expect(await page.getByText('Understood as from 1 Jan 2027').isVisible()).toBe(true);
		const totals = await previewed(page);
		const [headline, counted, , us] = totals.map(([now, after]) => after - now);
		expect([headline, counted, us]).toEqual([12e9, 6e9, 3e9]);

		await page.getByRole('button', SAVE).click();
		await saved(page);
		expect(new URL(page.url()).pathname).toBe(`/deals/meta-${payee.toLowerCase()}-2026`);
		expect(await page.getByRole('status').first().textContent()).toContain('Recorded as revision');
		expect(await published()).toEqual(totals.map(([, after]) => after));
		const written = await record(`meta-${payee.toLowerCase()}-2026`);
		expect(written).toMatchObject({
			payers: ['meta'],
			payees: [payee.toLowerCase()],
			us_share: 0.5,
			events: [
				{
					on: '2026-11-03',
					value: { high: 12e9 },
					term: { start: '2027-01-01', years: 5 },
					sources: ['meta-release']
				}
			],
			sources: [{ key: 'meta-release', url: 'https://example.com/news/meta' }]
		});

		// One revision holds both, and whoever is signed in takes it back.
		await page.getByRole('link', { name: /^revision \d+$/ }).click();
		await page.getByRole('button', { name: 'Undo this revision' }).click();
		await page.getByRole('heading', { level: 1, name: /^Undid revision/ }).waitFor();
		expect((await site.send(`/deals/meta-${payee.toLowerCase()}-2026.json`)).status).toBe(404);
		expect((await site.send(`/organisations/${payee.toLowerCase()}.json`)).status).toBe(404);
		expect(await published()).toEqual(totals.map(([now]) => now));
		if (javaScriptEnabled) expect(complaints).toEqual([]);
		await context.close();
	});

	it('a removed deal takes the organisation along that nothing else names, where that is ticked', async () => {
		const { page, context } = await open('/deals/new', ann, { javaScriptEnabled });
		const name = `${payee} Sites`;
		await fillIn(page, name, '$2B');
		await page.getByRole('button', SAVE).click();
		await page.getByRole('button', { name: `Record “${name}” as a new organisation` }).click();
		await page
			.getByRole('group', { name: 'Organisation 1' })
			.getByLabel('What it is')
			.selectOption({ label: 'Neocloud' });
		await page.getByLabel('Country').fill('usa');
		await page.getByRole('button', SAVE).click();
		await saved(page);
		const slug = name.toLowerCase().replace(' ', '-');
		const read = async () => site.send(`/organisations/${slug}.json`);
		expect((await (await read()).json()).record.country).toBe('US');
		await page.goto(`${site.server.url}${new URL(page.url()).pathname}/edit`);
		if (javaScriptEnabled) await ready(page);
		await page.getByRole('button', { name: 'Remove this deal' }).click();
		await page.getByLabel(name).check();
		await page.getByRole('button', { name: 'Remove the deal' }).click();
		await page.waitForURL('**/deals');
		expect((await read()).status).toBe(404);
		await page.getByRole('link', { name: /^revision \d+$/ }).click();
		await page.getByRole('heading', { level: 1, name: `Removed the organisation ${name} and the deal` }).waitFor();
		await context.close();
	});

	it('two people at once: the second takes over, chooses and overwrites nothing', async () => {
		const path = '/deals/openai-aws-2025/edit';
		const [first, second] = [
			await open(path, ann, { javaScriptEnabled }),
			await open(path, bob, { javaScriptEnabled })
		];
		const title = `OpenAI rents AWS capacity (${payee})`;
		await first.page.getByLabel('The deal in one line').fill(title);
		await first.page.locator('[name="events.0.note"]').fill(`Noted by Ann (${payee}).`);
		await first.page.getByRole('button', CHANGE).click();
		await saved(first.page);

		await second.page.getByLabel('The deal in one line').fill('As Bob has it');
		await second.page.locator('[name="events.1.note"]').fill(`Noted by Bob (${payee}).`);
		await second.page.getByRole('button', CHANGE).click();
		await second.page.locator('#merge').waitFor();
		expect(await second.page.locator('#merge').textContent()).toContain('Ann changed this record while you did');
		expect(await second.page.locator('[name="events.0.note"]').inputValue()).toBe(`Noted by Ann (${payee}).`);
		expect((await record('openai-aws-2025')).title).toBe(title);

		// Without a choice it is not saved either.
		await second.page.getByRole('button', CHANGE).click();
		await second.page.locator('#faults').waitFor();
		expect((await record('openai-aws-2025')).title).toBe(title);
		await second.page.getByLabel('Take theirs').check();
		await second.page.getByRole('button', CHANGE).click();
		await saved(second.page);
		const now = await record('openai-aws-2025');
		expect([now.title, now.events[0].note, now.events[1].note]).toEqual([
			title,
			`Noted by Ann (${payee}).`,
			`Noted by Bob (${payee}).`
		]);
		await first.context.close();
		await second.context.close();
	});

	it('a deal is removed only after the totals without it were shown', async () => {
		const slug = 'openai-coreweave-2025';
		const before = await published();
		const { page, context } = await open(`/deals/${slug}/edit`, ann, { javaScriptEnabled });
		await page.getByRole('button', { name: 'Remove this deal' }).click();
		await page.getByRole('button', { name: 'Remove the deal' }).waitFor();
		expect((await site.send(`/deals/${slug}.json`)).status).toBe(200);
		const totals = await previewed(page);
		expect(totals.map(([now]) => now)).toEqual(before);
		await page.getByRole('button', { name: 'Remove the deal' }).click();
		await page.waitForURL('**/deals');
		expect((await site.send(`/deals/${slug}.json`)).status).toBe(404);
		expect(await published()).toEqual(totals.map(([, after]) => after));
		// Its address says what became of it, and the history calls it by its title.
		const removed = await site.revision();
		await page.goto(`${site.server.url}/deals/${slug}`);
		await page.getByText(`This deal was removed in revision ${removed}.`).waitFor();
		await page.getByRole('link', { name: `Revision ${removed}: what it was` }).click();
		await page.getByRole('heading', { level: 1, name: /^Removed the deal .*CoreWeave/ }).waitFor();
		await page.getByRole('button', { name: 'Undo this revision' }).click();
		await page.getByRole('heading', { level: 1, name: /^Undid revision/ }).waitFor();
		expect(await published()).toEqual(before);
		await context.close();
	});
});

it('a term and a tie to a source that both changed can be chosen, too', async () => {
	const path = '/deals/openai-aws-2025/edit';
	const options = { javaScriptEnabled: false };
	const [first, second] = [await open(path, ann, options), await open(path, bob, options)];
	for (const field of ['start', 'years', 'end']) await first.page.locator(`[name="events.0.term.${field}"]`).fill('');
	await first.page.locator('[name="events.0.sources"]').nth(0).uncheck();
	await first.page.getByRole('button', CHANGE).click();
	await saved(first.page);
	await second.page.locator('[name="events.0.term.years"]').fill('9');
	await second.page.locator('[name="events.0.sources"]').nth(1).uncheck();
	await second.page.getByRole('button', CHANGE).click();
	await second.page.locator('#merge').waitFor();
	await second.page.locator('[name="events.0.term.~take"][value="theirs"]').check();
	await second.page.locator('[name="events.0.sources.~take"][value="yours"]').check();
	await second.page.getByRole('button', CHANGE).click();
	await saved(second.page);
	const [event] = (await record('openai-aws-2025')).events;
	expect([event.term, event.sources]).toEqual([undefined, ['techspot', 'techstrong-ai']]);
	await first.context.close();
	await second.context.close();
});

/** Deals with schedules, terms, readings and many events. */
const SLUGS = ['stargate-2025', 'microsoft-uae-2025', 'openai-ohio-2026', 'anthropic-aws-2026'];

it('a record that nobody touches stays as it is, to the byte', async () => {
	const revision = await site.revision();
	for (const slug of SLUGS) {
		const { page, context } = await open(`/deals/${slug}/edit`, ann, { javaScriptEnabled: false });
		await page.getByRole('button', CHANGE).click();
		await saved(page);
		await context.close();
	}
	expect(await site.revision()).toBe(revision);
});

it('lists grow and shrink in place, events stand in the order of their days', async () => {
	const { page, context, complaints } = await open('/deals/new', ann);
	await fillIn(page, 'CoreWeave', '$2B');
	await page.getByRole('button', { name: 'Add another event' }).click();
	await page.locator('[name="events.1.on"]').fill('1 Oct 2026');
	await page.locator('[name="events.1.type"]').selectOption('announced');
	await page.locator('[name="events.1.note"]').fill('Both talk.');
	await page.locator('[name="events.1.firmness"]').selectOption('letter_of_intent');
	await page.getByRole('button', { name: 'Add another source' }).click();
	await page.locator('[name="sources.1.publisher"]').fill('A paper');
	await page.getByRole('heading', { name: 'WTF Index' }).click();
	await page.getByRole('button', { name: 'Add a reading' }).click();
	await page.getByRole('group', { name: 'Terminator' }).getByRole('radio', { name: '2', exact: true }).check();
	await page.getByRole('group', { name: 'Idiocracy' }).getByRole('radio', { name: '1', exact: true }).check();
	await page.locator('[name="ratings.0.rationale"]').fill('A cluster like others.');
	await page.getByRole('button', { name: 'Add another payer' }).click();
	expect(await page.locator('[name="payers.1"]').evaluate((field) => field === document.activeElement)).toBe(true);
	await page.getByRole('button', { name: 'Remove payer 2' }).click();
	await page.locator('[name="payers.1"]').waitFor({ state: 'detached' });
	expect(await page.locator('[name="events.0.note"]').inputValue()).toBe('Both talk.');
	await page.locator('[name="events.0.sources"]').nth(1).check();
	await page.locator('[name="events.1.sources"]').nth(0).check();
	await page.locator('table.totals').waitFor();
	await page.getByRole('button', SAVE).click();
	await saved(page);
	const { events, ratings } = await record(new URL(page.url()).pathname.split('/').at(-1) ?? '');
	expect(ratings).toEqual([
		{ on: '2026-10-01', terminator: 2, idiocracy: 1, rationale: 'A cluster like others.', by: 'editorial' }
	]);
	expect(events.map(({ on, sources }: { on: string; sources: string[] }) => [on, sources])).toEqual([
		['2026-10-01', ['a-paper']],
		['2026-11-03', ['meta-release']]
	]);
	expect(complaints).toEqual([]);
	await context.close();
});

it('what was typed survives a closed tab, until it is saved or discarded', async () => {
	const { page, context } = await open('/deals/new', ann);
	await page.getByLabel('The deal in one line').fill('Half a deal');
	const kept = () => page.evaluate(() => localStorage.getItem('buildout-draft:deals/'));
	await expect.poll(kept).toContain('Half a deal');
	await page.close();
	const again = await context.newPage();
	await again.goto(`${site.server.url}/deals/new`);
	await again.getByRole('button', { name: 'Go on with it' }).click();
	await expect.poll(() => again.getByLabel('The deal in one line').inputValue()).toBe('Half a deal');
	await again.reload();
	await again.getByRole('button', { name: 'Discard it' }).click();
	await again.reload();
	await ready(again);
	expect(await again.getByRole('button', { name: 'Go on with it' }).count()).toBe(0);
	expect(await again.getByLabel('The deal in one line').inputValue()).toBe('');
	await context.close();
});

it('typing beside an older draft loses neither: the older one is offered until it is chosen, and so is what stood in the form', async () => {
	const { page, context } = await open('/deals/new', ann);
	const line = (on: Page) => on.getByLabel('The deal in one line');
	const kept = (on: Page) => on.evaluate(() => localStorage.getItem('buildout-draft:deals/'));
	await line(page).fill('The older one');
	await expect.poll(() => kept(page)).toContain('The older one');
	await page.close();
	const again = await context.newPage();
	await again.goto(`${site.server.url}/deals/new`);
	await again.getByText('“The older one”').waitFor();
	await line(again).fill('The newer one');
	await expect.poll(() => kept(again)).toContain('The newer one');
	expect(await kept(again)).toContain('The older one');
	await again.getByRole('button', { name: 'Go on with it' }).click();
	await expect.poll(() => line(again).inputValue()).toBe('The older one');
	await again.getByText('“The newer one”').waitFor();
	await again.getByRole('button', { name: 'Go on with it' }).click();
	await expect.poll(() => line(again).inputValue()).toBe('The newer one');
	await again.getByText('“The older one”').waitFor();
	await context.close();
});

it('the keyboard alone records a deal', async () => {
	const { page, context } = await open('/deals/new', ann);
	await page.getByLabel('The deal in one line').focus();
	const type = async (text: string) => {
		await page.keyboard.type(text);
		await page.keyboard.press('Tab');
	};
	await type('Meta buys chips of Nvidia');
	await type('Chips');
	await type('Meta');
	await page.keyboard.press('Tab');
	await type('Nvidia');
	await page.keyboard.press('Tab');
	await type('Abilene, Texas');
	await type('all');
	await type('5 Nov 2026');
	await type('Announced');
	await type('$3 billion');
	await page.getByLabel('What was said, in a sentence or two').focus();
	await type('Meta buys processors.');
	await page.getByLabel('Its address').focus();
	await page.keyboard.press('Tab');
	await type('A paper');
	await page.getByLabel('In a few sentences').focus();
	await page.keyboard.type('Meta buys processors.');
	await page.locator('table.totals').waitFor();
	await page.getByRole('button', SAVE).focus();
	await page.keyboard.press('Enter');
	await saved(page);
	expect(await record(new URL(page.url()).pathname.split('/').at(-1) ?? '')).toMatchObject({
		kind: 'chip_purchase',
		us_share: 1,
		events: [{ value: { central: 3e9 } }]
	});
	await context.close();
});

it.each(['/deals/new', '/deals/openai-aws-2025/edit'])(
	'%s holds up by day and by night: nothing for axe, nothing beyond the edge, empty and with faults',
	async (path) => {
		for (const viewport of [DESKTOP, PHONE]) {
			const { page, context, complaints } = await open(path, ann, { viewport });
			const look = async () => {
				expect(await axeFaultsByDayAndNight(page, { tags: WCAG })).toEqual([]);
				for (const width of [viewport.width, 320]) {
					await page.setViewportSize({ ...viewport, width });
					expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
				}
				await page.setViewportSize(viewport);
			};
			await page
				.locator('form.edit details')
				.evaluateAll((parts) => parts.forEach((part) => part.setAttribute('open', '')));
			await look();
			await page.getByLabel('The deal in one line').fill('');
			await page.locator('[name="payees.0"]').fill('Nobody Heard Of');
			await page.getByRole('button', path.endsWith('new') ? SAVE : CHANGE).click();
			await page.locator('#faults').waitFor();
			await look();
			// A fault leads to its field.
			await page.locator('#faults a').first().click();
			expect(await page.getByLabel('The deal in one line').evaluate((field) => field === document.activeElement)).toBe(
				true
			);
			expect(complaints).toEqual([]);
			await context.close();
		}
	}
);

it('readers see no way in, and keep what they fetched; who signs in comes back to the form', async () => {
	for (const path of ['/deals', '/deals/openai-aws-2025']) {
		const response = await site.send(path);
		expect(response.headers.get('set-cookie')).toBeNull();
		expect(await response.text()).not.toMatch(/\/deals\/(new|openai-aws-2025\/edit)"/);
	}
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${site.server.url}/deals/new`);
	await page.getByLabel('Email').fill('ann@example.org');
	await page.getByLabel('Password').fill('a ledger counts once');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL('**/deals/new');
	await context.close();
});
