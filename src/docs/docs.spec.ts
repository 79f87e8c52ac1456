import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGES, TABLE_ADDRESSES } from '$lib/features';
import type { Page } from '$lib/features/define';
import { READINGS } from '$lib/readings';
import { DEFINITIONS } from '$lib/records/definitions';
import { SETTING_NAMES } from '$lib/server/config/settings';
import { PARAM_NAMES } from '$lib/view/names';
import { withImportTable } from './import-table.js';

/** What has no documentation, and what documents say that is no longer there. */

const textOf = (file: string) => readFileSync(file, 'utf8');
const model = textOf('src/docs/MODEL.md');
const documents = [
	...readdirSync('src/docs', { recursive: true, encoding: 'utf8' }).map((file) => join('src/docs', file)),
	'README.md',
	'.github/CONTRIBUTING.md'
].filter((file) => file.endsWith('.md'));

it('has the import rules as they are: `npm run docs` writes them', () => {
	const text = textOf('src/docs/ARCHITECTURE.md');
	expect(withImportTable(text)).toBe(text);
});

it.each(SETTING_NAMES)('explains the setting %s in README and .env.example', (name) => {
	expect(textOf('README.md')).toContain(`\`${name}\``);
	expect(textOf('.env.example')).toContain(`${name}=`);
});

it.each(PARAM_NAMES)('names the parameter %s in section 9 of MODEL.md', (name) => {
	expect(model.slice(model.indexOf('\n## 9.'))).toContain(`\`${name}\``);
});

/** An address as documents write it: `/deals/<slug>`. */
const written = (path: string) => path.replaceAll(/\[(?:\.{3})?(\w+)(?:=\w+)?\]/g, '<$1>');

const addresses = [
	...Object.keys(TABLE_ADDRESSES),
	...Object.values<Page>(PAGES).flatMap(({ path }) => (path === null ? [] : [written(path)]))
];

it.each([...new Set(addresses)])('names the address %s in section 9 of MODEL.md', (path) => {
	const named = [...model.slice(model.indexOf('\n## 9.')).matchAll(/`(\/[^`?]*)[^`]*`/g)].map(([, name]) => name);
	expect(named).toContain(path);
});

it.each(READINGS.map(({ slug }) => slug))('names the reading %s in MODEL.md', (slug) => {
	expect(model).toContain(`\`${slug}\``);
});

/** Section 2 of MODEL.md says of every field what it means. */
const recorded = model.slice(model.indexOf('\n## 2.'), model.indexOf('\n## 3.'));

describe.each(Object.entries(DEFINITIONS))('%s', (_kind, { fields }) => {
	it.each(Object.keys(fields))('has the field %s in section 2 of MODEL.md', (name) => {
		expect(recorded).toMatch(new RegExp(`\\b${name}\\b`));
	});
});

it.each(documents)('%s links to files that are there', (file) => {
	const links = [...textOf(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link]) => link!);
	for (const link of links) expect(existsSync(join(dirname(file), link)), link).toBe(true);
});

/** What an example imports: the names, and the file of the application that has to export them. */
function importsOf(file: string): { name: string; from: string }[] {
	const text = textOf(file);
	const [, room] = /`(src\/lib\/\w+)/.exec(text) ?? [];
	return [...text.matchAll(/^ *import (?:type )?\{([^}]+)\} from '(\$lib|\.\.)\/([^']+)'/gm)].flatMap(
		([, names, start, path]) =>
			names!.split(',').map((name) => ({
				name: name.replace(/^\s*type /, '').trim(),
				from: join(start === '$lib' ? 'src/lib' : room!, path!.replace(/(\.ts)?$/, '.ts'))
			}))
	);
}

it('imports into its examples what there is', () => {
	const imports = documents.filter((file) => file.includes('how-to')).flatMap(importsOf);
	expect(imports.length).toBeGreaterThan(10);
	for (const { name, from } of imports)
		expect(textOf(from)).toMatch(
			new RegExp(`^export (async )?(function\\*?|const|class|type|interface) ${name}\\b`, 'm')
		);
});

it('gives the dataset a version of its own', () => {
	expect(textOf('data/README.md')).toMatch(/Version of the dataset: \d+\.\d+\.\d+/);
});
