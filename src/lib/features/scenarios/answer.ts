import { nextTask } from '$lib/app/next-task';
import { oneAtATime } from '$lib/app/one-at-a-time';
import type { Book } from '$lib/ledger/book';
import { withScopeOf } from '$lib/ledger/compare';
import { windowOf } from '$lib/ledger/window';
import { addDays, stepEnds, type Day } from '$lib/records/day';
import { dueCurve } from '$lib/ledger/due';
import { ASSUMPTIONS, COMMON_CHANCE, COMMON_REASON, NOT_KNOWN, type Prospect } from '$lib/ledger/scenario/assumptions';
import { planScenario, type ScenarioPlan } from '$lib/ledger/scenario/question';
import { firmnessRecord, type FirmnessRecord } from '$lib/ledger/scenario/record';
import {
	simulateInTurns,
	type Band,
	type NewContracts,
	type ScenarioInput,
	type ScenarioResult
} from '$lib/ledger/scenario/simulate';
import { withoutUnsigned } from '$lib/ledger/question';
import type { View } from '$lib/view';
import { projectionOf, spendAt, type SpendRow } from '$lib/shared/spend-rows';
import { sensitivities, type Sensitivities } from './sensitivity';
import { windowOfRuns, type ScenarioWindow } from './window';

/** Dollars due by the end of a step, whole: three of a hundred equal parts of the runs, with new contracts where they are drawn. */
export interface ScenarioRow extends Record<`${'' | 'signed_'}${keyof Band<number>}_usd`, number> {
	date: Day;
	/** If nothing more fell due from `as_of` on. */
	due_usd: number;
	/** If every contract were kept in full and on time, and none were added. */
	full_usd: number;
}

/** What new contracts are drawn from. */
export interface TrailingMonths {
	months: number;
	/** Added to the counted total in a month: on average, and at most. */
	mean_usd: number;
	most_usd: number;
	/** Over how many days each is spread. */
	term_days: number;
}

/** The runs of a view, or why they are not made. */
export interface Scenario {
	rows: ScenarioRow[];
	window: ScenarioWindow | null;
	/** Deals of which something is still to fall due: what is left of them is drawn. */
	open_deals: number;
	/** Null where none are drawn. */
	new_contracts: TrailingMonths | null;
	/** A sentence where the ledger is too large for so many runs and steps; there are no rows then. */
	fault: string | null;
}

/** The runs that a view asks for at the ends of some steps. */
function planOf(book: Book, view: View, days: readonly Day[]): ScenarioPlan {
	const { question, as_of, seed, runs, new_deals } = view;
	const projection = projectionOf(book, view);
	return planScenario(book, {
		question,
		asOf: as_of,
		days,
		seed,
		runs,
		newDeals: new_deals === 'trailing',
		projection
	});
}

/** Why the scenarios of a view are too many to be worked out; null where they are not. */
export function refusalOf(book: Book, view: View): string | null {
	return planOf(book, view, stepEnds(view.from, view.to, view.step)).fault;
}

function trailingMonths({ additions, termDays }: NewContracts): TrailingMonths {
	const sum = additions.reduce((dollars, each) => dollars + each, 0);
	return {
		months: additions.length,
		mean_usd: Math.round(sum / additions.length),
		most_usd: Math.max(...additions),
		term_days: termDays
	};
}

/** Steps × runs from which on a simulation fills so much memory that one is made at a time. */
const LARGE = 1_000_000;

/** Lays runs out and makes them, each in turns of a few milliseconds between which others are answered. */
function runInTurns(
	layOut: () => ScenarioInput,
	outcomes: number
): Promise<{ input: ScenarioInput; result: ScenarioResult }> {
	const run = async () => {
		await nextTask();
		const input = layOut();
		await nextTask();
		return { input, result: await simulateInTurns(input, nextTask) };
	};
	return outcomes >= LARGE ? oneAtATime(run) : run();
}

async function scenarioAt(book: Book, view: View, days: Day[]): Promise<Scenario> {
	// Planned first: a large ledger at many steps would fill the memory.
	const { openDeals: open_deals, fault, input: layOut } = planOf(book, view, days);
	if (fault !== null) return { rows: [], window: null, open_deals, new_contracts: null, fault };
	const { input, result } = await runInTurns(layOut, view.runs * days.length);
	const rows = days.map((date, i): ScenarioRow => {
		const whole = (dollars: number[]) => Math.round(dollars[i]!);
		return {
			date,
			due_usd: whole(result.due),
			p10_usd: whole(result.p10),
			p50_usd: whole(result.p50),
			p90_usd: whole(result.p90),
			full_usd: whole(result.full),
			signed_p10_usd: whole(result.signed.p10),
			signed_p50_usd: whole(result.signed.p50),
			signed_p90_usd: whole(result.signed.p90)
		};
	});
	const projection = projectionOf(book, view);
	return {
		rows,
		window: projection && result.window ? windowOfRuns(view, projection, input, result.window) : null,
		open_deals,
		new_contracts: input.newContracts ? trailingMonths(input.newContracts) : null,
		fault: null
	};
}

/** Scenarios at the end of each step of a view (MODEL section 8): what may fall due of what is counted, and what may be added. Not a forecast. */
export function scenarios(book: Book, view: View): Promise<Scenario> {
	return scenarioAt(book, view, stepEnds(view.from, view.to, view.step));
}

/** The page of the scenarios. */
export interface ScenariosPage extends Scenario {
	/** By firmness, the firmest first: what is assumed, and what the ledger's own record says. */
	assumptions: (Prospect & { reason: string; record: FirmnessRecord })[];
	common: { chance: number; reason: string };
	not_known: string;
	/**
	 * Due on the day before the range opens: what a chart takes off to show the range alone. Null where that day is
	 * still to come, so that it differs from run to run.
	 */
	before_usd: number | null;
	/** Of what is due at each row, what nobody has signed for: 0 but under a question that asks for it. Of it, too, what was due before the range. */
	unsigned_usd: number[];
	unsigned_before_usd: number;
	/** The projection's path at each row; empty where the question's scope is not the projection's, or the range not its window. */
	path: SpendRow[];
	sensitivity: Sensitivities;
}

/** What nobody has signed for of what is due at some days, as far as `as_of`, under the question of a view; whole dollars. */
function unsignedDue(book: Book, { question, as_of }: View, days: readonly Day[]): number[] {
	const signed = withoutUnsigned(question);
	if (!signed) return days.map(() => 0);
	const known = days.map((day) => (day < as_of ? day : as_of));
	const [all, rest] = [question, signed].map((asked) => dueCurve(book, asked, as_of).totals(known));
	return known.map((_, i) => Math.max(0, Math.round(all![i]! - rest![i]!)));
}

/** The answer of `/scenarios`. */
export async function scenariosPage(book: Book, view: View): Promise<ScenariosPage> {
	const ends = stepEnds(view.from, view.to, view.step);
	const now = view.as_of >= view.from && view.as_of <= view.to ? [view.as_of] : [];
	const opening = addDays(view.from, -1);
	const known = opening <= view.as_of;
	const days = [...new Set([...(known ? [opening] : []), ...ends, ...now])].sort();
	const projection = projectionOf(book, view);
	const alike =
		projection &&
		withScopeOf(view.question, projection).scope === view.question.scope &&
		windowOf(projection).start === view.from;
	const [before] = known ? spendAt(book, { ...view, projection: null }, [opening]) : [];
	const [unsignedBefore = 0] = known ? unsignedDue(book, view, [opening]) : [];
	const scenario = await scenarioAt(book, view, days);
	return {
		...scenario,
		assumptions: firmnessRecord(book, view.as_of).map((record) => ({ ...ASSUMPTIONS[record.firmness], record })),
		common: { chance: COMMON_CHANCE, reason: COMMON_REASON },
		not_known: NOT_KNOWN,
		before_usd: before?.due_usd ?? null,
		unsigned_usd: scenario.fault === null ? unsignedDue(book, view, days) : [],
		unsigned_before_usd: unsignedBefore,
		path: alike ? spendAt(book, view, days) : [],
		sensitivity: sensitivities(book, view)
	};
}
