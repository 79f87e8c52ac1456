import { day, definePublished, text, word } from './define';
import { AMOUNT, company, FROM, NOTE, noneOrDollars, ORIGIN, TO } from './reported';

/** What a company said it would spend, as said on one day. */
export const GUIDANCE = definePublished({
	noun: 'statement of guidance',
	expected: 'a statement of guidance',
	title: 'Guidance',
	list: 'Guidance',
	called: 'The statement',
	view: 'guidance',
	fields: {
		company: company({ section: 'The statement', column: { label: 'Company', description: 'The company’s slug.' } }),
		given_on: day({
			section: 'The statement',
			label: 'Said on',
			example: '29 Oct 2026',
			column: { label: 'Given on', description: 'The day it was said.' }
		}),
		period_start: day({
			...FROM,
			section: 'The statement',
			label: 'About the time from',
			column: { label: 'From', description: 'The first day of the period it is about.' }
		}),
		period_end: day({
			...TO,
			section: 'The statement',
			column: { label: 'To', description: 'The last day of that period.' }
		}),
		low_usd: noneOrDollars({
			...AMOUNT,
			section: 'What was said',
			label: 'The low end, in US dollars',
			hint: 'Both ends are left empty where no figure was named.',
			words: 'low',
			column: { label: 'Low (US$)', description: 'The low end as given.' }
		}),
		high_usd: noneOrDollars({
			...AMOUNT,
			section: 'What was said',
			label: 'The high end',
			words: 'high',
			column: { label: 'High (US$)', description: 'The high end as given.' }
		}),
		measure: word({
			section: 'What was said',
			after: 'wording',
			label: 'What was guided',
			hint: 'A word in small letters: payments_for_ppe where it is what the filings report.',
			example: 'capex_incl_finance_leases',
			column: { label: 'Measure', description: 'What was guided; measures differ between companies.' }
		}),
		wording: text({
			section: 'What was said',
			label: 'What was said, in your own words',
			column: { label: 'Wording', description: 'What was said, in our words.' }
		}),
		...ORIGIN,
		note: NOTE
	},
	parts: [{ title: 'The statement' }, { title: 'What was said' }, { title: 'Where it was said' }]
});
