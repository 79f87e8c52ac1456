import type { Day } from '$lib/records/day';
import type { Coverage, Records } from '$lib/records';

/** The slug of the statement about everything that is recorded. */
export const WHOLE_LEDGER = 'ledger';

/** What a statement is about: a kind of record, the readings of deals, or the whole ledger. */
type Covered = 'deals' | 'projections' | 'capex' | 'guidance' | 'fundamentals' | 'readings' | typeof WHOLE_LEDGER;

/** The statement about one kind of record, else the one about the whole ledger; undefined where nobody made one. */
function coverageOf({ coverage }: Pick<Records, 'coverage'>, what: Covered): Coverage | undefined {
	return coverage.find(({ slug }) => slug === what) ?? coverage.find(({ slug }) => slug === WHOLE_LEDGER);
}

/** The last day of which anything could be found of a kind of record (MODEL section 2); null where nobody says. */
export function coveredTo(records: Pick<Records, 'coverage'>, what: Covered = WHOLE_LEDGER): Day | null {
	return coverageOf(records, what)?.covered_to ?? null;
}
