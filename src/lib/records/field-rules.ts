import { countsFrom, dayNumber } from './day';
import { anything, choice, date, day, dollars, fraction, group, groups, rule, slug, whole, type Rule } from './define';
import { shorten, type SchemaFault } from './faults';
import type { RecordKind } from './index';
import { ANY_PARTY } from './parts';
import { COMPARISON, LAYERS, TIMING } from './vocabularies';

/** What holds between the fields of one record. Apart from the definitions, which the browser reads: it never asks them. */

/** Events stand in the order of the days they count from. */
const inOrder = rule({ events: groups(group({ on: date() }, { expected: '' }), { expected: '' }) }, ({ events }) =>
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

const KEY_LISTS = groups(anything(), { expected: '' });

const SOURCE_KEYS = groups(group({ key: anything() }, { expected: '' }), { expected: '' });

/** What is wrong with keys of sources that entries of a list name; where the deal has no source, that is the fault. */
function unknownKeys(list: string, entries: { sources: string[] }[], sources: { key: string }[]): SchemaFault[] {
	const keys = new Set(sources.map(({ key }) => key));
	if (keys.size === 0) return [];
	// One sentence for all of them: a hostile record names tens of thousands.
	const expected = `one of the deal's source keys, ${someOf(keys)}`;
	return entries.flatMap((named, index) =>
		named.sources.flatMap((key, place) =>
			keys.has(key) ? [] : [{ path: [list, index, 'sources', place], expected, got: shorten(key) }]
		)
	);
}

/** Every key that an event names is the key of one of the deal's sources. */
const keysExist = rule(
	{
		events: groups(group({ sources: KEY_LISTS }, { expected: '' }), { expected: '' }),
		sources: SOURCE_KEYS
	},
	({ events, sources }) => unknownKeys('events', events, sources)
);

/** The keys that a doubt names are keys of the deal's sources, too. */
const doubtsNameSources = rule(
	{
		doubts: groups(group({ sources: KEY_LISTS }, { expected: '' }), { expected: '' }),
		sources: SOURCE_KEYS
	},
	({ doubts, sources }) => unknownKeys('doubts', doubts, sources)
);

/** What was paid in all by a day cannot be less on a later one; events that do not say it are passed over. */
const paidNeverFalls = rule(
	{ events: groups(group({ paid: dollars({ optional: true }) }, { expected: '' }), { expected: '' }) },
	({ events }) => {
		let most = 0;
		return events.flatMap(({ paid }, index) => {
			if (paid === undefined) return [];
			const before = most;
			most = Math.max(most, paid);
			if (paid >= before) return [];
			const expected = `at least ${before}, which an earlier event says was paid by then`;
			return [{ path: ['events', index, 'paid'], expected, got: String(paid) }];
		});
	}
);

const NAMES = groups(anything(), { expected: '' });

/** Who may give notice is a party of the deal. */
const noticeByParty = rule(
	{
		payers: NAMES,
		payees: NAMES,
		events: groups(
			group(
				{ notice: group({ by: anything({ optional: true }) }, { expected: '' }, { optional: true }) },
				{ expected: '' }
			),
			{ expected: '' }
		)
	},
	({ payers, payees, events }) => {
		const parties = new Set([ANY_PARTY, ...payers, ...payees]);
		return events.flatMap(({ notice }, index) => {
			const by = notice?.by;
			if (by === undefined || parties.has(by)) return [];
			return [{ path: ['events', index, 'notice', 'by'], expected: `one of ${someOf(parties)}`, got: shorten(by) }];
		});
	}
);

const SHARES_OF = groups(fraction(), { expected: '' }, { optional: true });

/** One share for each party. */
const sharesForParties = rule(
	{
		payers: NAMES,
		payees: NAMES,
		shares: group({ payers: SHARES_OF, payees: SHARES_OF }, { expected: '' })
	},
	({ shares, ...parties }) =>
		(['payers', 'payees'] as const).flatMap((side) => {
			const [given, wanted] = [shares[side]?.length, parties[side].length];
			if (given === undefined || given === wanted) return [];
			return [{ path: ['shares', side], expected: `${wanted}, one for each of the ${side}`, got: String(given) }];
		})
);

/** Only what is inside a bigger deal can fall due with it. */
const containerNeeded = rule(
	{ timing: choice(TIMING), part_of: anything({ optional: true }) },
	({ timing, part_of }) =>
		timing === 'container' && part_of === undefined
			? [{ path: ['timing'], expected: 'own, or a part_of beside it: the deal that it falls due with', got: timing }]
			: []
);

const noneAlone = rule({ comparable: groups(choice(COMPARISON), { expected: '' }) }, ({ comparable }) =>
	comparable.length > 1 && comparable.includes('none')
		? [{ path: ['comparable'], expected: 'none alone, or a list without it', got: comparable.join(', ') }]
		: []
);

const ANY_YEAR = { least: Number.MIN_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER, expected: '' };

/** A path may run past its window: only the part inside is drawn (MODEL section 5). */
const yearsOnce = rule(
	{ path: groups(group({ year: whole(ANY_YEAR) }, { expected: '' }), { expected: '' }) },
	({ path: years }) =>
		years.flatMap(({ year }, index) =>
			years.findIndex((each) => each.year === year) === index
				? []
				: [{ path: ['path', index, 'year'], expected: 'each year once', got: `${year} again` }]
		)
);

/** No two sources of a record have the same key. */
const uniqueKeys = rule(
	{ sources: groups(group({ key: anything() }, { expected: '' }), { expected: '' }) },
	(record) => {
		const seen = new Set<string>();
		return record.sources.flatMap(({ key }, index) => {
			if (seen.has(key))
				return [{ path: ['sources', index, 'key'], expected: 'a key of its own', got: `${shorten(key)} again` }];
			seen.add(key);
			return [];
		});
	}
);

const endsAfterStart = rule({ period_start: day(), period_end: day() }, ({ period_start, period_end }) =>
	period_end >= period_start
		? []
		: [{ path: ['period_end'], expected: `a day on or after period_start, ${period_start}`, got: period_end }]
);

const isQuarter = rule({ period_start: day(), period_end: day() }, ({ period_start, period_end }) => {
	const days = dayNumber(period_end) - dayNumber(period_start) + 1;
	if (days < 1 || (days >= 60 && days <= 120)) return [];
	const expected = 'the end of a quarter (60 to 120 days from period_start; annual sums are left out)';
	return [{ path: ['period_end'], expected, got: `${period_end}, after ${days} days` }];
});

const filedAfterEnd = rule({ period_end: day(), filed: day() }, ({ period_end, filed }) =>
	filed >= period_end ? [] : [{ path: ['filed'], expected: `a day on or after period_end, ${period_end}`, got: filed }]
);

const lowBelowHigh = rule({ low_usd: dollars(), high_usd: dollars() }, ({ low_usd, high_usd }) =>
	low_usd <= high_usd ? [] : [{ path: ['low_usd'], expected: `at most high_usd, ${high_usd}`, got: String(low_usd) }]
);

const WHEN = {
	period_start: day({ nullable: true }),
	period_end: day({ nullable: true }),
	as_of: day({ nullable: true })
};

/** A figure is of a period or of a day, not of both and not of neither. */
const periodOrDay = rule(WHEN, ({ period_start, period_end, as_of }) => {
	const expected = 'either period_start and period_end, or as_of';
	if (as_of !== null) {
		return period_start === null && period_end === null
			? []
			: [{ path: ['as_of'], expected, got: 'a period and a day' }];
	}
	if (period_start !== null && period_end !== null) return [];
	if (period_start === null && period_end === null) return [{ path: ['as_of'], expected, got: 'none of them' }];
	const missing = period_start === null ? 'period_start' : 'period_end';
	return [{ path: [missing], expected, got: `no ${missing}` }];
});

/** No term is assumed for what falls due when it is completed. */
const ofLayerWithTerm = rule({ slug: slug() }, ({ slug: layer }) => {
	const layers = LAYERS.filter((each) => each !== 'funding');
	if (layers.some((each) => each === layer)) return [];
	return [{ path: ['slug'], expected: `one of ${layers.join(', ')}`, got: shorten(layer) }];
});

/** The rules of each kind of record. */
export const FIELD_RULES: Record<RecordKind, readonly Rule[]> = {
	deals: [
		inOrder,
		uniqueKeys,
		keysExist,
		doubtsNameSources,
		paidNeverFalls,
		noticeByParty,
		sharesForParties,
		containerNeeded
	],
	organisations: [],
	projections: [noneAlone, yearsOnce, uniqueKeys],
	indicators: [],
	coverage: [],
	terms: [ofLayerWithTerm],
	capex: [endsAfterStart, isQuarter, filedAfterEnd],
	guidance: [endsAfterStart, lowBelowHigh],
	fundamentals: [endsAfterStart, periodOrDay]
};
