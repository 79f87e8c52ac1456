import { day, define, group, groups, line, slug, text } from './define';
import { inRisingOrder } from './days-in-force';
import { years } from './parts';

const IN_FORCE = group(
	{
		from: day({ label: 'In force from', called: 'The first day of the term', example: '2026-12-01' }),
		years: years({ label: 'For how many years', called: 'The number of years', example: '5' }),
		by: line({ label: 'Who set it', hint: 'editorial: this ledger.', example: 'editorial' }),
		reason: text({ label: 'Why it is so long' })
	},
	{ expected: 'a term with from, years, by and reason' }
);

/** For how long a deal of one layer is taken to run where nobody stated a term, by day. */
export const ASSUMED_TERMS = define({
	noun: 'assumed term',
	expected: 'an assumed term',
	title: 'Assumed term',
	list: 'Assumed terms',
	called: 'The assumed term',
	view: 'assumed_term',
	fields: {
		slug: slug({
			label: 'The layer',
			hint: 'demand, infrastructure or components. It never changes.',
			example: 'demand',
			last: true,
			column: {
				label: 'Layer',
				description: 'The layer whose deals are taken to run so long where nobody stated a term.'
			}
		}),
		terms: groups(
			IN_FORCE,
			{ least: 1, expected: 'a list of at least one term', check: inRisingOrder('terms') },
			{
				section: 'How long',
				label: 'The terms, each from a day on',
				noun: 'term',
				sql: 'assumed_term_by_day',
				hint: 'What falls due as known on a day is spread over the term in force that day. Set a new one from a day on; those before stay.',
				column: { none: 'Each is a row of its own.' }
			}
		),
		notes: text({ optional: true, label: 'Notes', column: { none: 'Its page and its record have them.' } })
	},
	parts: [{ title: 'How long' }, { title: 'Notes', folded: true }]
});
