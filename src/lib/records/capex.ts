import { choice, day, definePublished, dollars, line } from './define';
import { AMOUNT, company, FROM, NOTE, ORIGIN, TO } from './reported';
import { CAPEX_MEASURE } from './vocabularies';

const { source, publisher, seen, confidence } = ORIGIN;

/** One reported quarter of capital spending. */
export const CAPEX = definePublished({
	noun: 'reported quarter',
	expected: 'a reported quarter',
	title: 'Reported quarter',
	list: 'Capital spending',
	called: 'The quarter',
	view: 'capex',
	fields: {
		company: company({ section: 'The quarter', column: { label: 'Company', description: 'The company’s slug.' } }),
		fiscal_period: line({
			section: 'The quarter',
			after: 'period_end',
			label: 'As the company calls the quarter',
			example: 'FY2027Q1',
			short: true,
			column: { label: 'Fiscal period', description: 'As the company calls the quarter.' }
		}),
		period_start: day({
			...FROM,
			section: 'The quarter',
			column: { label: 'From', description: 'The first day of the quarter.' }
		}),
		period_end: day({
			...TO,
			section: 'The quarter',
			column: { label: 'To', description: 'The last day of the quarter.' }
		}),
		amount_usd: dollars({
			...AMOUNT,
			section: 'What was reported',
			after: 'measure',
			label: 'How much, in US dollars',
			words: 'amount',
			column: { label: 'Amount (US$)', description: 'Capital spending in the quarter.' }
		}),
		measure: choice(CAPEX_MEASURE, {
			section: 'What was reported',
			label: 'What was measured',
			hint: 'The two are never added together.',
			column: {
				label: 'Measure',
				description: 'payments_for_ppe or including_finance_leases; never to be added together.'
			}
		}),
		filed: day({
			nullable: true,
			section: 'What was reported',
			label: 'Filed on',
			hint: 'Left empty, it counts as known 45 days after the end of the quarter.',
			column: { label: 'Filed', description: 'The day of the filing; empty where nobody wrote it down.' }
		}),
		source,
		publisher,
		seen,
		confidence,
		derivation: line({
			section: 'What was reported',
			label: 'How it was got',
			hint: 'As reported, or what was taken from what.',
			example: 'as reported',
			column: { label: 'Derivation', description: 'As reported, or how it was got from what was reported.' }
		}),
		note: NOTE
	},
	parts: [{ title: 'The quarter' }, { title: 'What was reported' }, { title: 'Where it was said' }]
});
