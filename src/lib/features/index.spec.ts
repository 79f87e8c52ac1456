import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { FOLDERS, MENU_GROUPS, PAGES, TABLE_ADDRESSES, TABLE_LINKS } from '.';
import type { Page, TableAddress } from './define';
import { TABLES } from './tables';

const ROUTES = fileURLToPath(new URL('../../routes/(public)/', import.meta.url));

/** What every `page.ts` of a feature declares. */
const declared = Object.entries(
	import.meta.glob<{ pages: Record<string, Page>; tables?: Record<string, TableAddress> }>('./*/page.ts', {
		eager: true
	})
);

it('names every page and every table that a feature declares', () => {
	expect(declared.length).toBeGreaterThan(10);
	for (const [file, { pages, tables = {} }] of declared) {
		for (const [name, page] of Object.entries(pages))
			expect(PAGES, `${file} declares ${name}: features/index.ts lists it`).toHaveProperty([name], page);
		for (const [address, table] of Object.entries(tables))
			expect(TABLE_ADDRESSES, `${file} declares ${address}: features/index.ts lists it`).toHaveProperty(
				[address],
				table
			);
	}
});

it('has a page for every route that anybody may read, and a route for every page', () => {
	const routes = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('+page.svelte'))
		.map((file) => `/${path.dirname(file)}`.replace(/\/\.$/, '/').replaceAll('=record]', ']'));
	const paths = Object.values<Page>(PAGES).flatMap((page) => (page.path === null ? [] : [page.path]));
	expect(paths.toSorted()).toEqual(routes.toSorted());
});

it('lists each page once in the menu, and only tables that there are', () => {
	const links = MENU_GROUPS.flatMap((group) => group.links.map(({ href }) => href));
	expect(new Set(links).size).toBe(links.length);
	expect(links).toContain('/deals');
	expect(TABLE_LINKS.map(({ href }) => href.replace(/\.csv$/, '')).filter((each) => !(each in TABLES))).toEqual([]);
	expect([...FOLDERS]).toEqual(expect.arrayContaining(['deals', 'flows', 'capex', 'history']));
});
