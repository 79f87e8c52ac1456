import { near } from '$lib/ledger/near';
import { SCHEMAS } from '$lib/ledger/schema/check';

/** The tables that can be imported, each by the kind of record it becomes. */
export const IMPORTS = ['deals', 'capex', 'guidance', 'fundamentals'] as const;
export type Import = (typeof IMPORTS)[number];

/** Columns of a deal, the same on each of its rows or on the first only. */
export const DEAL_COLUMNS = [
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
] as const;

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

/** What a person may write instead of keys: an amount in words, and the source of the row in columns of its own. */
export const TYPED_COLUMNS = ['amount', 'source_url', 'source_publisher', 'source_title', 'source_published'] as const;

export type DealColumn = (typeof DEAL_COLUMNS | typeof EVENT_COLUMNS | typeof TYPED_COLUMNS)[number];

/** The columns of each table, in the order in which an export writes them. */
export function columnsOf(as: Import): readonly string[] {
	return as === 'deals' ? [...DEAL_COLUMNS, ...EVENT_COLUMNS, ...TYPED_COLUMNS] : Object.keys(SCHEMAS[as].shape);
}

/** By these a file is told to be the one table or the other. */
const MARKS: Record<Import, string[]> = {
	deals: ['slug', 'on', 'type'],
	capex: ['company', 'fiscal_period', 'amount_usd'],
	guidance: ['company', 'given_on', 'wording'],
	fundamentals: ['company', 'metric', 'amount_usd']
};

/** Other names under which people keep the same. */
const ALIASES: Record<string, string> = {
	deal: 'slug',
	name: 'title',
	buyer: 'payers',
	payer: 'payers',
	seller: 'payees',
	payee: 'payees',
	date: 'on',
	event: 'type',
	value: 'amount',
	low: 'low_usd',
	central: 'central_usd',
	high: 'high_usd',
	url: 'source_url',
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
function nameOf(header: string, columns: readonly string[]): string | undefined {
	const name = plain(header);
	const bare = name.replace(/_usd$/, '');
	return [name, ALIASES[name] ?? '', `${bare}_usd`, ALIASES[bare] ?? ''].find((each) => columns.includes(each));
}

/**
 * Tells what the columns of a file are. `map` says it where the names do not (`theirs=ours`, nothing after `=`: left out). A column
 * that nobody knows is a fault: it would be lost without a word.
 */
export function recognise(header: string[], map: ReadonlyMap<string, string>, as?: Import): Recognised {
	const read = (table: Import) => {
		const columns = columnsOf(table);
		return header.map((each) => {
			const mapped = map.get(each.trim());
			if (mapped === '') return null;
			return mapped === undefined ? nameOf(each, columns) : columns.includes(mapped) ? mapped : undefined;
		});
	};
	const fits = IMPORTS.filter((table) => MARKS[table].every((mark) => read(table).includes(mark)));
	const table = as ?? (fits.length === 1 ? fits[0] : undefined);
	if (table === undefined) {
		const marks = IMPORTS.map((each) => `${each} (${MARKS[each].join(', ')})`).join(', ');
		return {
			faults: [`The columns are those of no table: expected ${marks}. Name it with --as, or columns with --map.`]
		};
	}
	const names = read(table);
	const faults: string[] = [];
	for (const mark of MARKS[table])
		if (!names.includes(mark)) faults.push(`There is no column ${mark}, which ${table} need.`);
	for (const [theirs, ours] of map) {
		if (!header.some((each) => each.trim() === theirs)) faults.push(`--map: the file has no column "${theirs}".`);
		else if (ours !== '' && !columnsOf(table).includes(ours)) faults.push(`--map: ${table} have no column "${ours}".`);
	}
	header.forEach((each, i) => {
		const name = names[i];
		if (name === undefined && !map.has(each.trim())) {
			const [like] = near(plain(each), columnsOf(table), (column) => [column]);
			const hint = `--map "${each.trim()}=${like ?? ''}"`;
			faults.push(
				`The column "${each.trim()}" is not known among ${table}. ${like ? `Say ${hint} if it is ${like}` : `Leave it out with ${hint}`}.`
			);
		} else if (name && names.indexOf(name) !== i)
			faults.push(`Two columns are ${name}: "${header[names.indexOf(name)]?.trim()}" and "${each.trim()}".`);
	});
	return faults.length > 0 ? { faults } : { as: table, names: names.map((name) => name ?? null) };
}
