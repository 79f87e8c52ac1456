import {
	address,
	day,
	define,
	finite,
	flag,
	group,
	groups,
	line,
	listOf,
	slug,
	text,
	whole,
	type Options,
	type PartFault
} from './define';
import { inRisingOrder } from './days-in-force';

const BOUND = {
	min: finite({ optional: true, label: 'From', hint: 'At and above it. Left empty: no end.' }),
	max: finite({ optional: true, label: 'Below', hint: 'Left empty: no end.' })
};

function boundFaults({ min, max }: { min?: number; max?: number }): PartFault[] {
	const faults: PartFault[] = [];
	if (min === undefined && max === undefined) faults.push({ path: [], expected: 'bounds with min or max' });
	if (min !== undefined && max !== undefined && min >= max)
		faults.push({ path: ['min'], expected: `less than max, ${max}` });
	return faults;
}

/** min ≤ x < max; a missing end is open. */
function bound(options: Options<false, false>) {
	return group(BOUND, { expected: 'bounds with min or max', check: boundFaults }, options);
}

const BOUNDS = group(
	{
		from: day({ label: 'In force from', called: 'The first day of the bounds', example: '2026-12-01' }),
		green: bound({ label: 'Green', hint: 'In the unit of the reading.' }),
		amber: bound({ label: 'Amber', hint: 'What is neither green nor amber is red.' }),
		by: line({ label: 'Who drew the bounds', hint: 'editorial: this ledger.', example: 'editorial' }),
		reason: text({ optional: true, label: 'Why they lie there' }),
		source: group(
			{
				publisher: line({ label: 'Published by' }),
				url: address({ nullable: true, label: 'Its address', words: 'address' }),
				seen: flag({ optional: true, label: 'Read itself' })
			},
			{ expected: 'a source with publisher and url' },
			{ optional: true, label: 'Where the bounds come from' }
		)
	},
	{ expected: 'bounds with from, green, amber and by' }
);

/** The definition of one bubble reading. What computes it is part of the program; its bounds and its words are not. */
export const INDICATOR = define({
	noun: 'indicator',
	expected: 'an indicator',
	title: 'Reading',
	list: 'Indicators',
	called: 'The reading',
	view: 'indicator',
	fields: {
		slug: slug({ last: true }),
		name: line({ label: 'Its name' }),
		question: text({ label: 'The question that it answers' }),
		formula: text({ label: 'How it is computed, in words' }),
		inputs: listOf(
			line(),
			{ least: 1, expected: 'a list of at least one input' },
			{ label: 'What it is computed from', hint: 'One to a line.' }
		),
		unit: line({ label: 'Unit' }),
		companies: listOf(
			slug(),
			{ least: 1, expected: 'a list of at least one slug of an organisation' },
			{
				optional: true,
				label: 'Whose figures it takes',
				noun: 'company',
				hint: 'Where it takes figures of some companies: those and no others.',
				picks: 'organisations',
				example: 'Microsoft'
			}
		),
		bounds: groups(
			BOUNDS,
			{ least: 1, expected: 'a list of at least one set of bounds', check: inRisingOrder('bounds') },
			{
				section: 'The bounds',
				label: 'The bounds, each from a day on',
				noun: 'set of bounds',
				sql: 'indicator_bounds',
				hint: 'A reading of a day is judged by the bounds in force that day. Draw new ones from a day on; those before stay.'
			}
		),
		stale_after_days: whole(
			{ least: 1, most: 36_525, expected: 'a whole number of days from 1 to 36,525' },
			{ section: 'When it is too old', label: 'Stale after so many days', example: '120' }
		),
		notes: text({ optional: true, label: 'Notes' })
	},
	// The bounds first: they are what people argue about.
	parts: [{ title: 'The bounds' }, { title: 'When it is too old' }, { title: 'Its words', folded: true }]
});
