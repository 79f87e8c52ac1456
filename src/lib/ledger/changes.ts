import { compareText, type Book, type Entry, type State } from './book';
import { dayFromNumber, dayNumber, type Day } from '$lib/records/day';
import type { Question } from './question';
import { DueCurve } from './due';
import { endsAt, type PieceEnds } from './columnar';
import type { AssumedLayer } from './term';
import { roundTogether } from './rounding';
import { amountOf, Sweep } from './sweep';
import { bookOf, treesOf } from './trees';
import { FIRMNESS } from '$lib/records/vocabularies';

/**
 * Why a figure moved. `new`: the deal was first heard of. `expanded`, `scaled_back`: its value changed. `firmer`, `less_firm`: it
 * began or ceased to be firm enough to count. `cancelled`, also where more becomes known of what had been paid on it.
 * `rescheduled`: its term or schedule changed, or it was completed. `restructured`: nothing of its own, but a deal inside it
 * or around it came, went or changed, so that less or more of it is its own, or it falls due at another time. `method`: other
 * terms are assumed from a day on. `time_passed`: more of its term has elapsed.
 */
export const CAUSES = [
	'new',
	'expanded',
	'firmer',
	'scaled_back',
	'less_firm',
	'cancelled',
	'rescheduled',
	'restructured',
	'method',
	'time_passed'
] as const;
export type Cause = (typeof CAUSES)[number];

/** The three figures, whole dollars. */
export interface Figures {
	headline_usd: number;
	counted_usd: number;
	due_usd: number;
}

/** What one deal moved for one reason. */
export interface ChangeRow extends Figures {
	slug: string;
	cause: Cause;
}

/** What one reason moved, all deals together. */
export interface CauseRow extends Figures {
	cause: Cause;
	/** How many deals. */
	deals: number;
}

/** What another assumed term of a layer moved, from its day on. */
export interface TermMove {
	on: Day;
	layer: AssumedLayer;
	/** How many deals. */
	deals: number;
	due_usd: number;
}

/** What moved the three figures between the ends of two days. */
export interface Changes {
	/** Each as known on its own day; the rows add up exactly to the difference. */
	from: Figures & { date: Day };
	to: Figures & { date: Day };
	/** Largest move of the counted total first, then of the due and of the headline. */
	rows: ChangeRow[];
	/** In the order of `CAUSES`; those without a row are left out. */
	causes: CauseRow[];
	/** What each change of the assumed terms moved, in their order: together the cause `method`, each rounded by itself. */
	terms: TermMove[];
}

/** Moves of one deal and cause; due is not yet rounded. */
interface Move {
	slug: string;
	cause: Cause;
	headline: number;
	counted: number;
	due: number;
}

class Moves {
	readonly #moves = new Map<string, Move>();
	/** By the day and the layer of a change of the assumed terms. */
	readonly #terms = new Map<string, { on: Day; layer: AssumedLayer; deals: number; due: number }>();

	add(slug: string, cause: Cause, by: Partial<Pick<Move, 'headline' | 'counted' | 'due'>>): void {
		const key = `${slug} ${cause}`;
		let move = this.#moves.get(key);
		if (!move) this.#moves.set(key, (move = { slug, cause, headline: 0, counted: 0, due: 0 }));
		move.headline += by.headline ?? 0;
		move.counted += by.counted ?? 0;
		move.due += by.due ?? 0;
	}

	/** What is due moved because of one change of the assumed terms. */
	addByTerm(slug: string, { dayNo, layer }: PieceEnds, due: number): void {
		this.add(slug, 'method', { due });
		if (layer === null) return;
		const on = dayFromNumber(dayNo);
		const key = `${on} ${layer}`;
		let term = this.#terms.get(key);
		if (!term) this.#terms.set(key, (term = { on, layer, deals: 0, due: 0 }));
		term.deals++;
		term.due += due;
	}

	/** What the changes of the assumed terms moved, by their days and layers. */
	byTerms(): TermMove[] {
		const sorted = [...this.#terms].sort(([a], [b]) => compareText(a, b));
		return sorted.map(([, { due, ...term }]) => ({ ...term, due_usd: Math.round(due) }));
	}

	/** In an order that does not depend on how records came. */
	list(): Move[] {
		const order = (move: Move) => CAUSES.indexOf(move.cause);
		return [...this.#moves.values()].sort((a, b) => compareText(a.slug, b.slug) || order(a) - order(b));
	}
}

function sameTerms(a: State, b: State): boolean {
	return JSON.stringify([a.term, a.schedule, a.completed]) === JSON.stringify([b.term, b.schedule, b.completed]);
}

/** What a deal's own events of one day did to what it counts; `restructured` where they did nothing to it. */
function causeOf(entry: Entry, question: Question, before: State | undefined, after: State): Cause {
	if (!before) return 'new';
	if (after.cancelled) return before.cancelled && before.paid === after.paid ? 'restructured' : 'cancelled';
	const least = FIRMNESS.indexOf(question.firmness);
	if (before.rank < least !== after.rank < least) return after.rank < least ? 'less_firm' : 'firmer';
	const change = amountOf(entry, after, question) - amountOf(entry, before, question);
	if (change !== 0) return change > 0 ? 'expanded' : 'scaled_back';
	return sameTerms(before, after) ? 'restructured' : 'rescheduled';
}

/** A tree of deals at the end of a day: what each contributes, and what of it will have been due on the last day. */
interface Standing {
	/** Null where it is not kept. */
	contributions: (number | null)[];
	/** What lies inside each and counts. */
	inside: number[];
	amounts: number[];
	due: number[];
	states: (State | undefined)[];
}

function standingOf(book: Book, sweep: Sweep, to: Day, ends: PieceEnds): Standing {
	const dueCurve = new DueCurve(book, sweep, ends);
	const contributions = book.entries.map(({ index }) => sweep.contribution(index));
	return {
		contributions,
		inside: book.entries.map(({ index }) => sweep.countedWithParts(index) - sweep.added(index)),
		amounts: [...sweep.amount],
		due: book.entries.map(({ index }) => dueCurve.of(index, to)),
		states: book.entries.map((entry) => sweep.state(entry))
	};
}

/** Splits the move of one deal on one day between its own events and those of the deals inside it. */
function addMove(moves: Moves, entry: Entry, question: Question, before: Standing, after: Standing): void {
	const { index, deal } = entry;
	const [was, is] = [before.states[index], after.states[index]];
	const [old, now] = [before.contributions[index] ?? 0, after.contributions[index] ?? 0];
	const counted = now - old;
	const due = after.due[index]! - before.due[index]!;
	if (is === undefined || is === was) {
		if (counted !== 0 || due !== 0) moves.add(deal.slug, 'restructured', { counted, due });
		return;
	}
	const cause = causeOf(entry, question, was, is);
	// Had nothing moved inside it, it would contribute this much.
	const alone = Math.max(0, after.amounts[index]! - before.inside[index]!);
	const inside = now - alone;
	const elapsed = now > 0 ? after.due[index]! / now : 0;
	moves.add(deal.slug, cause, { counted: counted - inside, due: due - inside * elapsed });
	if (inside !== 0) moves.add(deal.slug, 'restructured', { counted: inside, due: inside * elapsed });
}

/** The days after `from` and until `to` on which anything in a book changed, or other terms are assumed. */
function daysOfChange(book: Book, from: Day, to: Day): Day[] {
	const [first, last] = [dayNumber(from), dayNumber(to)];
	const days = new Set<number>();
	for (const day of book.timeline.day) if (day > first && day <= last) days.add(day);
	for (const { dayNo } of book.timeline.ends) if (dayNo > first && dayNo <= last) days.add(dayNo);
	return [...days].sort((a, b) => a - b).map(dayFromNumber);
}

/** The changes of the assumed terms on a day. */
function changesOfTerms({ timeline }: Book, day: Day): PieceEnds[] {
	return timeline.ends.filter(({ dayNo }) => dayNo === dayNumber(day));
}

/** What was learnt about one tree of deals from one day to another, day by day. */
function addKnowledge(moves: Moves, book: Book, question: Question, from: Day, to: Day): void {
	const sweep = new Sweep(book, question, to).advance(from);
	let ends = endsAt(book.timeline, dayNumber(from));
	let before = standingOf(book, sweep, to, ends);
	for (const day of daysOfChange(book, from, to)) {
		// The terms of a day hold from its beginning: what its events do comes after.
		for (ends of changesOfTerms(book, day)) {
			const after = standingOf(book, sweep, to, ends);
			for (const { index, deal } of book.entries) {
				const due = after.due[index]! - before.due[index]!;
				if (due !== 0) moves.addByTerm(deal.slug, ends, due);
			}
			before = after;
		}
		const after = standingOf(book, sweep.advance(day), to, ends);
		for (const entry of book.entries) {
			if (!sweep.matches[entry.index]) continue;
			const [was, is] = [before.states[entry.index], after.states[entry.index]];
			const headline = (is?.highWater ?? 0) - (was?.highWater ?? 0);
			if (headline !== 0) moves.add(entry.deal.slug, was ? 'expanded' : 'new', { headline });
			addMove(moves, entry, question, before, after);
		}
		before = after;
	}
}

function causeRows(rows: ChangeRow[]): CauseRow[] {
	return CAUSES.flatMap((cause) => {
		const of = rows.filter((row) => row.cause === cause);
		if (of.length === 0) return [];
		const sum = (figure: keyof Figures) => of.reduce((total, row) => total + row[figure], 0);
		return [
			{
				cause,
				deals: of.length,
				headline_usd: sum('headline_usd'),
				counted_usd: sum('counted_usd'),
				due_usd: sum('due_usd')
			}
		];
	});
}

const FIRST_SEEN = new Set<Cause>(['new', 'cancelled']);

/**
 * What moved headline, counted and due from the end of one day to the end of another, deal by deal and cause by cause.
 * Each figure is taken as known on its own day; due moves by `time_passed` under what was known at `from`, and for the
 * rest by what was learnt since. A filter on what can change looks at `to`, for both days. Whole dollars that add up exactly.
 * @throws RangeError where `from` lies after `to`
 */
export function changesBetween(book: Book, question: Question, from: Day, to: Day): Changes {
	if (from > to) throw new RangeError(`From ${from} to ${to}: the first day takes one no later than the second.`);
	const sweep = new Sweep(book, question, to).advance(from);
	const then = new DueCurve(book, sweep);
	const atFrom = { headline: sweep.headline, counted: sweep.counted, due: then.total(from) };
	const moves = new Moves();
	for (const { index, deal } of book.entries) {
		const due = then.of(index, to) - then.of(index, from);
		if (due !== 0) moves.add(deal.slug, 'time_passed', { due });
	}
	for (const tree of treesOf(book)) {
		const deals = tree.map((index) => book.entries[index]!.deal);
		const part = bookOf(book, deals);
		if (daysOfChange(part, from, to).length > 0) addKnowledge(moves, part, question, from, to);
	}
	const now = new DueCurve(book, sweep.advance(to));
	const figures = (headline: number, counted: number, due: number): Figures => ({
		headline_usd: headline,
		counted_usd: counted,
		due_usd: Math.round(due)
	});
	const before = figures(atFrom.headline, atFrom.counted, atFrom.due);
	const after = figures(sweep.headline, sweep.counted, now.total(to));
	const list = moves.list();
	const due = roundTogether(
		list.map((move) => move.due),
		after.due_usd - before.due_usd
	);
	const rows = list
		.map(({ slug, cause, headline, counted }, i) => ({ slug, cause, ...figures(headline, counted, due[i]!) }))
		.filter((row) => FIRST_SEEN.has(row.cause) || row.headline_usd || row.counted_usd || row.due_usd);
	const size = (figure: keyof Figures) => (a: ChangeRow, b: ChangeRow) => Math.abs(b[figure]) - Math.abs(a[figure]);
	rows.sort(
		(a, b) =>
			size('counted_usd')(a, b) || size('due_usd')(a, b) || size('headline_usd')(a, b) || compareText(a.slug, b.slug)
	);
	return {
		from: { date: from, ...before },
		to: { date: to, ...after },
		rows,
		causes: causeRows(rows),
		terms: moves.byTerms()
	};
}
