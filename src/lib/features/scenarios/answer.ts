import type { Book } from '$lib/ledger/book';
import { scopedTo } from '$lib/ledger/compare';
import { targetOf, windowOf } from '$lib/ledger/window';
import { addDays, stepEnds, type Day } from '$lib/records/day';
import { ASSUMPTIONS, COMMON_CHANCE, COMMON_REASON } from '$lib/ledger/scenario/assumptions';
import { scenarioOf } from '$lib/ledger/scenario/question';
import { MOST_OUTCOMES, MOST_WORK, simulate, type Band } from '$lib/ledger/scenario/simulate';
import type { Question } from '$lib/ledger/question';
import type { Projection } from '$lib/records';
import { Sweep } from '$lib/ledger/sweep';
import type { Firmness } from '$lib/records/vocabularies';
import type { View } from '$lib/view';
import { projectionOf, spendAt, type SpendRow } from '$lib/shared/spend-rows';
import { sensitivities, type Sensitivities } from './sensitivity';

/** Dollars due by the end of a step, whole: three of a hundred equal parts of the runs, and the two ends they lie between. */
export interface ScenarioRow {
	date: Day;
	/** If nothing more were spent from `as_of` on. */
	spent_usd: number;
	p10_usd: number;
	p50_usd: number;
	p90_usd: number;
	/** If every deal were spent in full. */
	full_usd: number;
}

/** What came of the runs for the projection's window, whole dollars. */
export interface ScenarioWindow extends Record<`${keyof Band<number>}_usd`, number> {
	projection: string;
	start: Day;
	end: Day;
	target_usd: number;
	/** The part of the runs in which the spending reaches the target, 0 to 1. */
	chance: number;
}

/** The runs of a view, or why they are not made. */
export interface Scenario {
	rows: ScenarioRow[];
	window: ScenarioWindow | null;
	/** Deals that contribute: what is left of them is drawn. */
	open_deals: number;
	/** A sentence where the ledger is too large for so many runs and steps; there are no rows then. */
	fault: string | null;
}

/** How many deals contribute to any of some questions. */
function contributing(book: Book, questions: Question[], asOf: Day): number {
	const sweeps = questions.map((question) => new Sweep(book, question, asOf).advance(asOf));
	return book.entries.filter(({ index }) => sweeps.some((sweep) => (sweep.contribution(index) ?? 0) > 0)).length;
}

function tooLarge(deals: number, runs: number, steps: number): string | null {
	if (runs * steps <= MOST_OUTCOMES && runs * steps * deals <= MOST_WORK) return null;
	const [some, many, most] = [runs, deals, steps].map((n) => n.toLocaleString('en-US'));
	return `${some} runs of ${many} deals at ${most} steps are too many to simulate; ask for fewer runs, a longer step or a shorter range.`;
}

function windowOfRuns(projection: Projection, band: Band<number> & { chance: number }): ScenarioWindow {
	const { start, end } = windowOf(projection);
	return {
		projection: projection.slug,
		start,
		end,
		target_usd: targetOf(projection),
		p10_usd: Math.round(band.p10),
		p50_usd: Math.round(band.p50),
		p90_usd: Math.round(band.p90),
		chance: band.chance
	};
}

/** Whose contracts the scenarios of a view draw, and why they would be too many; asked before anything is laid out for them. */
function sizeOf(book: Book, view: View, steps: number): { open_deals: number; fault: string | null } {
	const { question, as_of, runs } = view;
	const projection = projectionOf(book, view);
	const questions = projection ? [question, scopedTo(question, projection)] : [question];
	const open_deals = contributing(book, questions, as_of);
	return { open_deals, fault: tooLarge(open_deals, runs, steps) };
}

/** Why the scenarios of a view are too many to be worked out; null where they are not. */
export function refusalOf(book: Book, view: View): string | null {
	return sizeOf(book, view, stepEnds(view.from, view.to, view.step).length).fault;
}

function scenarioAt(book: Book, view: View, days: Day[]): Scenario {
	const projection = projectionOf(book, view);
	const { seed, runs, question, as_of } = view;
	// A large ledger at many steps would fill the memory.
	const { open_deals, fault } = sizeOf(book, view, days.length);
	if (fault) return { rows: [], window: null, open_deals, fault };
	const input = scenarioOf(book, question, as_of, days, { seed, runs }, projection);
	const result = simulate(input);
	const rows = days.map((date, i) => ({
		date,
		spent_usd: Math.round(result.spent[i]!),
		p10_usd: Math.round(result.p10[i]!),
		p50_usd: Math.round(result.p50[i]!),
		p90_usd: Math.round(result.p90[i]!),
		full_usd: Math.round(result.full[i]!)
	}));
	return {
		rows,
		window: projection && result.window ? windowOfRuns(projection, result.window) : null,
		open_deals,
		fault: null
	};
}

/** Scenarios at the end of each step of a view (MODEL section 8): what may be spent of what is contracted. Not a forecast. */
export function scenarios(book: Book, view: View): Scenario {
	return scenarioAt(book, view, stepEnds(view.from, view.to, view.step));
}

/** The page of the scenarios. */
export interface ScenariosPage extends Scenario {
	assumptions: { firmness: Firmness; min: number; mode: number; max: number; reason: string }[];
	common: { chance: number; reason: string };
	/**
	 * Due on the day before the range opens: what a chart takes off to show the range alone. Null where that day is
	 * still to come, so that it differs from run to run.
	 */
	before_usd: number | null;
	/** The projection's path at each row; empty where the question's scope is not the projection's, or the range not its window. */
	path: SpendRow[];
	sensitivity: Sensitivities;
}

/** The answer of `/scenarios`. */
export function scenariosPage(book: Book, view: View): ScenariosPage {
	const ends = stepEnds(view.from, view.to, view.step);
	const now = view.as_of >= view.from && view.as_of <= view.to ? [view.as_of] : [];
	const opening = addDays(view.from, -1);
	const known = opening <= view.as_of;
	const days = [...new Set([...(known ? [opening] : []), ...ends, ...now])].sort();
	const projection = projectionOf(book, view);
	const alike =
		projection &&
		scopedTo(view.question, projection).scope === view.question.scope &&
		windowOf(projection).start === view.from;
	const [before] = known ? spendAt(book, { ...view, projection: null }, [opening]) : [];
	return {
		...scenarioAt(book, view, days),
		assumptions: (Object.keys(ASSUMPTIONS) as Firmness[]).map((firmness) => ({ firmness, ...ASSUMPTIONS[firmness] })),
		common: { chance: COMMON_CHANCE, reason: COMMON_REASON },
		before_usd: before?.due_usd ?? null,
		path: alike ? spendAt(book, view, days) : [],
		sensitivity: sensitivities(book, view)
	};
}
