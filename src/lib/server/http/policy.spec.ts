import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { groupOf, POLICIES, policyOf } from './policy';

const ROUTES = fileURLToPath(new URL('../../../routes/', import.meta.url));

/** The ids of all routes, as Kit names them, from their files. */
const ids = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
	.filter((file) => /(^|\/)\+(server\.ts|page\.svelte)$/.test(file))
	.map((file) => `/${path.dirname(file)}`);

describe('every route is in a group', () => {
	it('that the list names, and no group is empty', () => {
		const byRoute = Object.fromEntries(ids.map((id) => [id, groupOf(id)]));
		expect(Object.entries(byRoute).filter(([, group]) => group === undefined)).toEqual([]);
		expect(new Set(Object.values(byRoute))).toEqual(new Set(Object.keys(POLICIES)));
	});

	it('which answers with data what is not a page, and pages only where people read', () => {
		const pages = new Set(
			readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
				.filter((file) => file.endsWith('+page.svelte'))
				.map((file) => `/${path.dirname(file)}`)
		);
		for (const id of ids) {
			const { answers } = policyOf(id, '/');
			if (pages.has(id)) expect(answers, id).toBe('page');
		}
	});

	it('whose accounts, forms and files only those who have signed in open, and no memory between keeps', () => {
		const own = ids.filter((id) => /\/(account|users|import|new|edit)(\/|$)/.test(id));
		expect(own.length).toBeGreaterThan(8);
		for (const id of own) {
			const { read, write, cache } = policyOf(id, '/');
			expect([read, write], id).toEqual(['people', 'people']);
			expect(cache, id).not.toBe('shared');
		}
	});
});

describe('the policy of a request', () => {
	it.each(['/(teams)/teams', '/teams', '/(account)/(teams)/teams'])('is refused to the route %s', (id) => {
		expect(groupOf(id)).toBeUndefined();
		expect(() => policyOf(id, '/teams')).toThrow(/is in none of the groups/);
	});

	it('is that of data or of a page where no route answers', () => {
		expect(policyOf(null, '/nothing.csv').answers).toBe('data');
		expect(policyOf(null, '/nothing').answers).toBe('page');
		expect(policyOf('/(editor)/(import)/import/[id]/rows.csv', '/import/x/rows.csv').answers).toBe('page');
	});

	it('goes by the innermost folder in parentheses, and not by the words of an address', () => {
		expect(groupOf('/(editor)/(import)/import/[id]')).toBe('(editor)/(import)');
		expect(groupOf('/(public)/deals/[slug]')).toBe('(public)');
		expect(groupOf('/(public)')).toBe('(public)');
	});
});
