import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indicatorSourceRows } from '$lib/features/readings/reading';
import { compile } from '$lib/ledger/book';
import { column } from '$lib/ledger/columns/column';
import { DAYS } from '../../../tests/support/readings';
import { recordsIn } from '../../../tests/support/reference';
import { ROW_COLUMNS, VALUE_COLUMNS } from './columns';
import { readIndicator, READINGS } from './index';
import { reading } from './reading';
import { dealRow } from './rows';

/** Walks the registry: what a reading must have besides a function that computes it. */

const HERE = 'src/lib/readings';
const model = readFileSync('src/docs/MODEL.md', 'utf8');
/** The dataset as it is: nothing here counts what it holds. */
const records = recordsIn('data');
const book = compile(records);

/** The columns as they were first published. None is renamed or moved: a new one joins at the end. */
const FIRST_COLUMNS = [
	...['kind', 'key', 'name', 'measure', 'period_start', 'period_end', 'date', 'source'],
	...['amount_usd', 'contribution_usd', 'definitive_usd', 'rumoured_usd', 'debt_usd', 'equity_usd', 'in_window_usd'],
	...['due_usd', 'labs_due_usd', 'revenue_usd', 'ratio', 'points', 'idiocracy']
];

it('lists every folder, each once', () => {
	const folders = readdirSync(HERE, { withFileTypes: true }).filter((each) => each.isDirectory());
	expect(READINGS.map(({ slug }) => slug).sort()).toEqual(folders.map(({ name }) => name).sort());
});

it('publishes the columns of before in their places', () => {
	expect(ROW_COLUMNS.slice(0, FIRST_COLUMNS.length).map(({ name }) => name)).toEqual(FIRST_COLUMNS);
});

describe.each(READINGS.map((each) => [each.slug, each] as const))('%s', (slug, { columns }) => {
	it('is defined in the data', () => {
		expect(records.indicators.map((each) => each.slug)).toContain(slug);
	});

	it.each(['measure.ts', 'measure.spec.ts', 'recompute.ts'])('has %s in its folder', (file) => {
		expect(existsSync(`${HERE}/${slug}/${file}`)).toBe(true);
	});

	it('stands in section 7 of MODEL.md by its slug', () => {
		const section = model.slice(model.indexOf('\n## 7.'), model.indexOf('\n## 8.'));
		expect(section).toContain(`\`${slug}\``);
	});

	it('has columns that mean the same wherever they are declared', () => {
		for (const each of columns) expect(VALUE_COLUMNS.find(({ name }) => name === each.name)).toEqual(each);
	});

	it.each(DAYS)('publishes each value of its rows under a column on %s', (as_of) => {
		const { rows } = readIndicator(
			book,
			records.indicators.find((each) => each.slug === slug)!,
			as_of
		);
		const published = indicatorSourceRows(book, { as_of }, slug)!;
		if (as_of === DAYS.at(-1)) expect(rows.length).toBeGreaterThan(0);
		const [all, own] = [ROW_COLUMNS, columns].map((each) => each.map(({ name }) => name));
		for (const [i, { values }] of rows.entries()) {
			expect(Object.keys(published[i]!)).toEqual(all);
			for (const name of Object.keys(values)) expect(own).toContain(name);
		}
	});
});

/** `svelte-check` fails where the line below an expected error is none. */
it('lets no row carry a value without a column', () => {
	const given = { slug: 'undisclosed', unit: 'share' as const };
	const flag = column('undisclosed', 'flag', 'Undisclosed', 'Whether the deal states no amount.');
	const rows = book.entries.map((entry) => dealRow(entry, { undisclosed: true }));
	expect(reading({ ...given, columns: [flag], measure: () => ({ value: 1, inputs: [], rows }) }).columns).toEqual([
		flag
	]);
	// @ts-expect-error No column holds the value `undisclosed`.
	reading({ ...given, columns: [], measure: () => ({ value: 1, inputs: [], rows }) });
	const numbers = book.entries.map((entry) => dealRow(entry, { undisclosed: 1 }));
	// @ts-expect-error The column holds true or false.
	reading({ ...given, columns: [flag], measure: () => ({ value: 1, inputs: [], rows: numbers }) });
});
