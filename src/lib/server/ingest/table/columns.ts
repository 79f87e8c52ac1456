import { COLUMNS, type Column, type ColumnType } from '$lib/ledger/columns';
import { IMPORTS, type Import } from '$lib/records';
import { editDistance, nearestMatches } from '$lib/records/typed/fuzzy-match';
import { DEFINITIONS } from '$lib/records/definitions';
import type { Deal } from '$lib/records';
import { DEAL } from '$lib/records/deal';
import type { Fields } from '$lib/records/define';
import { columnOf } from '$lib/records/derive/columns';

/** The order in which an export wrote the columns of a deal at first; it stays, and what joined later stands at the end. */
const FIRST_COLUMNS: readonly DealField[] = [
	'slug',
	'title',
	'summary',
	'kind',
	'layer',
	'payers',
	'payees',
	'part_of',
	'us_share',
	'location',
	'workloads',
	'hardware',
	'units',
	'capacity_gw',
	'confidence',
	'notes',
	'sources',
	'ratings'
];

/** A field of a deal that is a column; its events are rows. */
type DealField = Exclude<keyof Deal, 'events'>;

const LATER_COLUMNS = (Object.keys(DEAL.fields) as (keyof Deal)[]).filter(
	(name): name is DealField => name !== 'events' && !FIRST_COLUMNS.some((first) => first === name)
);

/** Columns of a deal, the same on each of its rows or on the first only. */
export const DEAL_COLUMNS: readonly DealField[] = [...FIRST_COLUMNS, ...LATER_COLUMNS];

/** Columns of one event: a row is one. */
export const EVENT_COLUMNS = [
	'on',
	'type',
	'low_usd',
	'central_usd',
	'high_usd',
	'firmness',
	'term_start',
	'term_end',
	'term_years',
	'schedule',
	'note',
	'event_sources'
] as const;

/** Columns of an event that joined after those of deals: an export writes them last. */
export const LATER_EVENT_COLUMNS = ['paid_usd', 'notice'] as const;

/** What a person may write instead of keys: an amount in words, and the source of the row in columns of its own. */
export const TYPED_COLUMNS = ['amount', 'source_url', 'source_publisher', 'source_title', 'source_published'] as const;

export type DealColumn = DealField | (typeof EVENT_COLUMNS | typeof LATER_EVENT_COLUMNS | typeof TYPED_COLUMNS)[number];

/** The columns of each table, in the order in which an export writes them. */
export function columnsOf(as: Import): readonly string[] {
	return as === 'deals'
		? [...DEAL_COLUMNS, ...EVENT_COLUMNS, ...LATER_EVENT_COLUMNS, ...TYPED_COLUMNS]
		: Object.keys(DEFINITIONS[as].fields);
}

/** The fields of a record by name, whatever its kind. */
export function fieldsOf(as: Import): Fields {
	return DEFINITIONS[as].fields;
}

/** What a column of an export holds: its numbers, days and flags are typed, all others are words. */
function typeOf(as: Import, name: string): ColumnType {
	if (name.endsWith('_usd')) return 'dollars';
	if (name === 'term_years') return 'ratio';
	const kind = fieldsOf(as)[name]?.kind;
	if (kind === 'number' || kind === 'fraction') return 'ratio';
	return kind === 'day' || kind === 'flag' ? kind : 'text';
}

const PLACES: Partial<Record<string, string>> = {
	part_of: 'The deal that this one is inside of, by slug.',
	on: 'The day, month or year of the event: a row is one.',
	type: 'What happened: rumoured, announced, signed, amended and so on.',
	firmness: 'How firm the deal is from this event on.',
	term_start: 'The first day of the term.',
	term_end: 'The last day of the term.',
	term_years: 'Its length, where no last day is known.',
	schedule: 'Dated parts: 2026-01-01 to 2026-12-31: 5000000000; ...',
	note: 'What is said about it.',
	sources: 'The sources of the deal, in JSON; on its first row.',
	ratings: 'The readings of the deal, in JSON; on its first row.',
	event_sources: 'Keys of the sources that say the event, parted by semicolons.',
	shares: 'What part each payer pays and each payee gets, in JSON; on its first row.',
	doubts: 'What is in doubt, in JSON; on its first row.',
	paid_usd: 'What was paid in all by this day, as reported.',
	notice: 'Who may leave: 90 days by either from 2026-08-03; or none.'
};

/** The columns in which an export writes the records of a table, with what each holds; a list is words parted by semicolons. */
export function exportColumns(as: Import): Column[] {
	const names: readonly string[] =
		as === 'deals' ? [...FIRST_COLUMNS, ...EVENT_COLUMNS, ...LATER_COLUMNS, ...LATER_EVENT_COLUMNS] : columnsOf(as);
	const published = new Map<string, Column>(
		[...COLUMNS.events, ...COLUMNS.guidance, ...COLUMNS.capex, ...COLUMNS.deals].map((each) => [each.name, each])
	);
	return names.map((name) => {
		const type = typeOf(as, name);
		const field = fieldsOf(as)[name];
		const { label = name, unit = null, description = '' } = (field && columnOf(field)) ?? published.get(name) ?? {};
		return {
			name,
			type,
			label,
			unit: type === 'dollars' ? 'US dollars' : unit,
			description: PLACES[name] ?? description
		};
	});
}

/** Columns that a published table has beside those of its records: worked out from them, or their address. Left out by name. */
function derivedColumns(as: Import): ReadonlySet<string> {
	if (as === 'deals') return new Set();
	const published = new Map<string, readonly { name: string }[]>(Object.entries(COLUMNS)).get(as) ?? [];
	const own = columnsOf(as);
	return new Set(['id', 'href', ...published.map(({ name }) => name).filter((name) => !own.includes(name))]);
}

/** By these a file is told to be the one table or the other; of several any one does. */
const MARKS: Record<Import, string[][]> = {
	deals: [['slug', 'title'], ['on']],
	capex: [['company'], ['fiscal_period'], ['amount_usd']],
	guidance: [['company'], ['given_on'], ['wording']],
	fundamentals: [['company'], ['metric'], ['amount_usd']]
};

function isMarked(table: Import, names: readonly (string | null | undefined)[]): boolean {
	return MARKS[table].every((any) => any.some((mark) => names.includes(mark)));
}

/** Other names under which people keep the same. */
const ALIASES: Record<string, string> = {
	deal: 'slug',
	name: 'title',
	buyer: 'payers',
	payer: 'payers',
	seller: 'payees',
	payee: 'payees',
	who_pays: 'payers',
	who_is_paid: 'payees',
	date: 'on',
	day: 'on',
	announced: 'on',
	announced_on: 'on',
	how_firm: 'firmness',
	years: 'term_years',
	event: 'type',
	value: 'amount',
	low: 'low_usd',
	central: 'central_usd',
	high: 'high_usd',
	url: 'source_url',
	link: 'source_url',
	publisher: 'source_publisher',
	capacity: 'capacity_gw',
	period: 'fiscal_period'
};

/** What a file's columns are: the name of each in its order, null for one that is left out; or what is wrong. */
export type Recognised = { as: Import; names: (string | null)[] } | { faults: string[] };

function plain(header: string): string {
	return header
		.trim()
		.toLowerCase()
		.replace(/\(us\$\)|\busd\b|\$/g, ' usd ')
		.replace(/[^a-z0-9]+/g, '_')
		.replace(/^_+|_+$/g, '');
}

/** The name that a header means in a table, by its own name, the same in other letters, or another word for it. */
function nameOf(header: string, columns: readonly string[], fields: Fields): string | undefined {
	const name = plain(header);
	const bare = name.replace(/_usd$/, '');
	const labelled = Object.entries(fields).find(([, field]) => plain(columnOf(field)?.label ?? '') === name)?.[0];
	return [name, ALIASES[name] ?? '', `${bare}_usd`, ALIASES[bare] ?? '', labelled ?? ''].find((each) =>
		columns.includes(each)
	);
}

type Mapping = ReadonlyMap<string, string>;

/** What each column of a file is in a table: its name there, null for one that is left out, undefined for one that nobody knows. */
export function namesIn(table: Import, header: readonly string[], map: Mapping): (string | null | undefined)[] {
	const columns = columnsOf(table);
	const left = derivedColumns(table);
	return header.map((each) => {
		const mapped = map.get(each.trim());
		if (mapped === '') return null;
		if (mapped !== undefined) return columns.includes(mapped) ? mapped : undefined;
		return nameOf(each, columns, fieldsOf(table)) ?? (left.has(plain(each)) ? null : undefined);
	});
}

/** The table that a file's columns are those of; undefined where they are those of none, or of several. */
export function tableOf(header: readonly string[], map: Mapping): Import | undefined {
	const fits = IMPORTS.filter((table) => isMarked(table, namesIn(table, header, map)));
	return fits.length === 1 ? fits[0] : undefined;
}

/** The column that a header may have meant: a few letters apart, or sharing a whole word. Short names are all somewhat alike. */
function columnLike(header: string, columns: readonly string[]): string | undefined {
	const words = header.split('_').filter((word) => word.length > 2);
	return nearestMatches(header, columns, (column) => [column]).find(
		(column) =>
			editDistance(header, column) <= Math.min(header.length, column.length) / 3 ||
			column.split('_').some((word) => words.includes(word))
	);
}

/**
 * Tells what the columns of a file are. `map` says it where the names do not (`theirs=ours`, nothing after `=`: left out). A column
 * that nobody knows is a fault: it would be lost without a word.
 */
export function recognise(header: readonly string[], map: Mapping, as?: Import): Recognised {
	const table = as ?? tableOf(header, map);
	if (table === undefined) {
		const marks = IMPORTS.map((each) => `${each} (${MARKS[each].map((any) => any.join(' or ')).join(', ')})`).join(
			', '
		);
		const derived = header.includes('contribution_usd')
			? ' A published list of deals has a row for each deal and leaves its events out: export the records instead.'
			: '';
		return { faults: [`The columns are those of no table: expected ${marks}.${derived}`] };
	}
	const names = namesIn(table, header, map);
	const faults: string[] = [];
	for (const any of MARKS[table])
		if (!any.some((mark) => names.includes(mark)))
			faults.push(`There is no column ${any.join(' or ')}, which ${table} need.`);
	for (const [theirs, ours] of map) {
		if (!header.some((each) => each.trim() === theirs)) faults.push(`The file has no column "${theirs}".`);
		else if (ours !== '' && !columnsOf(table).includes(ours)) faults.push(`There is no column "${ours}" in ${table}.`);
	}
	header.forEach((each, i) => {
		const name = names[i];
		if (name === undefined && !map.has(each.trim())) {
			const like = columnLike(plain(each), columnsOf(table));
			const hint = like ? `; the nearest is ${like}` : '';
			faults.push(
				`The column "${each.trim()}" is not known among ${table}${hint}. Say which it is, or that it is left out.`
			);
		} else if (name && names.indexOf(name) !== i)
			faults.push(`Two columns are ${name}: "${header[names.indexOf(name)]?.trim()}" and "${each.trim()}".`);
	});
	return faults.length > 0 ? { faults } : { as: table, names: names.map((name) => name ?? null) };
}
