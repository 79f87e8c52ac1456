import type { RecordKind } from '$lib/records';
import * as capex from './capex/table';
import * as changes from './changes/table';
import * as coverage from './coverage/table';
import * as deals from './deals/table';
import type { PublishedRecord, PublishedTable } from './define';
import * as evidence from './evidence/table';
import * as filings from './filings/table';
import * as flows from './flows/table';
import * as history from './history/table';
import { formatsAt, type TablePath } from './index';
import * as organisations from './organisations/table';
import * as overview from './overview/table';
import * as projections from './projections/table';
import * as readings from './readings/table';
import * as reconciliation from './reconciliation/table';
import * as scenarios from './scenarios/table';
import * as terms from './terms/table';
import * as wtf from './wtf/table';

/** Every table that is published, by its address without the ending. Heavier than `index.ts`: with columns, words and arithmetic. */
export const TABLES: Record<TablePath, PublishedTable> = {
	...deals.TABLES,
	...overview.TABLES,
	...reconciliation.TABLES,
	...evidence.TABLES,
	...filings.TABLES,
	...projections.TABLES,
	...wtf.TABLES,
	...readings.TABLES,
	...capex.TABLES,
	...flows.TABLES,
	...organisations.TABLES,
	...scenarios.TABLES,
	...changes.TABLES,
	...history.TABLES,
	...coverage.TABLES,
	...terms.TABLES
};

/** What is published of one record of each kind, at `/<kind>/<slug>`. */
export const RECORDS: Record<RecordKind, PublishedRecord> = {
	deals: deals.DEAL,
	organisations: organisations.ORGANISATION,
	projections: projections.PROJECTION,
	indicators: readings.INDICATOR,
	capex: capex.CAPEX_ROW,
	guidance: capex.GUIDANCE_ROW,
	fundamentals: capex.FUNDAMENTAL_ROW,
	coverage: coverage.COVERAGE,
	terms: terms.TERM
};

/** Further tables of one record, at `/<kind>/<slug>/<part>`; every record has its history besides. */
const PARTS: Partial<Record<RecordKind, Record<string, PublishedRecord>>> = {
	deals: { schedule: deals.SCHEDULE, versions: deals.VERSIONS },
	indicators: { rows: readings.INDICATOR_ROWS }
};

/** The names of all parts of records. */
export const PART_NAMES: readonly string[] = ['history', ...Object.values(PARTS).flatMap((each) => Object.keys(each))];

/** A part of a record of a kind; undefined where the kind has none of that name. */
export function partOf(kind: RecordKind, name: string): PublishedRecord | undefined {
	return name === 'history' ? history.historyOf(kind) : PARTS[kind]?.[name];
}

/** What one write changed, at `/history/<revision>`. */
export const { REVISION } = history;

/** The tables as the page of the data lists them: one that stands at two addresses once, of parts one example. */
export function listTables() {
	const lists = Object.entries(TABLES).map(([path, each]) => ({ path, each, formats: formatsAt(path as TablePath) }));
	const parts = Object.values(PARTS)
		.flatMap((byName) => Object.values(byName))
		.map((each) => ({ path: each.listed?.example ?? '', each, formats: formatsAt('/indicators') }));
	const seen = new Set<string>();
	return [...lists, ...parts].flatMap(({ path, each: { listed, columns }, formats }) => {
		if (!listed || seen.has(listed.id)) return [];
		seen.add(listed.id);
		return [{ ...listed, path, formats, columns }];
	});
}
