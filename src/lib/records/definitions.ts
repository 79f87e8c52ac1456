import { ASSUMED_TERMS } from './assumed-terms';
import { CAPEX } from './capex';
import { COVERAGE } from './coverage';
import { DEAL } from './deal';
import type { Definition } from './define';
import { FUNDAMENTAL } from './fundamental';
import { GUIDANCE } from './guidance';
import type { RecordKind } from './index';
import { INDICATOR } from './indicator';
import { ORGANISATION } from './organisation';
import { PROJECTION } from './projection';

/** What each kind of record is. Apart from the names of the kinds: those are in every page's first script. */
export const DEFINITIONS = {
	deals: DEAL,
	organisations: ORGANISATION,
	projections: PROJECTION,
	indicators: INDICATOR,
	capex: CAPEX,
	guidance: GUIDANCE,
	fundamentals: FUNDAMENTAL,
	coverage: COVERAGE,
	terms: ASSUMED_TERMS
} as const satisfies Record<RecordKind, Definition>;
