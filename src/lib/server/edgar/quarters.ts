import { addDays, type Day } from '$lib/records/day';
import { calendarOf, labelOf, yearEndFrom, type FiscalQuarter } from './calendar';
import type { CompanyFacts, Fact, Refusal } from './facts';
import { mayBeNegative, type CompanyRules, type Measure } from './rules';
import { seriesOf, type Period, type Quarter, type Series } from './series';
import { currentAt, dropRepeats, vintagesOf, sum, type Vintage } from './vintages';

/** What of a company's facts is wanted. */
export interface Policy {
	/** Only quarters that start, and days that lie, on or after this day. */
	since: Day;
	/** Only what was known by the end of this day; null: all that the file has. */
	asOf: Day | null;
}

/** One period, or one day (`start` null), of one measure with every figure that was filed for it. */
export interface Figure {
	measure: Measure;
	/** The tags it is made of. */
	tags: string[];
	start: Day | null;
	end: Day;
	/** `FY2025Q3`. */
	label: string;
	vintages: Vintage[];
}

/** What a file holds for the ledger, and what of it was refused or is missing. */
export interface Reading {
	figures: Figure[];
	/** Fiscal years, to set the quarters against; the ledger keeps quarters only. */
	years: Figure[];
	refused: Refusal[];
}

const WITH_LEASES =
	'sum of two filed facts (PP&E payments + finance-lease principal), year-to-date differences where needed';

interface Merged {
	quarters: (Quarter & { tag: string })[];
	years: (Period & { tag: string })[];
}

/** Joins what one line of the statements was under several tags: where both have a period, the tag still in use holds. */
function join<T extends Period>(
	measure: string,
	series: { tag: string; periods: T[] }[],
	refused: Refusal[]
): (T & { tag: string })[] {
	const joined = new Map<string, T & { tag: string }>();
	for (const { tag, periods } of series) {
		for (const period of periods) {
			const first = joined.get(period.end);
			if (!first) {
				joined.set(period.end, { ...period, tag });
				continue;
			}
			const [opening] = first.vintages;
			const since = opening?.known ?? '';
			const theirs = currentAt(period.vintages, since) ?? period.vintages[0];
			if (period.start === first.start && theirs?.amount === opening?.amount) {
				const earlier = period.vintages.filter(({ known }) => known < since);
				first.vintages = dropRepeats([...earlier, ...first.vintages]);
				continue;
			}
			const what = `${measure}, ${period.start} to ${period.end}`;
			refused.push({ what, why: `${tag} states another figure than ${first.tag} for it: two tags are not mixed.` });
		}
	}
	return [...joined.values()].sort((a, b) => (a.end < b.end ? -1 : 1));
}

/** Tags by how far their facts reach, furthest first; at the same reach as the rules list them. */
function ranked(facts: Map<string, Fact[]>, tags: readonly string[]): string[] {
	const reach = (tag: string) => (facts.get(tag) ?? []).reduce((latest, { end }) => (end > latest ? end : latest), '');
	return tags
		.filter((tag) => reach(tag) !== '')
		.sort((a, b) => (reach(a) === reach(b) ? 0 : reach(a) > reach(b) ? -1 : 1));
}

function missingQuarters(measure: string, quarters: { fiscal: FiscalQuarter }[]): Refusal[] {
	const at = ({ year, quarter }: FiscalQuarter) => year * 4 + quarter - 1;
	const there = new Set(quarters.map(({ fiscal }) => at(fiscal)));
	const [first, last] = [Math.min(...there), Math.max(...there)];
	const gaps: Refusal[] = [];
	for (let index = first; index < last; index++) {
		if (there.has(index)) continue;
		const label = labelOf({ year: Math.floor(index / 4), quarter: (index % 4) + 1 });
		gaps.push({ what: `${measure}, ${label}`, why: 'It is missing: no facts that can be used give this quarter.' });
	}
	return gaps;
}

/** The same period of two measures of one filing, added. */
function withLeases<T extends Period>(payments: (T & { tag: string })[], leases: Period[]): T[] {
	return payments.flatMap((period) => {
		const lease = leases.find(({ start, end }) => start === period.start && end === period.end);
		if (!lease) return [];
		const vintages = sum([period.vintages, lease.vintages], WITH_LEASES);
		return vintages.length > 0 ? [{ ...period, vintages }] : [];
	});
}

function instants(facts: Fact[], tag: string, refused: Refusal[]): { end: Day; vintages: Vintage[] }[] {
	const days = new Map<Day, Fact[]>();
	for (const fact of facts) {
		if (fact.start !== null) continue;
		if (fact.val < 0) {
			const why = `It is ${fact.val.toLocaleString('en-US')}, and cannot be negative.`;
			refused.push({ what: `${tag}, ${fact.end}, in ${fact.accn}`, why });
			continue;
		}
		const list = days.get(fact.end);
		if (list) list.push(fact);
		else days.set(fact.end, [fact]);
	}
	const found = [...days].map(([end, list]) => ({ end, vintages: dropRepeats(vintagesOf(list, 'as reported')) }));
	return found.sort((a, b) => (a.end < b.end ? -1 : 1));
}

/**
 * The quarters of every measure that the rules name, with all vintages, out of one company's facts. Measures and vintages are
 * never mixed; what cannot be had without mixing them is refused with its reason.
 */
export function quartersOf(company: CompanyFacts, rules: CompanyRules, policy: Policy): Reading {
	const refused: Refusal[] = [...company.refused];
	// The first quarter wanted may be what a year-to-date figure leaves of one that ended before it.
	const from = addDays(policy.since, -366);
	const wanted = ({ end, known: day }: Fact) => end >= from && (policy.asOf === null || day <= policy.asOf);
	const known = new Map([...company.tags].map(([tag, list]) => [tag, list.filter(wanted)] as const));
	const yearEnd = rules.yearEnd ?? yearEndFrom([...known.values()].flat());
	if (yearEnd === null) {
		const why = 'No annual report among the facts: the end of its fiscal year is not known.';
		return { figures: [], years: [], refused: [...refused, { what: company.entityName, why }] };
	}
	const calendar = calendarOf(yearEnd);
	const read = (tag: string, negative: boolean): Series => {
		const series = seriesOf(tag, known.get(tag) ?? [], calendar, negative);
		refused.push(...series.refused);
		return series;
	};
	const figures: Figure[] = [];
	const years: Figure[] = [];
	const add = (measure: Measure, { quarters, years: annual }: Merged, more: string[] = []) => {
		for (const { start, end, fiscal, vintages, tag } of quarters) {
			figures.push({ measure, tags: [tag, ...more], start, end, label: labelOf(fiscal), vintages });
		}
		for (const { start, end, vintages, tag } of annual) {
			const label = `FY${calendar.quarterEnding(end)?.year ?? end.slice(0, 4)}`;
			years.push({ measure, tags: [tag, ...more], start, end, label, vintages });
		}
		refused.push(
			...missingQuarters(
				measure,
				quarters.filter(({ start }) => start >= policy.since)
			)
		);
	};
	for (const measure of ['payments_for_ppe', 'operating_cash_flow', 'revenue'] as const) {
		const series = ranked(known, rules.tags[measure] ?? []).map((tag) => ({
			tag,
			...read(tag, mayBeNegative(measure))
		}));
		const merged: Merged = {
			quarters: join(
				measure,
				series.map(({ tag, quarters }) => ({ tag, periods: quarters })),
				refused
			),
			years: join(
				measure,
				series.map(({ tag, years: periods }) => ({ tag, periods })),
				refused
			)
		};
		add(measure, merged);
		if (measure !== 'payments_for_ppe' || rules.leasePrincipal === null) continue;
		const leases = read(rules.leasePrincipal, false);
		const both = {
			quarters: withLeases(merged.quarters, leases.quarters),
			years: withLeases(merged.years, leases.years)
		};
		add('including_finance_leases', both as Merged, [rules.leasePrincipal]);
	}
	for (const tag of ranked(known, rules.tags.rpo_total ?? []).slice(0, 1)) {
		for (const { end, vintages } of instants(known.get(tag) ?? [], tag, refused)) {
			const fiscal = calendar.quarterEnding(end);
			figures.push({
				measure: 'rpo_total',
				tags: [tag],
				start: null,
				end,
				label: fiscal ? labelOf(fiscal) : end,
				vintages
			});
		}
	}
	return { figures: figures.filter(({ start, end }) => (start ?? end) >= policy.since), years, refused };
}

/** The figure as it stood at the end of a day, or as it stands where no day is given. */
export function amountAt(figure: Figure, day: Day | null = null): number | null {
	return (day === null ? figure.vintages.at(-1) : currentAt(figure.vintages, day))?.amount ?? null;
}
