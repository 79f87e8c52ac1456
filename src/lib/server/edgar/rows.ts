import type { Capex, Fundamental } from '$lib/records';
import { CAPEX_MEASURES } from '$lib/records/vocabularies';
import { filingAddress, type Fact } from './facts';
import type { Figure } from './quarters';
import type { CompanyRules } from './rules';
import type { Vintage } from './vintages';

/** Whose figures they are. */
export interface Filer {
	/** Slug of the organisation. */
	company: string;
	/** Ten digits. */
	cik: string;
	/** As the SEC writes it. */
	entityName: string;
}

function filings(facts: Fact[]): string {
	const seen = new Map(facts.map(({ accn, filed }) => [accn, filed]));
	return [...seen].map(([accn, filed]) => (filed ? `accn ${accn} filed ${filed}` : `accn ${accn}`)).join(', ');
}

function origin({ cik, entityName }: Filer, { facts }: Vintage) {
	const [latest] = facts;
	const form = latest?.form ? ` ${latest.form}` : '';
	return {
		source: latest ? filingAddress(cik, latest.accn) : null,
		publisher: `${entityName}${form} (SEC EDGAR)`,
		seen: true,
		confidence: 'high' as const
	};
}

function tagsIn({ tags }: Figure): string {
	return tags.map((tag) => `us-gaap:${tag}`).join(' + ');
}

/** Rows of capital spending, one for each figure that was ever filed for a quarter, with its day of filing and its filing. */
export function capexRows(figures: Figure[], filer: Filer): Capex[] {
	const rows = new Map<string, Capex>();
	for (const figure of figures) {
		const measure = CAPEX_MEASURES.find((each) => each === figure.measure);
		if (!measure || figure.start === null) continue;
		for (const vintage of figure.vintages) {
			// Without days of filing there is one row for the quarter, the latest figure.
			rows.set(`${measure} ${figure.start} ${figure.end} ${vintage.filed}`, {
				company: filer.company,
				fiscal_period: figure.label,
				period_start: figure.start,
				period_end: figure.end,
				amount_usd: vintage.amount,
				measure,
				filed: vintage.filed,
				...origin(filer, vintage),
				derivation: vintage.derivation,
				note: `${tagsIn(figure)}; ${filings(vintage.facts)}`
			});
		}
	}
	return [...rows.values()];
}

/**
 * Rows of cash flow, revenue and remaining obligations: the latest figure of each period, since that table has no day of
 * filing by which a reader could tell one vintage from another. Earlier figures stand in the note.
 */
export function fundamentalRows(figures: Figure[], filer: Filer, rules: CompanyRules): Fundamental[] {
	return figures.flatMap((figure) => {
		const { measure, start, end, label, vintages } = figure;
		const latest = vintages.at(-1);
		if (!latest || CAPEX_MEASURES.some((each) => each === measure)) return [];
		const before = vintages
			.slice(0, -1)
			.map(({ amount, filed }) => `${amount.toLocaleString('en-US')}${filed ? ` (filed ${filed})` : ''}`);
		const earlier = before.length > 0 ? `. Before: ${before.join(', ')}` : '';
		return [
			{
				company: filer.company,
				metric: measure === 'revenue' ? rules.revenueMetric : measure,
				period_start: start,
				period_end: start === null ? null : end,
				as_of: start === null ? end : null,
				amount_usd: latest.amount,
				...origin(filer, latest),
				note: `${label}; ${latest.derivation}; ${tagsIn(figure)}; ${filings(latest.facts)}${earlier}`
			}
		];
	});
}
