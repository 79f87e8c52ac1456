import { dayNumber } from '$lib/records/day';
import type { Capex, Fundamental, Records } from '$lib/records';
import { recordKey } from '$lib/records/keys';
import type { Refusal } from './facts';

/**
 * What a filed figure means for the ledger: a period it lacks; another figure for a period it has; a figure in the place of
 * one that the ledger had wrong or from elsewhere; the same figure, now with its filing; the same row; or a figure that stands
 * beside one from another page, which a person has to judge.
 */
export const STATUSES = ['new', 'vintage', 'corrected', 'confirmed', 'conflict', 'unchanged'] as const;
export type Status = (typeof STATUSES)[number];

interface Entry<K extends 'capex' | 'fundamentals', R> {
	kind: K;
	status: Status;
	row: R;
	/** What the ledger had for the same period, if anything. */
	was: R[];
}
export type Line = Entry<'capex', Capex> | Entry<'fundamentals', Fundamental>;

/** A record to be put, or removed where null, in the store's form. */
export type Write =
	| { kind: 'capex'; key: string; record: Capex | null }
	| { kind: 'fundamentals'; key: string; record: Fundamental | null };

export interface Difference {
	lines: Line[];
	writes: Write[];
	refused: Refusal[];
}

type Row = Capex | Fundamental;

/** The folder of a filing: any document of it lies there. */
function filingOf(address: string | null): string | null {
	return /\/Archives\/edgar\/data\/\d+\/(\d{18})\//.exec(address ?? '')?.[1] ?? null;
}

function sameFiling(one: Row, other: Row): boolean {
	return one.source !== null && filingOf(one.source) !== null && filingOf(one.source) === filingOf(other.source);
}

/** The filed row with what a person noted on the row it confirms. */
function keepingNote<R extends Row>(row: R, before: R): R {
	if (!before.seen || !before.note) return row;
	return { ...row, note: `${before.note.replace(/[.;\s]+$/, '')}. ${row.note ?? ''}`.trim() };
}

function groups<R>(rows: R[], keyOf: (row: R) => string): Map<string, R[]> {
	const found = new Map<string, R[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = found.get(key);
		if (group) group.push(row);
		else found.set(key, [row]);
	}
	return found;
}

/** Rows of one company and measure that cover the same days under other dates: both together would count them twice. */
function findOverlap(row: Capex, ledger: Capex[]): Capex | undefined {
	return ledger.find((other) => {
		if (other.period_start === row.period_start && other.period_end === row.period_end) return false;
		const from = Math.max(dayNumber(other.period_start), dayNumber(row.period_start));
		const to = Math.min(dayNumber(other.period_end), dayNumber(row.period_end));
		return to - from + 1 > 15;
	});
}

function capexDifference(filed: Capex[], ledger: Capex[], into: Difference): void {
	const series = ({ company, measure }: Capex) => `${company} ${measure}`;
	const period = (row: Capex) => `${series(row)} ${row.period_start} ${row.period_end}`;
	const ledgerSeries = groups(ledger, series);
	const ledgerPeriods = groups(ledger, period);
	for (const [key, rows] of groups(filed, period)) {
		const [first] = rows;
		const other = first && findOverlap(first, ledgerSeries.get(series(first)) ?? []);
		if (first && other) {
			const why = `The ledger has ${other.period_start} to ${other.period_end} by the same measure: the days would count twice.`;
			into.refused.push({ what: `${first.measure}, ${first.fiscal_period}`, why });
			continue;
		}
		const was = ledgerPeriods.get(key) ?? [];
		const undated = was.filter((row) => row.filed === null);
		for (const row of rows) {
			const dated = row.filed === null ? was.filter((known) => known.filed !== null) : [];
			if (dated.length > 0) {
				// A file without days of filing cannot say where its figure stands among those that have one.
				const same = dated.find(({ amount_usd }) => amount_usd === row.amount_usd);
				if (same) into.lines.push({ kind: 'capex', status: 'unchanged', row: same, was });
				else {
					const why = `The file does not say when ${row.amount_usd.toLocaleString('en-US')} was filed, and the ledger has dated figures.`;
					into.refused.push({ what: `${row.measure}, ${row.fiscal_period}`, why });
				}
				continue;
			}
			const match = was.find((known) => known.filed === row.filed);
			const same = match ?? undated.find(({ amount_usd }) => amount_usd === row.amount_usd);
			if (match?.amount_usd === row.amount_usd && match.seen && sameFiling(match, row)) {
				into.lines.push({ kind: 'capex', status: 'unchanged', row: match, was });
				continue;
			}
			const confirms = same?.amount_usd === row.amount_usd;
			const record = confirms ? keepingNote(row, same) : row;
			// A figure without a day of filing gives way to the filings, and where none of them has it, it was wrong.
			const wrong =
				match !== undefined ||
				(undated.length > 0 && !undated.some(({ amount_usd }) => rows.some((each) => each.amount_usd === amount_usd)));
			const status = was.length === 0 ? 'new' : confirms ? 'confirmed' : wrong ? 'corrected' : 'vintage';
			into.lines.push({ kind: 'capex', status, row: record, was });
			into.writes.push({ kind: 'capex', key: recordKey('capex', record), record });
		}
		for (const row of undated) {
			if (rows.some(({ filed: day }) => day === null)) continue;
			into.writes.push({ kind: 'capex', key: recordKey('capex', row), record: null });
		}
	}
}

/** True for a row that gives way to the filing: not seen by anyone, or itself taken from the SEC's data. */
function isReplaceable({ seen, source }: Fundamental): boolean {
	return (
		!seen || source === null || /^https:\/\/(?:www|data)\.sec\.gov\/(?:Archives\/edgar\/data|api\/xbrl)\//.test(source)
	);
}

function fundamentalDifference(filed: Fundamental[], ledger: Fundamental[], into: Difference): void {
	const known = groups(
		ledger,
		(row) => `${row.company} ${row.metric} ${row.period_start} ${row.period_end} ${row.as_of}`
	);
	for (const row of filed) {
		const was = known.get(`${row.company} ${row.metric} ${row.period_start} ${row.period_end} ${row.as_of}`) ?? [];
		const same = was.find(({ amount_usd }) => amount_usd === row.amount_usd);
		const others = was.filter((other) => other.amount_usd !== row.amount_usd && !isReplaceable(other));
		if (same?.seen && sameFiling(same, row) && was.length === 1 + others.length) {
			into.lines.push({ kind: 'fundamentals', status: others.length > 0 ? 'conflict' : 'unchanged', row: same, was });
			continue;
		}
		const record = same ? keepingNote(row, same) : row;
		const restated = was.some((other) => other.seen && filingOf(other.source) !== null);
		const replaced = restated ? 'vintage' : 'corrected';
		const status = was.length === 0 ? 'new' : others.length > 0 ? 'conflict' : same ? 'confirmed' : replaced;
		into.lines.push({ kind: 'fundamentals', status, row: record, was });
		const key = recordKey('fundamentals', record);
		for (const other of was) {
			const otherKey = recordKey('fundamentals', other);
			if (otherKey !== key && !others.includes(other))
				into.writes.push({ kind: 'fundamentals', key: otherKey, record: null });
		}
		into.writes.push({ kind: 'fundamentals', key, record });
	}
}

/**
 * Holds filed rows against the ledger. Capital spending keeps every vintage; a row without a day of filing gives way to the
 * filings of its quarter. Of the other figures the latest stands; what another page reported differently stays beside it.
 * Nothing is written here.
 */
export function differenceTo(
	ledger: Pick<Records, 'capex' | 'fundamentals'>,
	filed: { capex: Capex[]; fundamentals: Fundamental[] }
): Difference {
	const difference: Difference = { lines: [], writes: [], refused: [] };
	capexDifference(filed.capex, ledger.capex, difference);
	fundamentalDifference(filed.fundamentals, ledger.fundamentals, difference);
	return difference;
}
