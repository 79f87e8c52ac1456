import {
	between,
	choice,
	date,
	definePublished,
	dollars,
	fraction,
	group,
	groups,
	line,
	lineOfAtMost,
	listOf,
	slug,
	sourceKey,
	text,
	whole
} from './define';
import { FILTERED } from './deal-filters';
import { notice, schedule, shares, sources, term, value } from './parts';
import { CONFIDENCE, EVENT_TYPE, FIRM, LAYER, TIMING, WORKLOAD } from './vocabularies';

const EVENT = group(
	{
		on: date({
			label: 'On',
			called: 'The day it was said',
			hint: 'The day it was said. A month or a year will do where no more is known.',
			example: '3 Nov 2025',
			sql: 'happened_on'
		}),
		type: choice(EVENT_TYPE, { label: 'What happened', called: 'What happened' }),
		value: value({
			optional: true,
			label: 'How much, in US dollars',
			called: 'The amount',
			hint: 'As it was said: $38B, 1.4 trillion, up to 100bn. Leave it empty where nobody said.',
			example: 'up to $100 billion',
			sql: ''
		}),
		firmness: choice(FIRM, {
			optional: true,
			label: 'How firm',
			hint: 'Left open: announced, or definitive where it was signed. A later event keeps what was said before.'
		}),
		term: term({
			optional: true,
			label: 'Over which time',
			hint: 'Where it was stated: the first day, and the last day or the years. A month will do: January 2027.',
			after: 'note'
		}),
		schedule: schedule({
			optional: true,
			label: 'Paid unevenly',
			noun: 'piece',
			hint: 'Only where the parties said how much falls into which time.',
			more: true,
			after: 'term'
		}),
		paid: dollars({
			optional: true,
			label: 'Paid in all by then',
			called: 'What was paid',
			hint: 'Only where somebody reported it: all that was paid by this day, not what this event added.',
			example: '$2 billion',
			more: true,
			after: 'schedule'
		}),
		notice: notice({
			optional: true,
			label: 'Who may leave',
			hint: 'Where a party may end the contract by giving notice, whatever the other one does.',
			more: true,
			after: 'paid'
		}),
		note: text({ label: 'What was said, in a sentence or two', called: 'What was said' }),
		sources: listOf(
			sourceKey(),
			{ least: 1, expected: 'a list of at least one key of a source' },
			{ label: 'Which source says so' }
		)
	},
	{ expected: 'an event with on, type, note and sources' }
);

const GRADE = { least: 0, most: 10, expected: 'a whole number from 0 to 10' };

const RATING = group(
	{
		on: date({
			label: 'Read on',
			called: 'The day of the reading',
			example: '3 Nov 2025',
			after: 'rationale',
			sql: 'rated_on'
		}),
		terminator: whole(GRADE, {
			called: 'The Terminator end of the reading',
			label: 'Terminator: more power, autonomy or menace of machines'
		}),
		idiocracy: whole(GRADE, {
			called: 'The Idiocracy end of the reading',
			label: 'Idiocracy: hype, waste and dullness'
		}),
		rationale: text({ label: 'Why', called: 'The reason of the reading' }),
		by: line({
			label: 'Read by',
			called: 'Who read it',
			hint: 'editorial: by the rubric.',
			example: 'editorial',
			short: true,
			last: true,
			sql: 'rated_by'
		})
	},
	{ expected: 'a reading with on, terminator, idiocracy, rationale and by' }
);

const DOUBT = group(
	{
		note: text({ label: 'What is in doubt', called: 'What is in doubt' }),
		sources: listOf(
			sourceKey(),
			{ least: 1, expected: 'a list of at least one key of a source' },
			{ label: 'Which sources it is about' }
		)
	},
	{ expected: 'a doubt with note and sources' }
);

const PARTIES = { least: 1, expected: 'a list of at least one slug of an organisation' };

/** One deal, as MODEL section 2 describes it. */
export const DEAL = definePublished({
	noun: 'deal',
	expected: 'a deal',
	title: 'Deal',
	list: 'Deals',
	called: 'The deal',
	view: 'deal',
	fields: {
		slug: slug({
			label: 'Its name in addresses',
			called: 'The name in addresses',
			hint: 'Small letters, digits and hyphens. It never changes; left empty, it is made from the parties and the year.',
			example: 'openai-aws-2025',
			last: true,
			column: { label: 'Deal', description: 'The deal’s name in addresses; it never changes.' },
			search: true
		}),
		title: line({
			section: 'The deal',
			label: 'The deal in one line',
			called: 'A title',
			example: 'OpenAI rents AWS capacity, $38B over seven years',
			column: { label: 'Title', description: 'The deal in one line.' },
			search: true
		}),
		short: lineOfAtMost(28, {
			optional: true,
			label: 'In a few words',
			called: 'The short title',
			hint: 'For charts: at most 28 characters.',
			example: 'OpenAI rents AWS, $38B',
			words: 'short title',
			column: { label: 'Short title', description: 'The deal in at most 28 characters.', since: 6 },
			search: true
		}),
		summary: text({
			section: 'In your own words',
			label: 'In a few sentences',
			called: 'A summary',
			hint: 'What was agreed, in your own words.',
			column: { none: 'The page of the deal and its record hold it; a list of deals is read by its titles.' },
			search: true
		}),
		kind: FILTERED.kind,
		layer: choice(LAYER, {
			optional: true,
			label: 'Layer',
			hint: 'Left open: the one of its kind.',
			column: { none: 'The published layer is the one that the deal stands in, which is mostly that of its kind.' },
			sql: 'layer_override'
		}),
		payers: listOf(slug(), PARTIES, {
			section: 'The deal',
			label: 'Who pays',
			short: true,
			noun: 'payer',
			picks: 'organisations',
			example: 'OpenAI',
			column: { label: 'Payers', description: 'Organisations the money comes from, by slug.' },
			search: true
		}),
		payees: listOf(slug(), PARTIES, {
			section: 'The deal',
			label: 'Who is paid',
			short: true,
			noun: 'payee',
			picks: 'organisations',
			example: 'Amazon',
			column: { label: 'Payees', description: 'Organisations the money goes to, by slug.' },
			search: true
		}),
		shares: shares({
			optional: true,
			label: 'How the parties share it',
			hint: 'Left empty: they share it equally.',
			column: { none: 'Its page and its record give them, in the order of the parties.' }
		}),
		part_of: slug({
			optional: true,
			label: 'Inside a bigger deal',
			hint: 'The deal whose value already contains this one, so that no dollar counts twice.',
			picks: 'deals',
			column: { label: 'Part of', description: 'The deal whose value already contains this one.' }
		}),
		timing: choice(TIMING, {
			optional: true,
			label: 'When a part falls due',
			hint: 'Only of a deal inside a bigger one. Left open: by itself.',
			column: {
				label: 'Timing',
				description: 'Of a part: own, or container where it falls due with the bigger deal; empty: own.',
				since: 7
			}
		}),
		replaces: slug({
			optional: true,
			label: 'The deal that it replaces',
			hint: 'That deal’s own events say that it ended.',
			picks: 'deals',
			column: { label: 'Replaces', description: 'The deal that this one takes the place of.', since: 8 }
		}),
		us_share: fraction({
			optional: true,
			section: 'The deal',
			after: 'location',
			label: 'Share built in the US',
			called: 'The share built in the US',
			hint: '1 or “all”: all of it; or a percentage. Empty: not known, then the US view leaves it out.',
			example: '100%',
			short: true,
			words: 'US share',
			column: {
				label: 'US share',
				description: 'The part of it built in the United States; empty where not known.',
				unit: '0 to 1'
			}
		}),
		location: line({
			optional: true,
			section: 'The deal',
			label: 'Where',
			short: true,
			example: 'Abilene, Texas',
			column: { label: 'Place', description: 'Where it is, as announced; empty where nobody said.', since: 1 },
			fact: 'Location',
			search: true
		}),
		workloads: listOf(
			choice(WORKLOAD),
			{ expected: `a list of ${WORKLOAD.words.join(', ')}` },
			{
				optional: true,
				label: 'What it is for',
				column: {
					label: 'For',
					description: 'What the compute is for: training, inference or agentic.',
					since: 3
				},
				fact: 'Workloads',
				search: true
			}
		),
		hardware: listOf(
			line(),
			{ expected: 'a list of names' },
			{
				optional: true,
				label: 'Hardware',
				hint: 'One to a line.',
				example: 'Nvidia GB300',
				column: { label: 'Hardware', description: 'Chips and systems, as announced.', since: 2 },
				fact: 'Hardware',
				search: true
			}
		),
		units: line({
			optional: true,
			label: 'How many machines',
			short: true,
			example: 'hundreds of thousands of GPUs',
			column: {
				label: 'How many',
				description: 'How many chips or systems, in the words of the announcement.',
				since: 4
			},
			fact: 'Units',
			search: true
		}),
		capacity_gw: between(
			{ least: 0, most: 10_000, expected: 'a number of gigawatts from 0 to 10,000' },
			{
				optional: true,
				label: 'Capacity in gigawatts',
				example: '1.2',
				words: 'capacity in GW',
				column: { label: 'Capacity (GW)', description: 'As announced.', unit: 'gigawatts' },
				fact: { label: 'Capacity', unit: 'GW' }
			}
		),
		confidence: choice(CONFIDENCE, {
			optional: true,
			label: 'How sure the record is',
			column: {
				label: 'Confidence',
				description: 'How well the figure is sourced: low, medium or high.',
				since: 5
			},
			fact: 'Confidence'
		}),
		events: groups(
			EVENT,
			{ least: 1, expected: 'a list of at least one event' },
			{
				section: 'What was said',
				label: 'What was said, and when',
				noun: 'event',
				column: { none: 'A table of its own has a row for each event.' }
			}
		),
		ratings: groups(
			RATING,
			{ expected: 'a list of readings' },
			{
				optional: true,
				section: 'WTF Index',
				label: 'WTF Index readings',
				noun: 'reading',
				sql: 'deal_rating',
				column: { none: 'The two ends of the reading that counts on the day have columns of their own.' }
			}
		),
		sources: sources({
			section: 'Where it was said',
			column: { none: 'The published column counts them; the record names them.' }
		}),
		doubts: groups(
			DOUBT,
			{ expected: 'a list of doubts with note and sources' },
			{
				optional: true,
				label: 'What is in doubt',
				noun: 'doubt',
				hint: 'Where sources contradict each other, or a figure rests on one that could not be read.',
				column: { none: 'The page of the deal and its record list them.' }
			}
		),
		notes: text({
			optional: true,
			label: 'Notes',
			column: { none: 'Remarks for whoever keeps the record.' }
		})
	},
	// In the order in which a press release is read.
	parts: [
		{ title: 'The deal' },
		{ title: 'What was said' },
		{ title: 'Where it was said' },
		{ title: 'In your own words' },
		{ title: 'WTF Index', folded: true },
		{ title: 'More about it', folded: true }
	]
});
