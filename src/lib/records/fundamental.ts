import { day, definePublished, signedDollars, word } from './define';
import { AMOUNT, company, FROM, NOTE, ORIGIN, TO } from './reported';

/** Revenue, cash flow, backlog, output: of a period or of a day. */
export const FUNDAMENTAL = definePublished({
	noun: 'reported figure',
	expected: 'a reported figure',
	title: 'Reported figure',
	list: 'Reported figures',
	called: 'The figure',
	view: 'fundamental',
	fields: {
		company: company({
			section: 'The figure',
			column: { label: 'Company', description: 'The company’s slug; us-economy for the whole economy.' }
		}),
		metric: word({
			section: 'The figure',
			label: 'What was measured',
			hint: 'A word in small letters: revenue, operating_cash_flow, backlog, revenue_run_rate, gdp_nominal_saar.',
			example: 'operating_cash_flow',
			column: {
				label: 'Metric',
				description: 'What was measured: revenue, operating_cash_flow, backlog and the like.'
			}
		}),
		period_start: day({
			...FROM,
			nullable: true,
			section: 'Of which time',
			hint: 'Of a period: its first day.',
			column: { label: 'From', description: 'The first day of its period; empty for what is of one day.' }
		}),
		period_end: day({
			...TO,
			nullable: true,
			section: 'Of which time',
			hint: 'Of a period: its last day.',
			column: { label: 'To', description: 'The last day of its period; empty for what is of one day.' }
		}),
		as_of: day({
			nullable: true,
			section: 'Of which time',
			label: 'or of one day',
			hint: 'Of a stock such as a backlog or a rate: the day.',
			example: '2026-09-30',
			column: { label: 'Of the day', description: 'The day that it is of; empty for what is of a period.' }
		}),
		amount_usd: signedDollars({
			...AMOUNT,
			section: 'The figure',
			label: 'How much, in US dollars',
			hint: 'With a minus where money went out.',
			words: 'amount',
			column: { label: 'Amount (US$)', description: 'The figure, negative where money went out.' }
		}),
		...ORIGIN,
		note: NOTE,
		filed: day({
			optional: true,
			section: 'Of which time',
			label: 'Filed on',
			hint: 'Left empty, it counts as known 45 days after the end of the period, or after its day.',
			column: {
				label: 'Filed',
				description: 'The day of the filing that told it first; empty where nobody wrote it down.',
				since: 1
			}
		})
	},
	parts: [{ title: 'The figure' }, { title: 'Of which time' }, { title: 'Where it was said' }]
});
