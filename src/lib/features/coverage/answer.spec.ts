import { expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { recordsOf, type Coverage } from '$lib/records';
import { deal, party } from '../../../../tests/support/small';
import { coveragePage, coverageRows, gapRows } from './answer';

const STATEMENTS: Coverage[] = [
	{
		slug: 'deals',
		title: 'Deals',
		covered_to: '2026-10-11',
		searched_to: '2026-11-30',
		found_to: '2026-10-07',
		looked_for: 'Contracts.',
		gaps: [
			{ state: 'doubtful', note: 'One rests on a guess.', deals: ['hall'] },
			{ state: 'missing', note: 'All of November.' }
		]
	},
	{
		slug: 'ledger',
		title: 'The ledger',
		covered_to: '2026-10-11',
		searched_to: '2026-11-30',
		looked_for: 'All of it.',
		series: [{ company: 'cloud', measure: 'payments_for_ppe', note: 'As filed.' }]
	}
];

const book = compile(
	recordsOf({
		deals: [deal({ slug: 'hall', title: 'A hall' }, '2026-01-01', 5)],
		organisations: [party('cloud', 'hyperscaler')],
		coverage: STATEMENTS
	})
);

it('the statement about the whole ledger stands first, with the names of what each names', () => {
	const page = coveragePage(book);
	expect(page.covered_to).toBe('2026-10-11');
	expect(page.statements.map(({ statement, names }) => [statement.slug, names])).toEqual([
		['ledger', { cloud: 'cloud' }],
		['deals', { hall: 'A hall' }]
	]);
	expect(coveragePage(compile(recordsOf()))).toEqual({ covered_to: null, statements: [] });
});

it('is published with the number of gaps, and each gap as a row of its own', () => {
	expect(coverageRows(book)).toMatchObject([
		{ slug: 'ledger', found_to: null, gaps: 0 },
		{ slug: 'deals', found_to: '2026-10-07', gaps: 2 }
	]);
	expect(gapRows(STATEMENTS[0]!)).toEqual([
		{ slug: 'deals', state: 'doubtful', note: 'One rests on a guess.', deals: ['hall'] },
		{ slug: 'deals', state: 'missing', note: 'All of November.', deals: [] }
	]);
});

it('a statement about one kind of record does not say how far the whole ledger is covered', () => {
	const page = coveragePage(compile(recordsOf({ coverage: STATEMENTS.filter(({ slug }) => slug !== 'ledger') })));
	expect(page.statements).toHaveLength(1);
	expect(page.covered_to).toBeNull();
});
