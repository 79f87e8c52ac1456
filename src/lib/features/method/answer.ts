import type { Book, Entry } from '$lib/ledger/book';
import { compare } from '$lib/ledger/compare';
import { againstDeals, defaultProjection } from '$lib/ledger/window';
import { dayNumber, type Day } from '$lib/records/day';
import { readIndicator, unitOf } from '$lib/readings';
import type { Part } from '$lib/readings/reading';
import type { Unit } from '$lib/readings/units';
import { DueCurve } from '$lib/ledger/due';
import { dealSteps, type DealSteps } from '$lib/ledger/reconcile';
import { Sweep } from '$lib/ledger/sweep';
import { estimate } from '$lib/records/value';
import type { Firmness, Layer, WtfLabel } from '$lib/records/vocabularies';
import type { View } from '$lib/view';
import { deals } from '$lib/shared/deal-list';
import { methodLines, type MethodLine } from '$lib/shared/method-history';
import { reconciliation, type ReconciliationLine } from '$lib/shared/reconciliation';

interface Named {
	slug: string;
	title: string;
}

/** A contribution spread straight over its days. Whole dollars. */
interface Spread extends Named {
	contribution_usd: number;
	start: Day;
	end: Day;
	days: number;
	elapsed_days: number;
	due_usd: number;
}

/** A value as given and the three numbers that are made of it, whole dollars. */
interface ValueExample extends Named {
	low_usd: number;
	central_usd: number;
	high_usd: number;
}

/**
 * The rules at work on the ledger as it stands: each example is the largest deal that shows its rule; null where none does.
 * Whole dollars.
 */
export interface MethodPage {
	lines: ReconciliationLine[];
	/** What of the method has dates, as it had begun by the day. */
	dated: MethodLine[];
	due_usd: number;
	deals: number;
	undisclosed_deals: number;
	up_to: ValueExample | null;
	at_least: ValueExample | null;
	other_layer: (Named & { headline_usd: number; layer: Layer }) | null;
	cut: (Named & { highest_usd: number; current_usd: number; cancelled: boolean }) | null;
	not_firm: (Named & { headline_usd: number; firmness: Firmness }) | null;
	inside: (Named & { amount_usd: number; contribution_usd: number; parent: Named; parent_usd: number }) | null;
	stated: Spread | null;
	assumed: (Spread & { layer: Layer }) | null;
	projection:
		(Named & { target_usd: number; spent_usd: number; path_usd: number; pace: number; contracted_usd: number }) | null;
	rating: (Named & { terminator: number; idiocracy: number; label: WtfLabel }) | null;
	reading: (Named & { value: number; unit: Unit; numerator: Part; denominator: Part }) | null;
}

function largest<T>(items: readonly T[], size: (item: T) => number): T | null {
	return items.reduce<T | null>((best, item) => (size(item) > (best === null ? 0 : size(best)) ? item : best), null);
}

/** The answer of `/method`. */
export function methodPage(book: Book, view: View): MethodPage {
	const { question, as_of } = view;
	const sweep = new Sweep(book, question, as_of).advance(as_of);
	const due = new DueCurve(book, sweep);
	const steps = dealSteps(book, question, as_of);
	const entryOf = (step: DealSteps): Entry => book.entries[step.index]!;
	const name = ({ deal }: Entry): Named => ({ slug: deal.slug, title: deal.title });
	const kept = steps.filter((step) => step.counted !== null);

	function byStep(key: 'other_layers' | 'cut_or_cancelled' | 'not_firm'): DealSteps | null {
		return largest(steps, (step) => step[key]);
	}
	function value(only: 'low' | 'high'): ValueExample | null {
		const shown = largest(kept, (step) => {
			const stated = sweep.state(entryOf(step))?.value;
			const ends = Object.entries(stated ?? {}).filter(([, dollars]) => dollars !== undefined);
			return ends.length === 1 && ends[0]![0] === only ? (stated![only] ?? 0) : 0;
		});
		if (!shown) return null;
		const stated = sweep.state(entryOf(shown))?.value;
		const [low, central, high] = (['low', 'central', 'high'] as const).map((which) => estimate(stated, which) ?? 0);
		return { ...name(entryOf(shown)), low_usd: low!, central_usd: central!, high_usd: high! };
	}
	function spread(assumed: boolean): Spread | null {
		const shown = largest(kept, (step) => {
			const state = sweep.state(entryOf(step));
			const span = due.span(step.index);
			return span?.assumed === assumed && !state?.schedule && span.start <= as_of ? step.counted! : 0;
		});
		if (!shown) return null;
		const { start, end } = due.span(shown.index)!;
		const days = dayNumber(end) - dayNumber(start) + 1;
		return {
			...name(entryOf(shown)),
			contribution_usd: shown.counted!,
			start,
			end,
			days,
			elapsed_days: Math.min(Math.max(dayNumber(as_of) - dayNumber(start) + 1, 0), days),
			due_usd: Math.round(due.of(shown.index, as_of))
		};
	}
	function inside(): MethodPage['inside'] {
		const child = largest(kept, (step) => {
			const { parent } = entryOf(step);
			return parent >= 0 && sweep.isKept(parent) && step.inside_bigger_deal === 0 ? sweep.amount[step.index]! : 0;
		});
		if (!child) return null;
		const parent = book.entries[entryOf(child).parent]!;
		return {
			...name(entryOf(child)),
			amount_usd: sweep.amount[child.index]!,
			contribution_usd: child.counted!,
			parent: name(parent),
			parent_usd: sweep.amount[parent.index]!
		};
	}

	const other = byStep('other_layers');
	const cut = byStep('cut_or_cancelled');
	const soft = byStep('not_firm');
	const assumed = spread(true);
	const rated = deals(book, view).filter((row) => row.label !== null);
	const rating = largest(rated, (row) => Math.abs(row.terminator! - row.idiocracy!));
	return {
		lines: reconciliation(book, view),
		dated: methodLines(book.records, as_of),
		due_usd: Math.round(due.total(as_of)),
		deals: steps.length,
		undisclosed_deals: kept.filter((step) => estimate(sweep.state(entryOf(step))?.value, 'central') === null).length,
		up_to: value('high'),
		at_least: value('low'),
		other_layer: other && { ...name(entryOf(other)), headline_usd: other.other_layers, layer: entryOf(other).layer },
		cut: cut && {
			...name(entryOf(cut)),
			highest_usd: cut.headline,
			current_usd: cut.headline - cut.cut_or_cancelled,
			cancelled: sweep.state(entryOf(cut))!.cancelled
		},
		not_firm: soft && {
			...name(entryOf(soft)),
			headline_usd: soft.not_firm,
			firmness: sweep.state(entryOf(soft))!.firmness
		},
		inside: inside(),
		stated: spread(false),
		assumed: assumed && { ...assumed, layer: book.entries[book.bySlug.get(assumed.slug)!]!.layer },
		projection: projectionExample(book, view),
		rating: rating && {
			slug: rating.slug,
			title: rating.title,
			terminator: rating.terminator!,
			idiocracy: rating.idiocracy!,
			label: rating.label!
		},
		reading: readingExample(book, as_of)
	};
}

function projectionExample(book: Book, { question, as_of }: View): MethodPage['projection'] {
	const chosen = defaultProjection(againstDeals(book.records.projections), as_of);
	if (!chosen) return null;
	const found = compare(book, question, as_of, chosen);
	if (found.pace === null) return null;
	return {
		slug: chosen.slug,
		title: chosen.title,
		target_usd: found.target_usd,
		spent_usd: Math.round(found.due_to_date_usd),
		path_usd: Math.round(found.path_to_date_usd),
		pace: found.pace,
		contracted_usd: Math.round(found.contracted_usd)
	};
}

/** The first reading that is a fraction and has a value. */
function readingExample(book: Book, asOf: Day): MethodPage['reading'] {
	for (const indicator of book.records.indicators) {
		const { value, numerator, denominator } = readIndicator(book, indicator, asOf);
		if (value === null || !numerator || !denominator) continue;
		return { slug: indicator.slug, title: indicator.name, value, unit: unitOf(indicator.slug), numerator, denominator };
	}
	return null;
}
