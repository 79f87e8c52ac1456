import type { Book } from '$lib/ledger/book';
import type { Column } from '$lib/ledger/columns/column';
import { boundsAt, type Bounds } from '$lib/records/bounds';
import type { Day } from '$lib/records/day';
import { computationOf, readIndicator } from '$lib/readings';
import { VALUE_COLUMNS } from '$lib/readings/columns';
import type { ColourChange, Input, Row } from '$lib/readings/reading';
import { turningDeals, type Turning } from '$lib/readings/turning';
import type { Indicator } from '$lib/records';
import { wholeMeasures } from '$lib/shared/yardsticks';
import type { View } from '$lib/view';
import { historyFrom, indicatorLine, indicatorRow, type IndicatorLine } from '$lib/shared/reading-lines';

/** One indicator whole: its definition, its reading, what it was computed from and what would change its colour. */
export interface IndicatorPage {
	line: IndicatorLine;
	definition: Indicator;
	/** The bounds in force on the day. */
	bounds: Bounds;
	inputs: Input[];
	rows: Row[];
	/** Of the values of the rows. */
	columns: readonly Column[];
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
		bounds: boundsAt(definition, as_of),
		inputs: reading.inputs,
		rows: reading.rows,
		columns: computationOf(slug)?.columns ?? [],
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
		...(line.yardsticks && { yardsticks: { ...wholeMeasures(line.yardsticks), disputed: line.status === 'disputed' } }),
		changes,
		turning,
		history: line.history,
		rows: rows.map(publishedRow)
	};
}

/** A row that a reading was computed from, as it is published: with the values of all readings, those of others empty. */
export type IndicatorSourceRow = Omit<Row, 'values' | 'table' | 'slug' | 'label'> & {
	kind: Row['table'];
	key: string;
	name: string;
} & Record<string, string | number | boolean | null>;

/** Dollars are whole where they are published; everything else is exact. */
export function publishedRow({ values, table, slug, label, ...row }: Row): IndicatorSourceRow {
	const published = VALUE_COLUMNS.map(({ name, type }) => {
		const value = values[name] ?? null;
		return [name, typeof value === 'number' && type === 'dollars' ? Math.round(value) : value] as const;
	});
	return { kind: table, key: slug, name: label, ...row, ...Object.fromEntries(published) };
}

/** The rows that a reading was computed from; undefined where nothing is defined under the slug. */
export function indicatorSourceRows(
	book: Book,
	{ as_of }: Pick<View, 'as_of'>,
	slug: string
): IndicatorSourceRow[] | undefined {
	const definition = book.records.indicators.find((each) => each.slug === slug);
	return definition && readIndicator(book, definition, as_of).rows.map(publishedRow);
}
