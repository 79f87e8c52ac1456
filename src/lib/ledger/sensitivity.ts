import { compareText, type Book } from './book';
import { withScopeOf } from './compare';
import { targetOf } from './window';
import { addDays, type Day } from '$lib/records/day';
import type { Question } from './question';
import { dueCurve } from './due';
import type { Deal, Projection } from '$lib/records';
import { Sweep } from './sweep';
import { assumedTerm, termSpan, yearsAt } from './term';
import { bookOf, treesOf } from './trees';
import { FIRMNESS, LAYERS, SCOPES, SPEND_SHAPES, type Estimate } from '$lib/records/vocabularies';

/** An assumption of the question or of the rules that could have been made otherwise. */
export type AssumptionKey =
	'estimate' | 'firmness' | 'scope' | 'unknown_places' | 'layers' | 'part_of' | 'assumed_terms' | 'shape';

/** A result under another assumption. */
export interface Otherwise {
	/** What is assumed instead: a word of the vocabulary, or what the key says. */
	instead: string;
	value: number;
	/** From the result as asked. */
	change: number;
}

export interface AssumptionEffect {
	key: AssumptionKey;
	/** Each way to assume it otherwise, the one that moves the result most first. */
	otherwise: Otherwise[];
}

export interface DealEffect {
	slug: string;
	/** The result as if the deal had never been recorded. */
	value: number;
	change: number;
}

/** What moves a result most. */
export interface Sensitivity {
	/** The result as asked. */
	value: number;
	/** Three at most, and the shape wherever it stands among them, largest effect first; those without any are left out. */
	assumptions: AssumptionEffect[];
	/** Ten at most, largest effect first; those without any are left out. */
	deals: DealEffect[];
}

const MOST_ASSUMPTIONS = 3;
const MOST_DEALS = 10;
/** Dollars: a smaller effect is none, since sums over days are floating point. */
const LEAST_EFFECT = 0.5;

/** Gives an amount, such as the counted total, for a book and a question; dollars. */
type Measure = (book: Book, question: Question) => number;

interface Variant {
	key: AssumptionKey;
	instead: string;
	book: Book;
	question: Question;
}

function withEverywhere(book: Book, change: (deal: Deal) => Deal): Book {
	return bookOf(
		book,
		book.entries.map((entry) => change(entry.deal))
	);
}

/**
 * Terms that the rules assume on a day, made longer or shorter by a factor, in whole days, half a day rounded up; what falls due when it
 * is completed stays as it is.
 */
function withTerms(book: Book, asOf: Day, factor: number): Book {
	const years = yearsAt(book.records.terms, asOf);
	const deals = book.entries.map(({ deal, layer, firstDay }): Deal => {
		const [first, ...later] = deal.events;
		const assumed = assumedTerm(layer, deal.kind, firstDay, years);
		if (!assumed || !first || first.term || first.schedule) return deal;
		const { from, to } = termSpan(assumed);
		const days = Math.round((to - from + 1) * factor);
		const term = { start: firstDay, end: addDays(firstDay, days - 1) };
		return { ...deal, events: [{ ...first, term }, ...later] };
	});
	return bookOf(book, deals);
}

function variants(book: Book, question: Question, asOf: Day): Variant[] {
	const list: Variant[] = [];
	const ask = (key: AssumptionKey, instead: string, change: Partial<Question>) =>
		list.push({ key, instead, book, question: { ...question, ...change } });
	const rebuild = (key: AssumptionKey, instead: string, other: Book) =>
		list.push({ key, instead, book: other, question });

	const estimates: Estimate[] = ['low', 'central', 'high'];
	for (const estimate of estimates) if (estimate !== question.estimate) ask('estimate', estimate, { estimate });
	const rank = FIRMNESS.indexOf(question.firmness);
	for (const firmness of [FIRMNESS[rank - 1], FIRMNESS[rank + 1]])
		if (firmness) ask('firmness', firmness, { firmness });
	for (const scope of SCOPES) if (scope !== question.scope) ask('scope', scope, { scope });
	if (question.scope === 'us') {
		rebuild(
			'unknown_places',
			'in_scope',
			withEverywhere(book, (deal) => ({ ...deal, us_share: deal.us_share ?? 1 }))
		);
	}
	for (const layer of LAYERS) {
		const leaveOutTree = question.layers.filter((each) => each !== layer);
		if (leaveOutTree.length < question.layers.length) ask('layers', `without_${layer}`, { layers: leaveOutTree });
		else ask('layers', `with_${layer}`, { layers: [...question.layers, layer] });
	}
	rebuild(
		'part_of',
		'unlinked',
		withEverywhere(book, ({ part_of: _, ...deal }) => deal)
	);
	rebuild('assumed_terms', 'half_as_long', withTerms(book, asOf, 0.5));
	rebuild('assumed_terms', 'half_as_long_again', withTerms(book, asOf, 1.5));
	for (const shape of SPEND_SHAPES) if (shape !== question.shape) ask('shape', shape, { shape });
	return list;
}

function byEffect(a: { change: number }, b: { change: number }): number {
	return Math.abs(b.change) - Math.abs(a.change);
}

function assumptionEffects(list: Variant[], amount: Measure, value: number): AssumptionEffect[] {
	const byKey = new Map<AssumptionKey, Otherwise[]>();
	for (const { key, instead, book, question } of list) {
		const other = amount(book, question);
		if (Math.abs(other - value) < LEAST_EFFECT) continue;
		byKey.set(key, [...(byKey.get(key) ?? []), { instead, value: other, change: other - value }]);
	}
	return [...byKey]
		.map(([key, otherwise]) => ({ key, otherwise: otherwise.sort(byEffect) }))
		.sort((a, b) => byEffect(a.otherwise[0]!, b.otherwise[0]!))
		.filter(({ key }, place) => place < MOST_ASSUMPTIONS || key === 'shape');
}

/** A tree as if one of its deals had never been recorded: what lies inside it lies in what contained it. */
function without(book: Book, tree: number[], left: number): Book {
	const { deal: gone } = book.entries[left]!;
	const deals = tree.flatMap((index) => {
		const { deal } = book.entries[index]!;
		if (index === left) return [];
		return [deal.part_of === gone.slug ? { ...deal, part_of: gone.part_of } : deal];
	});
	return bookOf(book, deals);
}

/** What of the deals inside each falls due with a container, at most, by the place of the container; whole dollars. */
function sumsTimedInside(book: Book): Float64Array {
	const { parent, withContainer } = book.columns;
	const inside = new Float64Array(book.entries.length);
	for (const { index, states } of book.entries) {
		if (!withContainer[index]) continue;
		for (let at = parent[index]!; at >= 0; at = parent[at]!) inside[at]! += states.at(-1)!.highWater;
	}
	return inside;
}

/**
 * The deals whose absence moves an amount most. Leaving one out touches its own tree only, so the rest need not be counted
 * again; and as the effect is no larger than the deal's largest headline or what was paid of it, once for itself and once for
 * each deal that contains it, and than all that falls due with it, the smaller ones need not be tried once ten larger effects
 * are found.
 */
function dealEffects(book: Book, question: Question, amount: Measure): { slug: string; change: number }[] {
	const timed = sumsTimedInside(book);
	const trees = treesOf(book).map((tree) => ({ tree, whole: NaN }));
	const depthOf = (index: number): number => {
		let depth = 1;
		for (let at = book.entries[index]!.parent; at >= 0; at = book.entries[at]!.parent) depth++;
		return depth;
	};
	const candidates = trees.flatMap((group) =>
		group.tree.map((index) => {
			const { deal, states } = book.entries[index]!;
			const { highWater, paid = 0 } = states.at(-1)!;
			return { group, index, slug: deal.slug, most: Math.max(highWater, paid) * depthOf(index) + timed[index]! };
		})
	);
	candidates.sort((a, b) => b.most - a.most || a.index - b.index);
	const effects: { slug: string; change: number }[] = [];
	for (const { group, index, slug, most } of candidates) {
		if (effects.length === MOST_DEALS && most <= Math.abs(effects.at(-1)!.change)) break;
		const { tree } = group;
		if (Number.isNaN(group.whole)) {
			const deals = tree.map((each) => book.entries[each]!.deal);
			group.whole = amount(bookOf(book, deals), question);
		}
		const change = amount(without(book, tree, index), question) - group.whole;
		if (Math.abs(change) < LEAST_EFFECT) continue;
		effects.push({ slug, change });
		effects.sort((a, b) => byEffect(a, b) || compareText(a.slug, b.slug));
		effects.length = Math.min(effects.length, MOST_DEALS);
	}
	return effects;
}

/** What moves an amount most. */
function sensitivityOf(list: Variant[], book: Book, question: Question, amount: Measure): Sensitivity {
	const value = amount(book, question);
	return {
		value,
		assumptions: assumptionEffects(list, amount, value),
		deals: dealEffects(book, question, amount).map((effect) => ({ ...effect, value: value + effect.change }))
	};
}

/** What moves the counted total at a day most, whole dollars. */
export function sensitivityOfCounted(book: Book, question: Question, asOf: Day): Sensitivity {
	const counted: Measure = (other, asked) => new Sweep(other, asked, asOf).advance(asOf).counted;
	return sensitivityOf(variants(book, question, asOf), book, question, counted);
}

/**
 * What moves cover, the part of a projection's target that is already contracted (MODEL section 5), most; null where the
 * target is 0. The scope is the projection's, and is not varied.
 */
export function sensitivityOfCover(
	book: Book,
	question: Question,
	asOf: Day,
	projection: Projection
): Sensitivity | null {
	const target = targetOf(projection);
	if (target === 0) return null;
	const asked = withScopeOf(question, projection);
	const { start, end } = projection.window;
	const contracted: Measure = (other, otherwise) => {
		const due = dueCurve(other, otherwise, asOf);
		return due.total(end) - due.total(addDays(start, -1));
	};
	const list = variants(book, asked, asOf).filter((variant) => variant.key !== 'scope');
	const found = sensitivityOf(list, book, asked, contracted);
	const share = <T extends { value: number; change: number }>(effect: T): T => ({
		...effect,
		value: effect.value / target,
		change: effect.change / target
	});
	return {
		value: found.value / target,
		assumptions: found.assumptions.map(({ key, otherwise }) => ({ key, otherwise: otherwise.map(share) })),
		deals: found.deals.map(share)
	};
}
