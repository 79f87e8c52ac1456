import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '$lib/ledger/book';
import { DEFAULT_QUESTION, type Question } from '$lib/ledger/question';
import type { Deal, Indicator, Records } from '$lib/records';
import { readIndicator } from '$lib/readings';
import type { Reading } from '$lib/readings/reading';
import { Naive, ordinal } from './naive';
import { recordsIn } from './reference';
import { REFERENCE } from './server';
import { records as recordsOf } from './small';

/** What the specs of readings share: readings of small ledgers, and those of the dataset straight from its files. */

export const AS_OF = '2026-03-01';

/** A definition that says as little as it may. */
export function definition(slug: string, more: Partial<Indicator> = {}): Indicator {
	return {
		slug,
		name: slug,
		question: 'How much?',
		formula: 'This over that.',
		inputs: ['deals'],
		...(slug.endsWith('-strain') && { companies: ['a', 'b'] }),
		unit: 'ratio',
		bounds: [{ from: '2019-01-01', green: { max: 0.25 }, amber: { max: 0.5 }, by: 'editorial' }],
		stale_after_days: 500,
		...more
	};
}

/** The reading of a small ledger. */
export function read(slug: string, given: Partial<Records>, asOf = AS_OF, more: Partial<Indicator> = {}): Reading {
	return readIndicator(compile(recordsOf(given)), definition(slug, more), asOf);
}

/** The frozen dataset, and days on which its readings are computed twice. */
export const records = recordsIn();
export const DAYS = ['2025-09-30', '2026-06-30', '2026-11-22'];
const book = compile(records);

/** A reading of the frozen dataset. */
export function readingOn(slug: string, day: string): Reading {
	const found = records.indicators.find((each) => each.slug === slug);
	if (!found) throw new Error(`${REFERENCE} defines no reading ${slug}.`);
	return readIndicator(book, found, day);
}

// The rules once more, by a second implementation that shares no code with the first.

export type Cells = Record<string, string>;

const table = (file: string) => parse<Cells>(readFileSync(join(REFERENCE, file)), { columns: true, bom: true });
const capex = table('capex.csv');
export const fundamentals = table('fundamentals.csv');

const CONFIDENCE = ['low', 'medium', 'high'];
const known = (row: Cells) => (row.filed ? ordinal(row.filed) : ordinal(row.period_end || row.as_of!) + 45);

/** The last four quarters known on a day, by end. */
export function lastFour(rows: Cells[], day: string): Cells[] {
	const quarters = rows.filter((row) => {
		const days = ordinal(row.period_end!) - ordinal(row.period_start!);
		return days > 60 && days < 120 && known(row) <= ordinal(day);
	});
	return quarters.sort((a, b) => ordinal(a.period_end!) - ordinal(b.period_end!)).slice(-4);
}

export const addUp = (amounts: Iterable<number>) => [...amounts].reduce((all, amount) => all + amount, 0);
export const sum = (rows: Cells[]) => addUp(rows.map((row) => Number(row.amount_usd)));
export const ofKind = (kind: string) =>
	records.organisations.filter((each) => each.kind === kind).map((each) => each.slug);

/** The companies of the definition of a reading. */
export const members = (slug: string) => records.indicators.find((each) => each.slug === slug)!.companies!;

/** The last four quarters of capital spending of each company of the capex strain. */
export function spent(day: string): Cells[][] {
	return members('capex-strain').map((company) =>
		lastFour(
			capex.filter((row) => row.company === company && row.measure === 'payments_for_ppe'),
			day
		)
	);
}

/** The latest annualised revenue of a lab; undefined where it has stated none. */
function runRate(company: string, day: string): number | undefined {
	const rows = fundamentals.filter(
		(row) => row.company === company && row.metric === 'revenue_run_rate' && known(row) <= ordinal(day)
	);
	rows.sort((a, b) => known(b) - known(a) || CONFIDENCE.indexOf(b.confidence!) - CONFIDENCE.indexOf(a.confidence!));
	return rows[0] && Number(rows[0].amount_usd);
}

/** The same of a lab; undefined where it is older than a reading allows. */
export function freshRunRate(slug: string, company: string, day: string): number | undefined {
	const { stale_after_days } = records.indicators.find((each) => each.slug === slug)!;
	const fresh = fundamentals.some(
		(row) =>
			row.company === company &&
			row.metric === 'revenue_run_rate' &&
			known(row) <= ordinal(day) &&
			known(row) >= ordinal(day) - stale_after_days
	);
	return fresh ? runRate(company, day) : undefined;
}

/** What each deal adds, by its slug. */
export function contributions(day: string, change: Partial<Question> = {}): Map<string, number> {
	return new Naive(records, { ...DEFAULT_QUESTION, ...change }, day).at(ordinal(day)).contributions;
}

export const dealOf = (slug: string): Deal => records.deals.find((deal) => deal.slug === slug)!;

const standIns = new Set(records.organisations.filter((each) => each.stand_in).map((each) => each.slug));

/** The Herfindahl–Hirschman index of one side of the deals. */
export function herfindahlOf(day: string, side: 'payers' | 'payees'): number {
	const counted = contributions(day);
	const shares = new Map<string, number>();
	for (const [slug, amount] of counted) {
		const parties = dealOf(slug)[side];
		for (const each of parties) shares.set(each, (shares.get(each) ?? 0) + amount / parties.length);
	}
	const all = addUp(counted.values());
	return addUp([...shares].map(([slug, amount]) => (standIns.has(slug) ? 0 : ((100 * amount) / all) ** 2)));
}
