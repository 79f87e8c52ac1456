import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Site } from '../access/site';
import { launchBrowser } from '../support/browser';
import { axeFaults } from './axe';
import { openAs } from './signed-in';
import { DESKTOP, PHONE, ready } from './site';

let site: Site;
let browser: Browser;
let ann: string;

beforeAll(async () => {
	site = await Site.start({ data: undefined, env: { BUILDOUT_TODAY: '2026-11-23' } });
	browser = await launchBrowser();
	ann = await site.first();
});

afterAll(async () => {
	await browser.close();
	await site.stop();
});

const open = async (path: string, cookie: string, options?: BrowserContextOptions) =>
	(await openAs(browser, site.server.url, path, cookie, options)).page;

const record = async (address: string) => (await (await site.send(`${address}.json`)).json()).record;
const by = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const save = (page: Page, noun: string) => page.getByRole('button', { name: `Record the ${noun}` }).click();
const ROW = '/capex/amazon--payments_for_ppe--2019-01-01--2019-03-31';

describe.each([
	['with a script', true, 'a', '2026-07-01', '2026-09-30'],
	['without one', false, 'b', '2026-04-01', '2026-06-30']
])('%s', (_how, javaScriptEnabled, mark, first, last) => {
	const options = { javaScriptEnabled };

	it('an organisation is recorded with a stake, under a name in addresses made of its own', async () => {
		const page = await open('/organisations/new', ann, options);
		await by(page, 'Its name').fill(`Café Compute ${mark}`);
		await by(page, 'What it is').selectOption({ label: 'Neocloud' });
		await page.getByText('What it owns of others').click();
		await page.getByRole('button', { name: 'Add a stake' }).click();
		await page.getByLabel(/^In\b/).fill('OpenAI');
		await page.getByLabel(/^Worth, in US dollars/).fill('about $1.5bn');
		await save(page, 'organisation');
		await page.waitForURL(`**/organisations/cafe-compute-${mark}`);
		expect(await page.getByRole('status').first().textContent()).toContain('Recorded as revision');
		expect(await record(`/organisations/cafe-compute-${mark}`)).toEqual({
			slug: `cafe-compute-${mark}`,
			name: `Café Compute ${mark}`,
			kind: 'neocloud',
			stakes: [{ in: 'openai', value: { central: 1_500_000_000 } }]
		});
		await page.context().close();
	});

	it('a projection is recorded in the words of a report, its source tied by itself', async () => {
		const page = await open('/projections/new', ann, options);
		await page.getByLabel('The projection in one line').fill('Spending doubles');
		await page.getByLabel('Who made it').fill('A. Analyst');
		await page.getByLabel('For whom').fill(`Bank ${mark}`);
		await page.locator('[name=published]').fill('12 May 2026');
		await page.getByLabel('How much, in US dollars, for the whole window').fill('5 to 7 trillion');
		await page.locator('[name="window.start"]').fill('2026-01-01');
		await page.locator('[name="window.end"]').fill('2030-12-31');
		await page.getByLabel('Where it is spent').selectOption({ label: 'In all countries' });
		await page.getByLabel('Whose spending it is about').fill('Everybody’s.');
		await page.getByLabel('The deals').check();
		await page.locator('[name="sources.0.publisher"]').fill(`Bank ${mark}`);
		await save(page, 'projection');
		await page.waitForURL(`**/projections/bank-${mark}-2026-05`);
		expect(await record(`/projections/bank-${mark}-2026-05`)).toMatchObject({
			target: { low: 5e12, high: 7e12 },
			window: { start: '2026-01-01', end: '2030-12-31' },
			comparable: 'deals',
			sources: [{ key: `bank-${mark}`, publisher: `Bank ${mark}` }]
		});
		await page.context().close();
	});

	it('a quarter is recorded, tells which readings it moves, and is corrected without becoming another', async () => {
		const page = await open('/capex', ann, options);
		await page.getByRole('link', { name: 'Record a quarter' }).click();
		await page.waitForURL('**/capex/new');
		await by(page, 'Company').fill('Amazon');
		await page.locator('[name=period_start]').fill(first);
		await page.locator('[name=period_end]').fill(last);
		await page.locator('[name=filed]').fill('20 Nov 2026');
		await page.getByLabel('As the company calls the quarter').fill('FY2026Q3');
		await page.getByLabel('How much, in US dollars').fill('about');
		await page.getByLabel('Published by').fill('Amazon (filing)');
		await page.getByLabel('How sure the figure is').selectOption('high');
		await save(page, 'reported quarter');
		await page.locator('#faults').waitFor();
		expect(await page.getByLabel('Published by').inputValue()).toBe('Amazon (filing)');
		await page.getByLabel('How much, in US dollars').fill('$400B');
		if (!javaScriptEnabled) await page.getByRole('button', { name: 'See what it changes' }).last().click();
		await page.getByText('stay as they are').waitFor();
		expect(await page.locator('.preview').textContent()).toMatch(/readings? moves?.*Capex strain/is);
		await save(page, 'reported quarter');
		const address = `/capex/amazon--payments_for_ppe--${first}--${last}--2026-11-20`;
		await page.waitForURL(`**${address}`);
		expect(await record(address)).toMatchObject({ amount_usd: 400e9, source: null, measure: 'payments_for_ppe' });

		await page.getByRole('link', { name: 'Edit' }).click();
		await page.waitForURL(`**${address}/edit`);
		if (javaScriptEnabled) await ready(page);
		expect(await page.locator('[name=company]').count()).toBe(0);
		await page.getByLabel('How much, in US dollars').fill('40 billion');
		await page.getByRole('button', { name: 'Save the changes' }).click();
		await page.waitForURL(`**${address}`);
		expect(await record(address)).toMatchObject({ amount_usd: 40e9, company: 'amazon', filed: '2026-11-20' });

		await page.goto(`${site.server.url}${address}/edit`);
		if (javaScriptEnabled) await ready(page);
		await page.getByRole('button', { name: 'Remove this reported quarter' }).click();
		await page.getByRole('button', { name: 'Remove the reported quarter' }).click();
		await page.waitForURL('**/capex');
		expect((await site.send(`${address}.json`)).status).toBe(404);
		await page.context().close();
	});

	it('a figure of the whole economy and one of an unknown company, which is recorded with it', async () => {
		const page = await open('/fundamentals/new', ann, options);
		await by(page, 'Company').fill('The economy of the United States');
		await page.getByLabel('What was measured').fill('gdp_nominal_saar');
		await page.getByLabel('How much, in US dollars').fill('$31 trillion');
		await page.locator('[name=period_start]').fill(first);
		await page.locator('[name=period_end]').fill(last);
		await page.getByLabel('Published by').fill(`A bureau ${mark}`);
		await page.getByLabel('How sure the figure is').selectOption('high');
		await save(page, 'reported figure');
		await page.waitForURL(/\/fundamentals\/us-economy--gdp_nominal_saar--/);
		expect(await record(new URL(page.url()).pathname)).toMatchObject({ company: 'us-economy', amount_usd: 31e12 });

		await page.goto(`${site.server.url}/guidance/new`);
		if (javaScriptEnabled) await ready(page);
		await by(page, 'Company').fill(`Newfirm ${mark}`);
		await page.getByLabel('Said on').fill('29 Oct 2026');
		await page.locator('[name=period_start]').fill('2027-01-01');
		await page.locator('[name=period_end]').fill('2027-12-31');
		await page.getByLabel('The low end, in US dollars').fill('$3B');
		await page.getByLabel('What was said, in your own words').fill('At least three billion.');
		await page.getByLabel('What was guided').fill('capex');
		await page.getByLabel('Published by').fill('Newfirm (call)');
		await page.getByLabel('How sure the figure is').selectOption('medium');
		await save(page, 'statement of guidance');
		await page.getByRole('button', { name: `Record “Newfirm ${mark}” as a new organisation` }).click();
		await page
			.getByRole('group', { name: 'Organisation 1' })
			.getByLabel('What it is')
			.selectOption({ label: 'Neocloud' });
		await save(page, 'statement of guidance');
		await page.waitForURL(`**/guidance/newfirm-${mark}--capex--2026-10-29--2027-01-01--2027-12-31`);
		expect(await record(`/organisations/newfirm-${mark}`)).toMatchObject({ kind: 'neocloud' });
		await page.context().close();
	});

	it('the bounds of a reading are drawn elsewhere, and the preview shows the colour that follows', async () => {
		const page = await open('/indicators/circularity', ann, options);
		await page.getByRole('link', { name: 'Edit the bounds' }).click();
		await page.waitForURL('**/edit');
		if (javaScriptEnabled) await ready(page);
		const bound = page.locator('[name="bounds.0.green.max"]');
		const before = await bound.inputValue();
		await bound.fill(before === '0.1' ? '0.95' : '0.1');
		await page.locator('[name="bounds.0.amber.max"]').fill('0.96');
		await page.getByRole('button', { name: 'Save the changes' }).click();
		await page.waitForURL('**/indicators/circularity');
		const { indicator, reading } = await (await site.send('/indicators/circularity.json')).json();
		expect([indicator.bounds[0].green.max, reading.status]).toEqual(
			before === '0.1' ? [0.95, 'green'] : [0.1, expect.any(String)]
		);
		await page.context().close();
	});
});

it('nobody who is not signed in is offered a form, or given one', async () => {
	for (const path of ['/organisations', '/projections', '/capex', '/guidance', ROW, '/indicators/circularity']) {
		const page = await (await site.send(path)).text();
		expect(page, path).not.toMatch(/href="[^"]*\/(new|edit)"/);
	}
	for (const path of ['/organisations/new', '/projections/new', '/capex/new', `${ROW}/edit`, '/indicators/mood/edit']) {
		const answer = await site.send(path);
		expect([answer.status, answer.headers.get('location')]).toEqual([303, `/login?to=${encodeURIComponent(path)}`]);
	}
});

it.each([
	'/organisations/openai/edit',
	'/projections/new',
	'/capex/new',
	`${ROW}/edit`,
	'/indicators/circularity/edit'
])('%s is clear to everybody, in both schemes and on a phone', async (path) => {
	for (const [viewport, colorScheme] of [
		[DESKTOP, 'light'],
		[PHONE, 'dark']
	] as const) {
		const page = await open(path, ann, { viewport, colorScheme });
		expect(await axeFaults(page)).toEqual([]);
		const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(over).toBeLessThanOrEqual(0);
		await page.context().close();
	}
});
