import type { Deal, DealEvent, Source } from '$lib/ledger/records';
import {
	CellFault,
	listCell,
	readAmount,
	readDollars,
	readJson,
	readList,
	readNumber,
	readSchedule,
	scheduleCell
} from './cells';
import { DEAL_COLUMNS, type DealColumn } from './columns';

/** The cells of a row by column: empty ones are empty text, columns that the file lacks are not there. */
export type Cells = Partial<Record<DealColumn, string>>;

const LISTS = ['payers', 'payees', 'workloads', 'hardware'] as const;
const NUMBERS = ['us_share', 'capacity_gw'] as const;

/** A deal as rows, one for each event; what concerns the deal stands on the first. */
export function dealRows(deal: Deal): Cells[] {
	return deal.events.map((event, i) => ({
		slug: deal.slug,
		...(i === 0 ? dealCells(deal) : {}),
		...eventCells(event)
	}));
}

function dealCells(deal: Deal): Cells {
	const cells: Cells = {};
	for (const name of DEAL_COLUMNS) {
		const value = deal[name];
		if (value === undefined) continue;
		if (name === 'sources' || name === 'ratings') cells[name] = JSON.stringify(value);
		else cells[name] = Array.isArray(value) ? listCell(value as string[]) : String(value as string | number);
	}
	return cells;
}

function eventCells({ on, type, value, firmness, term, schedule, note, sources }: DealEvent): Cells {
	const amount = (dollars: number | undefined) => (dollars === undefined ? undefined : String(dollars));
	const cells: Cells = {
		...{ on, type, firmness, note },
		low_usd: amount(value?.low),
		central_usd: amount(value?.central),
		high_usd: amount(value?.high),
		term_start: term?.start,
		term_end: term && 'end' in term ? term.end : undefined,
		term_years: term && 'years' in term ? String(term.years) : undefined,
		schedule: schedule && scheduleCell(schedule),
		event_sources: listCell(sources)
	};
	return cells;
}

type Raw = Record<string, unknown>;

/** Without what is not there; undefined where nothing is. */
function compact(raw: Raw): Raw | undefined {
	const entries = Object.entries(raw).filter(([, value]) => value !== undefined);
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Takes a field over from a cell: an empty one takes it out, a column that is not there leaves it. */
function set(
	raw: Raw,
	field: string,
	cell: string | undefined,
	read: (cell: string) => unknown = (text) => text
): void {
	if (cell === undefined) return;
	if (cell === '') raw[field] = undefined;
	else
		try {
			raw[field] = read(cell);
		} catch (error) {
			if (error instanceof CellFault) throw new CellFault(`${field}: ${error.message}`);
			throw error;
		}
}

function valueOf(cells: Cells, known: Raw): unknown {
	if (cells.amount) return readAmount(cells.amount);
	const value: Raw = { ...(known.value as Raw | undefined) };
	set(value, 'low', cells.low_usd, readDollars);
	set(value, 'central', cells.central_usd, readDollars);
	set(value, 'high', cells.high_usd, readDollars);
	return compact(value);
}

function termOf(cells: Cells, known: Raw): unknown {
	const term: Raw = { ...(known.term as Raw | undefined) };
	if (cells.term_end && cells.term_years === undefined) delete term.years;
	if (cells.term_years && cells.term_end === undefined) delete term.end;
	set(term, 'start', cells.term_start);
	set(term, 'end', cells.term_end);
	set(term, 'years', cells.term_years, readNumber);
	return compact(term);
}

/** The key of the source that a row brings in columns of its own; it joins the deal's sources unless it is among them. */
function ownSource(cells: Cells, sources: Partial<Source>[]): string | undefined {
	const { source_url: url, source_publisher: publisher, source_title: title, source_published: published } = cells;
	if (!url && !publisher) return undefined;
	const there = sources.find((each) => (url ? each.url === url : each.publisher === publisher && each.url === null));
	if (there?.key) return there.key;
	const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : 'source';
	const name = publisher ? publisher : host;
	const stem =
		name
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '')
			.slice(0, 60) || 'source';
	const taken = new Set(sources.map(({ key }) => key));
	let key = stem;
	for (let n = 2; taken.has(key); n++) key = `${stem}-${n}`;
	sources.push({
		key,
		url: url ? url : null,
		publisher: name,
		title: title ? title : null,
		published: published ? published : null
	});
	return key;
}

/**
 * The deal that some rows say, still to be checked. What `known` has and the file has no column for stays as it is recorded; an
 * event is known by its day and type.
 *
 * @throws {CellFault} where a cell cannot be read, or rows contradict each other about the deal
 */
export function dealOf(rows: readonly Cells[], known?: Deal): Raw {
	const deal: Raw = { ...known };
	const cells: Cells = {};
	for (const row of rows) {
		for (const name of DEAL_COLUMNS) {
			const [first, cell] = [cells[name], row[name]];
			if (cell === undefined || (cell === '' && first !== undefined)) continue;
			if (first && cell !== first) throw new CellFault(`${name}: its rows say “${first}” and “${cell}”`);
			cells[name] = cell;
		}
	}
	for (const name of DEAL_COLUMNS) {
		const isList = LISTS.some((each) => each === name);
		const isNumber = NUMBERS.some((each) => each === name);
		const inJson = name === 'sources' || name === 'ratings';
		const read = isList
			? readList
			: isNumber
				? readNumber
				: inJson
					? (cell: string) => readJson(cell, 'a list')
					: undefined;
		set(deal, name, cells[name], read);
	}
	const sources = (Array.isArray(deal.sources) ? [...(deal.sources as Partial<Source>[])] : []) as Partial<Source>[];
	deal.events = rows.map((row) => {
		const there = known?.events.find(({ on, type }) => on === row.on && type === row.type);
		const event: Raw = { ...there };
		for (const name of ['on', 'type', 'firmness', 'note'] as const) set(event, name, row[name]);
		event.value = valueOf(row, event);
		event.term = termOf(row, event);
		set(event, 'schedule', row.schedule, readSchedule);
		set(event, 'sources', row.event_sources, readList);
		const own = ownSource(row, sources);
		const named = Array.isArray(event.sources) ? (event.sources as unknown[]) : [];
		if (own !== undefined && !named.includes(own)) event.sources = [...named, own];
		return compact(event);
	});
	if (sources.length > 0) deal.sources = sources;
	return compact(deal) ?? {};
}
