import { expect } from 'vitest';
import { addDays, type Day } from '$lib/records/day';
import { readFacts } from './facts';
import { amountAt, quartersOf, type Policy, type Reading } from './quarters';
import { rulesOf, tagsOf, type Measure } from './rules';

/** A fact as the SEC's files have it; amounts in millions. */
export interface FiledFact {
	start?: Day;
	end: Day;
	val: number;
	accn: string;
	fy: number | null;
	fp: string | null;
	form: string;
	filed: Day | null;
}

/** One fact; its accession number follows from the day of filing. */
export function fact(start: Day | null, end: Day, millions: number, filed: Day, form = '10-Q'): FiledFact {
	const serial = filed.slice(5).replace('-', '').padStart(6, '0');
	const accn = `0000950170-${filed.slice(2, 4)}-${serial}`;
	// The year and period of the filing mislead on purpose: nothing may rest on them.
	return { ...(start && { start }), end, val: millions * 1e6, accn, fy: 1999, fp: 'Q3', form, filed };
}

/** The year-to-date facts of one fiscal year, each filed forty days after its end; null where a filing lacks it. */
export function toDate(start: Day, ends: Day[], millions: (number | null)[], later = 0): FiledFact[] {
	return ends.flatMap((end, index) => {
		const amount = millions[index];
		return typeof amount === 'number'
			? [fact(start, end, amount, addDays(end, 40 + later), index === 3 ? '10-K' : '10-Q')]
			: [];
	});
}

export const ENDS = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'];
export const PPE = 'PaymentsToAcquirePropertyPlantAndEquipment';
const ALL: Policy = { since: '1990-01-01', asOf: null };

export function fileOf(cik: string, tags: Record<string, FiledFact[]>): string {
	const concepts = Object.entries(tags).map(([tag, USD]) => [tag, { label: tag, description: null, units: { USD } }]);
	return JSON.stringify({
		cik: Number(cik),
		entityName: 'A Company',
		facts: { dei: {}, 'us-gaap': Object.fromEntries(concepts) }
	});
}

export function readingOf(tags: Record<string, FiledFact[]>, cik = '0001652044', policy = ALL): Reading {
	const read = readFacts(fileOf(cik, tags), {
		file: 'facts.json',
		cik,
		tags: tagsOf(rulesOf(cik)),
		today: '2027-12-31'
	});
	expect(read).not.toHaveProperty('fault');
	if ('fault' in read) throw new Error(read.fault);
	return quartersOf(read.facts, rulesOf(cik), policy);
}

/** Millions by label, as they stand or stood on a day. */
export function millions(
	{ figures }: Reading,
	measure: Measure = 'payments_for_ppe',
	day: Day | null = null
): Record<string, number> {
	const known = figures.filter((figure) => figure.measure === measure && amountAt(figure, day) !== null);
	return Object.fromEntries(known.map((figure) => [figure.label, (amountAt(figure, day) ?? NaN) / 1e6]));
}

export function reasons({ refused }: Reading): string {
	return refused.map(({ what, why }) => `${what}: ${why}`).join('\n');
}
