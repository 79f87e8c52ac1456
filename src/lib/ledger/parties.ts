import { compareText, isStandIn, type Book, type Entry } from './book';
import { capexSeries, guidanceHistory, type CapexSeries, type GuidanceHistory } from './capex';
import { addDays, countsFrom, stepEnds, yearOf, type Day } from '$lib/records/day';
import { pairsOf, restsOnEqualSplit, type Pair } from './flows';
import { herfindahl } from './graph/shares';
import type { Question } from './question';
import { DueCurve } from './due';
import type { Stake } from '$lib/records';
import { roundTogether } from './rounding';
import { Sweep } from './sweep';
import { LAYERS, type Layer } from '$lib/records/vocabularies';

/** An organisation's part in one deal. */
export interface PartyDeal {
	slug: string;
	layer: Layer;
	/** Its share of the contribution, whole dollars; 0 once the deal is cancelled. */
	amount_usd: number;
	/** Its share of what the contract says, not netted of what lies inside it; 0 once the deal is cancelled. */
	obligations_usd: number;
	/** Its share of what had been paid of a cancelled deal, whole dollars. */
	kept_usd: number;
	/** How many share this side of the deal. */
	parties: number;
	/** Whether its share rests on a split that nobody stated. */
	equal_split: boolean;
	/** First and last day over which the deal is due; null where it adds nothing. */
	start: Day | null;
	end: Day | null;
	term_assumed: boolean;
}

/** What an organisation commits on one side of its deals in one layer, whole dollars. */
export interface PartyLayer {
	layer: Layer;
	amount_usd: number;
	kept_usd: number;
	/**
	 * By the calendar year in which it falls due. They add up to `amount_usd` and `kept_usd`, without what awaits a completion and
	 * what cancelled deals inside had paid already.
	 */
	years: { year: number; amount_usd: number }[];
}

/** Somebody on the other side of its deals. */
export interface Counterparty {
	slug: string;
	/** Whole dollars: what counts once, and what the contracts between the two say. */
	amount_usd: number;
	obligations_usd: number;
	/** Of all that runs between it and others on this side, 0 to 1. */
	share: number;
	stand_in: boolean;
	/** Whether it rests on a split that nobody stated. */
	equal_split: boolean;
	/** Slugs of the deals. */
	deals: string[];
}

/** One side of an organisation's deals: what it pays, or what it is paid. */
export interface PartySide {
	/** Its share of the counted contributions, whole dollars. */
	amount_usd: number;
	/** Its share of what the kept contracts say, not netted of what lies inside them. */
	obligations_usd: number;
	/** Of these, what it pays itself, standing on both sides of a deal. */
	within_usd: number;
	layers: PartyLayer[];
	deals: PartyDeal[];
	/** Largest first. */
	counterparties: Counterparty[];
	/** Herfindahl–Hirschman index of the named counterparties, 0 to 10,000; null where there is nothing to share. */
	concentration: number | null;
}

/** What falls due in the step that ends on `date`, whole dollars. */
export interface Due {
	date: Day;
	pays_usd: number;
	receives_usd: number;
}

/** Everything about one organisation under a question. */
export interface Party {
	slug: string;
	payer: PartySide;
	payee: PartySide;
	/** Quarter by quarter from the day after `asOf`, until nothing more is due. */
	due: Due[];
	/** Its stakes in others, and those of others in it, known at the day. */
	holds: Stake[];
	held_by: { holder: string; stake: Stake }[];
	capex: CapexSeries[];
	guidance: GuidanceHistory[];
}

type Role = 'payer' | 'payee';

/** A deal in which an organisation has a part. */
interface Part {
	entry: Entry;
	live: Pair[];
	kept: Pair[];
	/** What the contract says, while it is kept. */
	face: Pair[];
	/** What the deal comes to in the end, dollars. */
	whole: number;
}

const own = (role: Role, pair: Pair) => (role === 'payer' ? pair.from : pair.to);
const other = (role: Role, pair: Pair) => (role === 'payer' ? pair.to : pair.from);
const total = (pairs: Pair[]) => pairs.reduce((sum, pair) => sum + pair.amount, 0);

class Reader {
	readonly #book: Book;
	readonly #sweep: Sweep;
	readonly #dueCurve: DueCurve;
	readonly #slug: string;

	constructor(book: Book, question: Question, asOf: Day, slug: string) {
		this.#book = book;
		this.#sweep = new Sweep(book, question, asOf).advance(asOf);
		this.#dueCurve = new DueCurve(book, this.#sweep);
		this.#slug = slug;
	}

	/** Its parts on one side, of the deals that are kept or that left something when they were cancelled. */
	parts(role: Role): Part[] {
		const mine = (pair: Pair) => own(role, pair) === this.#slug;
		return this.#book.entries.flatMap((entry): Part[] => {
			const side = role === 'payer' ? entry.deal.payers : entry.deal.payees;
			if (!side.includes(this.#slug)) return [];
			const contribution = this.#sweep.contribution(entry.index);
			const span = this.#dueCurve.span(entry.index);
			if (contribution === null && !span) return [];
			const whole = contribution ?? this.#dueCurve.of(entry.index, span!.end);
			const pairs = pairsOf(entry.deal, Math.round(whole)).filter(mine);
			if (contribution === null) return [{ entry, live: [], kept: pairs, face: [], whole }];
			const face = pairsOf(entry.deal, this.#sweep.amount[entry.index]!).filter(mine);
			return [{ entry, live: pairs, kept: [], face, whole }];
		});
	}

	side(role: Role, parts: Part[]): PartySide {
		const live = parts.flatMap((part) => part.live);
		const amount = total(live);
		const within = total(live.filter((pair) => pair.from === pair.to));
		const counterparties = this.#counterparties(role, parts, amount - within);
		const named = counterparties.filter((each) => !each.stand_in).map((each) => each.amount_usd);
		return {
			amount_usd: amount,
			obligations_usd: total(parts.flatMap((part) => part.face)),
			within_usd: within,
			layers: LAYERS.flatMap((layer) =>
				this.#layer(
					layer,
					parts.filter((part) => part.entry.layer === layer)
				)
			),
			deals: parts.map((part) => this.#deal(role, part)),
			counterparties,
			concentration: amount - within > 0 ? herfindahl(named, amount - within) : null
		};
	}

	/** Dollars that fall due on some parts after one day and by another. */
	due(parts: Part[], after: Day, by: Day): number {
		return parts.reduce((sum, part) => sum + this.#between(part, after, by), 0);
	}

	/** The last day on which anything is due on some parts; undefined where nothing is. */
	lastDay(parts: Part[]): Day | undefined {
		return parts
			.flatMap(({ entry }) => this.#dueCurve.span(entry.index)?.end ?? [])
			.sort(compareText)
			.at(-1);
	}

	#between({ entry, live, kept, whole }: Part, after: Day, by: Day): number {
		if (whole === 0) return 0;
		const share = (total(live) + total(kept)) / whole;
		return share * (this.#dueCurve.of(entry.index, by) - this.#dueCurve.of(entry.index, after));
	}

	#deal(role: Role, { entry, live, kept, face }: Part): PartyDeal {
		const span = this.#dueCurve.span(entry.index);
		return {
			slug: entry.deal.slug,
			layer: entry.layer,
			amount_usd: total(live),
			obligations_usd: total(face),
			kept_usd: total(kept),
			parties: (role === 'payer' ? entry.deal.payers : entry.deal.payees).length,
			equal_split: restsOnEqualSplit(entry.deal, [role === 'payer' ? 'payers' : 'payees']),
			start: span?.start ?? null,
			end: span?.end ?? null,
			term_assumed: span?.assumed ?? false
		};
	}

	#layer(layer: Layer, parts: Part[]): PartyLayer[] {
		if (parts.length === 0) return [];
		const amount = total(parts.flatMap((part) => part.live));
		const kept = total(parts.flatMap((part) => part.kept));
		const byYear = new Map<number, number>();
		for (const part of parts) {
			const span = this.#dueCurve.span(part.entry.index);
			if (!span) continue;
			for (let year = yearOf(span.start); year <= yearOf(span.end); year++) {
				const due = this.#between(part, `${year - 1}-12-31`, `${year}-12-31`);
				byYear.set(year, (byYear.get(year) ?? 0) + due);
			}
		}
		const years = [...byYear.keys()].sort((a, b) => a - b);
		const amounts = roundTogether(years.map((year) => byYear.get(year)!));
		return [
			{ layer, amount_usd: amount, kept_usd: kept, years: years.map((year, i) => ({ year, amount_usd: amounts[i]! })) }
		];
	}

	#counterparties(role: Role, parts: Part[], among: number): Counterparty[] {
		const found = new Map<string, { amount: number; obligations: number; equal: boolean; deals: string[] }>();
		for (const { entry, live, face } of parts) {
			for (const [i, pair] of live.entries()) {
				if (pair.from === pair.to) continue;
				const each = found.get(other(role, pair)) ?? { amount: 0, obligations: 0, equal: false, deals: [] };
				each.amount += pair.amount;
				// Both are made of the same deal, so pair by pair of the same parties.
				each.obligations += face[i]!.amount;
				each.equal ||= restsOnEqualSplit(entry.deal);
				each.deals.push(entry.deal.slug);
				found.set(other(role, pair), each);
			}
		}
		const list = [...found].map(([slug, { amount, obligations, equal, deals }]) => ({
			slug,
			amount_usd: amount,
			obligations_usd: obligations,
			share: among > 0 ? amount / among : 0,
			stand_in: isStandIn(this.#book, slug),
			equal_split: equal,
			deals
		}));
		return list.sort((a, b) => b.amount_usd - a.amount_usd || compareText(a.slug, b.slug));
	}
}

function dueOf(reader: Reader, payer: Part[], payee: Part[], asOf: Day): Due[] {
	const last = reader.lastDay([...payer, ...payee]);
	if (last === undefined || last <= asOf) return [];
	const ends = stepEnds(addDays(asOf, 1), last, 'quarter');
	const startOf = (i: number) => (i === 0 ? asOf : ends[i - 1]!);
	const pays = roundTogether(ends.map((end, i) => reader.due(payer, startOf(i), end)));
	const receives = roundTogether(ends.map((end, i) => reader.due(payee, startOf(i), end)));
	return ends.map((date, i) => ({ date, pays_usd: pays[i]!, receives_usd: receives[i]! }));
}

/**
 * One organisation at a day: its commitments on both sides by layer and year, what falls due, its counterparties, stakes,
 * reported capital spending and guidance. Contributions are those of the question, so that the parts of all organisations on
 * one side add up to the counted total; parties of a deal share it as its record says, else equally.
 */
export function partyOf(book: Book, question: Question, asOf: Day, slug: string): Party {
	const reader = new Reader(book, question, asOf, slug);
	const [payer, payee] = [reader.parts('payer'), reader.parts('payee')];
	const known = ({ since }: Stake) => since === undefined || countsFrom(since) <= asOf;
	return {
		slug,
		payer: reader.side('payer', payer),
		payee: reader.side('payee', payee),
		due: dueOf(reader, payer, payee, asOf),
		holds: (book.organisations.get(slug)?.stakes ?? []).filter(known),
		held_by: [...book.organisations.values()]
			.sort((a, b) => compareText(a.slug, b.slug))
			.flatMap(({ slug: holder, stakes = [] }) =>
				stakes.filter((stake) => stake.in === slug && known(stake)).map((stake) => ({ holder, stake }))
			),
		capex: capexSeries(book.records, asOf).filter((series) => series.company === slug),
		guidance: guidanceHistory(book.records, asOf).filter((history) => history.company === slug)
	};
}
