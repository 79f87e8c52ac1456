import { expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { curves } from '$lib/ledger/curves';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { recordsIn } from '../../../../tests/support/reference';
import { quarterlyDue } from './schedule';

const book = compile(recordsIn());
const as_of = '2026-11-22';

it.each([{}, { shape: 'ramp' as const }, { filters: { payer: ['openai'] } }])(
	'what falls due in each quarter, deal by deal, adds up to what is due by its end: %o',
	(change) => {
		const question = { ...DEFAULT_QUESTION, ...change };
		const rows = quarterlyDue(book, { question, as_of });
		const quarters = [...new Set(rows.map((row) => row.quarter))].sort();
		const { due } = curves(book, question, as_of, quarters);
		let sum = 0;
		for (const [i, quarter] of quarters.entries()) {
			for (const row of rows) if (row.quarter === quarter) sum += row.due_usd;
			expect(Math.abs(sum - due[i]!), quarter).toBeLessThan(book.entries.length);
			expect(quarter).toMatch(/-(03-31|06-30|09-30|12-31)$/);
		}
		expect(rows.length).toBeGreaterThan(100);
	}
);
