import { z } from 'zod';
import { countsFrom } from '$lib/records/day';
import { CONFIDENCES, EVENT_TYPES, FIRMNESS, KINDS, LAYERS, WORKLOADS } from '$lib/records/vocabularies';
import { fields, rule, shorten, type Rule } from './fault';
import { schedule, sources, term, uniqueKeys, value } from './parts';
import { between, date, line, listOf, oneOf, slug, sourceKey, text, whole } from './scalars';

const event = fields(
	{
		on: date,
		type: oneOf(EVENT_TYPES),
		value: value.optional(),
		firmness: oneOf(FIRMNESS).optional(),
		term: term.optional(),
		schedule: schedule.optional(),
		note: text,
		sources: listOf(sourceKey, 1, 'a list of at least one key of a source')
	},
	'an event with on, type, note and sources'
);

const grade = whole(0, 10, 'a whole number from 0 to 10');

const rating = fields(
	{ on: date, terminator: grade, idiocracy: grade, rationale: text, by: line },
	'a reading with on, terminator, idiocracy, rationale and by'
);

const EVENTS = 'a list of at least one event';
const PARTIES = 'a list of at least one slug of an organisation';

/** One deal, as MODEL section 2 describes it. What holds between its fields is in `dealRules`. */
export const deal = fields(
	{
		slug,
		title: line,
		summary: text,
		kind: oneOf(KINDS),
		layer: oneOf(LAYERS).optional(),
		payers: listOf(slug, 1, PARTIES),
		payees: listOf(slug, 1, PARTIES),
		part_of: slug.optional(),
		us_share: between(0, 1, 'a number from 0 to 1').optional(),
		location: line.optional(),
		workloads: listOf(oneOf(WORKLOADS), 0, `a list of ${WORKLOADS.join(', ')}`).optional(),
		hardware: listOf(line, 0, 'a list of names').optional(),
		units: line.optional(),
		capacity_gw: between(0, 10_000, 'a number of gigawatts from 0 to 10,000').optional(),
		confidence: oneOf(CONFIDENCES).optional(),
		events: z.array(event, { error: EVENTS }).min(1, { error: EVENTS }),
		ratings: z.array(rating, { error: 'a list of readings' }).optional(),
		sources,
		notes: text.optional()
	},
	'a deal'
);

/** Events stand in the order of the days they count from. */
const inOrder = rule(z.looseObject({ events: z.array(z.looseObject({ on: date })) }), ({ events }) =>
	events.flatMap(({ on }, index) => {
		const before = events[index - 1];
		if (!before || countsFrom(before.on) <= countsFrom(on)) return [];
		const expected = `a date that counts from ${countsFrom(before.on)} or later (events stand in the order of their days)`;
		return [{ path: ['events', index, 'on'], expected, got: `${on}, which counts from ${countsFrom(on)}` }];
	})
);

/** Keys that a message names. */
const KEYS_NAMED = 8;

function someOf(keys: ReadonlySet<string>): string {
	const named = [...keys].slice(0, KEYS_NAMED).map(shorten).join(', ');
	return keys.size > KEYS_NAMED ? `${named} and ${(keys.size - KEYS_NAMED).toLocaleString('en-US')} more` : named;
}

/** Every key that an event names is the key of one of the deal's sources; where there are none, that is the fault. */
const keysExist = rule(
	z.looseObject({
		events: z.array(z.looseObject({ sources: z.array(z.string()) })),
		sources: z.array(z.looseObject({ key: z.string() }))
	}),
	(record) => {
		const keys = new Set(record.sources.map(({ key }) => key));
		if (keys.size === 0) return [];
		// One sentence for all of them: a hostile record names tens of thousands.
		const expected = `one of the deal's source keys, ${someOf(keys)}`;
		return record.events.flatMap((named, index) =>
			named.sources.flatMap((key, place) =>
				keys.has(key) ? [] : [{ path: ['events', index, 'sources', place], expected, got: shorten(key) }]
			)
		);
	}
);

/** What holds between the fields of a deal. */
export const dealRules: Rule[] = [inOrder, uniqueKeys, keysExist];
