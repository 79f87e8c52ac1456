import { countsFrom } from './day';
import { choice, date, day, define, group, groups, line, listOf, slug, text, word, type PartFault } from './define';
import { COVERAGE_STATE, GAP_STATE } from './vocabularies';

const SPAN = group(
	{
		from: date({ label: 'From', called: 'The first day of the time', example: '2025-01', sql: 'from_date' }),
		to: date({ label: 'To', called: 'The last day of the time', example: '2026-06', sql: 'to_date' }),
		state: choice(COVERAGE_STATE, { label: 'How well' }),
		note: text({ optional: true, label: 'What there is to know of it' })
	},
	{
		expected: 'a time with from, to and state',
		check: ({ from, to }): PartFault[] =>
			countsFrom(to) < countsFrom(from)
				? [{ path: ['to'], expected: `a date on or after from, ${countsFrom(from)}` }]
				: []
	}
);

function inRisingOrder(spans: { from: string; to: string }[]): PartFault[] {
	return spans.flatMap(({ from }, index) => {
		const before = spans[index - 1];
		if (!before || countsFrom(before.to) < countsFrom(from)) return [];
		const expected = `a date after ${countsFrom(before.to)}, the end of the time before it`;
		return [{ path: [index, 'from'], expected, got: from }];
	});
}

/** What was looked for of one kind of record, until which day, and what is known to be missing. */
export const COVERAGE = define({
	noun: 'statement of coverage',
	expected: 'a statement of coverage',
	title: 'Coverage',
	list: 'Coverage',
	called: 'The statement',
	view: 'coverage',
	fields: {
		slug: slug({
			label: 'What it is about',
			hint: 'The kind of record as addresses name it: deals, capex; or ledger for all of them. It never changes.',
			example: 'deals',
			last: true,
			column: { label: 'Coverage', description: 'What it is about: a kind of record, or ledger for all of them.' }
		}),
		title: line({
			section: 'Until when',
			label: 'Its title',
			example: 'Deals',
			column: { label: 'Title', description: 'What people read for it.' }
		}),
		summary: text({
			optional: true,
			section: 'Until when',
			label: 'What a reader has to know first',
			column: { none: 'Its page and its record have it.' }
		}),
		covered_to: day({
			section: 'Until when',
			label: 'Covered to',
			called: 'The last day covered',
			hint: 'The last day of which anything could be found. Of what came later nothing is known here.',
			example: '2026-10-11',
			column: { label: 'Covered to', description: 'The last day of which anything could be found.' }
		}),
		searched_to: day({
			section: 'Until when',
			label: 'Searched on',
			called: 'The day of the last search',
			hint: 'The day on which somebody last looked.',
			example: '2026-11-30',
			column: { label: 'Searched on', description: 'The day on which somebody last looked.' }
		}),
		found_to: day({
			optional: true,
			section: 'Until when',
			label: 'Latest found',
			hint: 'The day of the latest thing that was found.',
			example: '2026-10-07',
			column: {
				label: 'Latest found',
				description: 'The day of the latest thing that was found; empty where it is of many.'
			}
		}),
		looked_for: text({
			section: 'What was looked for',
			label: 'What was looked for',
			column: { label: 'Looked for', description: 'What was looked for, and how.' }
		}),
		left_out: listOf(
			line(),
			{ expected: 'a list of what was not looked for' },
			{
				optional: true,
				section: 'What was looked for',
				label: 'What was not looked for',
				hint: 'One to a line.',
				column: { none: 'Its page and its record list it.' }
			}
		),
		spans: groups(
			SPAN,
			{ expected: 'a list of times with from, to and state', check: inRisingOrder },
			{
				optional: true,
				section: 'What was looked for',
				label: 'How well, by time',
				noun: 'time',
				column: { none: 'Its page and its record list them.' }
			}
		),
		series: groups(
			group(
				{
					company: slug({ label: 'Company', picks: 'organisations', example: 'Microsoft' }),
					measure: word({ label: 'Measure', example: 'payments_for_ppe' }),
					note: text({ label: 'What there is to know of it' })
				},
				{ expected: 'a series with company, measure and note' }
			),
			{ expected: 'a list of series with company, measure and note' },
			{
				optional: true,
				section: 'What was looked for',
				label: 'Series of figures',
				noun: 'series',
				column: { none: 'Its page and its record list them.' }
			}
		),
		gaps: groups(
			group(
				{
					state: choice(GAP_STATE, { label: 'What is wrong' }),
					note: text({ label: 'In words', called: 'The gap in words' }),
					deals: listOf(
						slug(),
						{ least: 1, expected: 'a list of at least one slug of a deal' },
						{ optional: true, label: 'Deals that it is about', noun: 'deal', picks: 'deals' }
					)
				},
				{ expected: 'a gap with state and note' }
			),
			{ expected: 'a list of gaps with state and note' },
			{
				optional: true,
				label: 'Known gaps and doubts',
				noun: 'gap',
				column: { none: 'Its page and its record list them.' }
			}
		)
	},
	parts: [{ title: 'Until when' }, { title: 'What was looked for' }, { title: 'Gaps' }]
});
