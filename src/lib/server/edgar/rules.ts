import type { CapexMeasure } from '$lib/records/vocabularies';

/** What is read out of a company's facts; capex measures under their own names. */
export type Measure = CapexMeasure | 'operating_cash_flow' | 'revenue' | 'rpo_total';

/** How one company's figures stand in its filings. */
export interface CompanyRules {
	/** `MM-DD` on or near which its fiscal year ends (52/53-week years move by a few days); null: told from its annual reports. */
	yearEnd: string | null;
	/**
	 * Tags of each measure, all of them of the same line of the statements. Which one holds is chosen quarter by quarter: the
	 * one whose facts reach furthest first, so that a tag no longer in use never hides its successor.
	 */
	tags: Partial<Record<Exclude<Measure, 'including_finance_leases'>, readonly string[]>>;
	/** Principal paid on finance leases, where the company itself adds it to its capital spending; null where it does not. */
	leasePrincipal: string | null;
	/** The name that revenue has in the table of fundamentals. */
	revenueMetric: string;
}

const PPE = 'PaymentsToAcquirePropertyPlantAndEquipment';
const PRODUCTIVE = 'PaymentsToAcquireProductiveAssets';
const CASH_FLOW = 'NetCashProvidedByUsedInOperatingActivities';
const CONTRACTS = 'RevenueFromContractWithCustomerExcludingAssessedTax';
const REVENUES = 'Revenues';
const RPO = 'RevenueRemainingPerformanceObligation';

function rules(yearEnd: string | null, changes: Partial<CompanyRules['tags']> = {}): CompanyRules {
	const tags = {
		payments_for_ppe: [PPE],
		operating_cash_flow: [CASH_FLOW],
		revenue: [CONTRACTS, REVENUES],
		rpo_total: [RPO],
		...changes
	};
	return { yearEnd, tags, leasePrincipal: null, revenueMetric: 'revenue' };
}

const RULES: Record<string, CompanyRules> = {
	'0000789019': rules('06-30'),
	'0001652044': rules('12-31', { revenue: [REVENUES, CONTRACTS] }),
	// Amazon's line was tagged as property and equipment until March 2017 and as productive assets since.
	'0001018724': rules('12-31', { payments_for_ppe: [PRODUCTIVE, PPE] }),
	// Meta states capital spending with and without the principal it pays on finance leases.
	'0001326801': { ...rules('12-31'), leasePrincipal: 'FinanceLeasePrincipalPayments' },
	'0001341439': rules('05-31'),
	'0001769628': rules('12-31', { payments_for_ppe: [PPE, PRODUCTIVE] }),
	// The last Sunday of January. Nvidia's line of productive assets takes intangible assets in, so it is not taken for PP&E.
	'0001045810': { ...rules('01-28'), revenueMetric: 'total_revenue' }
};

/** The rules of a company by its ten-digit CIK; a company without rules of its own is read by the usual tags. */
export function rulesOf(cik: string): CompanyRules {
	return RULES[cik] ?? rules(null);
}

/** Every tag that the rules look at. */
export function tagsOf({ tags, leasePrincipal }: CompanyRules): string[] {
	return [...new Set([...Object.values(tags).flat(), ...(leasePrincipal ? [leasePrincipal] : [])])];
}

/** Only a cash flow may be negative: a negative payment, revenue or obligation is a fault. */
export function mayBeNegative(measure: Measure): boolean {
	return measure === 'operating_cash_flow';
}
