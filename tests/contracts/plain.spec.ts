import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../browser/pages';
import { allOf, around, attribute, fieldsOf, hasClass, readPage, textOf, type Element } from '../support/html';
import { startServer, type RunningServer } from '../support/server';

// What a page says without a script is what the server wrote; tests/browser/plain.spec.ts opens three of them in a browser.

let server: RunningServer;
beforeAll(async () => {
	server = await startServer({ env: { BUILDOUT_TODAY: '2026-11-23' } });
});
afterAll(() => server.stop());

async function read(path: string) {
	const response = await fetch(server.url + path);
	expect([path, response.status]).toEqual([path, 200]);
	return readPage(await response.text());
}

/** Nothing around it is hidden, but for the table of a chart: without scripts the style sheet shows it. */
const isShown = (element: Element) =>
	around(element).every((each) => attribute(each, 'hidden') === undefined || hasClass(each, 'tableview'));

describe.each(PAGES)('$path without a script', ({ path, charts }) => {
	it('has its figures, a table for each chart, and links to its data', async () => {
		const page = await read(path);
		expect(allOf(page, 'h1').map(textOf)).toEqual([expect.stringMatching(/\S/)]);
		const tables = allOf(page, 'table').filter(isShown);
		expect(tables.length).toBeGreaterThanOrEqual(charts);
		for (const table of tables) expect(allOf(table, 'tr').length).toBeGreaterThan(0);
		const links = new Set(allOf(page, 'a').map((link) => attribute(link, 'href') ?? ''));
		const data = [...links].filter((href) => /^[/.]/.test(href) && /\.csv|\.json/.test(href));
		expect(data.length).toBeGreaterThan(0);
		for (const href of data) {
			const response = await fetch(new URL(href, server.url + path));
			expect([href, response.status]).toEqual([href, 200]);
			await response.arrayBuffer();
		}
	});
});

it.each(PAGES)('$path has a control bar for the firmness exactly where pages.ts says so', async ({ path, asks }) => {
	const bars = allOf(await read(path), 'form').filter((each) => hasClass(each, 'controls'));
	expect(bars.some((bar) => fieldsOf(bar).has('firmness'))).toBe(asks);
});

describe.each(PAGES.filter((each) => each.asks))('the questions of $path without a script', ({ path }) => {
	it('are sent by a form, answered, and kept in it', async () => {
		const formOf = (page: Awaited<ReturnType<typeof read>>) =>
			allOf(page, 'form').find((each) => hasClass(each, 'controls'))!;
		const form = formOf(await read(path));
		expect((attribute(form, 'method') ?? 'get').toLowerCase()).toBe('get');
		expect(allOf(form, 'button').some((each) => attribute(each, 'type') !== 'button')).toBe(true);
		const fields = fieldsOf(form);
		// What changed is asked between two days, all else as of one.
		const name = fields.has('as_of') ? 'as_of' : 'to';
		expect(fields.has(name)).toBe(true);
		fields.set(name, '2026-09-30');
		const action = new URL(attribute(form, 'action') ?? path, server.url + path);
		const answer = await read(`${action.pathname}?${fields}`);
		const day = allOf(formOf(answer), 'input').find((each) => attribute(each, 'name') === name)!;
		expect([attribute(day, 'type'), attribute(day, 'value')]).toEqual(['date', '2026-09-30']);
		expect(textOf(allOf(answer, 'main')[0]!)).toContain('30 Sep 2026');
	});
});
