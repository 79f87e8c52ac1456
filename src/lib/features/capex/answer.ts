import type { Book } from '$lib/ledger/book';
import {
	capexSeries,
	guidanceHistory,
	type CapexSeries,
	type GuidanceHistory,
	type GuidanceMove
} from '$lib/ledger/capex';
import { knownFrom } from '$lib/ledger/figures';
import { idOf, recordKey } from '$lib/records/keys';
import type { Capex } from '$lib/records';
import { CAPEX_MEASURES, type CapexMeasure } from '$lib/records/vocabularies';
import type { View } from '$lib/view';
import { capexCurves, type CapexCurves } from './curves';
import { forecastVerdict } from '$lib/shared/forecast-verdict';
import { isKnown } from '$lib/ledger/window';
import { forecasts } from '$lib/shared/forecasts';
import { namesOf, type Names } from '$lib/shared/names';

/** Reported capital spending as known at a day: by measure and company, what was guided, what was projected. */
export interface CapexPage {
	measures: {
		measure: CapexMeasure;
		companies: CapexSeries[];
		/** The latest four quarters of all its companies, whole dollars; null where one of them lacks a quarter. */
		trailing_usd: number | null;
		/** The same a year before. */
		year_before_usd: number | null;
	}[];
	guidance: GuidanceHistory[];
	/** What came of the forecasts, as a title; the whole of it stands under the projections. */
	verdict: string;
	curves: CapexCurves;
	names: Names;
}

/** Four quarters of all companies, each up to `back` quarters before its latest; null where one has none. */
function trailingSum(companies: CapexSeries[], back: number): number | null {
	let sum = 0;
	for (const { quarters } of companies) {
		const four = quarters.at(-1 - back)?.trailing_usd ?? null;
		if (four === null) return null;
		sum += four;
	}
	return companies.length === 0 ? null : sum;
}

/** The answer of `/capex`. */
export function capexPage(book: Book, view: View): CapexPage {
	const series = capexSeries(book.records, view.as_of);
	const guidance = guidanceHistory(book.records, view.as_of);
	const checked = forecasts(book, view.as_of);
	const known = book.records.projections.filter((each) => isKnown(each, view.as_of)).length;
	const companies = [
		...series.map((each) => each.company),
		...guidance.map((each) => each.company),
		...checked.flatMap((each) => each.companies.map((one) => one.company))
	];
	return {
		measures: CAPEX_MEASURES.flatMap((measure) => {
			const own = series.filter((each) => each.measure === measure);
			if (own.length === 0) return [];
			return [{ measure, companies: own, trailing_usd: trailingSum(own, 0), year_before_usd: trailingSum(own, 4) }];
		}),
		guidance,
		verdict: forecastVerdict(checked, view, known),
		curves: capexCurves(book, view),
		names: namesOf(book, new Set(companies))
	};
}

/** A reported quarter as it is published: every vintage is a row. */
export type CapexRow = Capex & { known_from: string; standing: boolean; trailing_usd: number | null; id: string };

/** All vintages known at the day of a view, by company, measure and quarter; the one that stands comes last. */
export function capexRows(book: Book, { as_of }: View): CapexRow[] {
	const published = (row: Capex) => ({ ...row, known_from: knownFrom(row), id: idOf(recordKey('capex', row)) });
	return capexSeries(book.records, as_of).flatMap(({ quarters }) =>
		quarters.flatMap(({ standing, earlier, trailing_usd }) => [
			...earlier.map((row) => ({ ...published(row), standing: false, trailing_usd: null })),
			{ ...published(standing), standing: true, trailing_usd }
		])
	);
}

/** A statement of guidance as it is published. */
export interface GuidanceRow {
	company: string;
	given_on: string;
	period_start: string;
	period_end: string;
	measure: string;
	low_usd: number | null;
	high_usd: number | null;
	middle_usd: number | null;
	move: GuidanceMove;
	change_usd: number | null;
	reported_usd: number | null;
	wording: string;
	source: string | null;
	publisher: string;
	seen: boolean;
	confidence: string;
	note: string | null;
	id: string;
}

/** All guidance known at the day of a view, as it was given and as it changed. */
export function guidanceRows(book: Book, { as_of }: View): GuidanceRow[] {
	return guidanceHistory(book.records, as_of).flatMap(({ statements, reported_usd }) =>
		statements.map(({ row, middle_usd, move, change_usd }) => ({
			...row,
			middle_usd,
			move,
			change_usd,
			reported_usd: reported_usd === null ? null : Math.round(reported_usd),
			id: idOf(recordKey('guidance', row))
		}))
	);
}
