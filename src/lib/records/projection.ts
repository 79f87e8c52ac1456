import {
	choice,
	choices,
	date,
	day,
	define,
	dollars,
	flag,
	group,
	groups,
	line,
	lineOfAtMost,
	listOf,
	slug,
	text,
	whole
} from './define';
import { sources, value } from './parts';
import { COMPARISON, CONFIDENCE, SCOPE } from './vocabularies';

const WINDOW = {
	start: day({ label: 'From', hint: 'The first day.', example: '2026-01-01' }),
	end: day({ label: 'To', hint: 'The last day.', example: '2030-12-31' })
};

const YEAR = group(
	{
		year: whole({ least: 1990, most: 2100, expected: 'a year from 1990 to 2100' }, { label: 'Year', example: '2027' }),
		amount: dollars({ label: 'Amount', example: '$900B' })
	},
	{ expected: 'a year and its amount' }
);

/** One projection: who said how much would be spent. */
export const PROJECTION = define({
	noun: 'projection',
	expected: 'a projection',
	title: 'Projection',
	list: 'Projections',
	called: 'The projection',
	view: 'projection',
	fields: {
		slug: slug({
			label: 'Its name in addresses',
			hint: 'Small letters, digits and hyphens. It never changes; left empty, it is made from the institution and the month.',
			example: 'bain-2026-09',
			last: true,
			search: true
		}),
		author: line({
			section: 'The projection',
			label: 'Who made it',
			example: 'Brad Thompson',
			short: true,
			after: 'title',
			search: true
		}),
		institution: line({
			section: 'The projection',
			label: 'For whom',
			example: 'A bank',
			short: true,
			after: 'author',
			search: true
		}),
		title: line({
			section: 'The projection',
			label: 'The projection in one line',
			example: 'AI capital spending reaches $7.1T by 2030',
			search: true
		}),
		short: lineOfAtMost(40, {
			optional: true,
			section: 'The projection',
			label: 'In a few words',
			called: 'The short title',
			hint: 'For charts: at most 40 characters.',
			example: 'Bain: $500B a year by 2030',
			short: true,
			after: 'institution',
			search: true
		}),
		published: date({ section: 'The projection', label: 'Published on', example: '12 May 2026' }),
		scope: choice(SCOPE, { section: 'What it says', label: 'Where it is spent', after: 'window' }),
		covers: text({
			section: 'What it says',
			label: 'Whose spending it is about',
			hint: 'In words: who spends, and on what.',
			after: 'scope',
			search: true
		}),
		window: group(
			WINDOW,
			{
				expected: 'a window with start and end',
				check: ({ start, end }) =>
					end < start ? [{ path: ['end'], expected: `a day on or after the start, ${start}` }] : []
			},
			{ section: 'What it says', label: 'Over which time', after: 'target' }
		),
		target: value({
			section: 'What it says',
			label: 'How much, in US dollars, for the whole window',
			hint: 'As it was said: $7.1T, 5 to 7 trillion, at least 3tn.',
			example: '$7.1 trillion',
			sql: ''
		}),
		path: groups(
			YEAR,
			{ least: 1, expected: 'a list of years with their amounts' },
			{
				optional: true,
				section: 'Year by year',
				label: 'Year by year',
				noun: 'year',
				hint: 'Only where the projection itself says how much falls into which year.'
			}
		),
		supersedes: slug({ optional: true, label: 'The earlier one that it replaces', picks: 'projections' }),
		comparable: choices(COMPARISON, 'none, or deals, capex or a list of these', {
			section: 'What it can be compared with',
			label: 'What the ledger may set it against',
			hint: 'Only what counts the same thing. What is not comparable is listed with its reason and never drawn on one axis.'
		}),
		reason: text({ optional: true, section: 'What it can be compared with', label: 'Why, or why not' }),
		companies: listOf(
			slug(),
			{ least: 1, expected: 'a list of at least one slug of an organisation' },
			{
				optional: true,
				section: 'What it can be compared with',
				label: 'Whose capital spending it is set against',
				noun: 'company',
				hint: 'Where it is compared with reported capital spending.',
				picks: 'organisations',
				example: 'Microsoft'
			}
		),
		featured: flag({
			optional: true,
			label: 'On the dashboard',
			hint: 'Yes for the one that the dashboard shows first. There is one at most.'
		}),
		sources: sources({ section: 'Where it was said' }),
		confidence: choice(CONFIDENCE, { optional: true, label: 'How sure the record is' }),
		notes: text({ optional: true, label: 'Notes' })
	},
	// In the order in which a report is read.
	parts: [
		{ title: 'The projection' },
		{ title: 'What it says' },
		{ title: 'What it can be compared with' },
		{ title: 'Where it was said' },
		{ title: 'Year by year', folded: true },
		{ title: 'More about it', folded: true }
	]
});
