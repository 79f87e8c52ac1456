import type { Book } from '$lib/ledger/book';
import type { Day } from '$lib/records/day';
import { readIndicator } from '$lib/ledger/indicators';
import type { ColourChange, Input, Row } from '$lib/ledger/indicators/reading';
import { turningDeals, type Turning } from '$lib/ledger/indicators/turning';
import type { Indicator } from '$lib/records';
import type { View } from '$lib/view';
import { historyFrom, indicatorLine, indicatorRow, type IndicatorLine } from '$lib/shared/reading-lines';

/** One indicator whole: its definition, its reading, what it was computed from and what would change its colour. */
export interface IndicatorPage {
	line: IndicatorLine;
	definition: Indicator;
	inputs: Input[];
	rows: Row[];
	changes: ColourChange[];
	turning: Turning;
	history_from: Day;
	others: { slug: string; name: string }[];
}

/** The answer of `/indicators/<slug>`; undefined where nothing is defined under the slug. */
export function indicatorPage(book: Book, { as_of }: View, slug: string): IndicatorPage | undefined {
	const definition = book.records.indicators.find((each) => each.slug === slug);
	if (!definition) return undefined;
	const reading = readIndicator(book, definition, as_of);
	return {
		line: indicatorLine(book, definition, as_of, reading),
		definition,
		inputs: reading.inputs,
		rows: reading.rows,
		changes: reading.changes,
		turning: turningDeals(book, definition, as_of, reading),
		history_from: historyFrom(as_of),
		others: book.records.indicators.filter((each) => each !== definition).map(({ slug, name }) => ({ slug, name }))
	};
}

/** One indicator as it is published in JSON. */
export function indicatorRecord(book: Book, view: View, page: IndicatorPage) {
	const { definition, line, inputs, rows, changes, turning } = page;
	const {
		formula: _formula,
		question: _question,
		...reading
	} = indicatorRow(definition, readIndicator(book, definition, view.as_of));
	return {
		indicator: definition,
		reading,
		inputs: inputs.map(({ label, value, unit, date, source }) => ({ label, value, unit, date, source })),
		changes,
		turning,
		history: line.history,
		rows: rows.map(publishedRow)
	};
}

/** The figures that rows may carry, by the name of their column; a row has those of its indicator only. */
const FIGURES = {
	amount_usd: null,
	contribution_usd: null,
	definitive_usd: null,
	rumoured_usd: null,
	debt_usd: null,
	equity_usd: null,
	in_window_usd: null,
	due_usd: null,
	labs_due_usd: null,
	revenue_usd: null,
	ratio: null,
	points: null,
	idiocracy: null
} as const;
type Figure = keyof typeof FIGURES;

/** A row that a reading was computed from, as it is published. */
export type IndicatorSourceRow = Omit<Row, 'values' | 'table' | 'slug' | 'label'> & {
	kind: Row['table'];
	key: string;
	name: string;
} & Record<Figure, number | null>;

function published(value: number | null, name: string): number | null {
	return value !== null && name.endsWith('_usd') ? Math.round(value) : value;
}

/** Dollars are whole where they are published; everything else is exact. */
export function publishedRow({ values, table, slug, label, ...row }: Row): IndicatorSourceRow {
	const figures = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, published(value, name)]));
	return { kind: table, key: slug, name: label, ...row, ...FIGURES, ...figures };
}

/** The rows that a reading was computed from; undefined where nothing is defined under the slug. */
export function indicatorSourceRows(book: Book, { as_of }: View, slug: string): IndicatorSourceRow[] | undefined {
	const definition = book.records.indicators.find((each) => each.slug === slug);
	return definition && readIndicator(book, definition, as_of).rows.map(publishedRow);
}
