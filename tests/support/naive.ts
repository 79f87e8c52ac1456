import type { Question } from '$lib/ledger/question';
import { DEAL } from '$lib/records/deal';
import type { Field } from '$lib/records/define';
import type { AssumedTerms, Deal, Organisation, Piece, Records, Term, Value } from '$lib/records';

/**
 * The arithmetic once more, sentence by sentence from MODEL.md sections 2 to 6 and as slow as that is: every deal folded anew
 * for every date, every tree built, money in exact fractions, a calendar of its own. It shares no code with what it checks; which
 * fields a search looks into is declared with them.
 */

const RANK = ['rumoured', 'letter_of_intent', 'announced', 'definitive'];

// A calendar: days counted one by one from 1 January 1970.

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const monthLength = (year: number, month: number): number =>
	[31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;

interface Civil {
	year: number;
	month: number;
	day: number;
}

/** A date, complete or not, as the last day of the period that it names. */
function civil(date: string): Civil {
	const [year, month = 12, day] = date.split('-').map(Number) as [number, number?, number?];
	return { year, month, day: day ?? monthLength(year, month) };
}

const ORDINALS = new Map<string, number>();

/** The number of the day that a date counts from. */
export function ordinal(date: string): number {
	const known = ORDINALS.get(date);
	if (known !== undefined) return known;
	const { year, month, day } = civil(date);
	let days = day - 1;
	for (let m = 1; m < month; m++) days += monthLength(year, m);
	for (let y = 1970; y < year; y++) days += isLeap(y) ? 366 : 365;
	ORDINALS.set(date, days);
	return days;
}

function monthsLater(date: string, months: number): string {
	const { year, month, day } = civil(date);
	const all = year * 12 + (month - 1) + months;
	const [toYear, toMonth] = [Math.floor(all / 12), (all % 12) + 1];
	const toDay = Math.min(day, monthLength(toYear, toMonth));
	return [String(toYear), String(toMonth).padStart(2, '0'), String(toDay).padStart(2, '0')].join('-');
}

// Section 3.

function headlineOf(value: Value | undefined): number {
	if (!value) return 0;
	for (const stated of [value.high, value.central, value.low]) if (stated !== undefined) return stated;
	return 0;
}

const half = (dollars: number): number => Number((BigInt(dollars) + 1n) / 2n);

function estimateOf(value: Value | undefined, which: 'low' | 'central' | 'high'): number {
	if (!value) return 0;
	const { low, central, high } = value;
	const has = `${low === undefined ? '-' : 'l'}${central === undefined ? '-' : 'c'}${high === undefined ? '-' : 'h'}`;
	switch (has) {
		case '-c-':
			return central!;
		case 'l--':
			return low!;
		case '--h':
			return { low: 0, central: half(high!), high: high! }[which];
		case 'l-h':
			return { low: low!, central: half(low! + high!), high: high! }[which];
		case 'lc-':
			return { low: low!, central: central!, high: central! }[which];
		case '-ch':
			return { low: central!, central: central!, high: high! }[which];
		case 'lch':
			return { low: low!, central: central!, high: high! }[which];
		default:
			return 0;
	}
}

// Section 2: the state of a deal at a date.

interface NaiveState {
	value?: Value;
	firmness: string;
	cancelled: boolean;
	term?: Term;
	schedule?: Piece[];
	highWater: number;
	firmSince: number;
}

function stateOf(deal: Deal, day: number): NaiveState | null {
	const known = deal.events
		.map((event, place) => ({ event, place, from: ordinal(event.on) }))
		.filter(({ from }) => from <= day)
		.sort((a, b) => a.from - b.from || a.place - b.place);
	if (known.length === 0) return null;
	const state: NaiveState = { firmness: '', cancelled: false, highWater: 0, firmSince: 0 };
	for (const { event, from } of known) {
		const before = state.firmness;
		if (event.value) {
			state.value = event.value;
			state.highWater = Math.max(state.highWater, headlineOf(event.value));
		}
		if (event.term) state.term = event.term;
		if (event.schedule) state.schedule = event.schedule;
		if (event.firmness) state.firmness = event.firmness;
		else if (event.type === 'definitive' || event.type === 'completed') state.firmness = 'definitive';
		else if (state.firmness === '') state.firmness = 'announced';
		if (state.firmness !== before) state.firmSince = from;
		if (event.type === 'cancelled') state.cancelled = true;
	}
	return state;
}

function labelOf(terminator: number, idiocracy: number): string {
	if (terminator - idiocracy >= 2) return 'TERMINATOR';
	if (idiocracy - terminator >= 2) return 'IDIOCRACY';
	return terminator >= 3 && idiocracy >= 3 ? 'WTF' : 'NEUTRAL';
}

function readingOf(deal: Deal, day: number) {
	return (deal.ratings ?? [])
		.map((rating, place) => ({ rating, place, from: ordinal(rating.on) }))
		.filter(({ from }) => from <= day)
		.sort((a, b) => a.from - b.from || a.place - b.place)
		.at(-1)?.rating;
}

// Section 4.

function layerOf(deal: Deal): string {
	if (deal.layer) return deal.layer;
	if (deal.kind === 'compute_purchase') return 'demand';
	if (deal.kind === 'chip_purchase') return 'components';
	if (['equity_investment', 'debt_financing', 'acquisition'].includes(deal.kind)) return 'funding';
	return 'infrastructure';
}

const SEARCHED = Object.entries<Field>(DEAL.fields).flatMap(([name, { search }]) => (search ? [name] : []));

function passes(deal: Deal, organisations: Organisation[], question: Question, asOf: number): boolean {
	const { q, kind, organisation, payer, payee, wtf, min_value, max_value } = question.filters;
	const state = stateOf(deal, asOf);
	const reading = readingOf(deal, asOf);
	const some = (wanted: string[] | undefined, have: string[]) => !wanted || wanted.some((slug) => have.includes(slug));
	const plain = (text: string) => text.toLowerCase().replaceAll('ü', 'u');
	const names = organisations.filter(({ slug }) => [...deal.payers, ...deal.payees].includes(slug));
	const searched = SEARCHED.map((name) => JSON.stringify(deal[name as keyof Deal] ?? ''));
	const text = plain(
		[...searched, ...names.flatMap(({ slug, name, aliases = [] }) => [slug, name, ...aliases])].join(' ')
	);
	return (
		plain(q ?? '')
			.split(' ')
			.every((word) => text.includes(word)) &&
		some(kind, [deal.kind]) &&
		some(payer, deal.payers) &&
		some(payee, deal.payees) &&
		some(organisation, [...deal.payers, ...deal.payees]) &&
		(!wtf ||
			(reading !== undefined && wtf.some((label) => label === labelOf(reading.terminator, reading.idiocracy)))) &&
		((min_value === undefined && max_value === undefined) ||
			(state !== null && state.highWater >= (min_value ?? 0) && state.highWater <= (max_value ?? Infinity)))
	);
}

export interface NaiveAnswer {
	headline: number;
	counted: number;
	/** Slug to dollars, of every kept deal that the filters choose. */
	contributions: Map<string, number>;
	/** The same, of every deal that counts. */
	added: Map<string, number>;
	amounts: Map<string, number>;
}

/** A number of dollars as a fraction. */
interface Fraction {
	top: bigint;
	bottom: bigint;
}

const whole = (dollars: number): Fraction => ({ top: BigInt(dollars), bottom: 1n });
const ZERO = whole(0);
const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b));
function made(top: bigint, bottom: bigint): Fraction {
	const by = common(top < 0n ? -top : top, bottom);
	return by === 0n ? ZERO : { top: top / by, bottom: bottom / by };
}
const plus = (a: Fraction, b: Fraction) => made(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const minus = (a: Fraction, b: Fraction) => plus(a, { top: -b.top, bottom: b.bottom });
const times = (a: Fraction, b: Fraction) => made(a.top * b.top, a.bottom * b.bottom);
const isMore = (a: Fraction, b: Fraction) => a.top * b.bottom > b.top * a.bottom;
const lesser = (a: Fraction, b: Fraction) => (isMore(a, b) ? b : a);
const notBelow0 = (a: Fraction) => (a.top < 0n ? ZERO : a);
/** Millionths of a dollar, rounded down. */
const micro = ({ top, bottom }: Fraction): bigint => (top * 1_000_000n) / bottom;

/** A share as it is recorded, in millionths: the digits as they are written. */
function millionths(share: number | string): bigint {
	const [ones = '0', places = ''] = (typeof share === 'number' ? share.toFixed(6) : share).split('.');
	return BigInt(ones) * 1_000_000n + BigInt(places.padEnd(6, '0'));
}

/** Dollars times a share in millionths, half a dollar rounded up. */
const shared = (dollars: number, parts: bigint): number =>
	Number((BigInt(dollars) * parts * 2n + 1_000_000n) / 2_000_000n);

const WHEN_COMPLETED = ['equity_investment', 'debt_financing', 'acquisition'];
type Due = (day: number) => Fraction;

export class Naive {
	readonly #chosen: Set<string>;
	/** The deals that count: under `alone` those that are chosen, else all. */
	readonly #counting: Deal[];
	readonly #deals: Deal[];
	readonly #all: Map<string, Deal>;
	readonly #terms: AssumedTerms[];

	constructor(
		records: Records,
		readonly question: Question,
		readonly asOf: string
	) {
		this.#deals = records.deals;
		this.#terms = records.terms;
		this.#all = new Map(records.deals.map((deal) => [deal.slug, deal]));
		const chosen = records.deals.filter((deal) => passes(deal, records.organisations, question, ordinal(asOf)));
		this.#chosen = new Set(chosen.map(({ slug }) => slug));
		this.#counting = question.counting === 'alone' ? chosen : records.deals;
	}

	/** Headline, counted and contributions at a day. */
	at(day: number): NaiveAnswer {
		const amounts = new Map<string, number>();
		let headline = 0;
		for (const deal of this.#deals) {
			const state = stateOf(deal, day);
			if (!state) continue;
			if (this.#chosen.has(deal.slug)) headline += state.highWater;
			if (!this.#counting.includes(deal)) continue;
			if (!this.question.layers.some((layer) => layer === layerOf(deal)) || state.cancelled) continue;
			if (RANK.indexOf(state.firmness) < RANK.indexOf(this.question.firmness)) continue;
			amounts.set(deal.slug, shared(estimateOf(state.value, this.question.estimate), this.parts(deal)));
		}
		const children = new Map<string, string[]>();
		for (const slug of amounts.keys()) {
			const above = this.#nearestKept(slug, amounts);
			if (above) children.set(above, [...(children.get(above) ?? []), slug]);
		}
		const inside = (slug: string): number => (children.get(slug) ?? []).reduce((sum, child) => sum + counted(child), 0);
		const counted = (slug: string): number => Math.max(amounts.get(slug)!, inside(slug));
		const added = new Map([...amounts.keys()].map((slug) => [slug, counted(slug) - inside(slug)]));
		const contributions = new Map([...added].filter(([slug]) => this.#chosen.has(slug)));
		return {
			headline,
			counted: [...contributions.values()].reduce((sum, dollars) => sum + dollars, 0),
			contributions,
			added,
			amounts
		};
	}

	/** Of a deal in the question's scope, in millionths; 0 where its place is not known. */
	parts(deal: Deal): bigint {
		if (this.question.scope === 'global') return 1_000_000n;
		return deal.us_share === undefined ? 0n : millionths(deal.us_share);
	}

	#nearestKept(slug: string, kept: Map<string, number>): string | undefined {
		return this.#containers(slug).find((above) => kept.has(above));
	}

	/** What a deal lies in, the nearest first. */
	#containers(slug: string): string[] {
		const above = this.#all.get(slug)?.part_of;
		return above === undefined || !this.#all.has(above) ? [] : [above, ...this.#containers(above)];
	}

	/** What is due of each deal that counts, with what is known at `asOf`. */
	#dues(): Map<string, Due> {
		const asOf = ordinal(this.asOf);
		const { added } = this.at(asOf);
		const left = new Map([...added].map(([slug, dollars]) => [slug, whole(dollars)]));
		const dues = new Map<string, Due>();
		for (const slug of added.keys())
			dues.set(slug, (day) => times(left.get(slug)!, this.#elapsed(this.#all.get(slug)!, day)));
		const deep = [...this.#deals].sort((a, b) => this.#containers(b.slug).length - this.#containers(a.slug).length);
		for (const deal of deep) {
			const due = this.#paidDue(deal, dues);
			if (!due) continue;
			dues.set(deal.slug, due);
			let rest = due(asOf);
			for (const above of this.#containers(deal.slug)) {
				const has = left.get(above);
				if (!has) continue;
				const part = lesser(rest, has);
				left.set(above, minus(has, part));
				rest = minus(rest, part);
			}
		}
		return dues;
	}

	/** What a cancelled deal is due; nothing of one that is not cancelled, or was not kept on the day before. */
	#paidDue(deal: Deal, dues: Map<string, Due>): Due | undefined {
		const asOf = ordinal(this.asOf);
		if (!stateOf(deal, asOf)?.cancelled) return undefined;
		const cancelledOn = Math.min(
			...deal.events.filter(({ type }) => type === 'cancelled').map(({ on }) => ordinal(on))
		);
		if (!this.at(cancelledOn - 1).added.has(deal.slug)) return undefined;
		const said = deal.events
			.map(({ on, paid }, place) => ({ on: ordinal(on), paid, place }))
			.filter(({ on, paid }) => paid !== undefined && on <= asOf)
			.sort((a, b) => a.on - b.on || a.place - b.place);
		const last = said.at(-1);
		if (!last) return undefined;
		const inside = this.#deals
			.filter(({ slug }) => this.#containers(slug).includes(deal.slug))
			.reduce((sum, { slug }) => plus(sum, dues.get(slug)?.(last.on) ?? ZERO), ZERO);
		return (day) => {
			const paid = said.filter(({ on }) => on <= day).at(-1)?.paid;
			return paid === undefined ? ZERO : notBelow0(minus(whole(shared(paid, this.parts(deal))), inside));
		};
	}

	/** The part of a live deal that is due by the end of a day. */
	/** For how many months the deals of a layer are taken to run: as in force on the day of knowledge, else 60 and 36. */
	#assumedMonths(deal: Deal): number {
		const recorded = this.#terms.find(({ slug }) => slug === layerOf(deal))?.terms;
		if (!recorded) return layerOf(deal) === 'demand' ? 60 : 36;
		let years = recorded[0]!.years;
		for (const each of recorded) if (ordinal(each.from) <= ordinal(this.asOf)) years = each.years;
		return Math.round(12 * years);
	}

	#elapsed(deal: Deal, day: number): Fraction {
		const with_ = this.timedBy(deal);
		return elapsedOf(
			with_,
			this.#assumedMonths(with_),
			stateOf(with_, ordinal(this.asOf))!,
			this.completion(with_),
			day,
			this.question.shape
		);
	}

	/** The deal that says when another falls due. */
	timedBy(deal: Deal): Deal {
		if (deal.timing !== 'container') return deal;
		const above = this.#containers(deal.slug).find((slug) => {
			const state = stateOf(this.#all.get(slug)!, ordinal(this.asOf));
			return state !== null && !state.cancelled;
		});
		return above === undefined ? deal : this.timedBy(this.#all.get(above)!);
	}

	/** The first day on which a deal is known to have been completed. */
	completion(deal: Deal): number | undefined {
		const days = deal.events.filter(({ type }) => type === 'completed').map(({ on }) => ordinal(on));
		return days.filter((day) => day <= ordinal(this.asOf)).sort((a, b) => a - b)[0];
	}

	/** Slugs of the live deals whose term is assumed, or which await their completion. */
	flagged(flag: 'term_assumed' | 'awaiting_completion'): string[] {
		const asOf = ordinal(this.asOf);
		return this.#deals.flatMap((deal) => {
			const own = stateOf(deal, asOf);
			if (!own || own.cancelled) return [];
			const with_ = this.timedBy(deal);
			const state = stateOf(with_, asOf)!;
			if (state.term || state.schedule) return [];
			const waits = fallsDueWhole(with_);
			if (flag === 'term_assumed') return waits ? [] : [deal.slug];
			return waits && this.completion(with_) === undefined ? [deal.slug] : [];
		});
	}

	/** Due at a day of each chosen deal of which anything is, millionths of a dollar. */
	dueOf(day: number): Map<string, bigint> {
		const dues = [...this.#dues()].filter(([slug]) => this.#chosen.has(slug));
		return new Map(dues.map(([slug, due]) => [slug, micro(due(day))]));
	}

	/** Due at a day of all chosen deals together, millionths of a dollar. */
	due(day: number): bigint {
		const dues = [...this.#dues()].filter(([slug]) => this.#chosen.has(slug));
		return micro(dues.reduce((sum, [, due]) => plus(sum, due(day)), ZERO));
	}

	/** The amounts of the eight rows, in their order. */
	reconciliation(): number[] {
		const day = ordinal(this.asOf);
		const { headline, counted, amounts, contributions } = this.at(day);
		const steps = [0, 0, 0, 0, 0];
		for (const deal of this.#deals) {
			const state = stateOf(deal, day);
			if (!state || !this.#chosen.has(deal.slug)) continue;
			if (!this.question.layers.some((layer) => layer === layerOf(deal))) {
				steps[0]! -= state.highWater;
				continue;
			}
			const current = state.cancelled ? 0 : headlineOf(state.value);
			steps[1]! -= state.highWater - current;
			if (state.cancelled) continue;
			if (RANK.indexOf(state.firmness) < RANK.indexOf(this.question.firmness)) {
				steps[2]! -= current;
				continue;
			}
			const estimated = estimateOf(state.value, this.question.estimate);
			steps[3]! -= current - estimated;
			steps[4]! -= estimated - amounts.get(deal.slug)!;
		}
		const inside = [...contributions].reduce((all, [slug, added]) => all + amounts.get(slug)! - added, 0);
		return [headline, ...steps, -inside, counted].map((amount) => amount + 0);
	}

	/**
	 * Sums over the days that a reading looks back from `day`: weights, their squares, weighted readings, deals. `enough`: so many
	 * deals make a reading.
	 */
	index(day: number, weight: 'value' | 'equal', window: 'auto' | '90' | '180' | '365' = 'auto'): NaiveIndex {
		if (window !== 'auto') return this.#indexOver(day, weight, Number(window), 1);
		for (const width of [90, 180]) {
			const found = this.#indexOver(day, weight, width, 5);
			if (found.enough) return found;
		}
		return this.#indexOver(day, weight, 365, 5);
	}

	#indexOver(day: number, weight: 'value' | 'equal', width: number, needed: number): NaiveIndex {
		const { contributions } = this.at(day);
		const sums = { total: 0n, squares: 0n, terminator: 0n, idiocracy: 0n, deals: 0 };
		for (const deal of this.#deals) {
			const first = Math.min(...deal.events.map(({ on }) => ordinal(on)));
			const reading = readingOf(deal, day);
			const contribution = contributions.get(deal.slug);
			if (contribution === undefined || !reading || first <= day - width || first > day) continue;
			const by = weight === 'equal' ? 1n : BigInt(contribution);
			if (by === 0n) continue;
			sums.total += by;
			sums.squares += by * by;
			sums.terminator += by * BigInt(reading.terminator);
			sums.idiocracy += by * BigInt(reading.idiocracy);
			sums.deals++;
		}
		return { ...sums, width, enough: sums.deals >= needed };
	}
}

interface NaiveIndex {
	total: bigint;
	squares: bigint;
	terminator: bigint;
	idiocracy: bigint;
	deals: number;
	width: number;
	enough: boolean;
}

const fallsDueWhole = (deal: Deal): boolean => layerOf(deal) === 'funding' || WHEN_COMPLETED.includes(deal.kind);

/** The part of a deal that is due by the end of a day under a state's terms; `months` are those assumed where it states none. */
function elapsedOf(
	deal: Deal,
	months: number,
	state: NaiveState,
	completed: number | undefined,
	day: number,
	shape: Question['shape']
): Fraction {
	const part = (from: number, to: number): Fraction => {
		const length = to - from + 1;
		return made(BigInt(Math.min(Math.max(day - from + 1, 0), length)), BigInt(length));
	};
	if (state.schedule) {
		const all = state.schedule.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
		return state.schedule.reduce(
			(sum, { from, to, amount }) => plus(sum, times(part(ordinal(from), ordinal(to)), made(BigInt(amount), all))),
			ZERO
		);
	}
	const shaped = (elapsed: Fraction) => (shape === 'ramp' ? times(elapsed, elapsed) : elapsed);
	if (state.term && 'end' in state.term) return shaped(part(ordinal(state.term.start), ordinal(state.term.end)));
	if (state.term) {
		const end = ordinal(monthsLater(state.term.start, Math.round(12 * state.term.years))) - 1;
		return shaped(part(ordinal(state.term.start), end));
	}
	if (fallsDueWhole(deal)) return completed !== undefined && completed <= day ? whole(1) : ZERO;
	const first = deal.events.map(({ on }) => on).sort((a, b) => ordinal(a) - ordinal(b))[0]!;
	return shaped(part(ordinal(first), ordinal(monthsLater(first, months)) - 1));
}
