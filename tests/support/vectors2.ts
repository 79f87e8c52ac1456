import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Question } from '$lib/ledger/question';
import type { Day } from '$lib/records/day';
import type { Deal } from '$lib/records';
import type { Firmness, IndexWindow, Step, Weight, WtfLabel } from '$lib/records/vocabularies';
import { root } from './server';

/** The sets of tests/vectors2, as its README tells them, and how answers are held against them. */

export const SETS = ['small2', 'medium2'] as const;

interface SpendRow {
	date: Day;
	headline_usd: number | null;
	counted_usd: number | null;
	due_usd: number;
}

export interface Comparison {
	due_to_date_usd: number;
	contracted_usd: number;
	path_to_date_usd: number;
	pace: number | null;
	cover: number | null;
	needed_per_year_usd: number | null;
	landing: Day | null;
}

interface WtfRow {
	date: Day;
	terminator: number | null;
	idiocracy: number | null;
	lean: number | null;
	label: WtfLabel | null;
	window_days: number;
	deals: number;
	effective_deals?: number;
}

/** One question on one day of knowledge, and its answers. */
export interface Case {
	question: Question;
	as_of: Day;
	window: IndexWindow;
	weight: Weight;
	spend: { from: Day; to: Day; step: Step; rows: SpendRow[] };
	reconciliation: [string, number][];
	contributions: Record<string, number>;
	due: Record<string, number>;
	comparisons: Record<string, Comparison | null>;
	wtf: { from: Day; to: Day; step: Step; rows: WtfRow[] };
}

/** What no question changes, on one day of knowledge. */
interface At {
	headline_usd: Record<string, number>;
	firmness: Record<string, Firmness>;
	firm_since: Record<string, Day>;
	awaiting_completion: string[];
	term_assumed: string[];
	known_projections: string[];
	default_projection: string | null;
}

export interface Vectors {
	cases: Case[];
	at: Record<Day, At>;
}

const FOLDER = path.join(root, 'tests/vectors2');

/** The folder of data of a set. */
export function datasetOf(set: string): string {
	return path.join(FOLDER, set, 'dataset');
}

export function vectorsOf(set: string): Vectors {
	return JSON.parse(readFileSync(path.join(FOLDER, set, 'expected.json'), 'utf8')) as Vectors;
}

/** Single deals that stand beside `small2`: those that are taken, and those that are refused for a field. */
export function faultVectors() {
	return JSON.parse(readFileSync(path.join(FOLDER, 'faults.json'), 'utf8')) as {
		sound: Deal[];
		faults: { why: string; field: string; deal: unknown }[];
	};
}

/** The name of a case in a test. */
export function titled(each: Case): [string, Case] {
	return [`${JSON.stringify(each.question)} as of ${each.as_of}`, each];
}

const DAY_MS = 86_400_000;

/** How far two answers may lie apart: dollars 1, ratios 1e-5, days 1. */
function apart(got: unknown, want: unknown, key: string): boolean {
	if (got === want) return false;
	if (key === 'landing') {
		if (typeof got !== 'string' || typeof want !== 'string') return true;
		return Math.abs(Date.parse(got) - Date.parse(want)) > DAY_MS;
	}
	if (typeof got !== 'number' || typeof want !== 'number') return true;
	return Math.abs(got - want) > (key.endsWith('_usd') ? 1 : 1e-5);
}

/** What lies too far from what is wanted, a line each, key by key of what is wanted. */
export function differences(got: object, want: object, where: string): string[] {
	return Object.entries(want).flatMap(([key, value]: [string, unknown]) => {
		const found = (Reflect.get(got, key) as unknown) ?? null;
		return apart(found, value, key) ? [`${where} ${key}: ${String(found)} for ${String(value)}`] : [];
	});
}

/** The same of dollars by slug: a slug that is missing on either side stands for `absent`. */
export function slugDifferences(
	got: Record<string, number>,
	want: Record<string, number>,
	what: string,
	absent: 0 | null
): string[] {
	const slugs = new Set([...Object.keys(got), ...Object.keys(want)]);
	return [...slugs].flatMap((slug) => {
		const [found, wanted] = [got[slug] ?? absent, want[slug] ?? absent];
		return apart(found, wanted, '_usd') ? [`${what} ${slug}: ${String(found)} for ${String(wanted)}`] : [];
	});
}
