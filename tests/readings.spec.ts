import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { readIndicator } from '$lib/ledger/indicators';
import type { Reading, Row } from '$lib/ledger/indicators/reading';
import { DEFAULT_QUESTION, type Question } from '$lib/ledger/question';
import { FIRMNESS, LAYERS } from '$lib/records/vocabularies';
import { Naive, ordinal } from './support/naive';
import { recordsIn } from './support/reference';
import { REFERENCE } from './support/server';

/**
 * The readings of the reference dataset, once more: from the rows that each prints, and straight from the files by a second
 * implementation of the rules.
 */

const DAYS = ['2025-09-30', '2026-06-30', '2026-11-22'];
const records = recordsIn();
const book = compile(records);

function readingOn(slug: string, day: string): Reading {
	return readIndicator(
		book,
		records.indicators.find((each) => each.slug === slug)!,
		day
	);
}

function total(rows: Row[], value: string, where: (row: Row) => boolean = () => true): number {
	return rows.filter(where).reduce((sum, row) => sum + (row.values[value] ?? 0), 0);
}

const measure = (name: string) => (row: Row) => row.measure === name;
const spending = (rows: Row[]) => total(rows, 'amount_usd', measure('payments_for_ppe'));

/** How a reader gets each reading from the rows beside it. */
const FROM_ROWS: Record<string, (rows: Row[]) => number> = {
	'firmness-gap': (rows) => 1 - total(rows, 'definitive_usd') / total(rows, 'rumoured_usd'),
	'concentration-payers': (rows) => total(rows, 'points'),
	'concentration-payees': (rows) => total(rows, 'points'),
	'commitment-cover': (rows) => Math.max(...rows.map((row) => row.values.ratio ?? -Infinity)),
	'capex-strain': (rows) => spending(rows) / total(rows, 'amount_usd', measure('operating_cash_flow')),
	'economic-strain': (rows) => spending(rows) / (total(rows, 'amount_usd', measure('gdp_nominal_saar')) / 4),
	'industry-strain': (rows) => spending(rows) / total(rows, 'amount_usd', measure('revenue_run_rate')),
	'debt-share': (rows) => total(rows, 'debt_usd') / (total(rows, 'debt_usd') + total(rows, 'equity_usd')),
	mood: (rows) =>
		rows.reduce((sum, row) => sum + row.values.contribution_usd! * row.values.idiocracy!, 0) /
		total(rows, 'contribution_usd')
};

describe.each(DAYS)('from the rows beside it, on %s', (day) => {
	it.each(Object.keys(FROM_ROWS))('%s', (slug) => {
		const reading = readingOn(slug, day);
		expect(reading.value).toBeCloseTo(FROM_ROWS[slug]!(reading.rows), 9);
	});
});

interface Cells {
	[column: string]: string;
}
const table = (file: string) => parse<Cells>(readFileSync(join(REFERENCE, file)), { columns: true, bom: true });
const capex = table('capex.csv');
const fundamentals = table('fundamentals.csv');
const known = (row: Cells) =>
	row.filed || row.as_of ? ordinal(row.filed || row.as_of!) : ordinal(row.period_end!) + 45;
const CONFIDENCE = ['low', 'medium', 'high'];

/** The last four quarters known on a day, by end. */
function lastFour(rows: Cells[], day: string): Cells[] {
	const quarters = rows.filter((row) => {
		const days = ordinal(row.period_end!) - ordinal(row.period_start!);
		return days > 60 && days < 120 && known(row) <= ordinal(day);
	});
	return quarters.sort((a, b) => ordinal(a.period_end!) - ordinal(b.period_end!)).slice(-4);
}

const sum = (rows: Cells[]) => rows.reduce((all, row) => all + Number(row.amount_usd), 0);
const ofKind = (kind: string) => records.organisations.filter((each) => each.kind === kind).map((each) => each.slug);

function spent(day: string): Cells[][] {
	return ofKind('hyperscaler').map((company) =>
		lastFour(
			capex.filter((row) => row.company === company && row.measure === 'payments_for_ppe'),
			day
		)
	);
}

function runRate(company: string, day: string): number | undefined {
	const rows = fundamentals.filter(
		(row) => row.company === company && row.metric === 'revenue_run_rate' && known(row) <= ordinal(day)
	);
	rows.sort((a, b) => known(b) - known(a) || CONFIDENCE.indexOf(b.confidence!) - CONFIDENCE.indexOf(a.confidence!));
	return rows[0] && Number(rows[0].amount_usd);
}

function contributions(day: string, change: Partial<Question> = {}): Map<string, number> {
	return new Naive(records, { ...DEFAULT_QUESTION, ...change }, day).at(ordinal(day)).contributions;
}

const addUp = (amounts: Iterable<number>) => [...amounts].reduce((all, amount) => all + amount, 0);
const dealOf = (slug: string) => records.deals.find((deal) => deal.slug === slug)!;
const standIns = new Set(records.organisations.filter((each) => each.stand_in).map((each) => each.slug));

function hhi(day: string, side: 'payers' | 'payees'): number {
	const counted = contributions(day);
	const shares = new Map<string, number>();
	for (const [slug, amount] of counted) {
		const parties = dealOf(slug)[side];
		for (const each of parties) shares.set(each, (shares.get(each) ?? 0) + amount / parties.length);
	}
	const all = addUp(counted.values());
	return addUp([...shares].map(([slug, amount]) => (standIns.has(slug) ? 0 : ((100 * amount) / all) ** 2)));
}

/** What falls due within a year on one deal, by itself and worth what it adds to the total. */
function dueOn(slug: string, contribution: number, day: string): number {
	const { part_of: _, ...deal } = dealOf(slug);
	const events = deal.events.map((event) => (event.value ? { ...event, value: { central: contribution } } : event));
	const alone = new Naive({ ...records, deals: [{ ...deal, events }] }, DEFAULT_QUESTION, day);
	const later = ordinal(`${Number(day.slice(0, 4)) + 1}${day.slice(4)}`);
	return Number(alone.recognised(later).total - alone.recognised(ordinal(day)).total) / 1e6;
}

function highestCover(day: string): number {
	const counted = [...contributions(day)];
	const ratios = ofKind('ai_lab').map((lab) => {
		const due = counted.map(([slug, amount]) => {
			const { payers } = dealOf(slug);
			return payers.includes(lab) && amount > 0 ? dueOn(slug, amount, day) / payers.length : 0;
		});
		return addUp(due) / (runRate(lab, day) ?? Infinity);
	});
	return Math.max(...ratios);
}

function debt(day: string): number {
	const fresh = [...contributions(day, { layers: ['funding'] })].filter(([slug]) => {
		const first = Math.min(...dealOf(slug).events.map((event) => ordinal(event.on)));
		return first > ordinal(day) - 365 && first <= ordinal(day);
	});
	const of = (kind: string) => addUp(fresh.filter(([slug]) => dealOf(slug).kind === kind).map(([, amount]) => amount));
	return of('debt_financing') / (of('debt_financing') + of('equity_investment'));
}

/** Straight from the files. */
const FROM_FILES: Record<string, (day: string) => number> = {
	'firmness-gap': (day) => {
		const signed = addUp(contributions(day, { firmness: FIRMNESS.at(-1)! }).values());
		return 1 - signed / addUp(contributions(day, { firmness: FIRMNESS[0] }).values());
	},
	'concentration-payers': (day) => hhi(day, 'payers'),
	'concentration-payees': (day) => hhi(day, 'payees'),
	'commitment-cover': highestCover,
	'capex-strain': (day) => {
		const cash = spent(day).flatMap((quarters) =>
			quarters.flatMap((quarter) =>
				fundamentals.filter(
					(row) =>
						row.company === quarter.company &&
						row.metric === 'operating_cash_flow' &&
						row.period_start === quarter.period_start &&
						row.period_end === quarter.period_end
				)
			)
		);
		expect(cash).toHaveLength(20);
		return sum(spent(day).flat()) / sum(cash);
	},
	'economic-strain': (day) => {
		const rates = fundamentals.filter((row) => row.metric === 'gdp_nominal_saar');
		return (4 * sum(spent(day).flat())) / sum(lastFour(rates, day));
	},
	'industry-strain': (day) => sum(spent(day).flat()) / addUp(ofKind('ai_lab').map((lab) => runRate(lab, day) ?? 0)),
	'debt-share': debt,
	mood: (day) => {
		const { total: weight, idiocracy } = new Naive(records, DEFAULT_QUESTION, day).index(ordinal(day), 'value');
		return Number(idiocracy) / Number(weight);
	}
};

describe.each(DAYS)('straight from the files, on %s', (day) => {
	it.each(Object.keys(FROM_FILES))('%s', (slug) => {
		expect(readingOn(slug, day).value).toBeCloseTo(FROM_FILES[slug]!(day), 6);
	});

	it('circularity: all dollars that flow', () => {
		const flowing = addUp(contributions(day, { layers: [...LAYERS] }).values());
		expect(readingOn('circularity', day).denominator!.value).toBe(flowing);
	});
});

describe.each(DAYS.filter((day) => day >= '2026'))('pace, on %s', (day) => {
	const { value, numerator, rows } = readingOn('pace', day);

	it('is what its rows add up to over a straight path of 500 billion in two years', () => {
		const path = (500e9 * (ordinal(day) - ordinal('2025-12-31'))) / 730;
		expect(total(rows, 'in_window_usd')).toBeCloseTo(numerator!.value, 0);
		expect(value).toBeCloseTo(total(rows, 'in_window_usd') / path, 9);
	});

	it('is what the files say', () => {
		const naive = new Naive(records, { ...DEFAULT_QUESTION, scope: 'us' }, day);
		const spent = naive.recognised(ordinal(day)).total - naive.recognised(ordinal('2025-12-31')).total;
		expect(numerator!.value).toBeCloseTo(Number(spent) / 1e6, 0);
	});
});
