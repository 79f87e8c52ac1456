import { dayNumber } from './day';
import { choice, day, define, dollars, line, rule } from './define';
import { AMOUNT, company, endsAfterStart, FROM, NOTE, ORIGIN, TO } from './reported';
import { CAPEX_MEASURE } from './vocabularies';

const isQuarter = rule({ period_start: day(), period_end: day() }, ({ period_start, period_end }) => {
	const days = dayNumber(period_end) - dayNumber(period_start) + 1;
	if (days < 1 || (days >= 60 && days <= 120)) return [];
	const expected = 'the end of a quarter (60 to 120 days from period_start; annual sums are left out)';
	return [{ path: ['period_end'], expected, got: `${period_end}, after ${days} days` }];
});

const filedAfterEnd = rule({ period_end: day(), filed: day() }, ({ period_end, filed }) =>
	filed >= period_end ? [] : [{ path: ['filed'], expected: `a day on or after period_end, ${period_end}`, got: filed }]
);

const { source, publisher, seen, confidence } = ORIGIN;

/** One reported quarter of capital spending. */
export const CAPEX = define({
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
	rules: [endsAfterStart, isQuarter, filedAfterEnd],
	parts: [{ title: 'The quarter' }, { title: 'What was reported' }, { title: 'Where it was said' }]
});
