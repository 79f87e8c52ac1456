import { slugOf, type Lookup } from '$lib/records/typed/names';
import { listCell } from '$lib/formats/cell';
import type { Deal, DealEvent, Source } from '$lib/records';
import {
	CellFault,
	readAmount,
	readDollars,
	readFraction,
	readJson,
	readList,
	readNotice,
	readNumber,
	readSchedule,
	noticeCell,
	scheduleCell
} from './cells';
import { DEAL_COLUMNS, fieldsOf, type DealColumn } from './columns';
import { EVENT_TYPE, FIRM } from '$lib/records/vocabularies';
import { readDay, readParty, readWord } from './words';

/** The cells of a row by column: empty ones are empty text, columns that the file lacks are not there. */
export type Cells = Partial<Record<DealColumn, string>>;

/** A deal as rows, one for each event; what concerns the deal stands on the first. */
export function dealRows(deal: Deal): Cells[] {
	return deal.events.map((event, i) => ({
		slug: deal.slug,
		...(i === 0 ? dealCells(deal) : {}),
		...eventCells(event)
	}));
}

/** Groups and lists of them, which one cell holds in JSON. */
const JSON_COLUMNS: ReadonlySet<string> = new Set(
	DEAL_COLUMNS.filter((name) => {
		const field = fieldsOf('deals')[name];
		return field?.kind === 'group' || (field?.kind === 'list' && field.entry.kind === 'group');
	})
);

function dealCells(deal: Deal): Cells {
	const cells: Cells = {};
	for (const name of DEAL_COLUMNS) {
		const value = deal[name];
		if (value === undefined) continue;
		if (JSON_COLUMNS.has(name)) cells[name] = JSON.stringify(value);
		else cells[name] = Array.isArray(value) ? listCell(value as string[]) : String(value as string | number);
	}
	return cells;
}

function eventCells(event: DealEvent): Cells {
	const { on, type, value, firmness, term, schedule, paid, notice, note, sources } = event;
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
		event_sources: listCell(sources),
		paid_usd: amount(paid),
		notice: notice && noticeCell(notice)
	};
	return cells;
}

type Raw = Record<string, unknown>;

/** A cell that cannot be read, with the path of its field in the record. */
export interface CellFaultAt {
	path: string;
	says: string;
}

/** What some rows say of a deal, still to be checked. */
export interface DealRead {
	raw: Raw;
	/** Cells that cannot be read: their fields are not in `raw`. */
	faults: CellFaultAt[];
	/** Fields that no cell gave and that were made of others. */
	made: string[];
}

/** Without what is not there; undefined where nothing is. */
function compact(raw: Raw): Raw | undefined {
	const entries = Object.entries(raw).filter(([, value]) => value !== undefined);
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Takes fields over from cells and notes each that cannot be read, at the path that the record has for it. */
class Reader {
	readonly faults: CellFaultAt[] = [];

	/** What reading a cell gives; undefined and a fault noted where it cannot be read. */
	read<T>(path: string, read: () => T): T | undefined {
		try {
			return read();
		} catch (error) {
			if (!(error instanceof CellFault)) throw error;
			this.faults.push({ path, says: error.message });
			return undefined;
		}
	}

	/** Takes a field over: an empty cell takes it out, a column that is not there leaves it. */
	set(raw: Raw, field: string, cell: string | undefined, read: (cell: string) => unknown, above = ''): void {
		if (cell === undefined) return;
		raw[field] = cell === '' ? undefined : this.read(`${above}${field}`, () => read(cell));
	}
}

const asIs = (cell: string) => cell;

function valueOf(reader: Reader, at: string, cells: Cells, known: Raw): unknown {
	const { amount } = cells;
	if (amount) return reader.read(`${at}value`, () => readAmount(amount));
	const value: Raw = { ...(known.value as Raw | undefined) };
	reader.set(value, 'low', cells.low_usd, readDollars, `${at}value.`);
	reader.set(value, 'central', cells.central_usd, readDollars, `${at}value.`);
	reader.set(value, 'high', cells.high_usd, readDollars, `${at}value.`);
	return compact(value);
}

function termOf(reader: Reader, at: string, cells: Cells, known: Raw): unknown {
	const term: Raw = { ...(known.term as Raw | undefined) };
	if (cells.term_end && cells.term_years === undefined) delete term.years;
	if (cells.term_years && cells.term_end === undefined) delete term.end;
	reader.set(term, 'start', cells.term_start, readDay, `${at}term.`);
	reader.set(term, 'end', cells.term_end, readDay, `${at}term.`);
	reader.set(term, 'years', cells.term_years, readNumber, `${at}term.`);
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
	const stem = slugOf(name).slice(0, 60).replace(/-$/, '') || 'source';
	const taken = new Set(sources.map(({ key }) => key));
	let key = stem;
	for (let n = 2; taken.has(key); n++) key = `${stem}-${n}`;
	sources.push({
		key,
		url: url ? url : null,
		publisher: name,
		title: title ? title : null,
		published: published ? readDay(published) : null
	});
	return key;
}

/** How each column of a deal is read, by the kind of its field. */
function readerOf(name: string, organisations: Lookup | undefined): (cell: string) => unknown {
	const field = fieldsOf('deals')[name];
	switch (field?.kind) {
		case 'number':
			return readNumber;
		case 'fraction':
			return readFraction;
		case 'group':
			return (cell) => readJson(cell, 'fields');
		case 'choice':
			return (cell) => readWord(field.vocabulary, cell);
		case 'list':
			if (field.entry.kind === 'group') return (cell) => readJson(cell, 'a list');
			return field.picks === 'organisations' ? (cell) => partiesOf(cell, organisations) : readList;
		default:
			return asIs;
	}
}

function partiesOf(cell: string, organisations: Lookup | undefined): unknown {
	const list = readList(cell);
	return Array.isArray(list)
		? list.map((each: unknown) => (typeof each === 'string' ? readParty(each, organisations) : each))
		: list;
}

/** The cells that concern the deal, of all its rows together. */
function commonCells(rows: readonly Cells[], reader: Reader): Cells {
	const cells: Cells = {};
	for (const row of rows) {
		for (const name of DEAL_COLUMNS) {
			const [first, cell] = [cells[name], row[name]];
			if (cell === undefined || (cell === '' && first !== undefined)) continue;
			if (first && cell !== first) reader.faults.push({ path: name, says: `its rows say “${first}” and “${cell}”` });
			else cells[name] = cell;
		}
	}
	return cells;
}

/**
 * The deal that some rows say, still to be checked. What `known` has and the file has no column for stays as it is recorded; an
 * event is known by its day and type. A summary and notes of events that no cell gives are the title.
 */
export function dealOf(rows: readonly Cells[], known?: Deal, organisations?: Lookup): DealRead {
	const reader = new Reader();
	const deal: Raw = { ...known };
	const cells = commonCells(rows, reader);
	for (const name of DEAL_COLUMNS) reader.set(deal, name, cells[name], readerOf(name, organisations));
	const made = new Set<string>();
	const orTitle = (raw: Raw, field: string, before: unknown) => {
		if (raw[field] !== undefined || before !== undefined || typeof deal.title !== 'string') return;
		raw[field] = deal.title;
		made.add(field);
	};
	orTitle(deal, 'summary', known?.summary);
	const sources = (Array.isArray(deal.sources) ? [...(deal.sources as Partial<Source>[])] : []) as Partial<Source>[];
	deal.events = rows.map((row, i) => {
		const at = `events[${i}].`;
		const [on, type] = [readDay(row.on ?? ''), row.type === undefined ? 'announced' : readWord(EVENT_TYPE, row.type)];
		const there = known?.events.find((each) => each.on === on && each.type === type);
		const event: Raw = { ...there, on: on || undefined, type: type || undefined };
		reader.set(event, 'firmness', row.firmness, (cell) => readWord(FIRM, cell), at);
		reader.set(event, 'note', row.note, asIs, at);
		orTitle(event, 'note', there?.note);
		event.value = valueOf(reader, at, row, event);
		event.term = termOf(reader, at, row, event);
		reader.set(event, 'schedule', row.schedule, readSchedule, at);
		reader.set(event, 'paid', row.paid_usd, readDollars, at);
		reader.set(event, 'notice', row.notice, readNotice, at);
		reader.set(event, 'sources', row.event_sources, readList, at);
		const own = ownSource(row, sources);
		const named = Array.isArray(event.sources) ? (event.sources as unknown[]) : [];
		if (own !== undefined && !named.includes(own)) event.sources = [...named, own];
		return compact(event);
	});
	if (sources.length > 0) deal.sources = sources;
	return { raw: compact(deal) ?? {}, faults: reader.faults, made: [...made] };
}
