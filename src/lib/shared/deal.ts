import { boundOf, type Bound } from '$lib/ledger/bound';
import { compile, readingAt, stateAt, type Book, type State } from '$lib/ledger/book';
import { againstDeals, defaultProjection, windowOf } from '$lib/ledger/window';
import { addDays, dayNumber, stepEnds, type Day } from '$lib/records/day';
import { dueCurve, DueCurve } from '$lib/ledger/due';
import { dealSteps, type DealSteps } from '$lib/ledger/reconcile';
import type { Deal, Rating, Term } from '$lib/records';
import { Sweep } from '$lib/ledger/sweep';
import { estimate } from '$lib/records/value';
import { isSigned, layerOf } from '$lib/records/vocabularies';
import type { View } from '$lib/view';
import { sortDeals } from './deal-list';
import { dealRow, type DealRow } from './deal-rows';
import { namesOf, type Names } from './names';

/**
 * How a deal stands: announced or firmer, below that, called off, or due only once it is completed (MODEL section 4). Only of the
 * first does money fall due by its term.
 */
export type Standing = 'signed' | 'unsigned' | 'cancelled' | 'awaiting';

function standingOf(state: State | undefined, isAwaited: boolean): Standing {
	if (state?.cancelled) return 'cancelled';
	if (state && isAwaited) return 'awaiting';
	return state && isSigned(state.firmness) ? 'signed' : 'unsigned';
}

/** One deal whole: as recorded, as it stands at a day, and how it is counted under a question. */
export interface DealAnswer {
	deal: Deal;
	/** As it stands; null while the ledger knows nothing of it. */
	row: DealRow | null;
	term: Term | null;
	/** The reading that counts at the day; null while there is none. */
	reading: Rating | null;
	/** Its way from headline to contribution; null where filters leave it out or it has no state yet. */
	steps: Omit<DealSteps, 'index'> | null;
	standing: Standing;
	/**
	 * By itself, whatever its layer and whatever lies around it: the estimate spread over its term, whole dollars. Of what is not
	 * signed nothing is due: the quarters say what would be.
	 */
	alone: {
		amount_usd: number;
		due_usd: number;
		start: Day | null;
		end: Day | null;
		assumed: boolean;
		quarters: { date: Day; due_usd: number }[];
	};
	/** What it counts by when it falls due, three parts that add up; by itself where it does not count. Whole dollars. */
	split: { due_usd: number; in_window_usd: number; later_usd: number };
	/** What of it falls into the window of the default projection, whole dollars. */
	in_window: { slug: string; title: string; start: Day; end: Day; due_usd: number } | null;
	/** Who may leave it and what binds until then; null where it is not kept. */
	bound: Bound | null;
	parent: { slug: string; title: string } | null;
	/** The deal that this one takes the place of, and those that take its own; shown, not counted with. */
	replaces: { slug: string; title: string } | null;
	replaced_by: { slug: string; title: string }[];
	/** The deals whose value this one already contains. */
	parts: DealRow[];
	/** Other deals between any of its payers and payees, the largest first. */
	related: DealRow[];
	/** Its place by headline among all deals known at the day. */
	rank: { place: number; of: number } | null;
	names: Names;
}

const RELATED = 6;

type Alone = DealAnswer['alone'] & { within: (start: Day, end: Day) => number };

/** What a deal lies in, by `part_of`, the nearest first. */
function containersOf(book: Book, index: number): Deal[] {
	const found: Deal[] = [];
	for (let above = book.entries[index]!.parent; above >= 0; above = book.entries[above]!.parent)
		found.push(book.entries[above]!.deal);
	return found;
}

function alone(deal: Deal, book: Book, view: View, standing: Standing): Alone {
	// What it lies in stands beside it: a part may fall due with its container.
	const around = containersOf(book, book.bySlug.get(deal.slug)!);
	const single = compile({ ...book.records, deals: [deal, ...around] });
	const index = single.bySlug.get(deal.slug)!;
	const entry = single.entries[index];
	const question = { ...view.question, layers: [entry!.layer], firmness: 'rumoured' as const, filters: {} };
	const due = dueCurve(single, { ...question, scope: 'global' }, view.as_of);
	const span = due.span(index);
	const days = span ? stepEnds(span.start, span.end, 'quarter') : [];
	const before = (day: Day): number => due.of(index, day);
	return {
		amount_usd: span ? Math.round(before(span.end)) : 0,
		due_usd: standing === 'unsigned' ? 0 : Math.round(before(view.as_of)),
		start: span?.start ?? null,
		end: span?.end ?? null,
		assumed: span?.assumed ?? false,
		quarters: days.map((date, i) => ({
			date,
			due_usd: Math.round(before(date)) - (i === 0 ? 0 : Math.round(before(days[i - 1]!)))
		})),
		within: (start, end) => Math.round(before(end) - before(addDays(start, -1)))
	};
}

/** One deal under the question of a view; undefined where no deal has the slug. */
export function deal(book: Book, view: View, slug: string): DealAnswer | undefined {
	const index = book.bySlug.get(slug);
	if (index === undefined) return undefined;
	const entry = book.entries[index]!;
	const { question, as_of } = view;
	const sweep = new Sweep(book, question, as_of).advance(as_of);
	const due = new DueCurve(book, sweep);
	const today = dayNumber(as_of);
	const state = stateAt(entry, today);
	const rowOf = (place: number): DealRow[] => {
		const other = book.entries[place]!;
		const known = stateAt(other, today);
		return known ? [dealRow(other, known, as_of, sweep, due)] : [];
	};
	const parties = new Set([...entry.deal.payers, ...entry.deal.payees]);
	const shared = (other: Deal): number => [...other.payers, ...other.payees].filter((each) => parties.has(each)).length;
	const related = book.entries.filter(
		(each) => each !== entry && each.parent !== index && entry.parent !== each.index && shared(each.deal) > 1
	);
	const parts = book.entries.filter((each) => each.parent === index).flatMap((each) => rowOf(each.index));
	const known = book.entries.flatMap((each) => stateAt(each, today) ?? []);
	const own = state?.highWater ?? 0;
	const found = dealSteps(book, question, as_of).find((each) => each.index === index);
	const projection = defaultProjection(againstDeals(book.records.projections), as_of);
	const standing = standingOf(state, due.timing.isAwaited(index));
	const { within, ...byItself } = alone(entry.deal, book, view, standing);
	const window = projection && windowOf(projection);
	const row = rowOf(index)[0] ?? null;
	const relatedRows = sortDeals(
		related.flatMap((each) => rowOf(each.index)),
		'-value'
	).slice(0, RELATED);
	const parent = book.entries[entry.parent]?.deal;
	return {
		deal: entry.deal,
		row,
		standing,
		term: state?.term ?? null,
		reading: (state && readingAt(entry, today)) ?? null,
		steps: found ? stepsOf(found) : null,
		alone: byItself,
		split: splitByTime(row?.contribution_usd ?? null, byItself, {
			now: row?.due_usd ?? 0,
			atEnd: Math.round(due.of(index, laterDay(window?.end, as_of))),
			aloneAfter: window && window.end > as_of ? within(addDays(as_of, 1), window.end) : 0
		}),
		in_window:
			projection && window
				? { slug: projection.slug, title: projection.title, ...window, due_usd: within(window.start, window.end) }
				: null,
		bound: boundOf(entry, sweep, due, as_of),
		parent: parent ? { slug: parent.slug, title: parent.title } : null,
		...succession(book, entry.deal, as_of),
		parts: sortDeals(parts, '-value'),
		related: relatedRows,
		rank: state ? { place: known.filter((each) => each.highWater > own).length + 1, of: known.length } : null,
		names: namesOf(book, [
			...parties,
			...[...parts, ...relatedRows].flatMap((each) => [...each.payers, ...each.payees])
		])
	};
}

function laterDay(day: Day | undefined, other: Day): Day {
	return day !== undefined && day > other ? day : other;
}

/** What a deal takes the place of, and the deals known at a day that take its own. */
function succession(book: Book, { slug, replaces }: Deal, asOf: Day): Pick<DealAnswer, 'replaces' | 'replaced_by'> {
	const named = (deal: Deal) => ({ slug: deal.slug, title: deal.title });
	const before = book.records.deals.find((each) => each.slug === replaces);
	const after = book.entries.filter((each) => each.deal.replaces === slug && each.firstDay <= asOf);
	return { replaces: before ? named(before) : null, replaced_by: after.map(({ deal }) => named(deal)) };
}

/** Due by the day, due from then to the window's end, and due after it: parts that do not overlap. */
function splitByTime(
	contribution: number | null,
	{ amount_usd, due_usd }: DealAnswer['alone'],
	at: { now: number; atEnd: number; aloneAfter: number }
): DealAnswer['split'] {
	if (contribution === null)
		return { due_usd, in_window_usd: at.aloneAfter, later_usd: amount_usd - due_usd - at.aloneAfter };
	return { due_usd: at.now, in_window_usd: at.atEnd - at.now, later_usd: contribution - at.atEnd };
}

function stepsOf({ index: _, ...steps }: DealSteps): Omit<DealSteps, 'index'> {
	return steps;
}

/** One deal as it is published: the record, how it stands, its latest reading and the way it is counted. */
export function dealRecord(answer: DealAnswer) {
	const { deal, row, term, reading, steps, alone, parent, parts, in_window, bound, replaced_by } = answer;
	const { sources: _count, ...figures } = row ?? {};
	return {
		...deal,
		...figures,
		layer: layerOf(deal),
		term,
		rationale: reading?.rationale ?? null,
		rated_by: reading?.by ?? null,
		steps: steps && Object.fromEntries(Object.entries(steps).map(([step, usd]) => [`${step}_usd`, usd])),
		alone,
		in_window,
		notice: bound?.notice ?? null,
		parent,
		replaced_by: replaced_by.map((each) => each.slug),
		parts: parts.map((each) => each.slug)
	};
}

/** The events of a deal, one row each, with what each states. */
export function dealEvents(deal: Deal) {
	const names = new Map(deal.sources.map((source) => [source.key, source.url ?? source.publisher]));
	return deal.events.map((event) => ({
		slug: deal.slug,
		on: event.on,
		type: event.type,
		firmness: event.firmness ?? null,
		low_usd: estimate(event.value, 'low'),
		central_usd: estimate(event.value, 'central'),
		high_usd: estimate(event.value, 'high'),
		note: event.note,
		sources: event.sources.map((key) => names.get(key) ?? key)
	}));
}

/** How a deal turns into spending, quarter by quarter, whole dollars. */
export function dealSchedule({ alone }: DealAnswer) {
	let cumulative_usd = 0;
	return alone.quarters.map(({ date, due_usd }) => {
		cumulative_usd += due_usd;
		return { date, due_usd, cumulative_usd };
	});
}
