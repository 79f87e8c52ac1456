import {
	address,
	choice,
	country,
	date,
	definePublished,
	flag,
	group,
	groups,
	line,
	listOf,
	pattern,
	slug,
	text
} from './define';
import { value } from './parts';
import { ORGANISATION_KIND } from './vocabularies';

const STAKE = group(
	{
		in: slug({ label: 'In', picks: 'organisations', example: 'OpenAI', sql: 'stake_in' }),
		since: date({
			optional: true,
			label: 'Since',
			hint: 'Left empty, it is taken as held all along.',
			example: 'Nov 2023'
		}),
		value: value({ optional: true, label: 'Worth, in US dollars', example: '$135B', sql: '' }),
		source: address({
			optional: true,
			label: 'Where it was read',
			example: 'https://example.com/news/2025/10/stake'
		}),
		note: text({ optional: true, label: 'Note', more: true })
	},
	{ expected: 'a stake with in and since' }
);

/** One organisation. */
export const ORGANISATION = definePublished({
	noun: 'organisation',
	expected: 'an organisation',
	title: 'Organisation',
	list: 'Organisations',
	called: 'The organisation',
	view: 'organisation',
	fields: {
		slug: slug({
			label: 'Its name in addresses',
			hint: 'Small letters, digits and hyphens. It never changes; left empty, it is made from the name.',
			example: 'coreweave',
			last: true,
			column: { label: 'Organisation', description: 'Its name in addresses; it never changes.' },
			search: true
		}),
		name: line({
			section: 'The organisation',
			label: 'Its name',
			called: 'The name of the organisation',
			example: 'CoreWeave',
			column: { label: 'Name', description: 'What it is called.' },
			search: true
		}),
		kind: choice(ORGANISATION_KIND, {
			section: 'The organisation',
			label: 'What it is',
			called: 'The kind of organisation',
			column: { label: 'Kind', description: 'What sort of organisation it is.' }
		}),
		country: country({
			optional: true,
			nullable: true,
			section: 'The organisation',
			label: 'Country',
			hint: 'Its English name; US, UK and UAE in short. Left empty where nobody says.',
			example: 'US',
			short: true,
			column: { label: 'Country', description: 'English name; US, UK and UAE in short; empty where nobody says.' }
		}),
		ticker: line({
			optional: true,
			label: 'Ticker',
			hint: 'Where its shares are traded.',
			example: 'CRWV',
			short: true,
			after: 'aliases',
			column: { label: 'Ticker', description: 'Where its shares are traded; empty where they are not.' },
			search: true
		}),
		cik: pattern(/^\d{10}$/, "ten digits in quotes, such as '0001018724'", {
			optional: true,
			label: 'CIK',
			hint: 'Its number with the SEC: ten digits.',
			example: '0001018724',
			short: true,
			after: 'ticker',
			words: 'CIK',
			column: { label: 'CIK', description: 'Its number with the SEC; empty where it has none.' }
		}),
		edgar: flag({
			optional: true,
			label: 'Figures from the SEC',
			hint: 'Yes: the importer of SEC filings asks for it by itself, by its CIK.',
			after: 'cik',
			words: 'figures from the SEC',
			column: { none: 'A setting of the importer of filings; its record has it.' }
		}),
		aliases: listOf(
			line(),
			{ expected: 'a list of names' },
			{
				optional: true,
				label: 'Other names',
				hint: 'One to a line. Search and forms know it by them, too.',
				example: 'Facebook',
				after: 'stand_in',
				column: { label: 'Aliases', description: 'Other names it goes by.' },
				search: true
			}
		),
		stakes: groups(
			STAKE,
			{ expected: 'a list of stakes' },
			{
				optional: true,
				section: 'What it owns of others',
				label: 'What it owns of others',
				noun: 'stake',
				sql: 'stake',
				column: { none: 'Its page and its record list them.' }
			}
		),
		stand_in: flag({
			optional: true,
			label: 'Stands for parties that nobody names',
			hint: 'Yes for bond investors, suppliers and the like: kept out of rankings, concentration and loops.',
			column: {
				label: 'Stand-in',
				description: 'Whether it stands for parties that nobody names: outside the ranking.'
			}
		}),
		notes: text({ optional: true, label: 'Notes', column: { none: 'Remarks for whoever keeps the record.' } })
	},
	// What one needs to know of it first.
	parts: [
		{ title: 'The organisation' },
		{ title: 'What it owns of others', folded: true },
		{ title: 'More about it', folded: true }
	]
});
