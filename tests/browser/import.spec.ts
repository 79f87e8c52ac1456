import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaultsByDayAndNight } from './axe';
import { openSite, PHONE, type Site, type Visit } from './site';

const HEADER = 'Deal,Title,Summary,Kind,Buyer,Counterparty,Date,Event,Amount,Remark,URL,Publisher';
const row = (slug: string, amount = '$38B') =>
	`${slug},A deal,Made up.,lease,openai,oracle,2026-05-01,announced,${amount},Said so.,https://a.example/${slug},The Paper`;
const fileOf = (name: string, lines: string[]) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from([HEADER, ...lines].join('\n'))
});
const many = (count: number) => Array.from({ length: count }, (_, i) => row(`made-up-${i}`, '1 million'));

let site: Site;
let session: BrowserContextOptions;

beforeAll(async () => {
	site = await openSite();
	const [, link = ''] = /hours: \S+?(\/setup\/\S+)/.exec(site.server.output()) ?? [];
	const password = 'a ledger counts once';
	const form = { name: 'Ann', email: 'ann@example.org', password, again: password };
	const headers = { origin: site.url, accept: 'text/html' };
	const body = new URLSearchParams(form);
	const response = await fetch(site.url + link, { method: 'POST', headers, body, redirect: 'manual' });
	const [name = '', value = ''] = response.headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? [];
	const cookie = { name, value, domain: 'localhost', path: '/', expires: -1, httpOnly: true, secure: false };
	session = { storageState: { cookies: [{ ...cookie, sameSite: 'Lax' as const }], origins: [] } };
});

afterAll(() => site.stop());

/** Chooses a file on the page and sends it. */
async function send(page: Page, file: ReturnType<typeof fileOf>): Promise<void> {
	await page.setInputFiles('input[type=file]', file);
	await page.getByRole('button', { name: 'Send the file' }).click();
	await page.waitForURL(/\/import\/[\w-]{16}$/);
	await page.getByRole('heading', { name: 'Which column is which?' }).waitFor();
}

async function tellColumns(page: Page): Promise<void> {
	await page.getByRole('combobox', { name: 'What Counterparty is' }).selectOption('payees');
	await page.getByRole('combobox', { name: 'What Remark is' }).selectOption('note');
	await page.getByRole('button', { name: 'Show what it would do' }).click();
}

const heading = (page: Page) => page.locator('h1').innerText();

/** Nothing sticks out of a narrow screen, and nothing stands in the way of those who hear the page. */
async function isSound({ page }: Visit): Promise<void> {
	expect(await axeFaultsByDayAndNight(page)).toEqual([]);
	const size = page.viewportSize();
	for (const width of [320, 390]) {
		await page.setViewportSize({ width, height: 800 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
	}
	if (size) await page.setViewportSize(size);
}

describe.each([
	{ how: 'with a script', options: {} },
	{ how: 'without one', options: { javaScriptEnabled: false } },
	{ how: 'on a phone', options: { viewport: PHONE } }
])('a file is imported $how', ({ how, options }) => {
	const sound = (visit: Visit) => (how === 'with a script' ? isSound(visit) : Promise.resolve());

	it('from choosing it to the revision', async () => {
		const visit = await site.visit('/import', { ...session, ...options });
		const { page, complaints } = visit;
		await sound(visit);
		const slug = `by-${how.replaceAll(' ', '-')}-2026`;
		await send(page, fileOf('mine.csv', [row(slug), row(`${slug}-vague`, 'tens of billions')]));
		expect(await page.getByText('2 not known').isVisible()).toBe(true);
		await sound(visit);
		await tellColumns(page);
		await page.getByRole('heading', { name: '1 row cannot be taken' }).waitFor();
		expect(await page.getByRole('row', { name: /^3 .*-vague .*is not a figure/ }).count()).toBe(1);
		expect(await page.getByRole('button', { name: /^Write/ }).count()).toBe(0);
		await sound(visit);
		await page.getByRole('button', { name: 'Throw the file away' }).click();
		await page.waitForURL(/\/import$/);

		await send(page, fileOf('mine.csv', [row(slug)]));
		await tellColumns(page);
		await page.getByRole('heading', { name: '1 new, 0 changed' }).waitFor();
		expect(await page.getByRole('row', { name: /^Announced .*\+\$38,000,000,000$/ }).count()).toBe(1);
		await sound(visit);
		await page.getByLabel('Why').fill('From the newsletter');
		await page.getByRole('button', { name: 'Write 1 record' }).click();
		await page.getByRole('heading', { name: /^Written as revision \d+$/ }).waitFor();
		await sound(visit);
		await page.getByRole('link', { name: 'Everything that changed' }).click();
		await page.getByRole('heading', { name: 'From the newsletter' }).waitFor();
		expect(complaints).toEqual([]);
		await visit.close();
	});
});

it('is shown while it comes along, goes on while the page is closed, and is stopped at once', async () => {
	const visit = await site.visit('/import', session);
	const { page, complaints } = visit;
	await send(page, fileOf('many.csv', many(150_000)));
	const address = page.url();
	await tellColumns(page);
	await page.getByRole('heading', { name: 'Trying it out' }).waitFor();
	await page.goto('about:blank');
	await page.goto(address);
	await page.getByRole('progressbar', { name: 'Read' }).waitFor();
	await page.getByRole('button', { name: 'Stop' }).click();
	await page.waitForURL(/\/import$/);
	expect(await page.getByRole('link', { name: 'many.csv' }).count()).toBe(0);
	expect(await heading(page)).toBe('Import a file');
	expect(complaints).toEqual([]);
	expect((await page.goto(address))?.status()).toBe(404);
	await visit.close();
});

it('is sound to look at while it comes along', async () => {
	const visit = await site.visit('/import', session);
	const { page } = visit;
	await send(page, fileOf('many.csv', many(150_000)));
	await tellColumns(page);
	await page.getByRole('heading', { name: 'Trying it out' }).waitFor();
	// Looking may take longer than the file: what it has led to must be sound as well.
	await isSound(visit);
	await page.getByRole('button', { name: /^(Stop|Throw the file away)$/ }).click();
	await page.waitForURL(/\/import$/);
	await visit.close();
});

it('a table that is told to be another shows that one’s columns', async () => {
	const visit = await site.visit('/import', session);
	const { page } = visit;
	await send(page, fileOf('mine.csv', [row('other-2026')]));
	await page.getByLabel('The table').selectOption('capex');
	await page.waitForURL(/\?as=capex$/);
	const choices = await page.getByRole('combobox', { name: 'What Deal is' }).locator('option').allInnerTexts();
	expect(choices).toContain('fiscal_period');
	expect(choices).not.toContain('payers');
	await visit.close();
});

it('a file that is too large is not sent at all, and one that cannot be read says why', async () => {
	const visit = await site.visit('/import', session);
	const { page } = visit;
	await page.setInputFiles('input[type=file]', {
		name: 'a.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from('%PDF-1.7')
	});
	await page.getByRole('button', { name: 'Send the file' }).click();
	await page.getByRole('heading', { name: 'The file cannot be read' }).waitFor();
	expect(await page.getByText('got a PDF').isVisible()).toBe(true);
	await isSound(visit);
	await visit.close();
});
