import { z } from 'zod';
import { COMPARABLE, CONFIDENCES, ORGANISATION_KINDS, SCOPES } from '$lib/records/vocabularies';
import { fields, rule, type Rule } from './fault';
import { sources, uniqueKeys, value } from './parts';
import { address, date, day, dollars, flag, line, listOf, oneOf, slug, text, whole } from './scalars';

const stake = fields(
	{ in: slug, since: date.optional(), value: value.optional(), source: address.optional(), note: text.optional() },
	'a stake with in and since'
);

/** One organisation. */
export const organisation = fields(
	{
		slug,
		name: line,
		kind: oneOf(ORGANISATION_KINDS),
		country: line.nullable().optional(),
		ticker: line.optional(),
		cik: z
			.string({ error: "ten digits in quotes, such as '0001018724'" })
			.regex(/^\d{10}$/, { error: "ten digits in quotes, such as '0001018724'" })
			.optional(),
		aliases: listOf(line, 0, 'a list of names').optional(),
		stakes: z.array(stake, { error: 'a list of stakes' }).optional(),
		stand_in: flag.optional(),
		notes: text.optional()
	},
	'an organisation'
);

const window = fields({ start: day, end: day }, 'a window with start and end').superRefine(
	({ start, end }, context) => {
		if (end < start) {
			context.addIssue({ code: 'custom', path: ['end'], message: `a day on or after the start, ${start}` });
		}
	}
);

const PATH = 'a list of years with their amounts';
const COMPARISON = 'none, or deals, capex or a list of these';

/** One projection. What holds between its fields is in `projectionRules`. */
export const projection = fields(
	{
		slug,
		author: line,
		institution: line,
		title: line,
		published: date,
		scope: oneOf(SCOPES),
		covers: text,
		window,
		target: value,
		path: z
			.array(
				fields({ year: whole(1990, 2100, 'a year from 1990 to 2100'), amount: dollars }, 'a year and its amount'),
				{
					error: PATH
				}
			)
			.min(1, { error: PATH })
			.optional(),
		supersedes: slug.optional(),
		comparable: z.union([oneOf(COMPARABLE), listOf(oneOf(COMPARABLE), 1, COMPARISON)], { error: COMPARISON }),
		reason: text.optional(),
		companies: listOf(slug, 1, 'a list of at least one slug of an organisation').optional(),
		featured: flag.optional(),
		sources,
		confidence: oneOf(CONFIDENCES).optional(),
		notes: text.optional()
	},
	'a projection'
);

const noneAlone = rule(z.looseObject({ comparable: z.array(z.enum(COMPARABLE)) }), ({ comparable }) =>
	comparable.length > 1 && comparable.includes('none')
		? [{ path: ['comparable'], expected: 'none alone, or a list without it', got: comparable.join(', ') }]
		: []
);

/** A path may run past its window: only the part inside is drawn (MODEL section 5). */
const yearsOnce = rule(z.looseObject({ path: z.array(z.looseObject({ year: z.int() })) }), ({ path: years }) =>
	years.flatMap(({ year }, index) =>
		years.findIndex((each) => each.year === year) === index
			? []
			: [{ path: ['path', index, 'year'], expected: 'each year once', got: `${year} again` }]
	)
);

/** What holds between the fields of a projection. */
export const projectionRules: Rule[] = [noneAlone, yearsOnce, uniqueKeys];

const finite = z.number({ error: 'a number' });

const bound = fields({ min: finite.optional(), max: finite.optional() }, 'bounds with min or max').superRefine(
	({ min, max }, context) => {
		if (min === undefined && max === undefined) {
			context.addIssue({ code: 'custom', message: 'bounds with min or max' });
		}
		if (min !== undefined && max !== undefined && min >= max) {
			context.addIssue({ code: 'custom', path: ['min'], message: `less than max, ${max}` });
		}
	}
);

/** The definition of one bubble reading. */
export const indicator = fields(
	{
		slug,
		name: line,
		question: text,
		formula: text,
		inputs: listOf(line, 1, 'a list of at least one input'),
		unit: line,
		green: bound,
		amber: bound,
		bounds_by: line,
		bounds_reason: text.optional(),
		bounds_source: fields(
			{ publisher: line, url: address.nullable(), seen: flag.optional() },
			'a source with publisher and url'
		).optional(),
		stale_after_days: whole(1, 36_525, 'a whole number of days from 1 to 36,525'),
		notes: text.optional()
	},
	'an indicator'
);
