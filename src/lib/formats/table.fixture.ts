import { COLUMNS, type Column } from '$lib/ledger/columns';

/** A table with a column of each type, for specs. */
export interface SampleRow {
	slug: string;
	title: string | null;
	parties: readonly string[];
	on: string | null;
	amount_usd: number | null;
	share: number | null;
	firm: boolean | null;
	deals: number | null;
}

const plain = (name: keyof SampleRow, type: Column['type'], label: string): Column<keyof SampleRow> => ({
	...{ name, type, label },
	unit: null,
	description: `About ${label}.`
});

export const SAMPLE: Column<keyof SampleRow>[] = [
	plain('slug', 'slug', 'Deal'),
	plain('title', 'text', 'Title, in words'),
	plain('parties', 'list', '=Parties'),
	plain('on', 'day', 'On'),
	plain('amount_usd', 'dollars', 'Amount'),
	plain('share', 'ratio', 'Share'),
	plain('firm', 'flag', 'Firm'),
	plain('deals', 'integer', 'Deals')
];

export const ROWS: SampleRow[] = [
	{
		slug: 'a-1',
		title: '=HYPERLINK("http://x.test","Zürich, \n数据")',
		parties: ['openai', 'oracle'],
		...{ on: '2025-11-03', amount_usd: 38_000_000_000, share: 0.125, firm: true, deals: 3 }
	},
	{ slug: 'b-2', title: null, parties: [], on: null, amount_usd: null, share: null, firm: null, deals: null },
	{
		slug: 'c-3',
		title: ' - not a formula',
		parties: ['-1+1'],
		...{ on: '1999-02-28', amount_usd: -9e15, share: 1e-7, firm: false, deals: 0 }
	}
];

export const TABLES: readonly (readonly Column[])[] = Object.values(COLUMNS);
