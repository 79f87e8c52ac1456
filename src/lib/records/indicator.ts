import {
	address,
	define,
	finite,
	flag,
	group,
	line,
	listOf,
	slug,
	text,
	whole,
	type Options,
	type PartFault
} from './define';

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
		green: bound({ section: 'The bounds', label: 'Green', hint: 'In the unit of the reading.' }),
		amber: bound({ section: 'The bounds', label: 'Amber', hint: 'What is neither green nor amber is red.' }),
		bounds_by: line({
			section: 'The bounds',
			label: 'Who drew the bounds',
			hint: 'editorial: this ledger.',
			example: 'editorial'
		}),
		bounds_reason: text({ optional: true, section: 'The bounds', label: 'Why they lie there' }),
		bounds_source: group(
			{
				publisher: line({ label: 'Published by' }),
				url: address({ nullable: true, label: 'Its address', words: 'address' }),
				seen: flag({ optional: true, label: 'Read itself' })
			},
			{ expected: 'a source with publisher and url' },
			{ optional: true, section: 'The bounds', label: 'Where the bounds come from' }
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
