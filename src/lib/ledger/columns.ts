import { CHANGES, HISTORY, RECORD_CHANGES } from './columns/changes';
import type { Column } from './columns/column';
import { ASSUMED_TERMS } from './columns/terms';
import { COVERAGE, GAPS } from './columns/coverage';
import { DEAL_GROUPS, DEAL_QUARTERS, DEALS, EVENTS, SCHEDULE, VERSIONS, WTF } from './columns/deals';
import { EVIDENCE } from './columns/evidence';
import { BACKLOGS, BACKTEST, CHECKED_FORECASTS, FILED_LABS, FILED_QUARTERS } from './columns/filings';
import { FLOWS, LOOPS, ORGANISATIONS, COMMITMENTS } from './columns/flows';
import { INDICATORS, INDICATOR_HISTORY } from './columns/indicators';
import { CAPEX, GUIDANCE, CAPEX_CURVES, CAPEX_PROJECTIONS, FUNDAMENTALS } from './columns/reported';
import {
	SPEND,
	SPEND_WITH_PROJECTION,
	RECONCILIATION,
	PROJECTIONS,
	COMPARISON,
	SCENARIOS,
	SENSITIVITY
} from './columns/spend';

export type { Column, ColumnType } from './columns/column';

/**
 * The tables in which records and answers are published and imported: one column one meaning, one type, one unit. Names
 * are those of the JSON too, and are never renamed: a column may be added, at the end. Here by its name in addresses.
 */
export const COLUMNS = {
	spend: SPEND,
	spend_with_projection: SPEND_WITH_PROJECTION,
	deals: DEALS,
	deal_groups: DEAL_GROUPS,
	deal_quarters: DEAL_QUARTERS,
	events: EVENTS,
	schedule: SCHEDULE,
	versions: VERSIONS,
	reconciliation: RECONCILIATION,
	evidence: EVIDENCE,
	filings: BACKLOGS,
	filed_quarters: FILED_QUARTERS,
	filed_labs: FILED_LABS,
	backtest: BACKTEST,
	checked_forecasts: CHECKED_FORECASTS,
	projections: PROJECTIONS,
	comparison: COMPARISON,
	wtf: WTF,
	indicators: INDICATORS,
	indicator_history: INDICATOR_HISTORY,
	capex: CAPEX,
	guidance: GUIDANCE,
	fundamentals: FUNDAMENTALS,
	capex_projections: CAPEX_PROJECTIONS,
	capex_curves: CAPEX_CURVES,
	flows: FLOWS,
	loops: LOOPS,
	organisations: ORGANISATIONS,
	commitments: COMMITMENTS,
	scenarios: SCENARIOS,
	changes: CHANGES,
	sensitivity: SENSITIVITY,
	history: HISTORY,
	record_changes: RECORD_CHANGES,
	coverage: COVERAGE,
	gaps: GAPS,
	terms: ASSUMED_TERMS
} as const satisfies Record<string, readonly Column[]>;
