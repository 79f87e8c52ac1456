import type { Question } from '$lib/ledger/question';
import type { Deal, Organisation, Piece, Records, Term, Value } from '$lib/records';

/**
 * The arithmetic once more, sentence by sentence from MODEL.md sections 2 to 6 and as slow as that is: every deal folded anew
 * for every date, every tree built, money in exact fractions, a calendar of its own. It shares no code with what it checks.
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
}

function stateOf(deal: Deal, day: number): NaiveState | null {
	const known = deal.events
		.map((event, place) => ({ event, place, from: ordinal(event.on) }))
		.filter(({ from }) => from <= day)
		.sort((a, b) => a.from - b.from || a.place - b.place);
	if (known.length === 0) return null;
	const state: NaiveState = { firmness: '', cancelled: false, highWater: 0 };
	for (const { event } of known) {
		if (event.value) {
			state.value = event.value;
			state.highWater = Math.max(state.highWater, headlineOf(event.value));
		}
		if (event.term) state.term = event.term;
		if (event.schedule) state.schedule = event.schedule;
		if (event.firmness) state.firmness = event.firmness;
		else if (event.type === 'definitive' || event.type === 'completed') state.firmness = 'definitive';
		else if (state.firmness === '') state.firmness = 'announced';
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

function passes(deal: Deal, organisations: Organisation[], question: Question, asOf: number): boolean {
	const { q, kind, organisation, payer, payee, wtf, min_value, max_value } = question.filters;
	const state = stateOf(deal, asOf);
	const reading = readingOf(deal, asOf);
	const some = (wanted: string[] | undefined, have: string[]) => !wanted || wanted.some((slug) => have.includes(slug));
	const plain = (text: string) => text.toLowerCase().replaceAll('ü', 'u');
	const names = organisations.filter(({ slug }) => [...deal.payers, ...deal.payees].includes(slug));
	const text = plain(
		[deal.slug, deal.title, deal.summary, deal.location ?? '', ...names.flatMap(({ slug, name }) => [slug, name])].join(
			' '
		)
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
			(state !== null &&
				headlineOf(state.value) >= (min_value ?? 0) &&
				headlineOf(state.value) <= (max_value ?? Infinity)))
	);
}

export interface NaiveAnswer {
	headline: number;
	counted: number;
	/** Slug to dollars, of every kept deal. */
	contributions: Map<string, number>;
	amounts: Map<string, number>;
}

export class Naive {
	readonly #filtered: Deal[];
	readonly #all: Map<string, Deal>;

	constructor(
		records: Records,
		readonly question: Question,
		readonly asOf: string
	) {
		this.#all = new Map(records.deals.map((deal) => [deal.slug, deal]));
		this.#filtered = records.deals.filter((deal) => passes(deal, records.organisations, question, ordinal(asOf)));
	}

	/** Headline, counted and contributions at a day. */
	at(day: number): NaiveAnswer {
		const amounts = new Map<string, number>();
		let headline = 0;
		for (const deal of this.#filtered) {
			const state = stateOf(deal, day);
			if (!state) continue;
			headline += state.highWater;
			if (!this.question.layers.some((layer) => layer === layerOf(deal)) || state.cancelled) continue;
			if (RANK.indexOf(state.firmness) < RANK.indexOf(this.question.firmness)) continue;
			amounts.set(deal.slug, Math.round(estimateOf(state.value, this.question.estimate) * (this.share(deal) ?? 0)));
		}
		const children = new Map<string, string[]>();
		const roots: string[] = [];
		for (const slug of amounts.keys()) {
			const above = this.#nearestKept(slug, amounts);
			if (above) children.set(above, [...(children.get(above) ?? []), slug]);
			else roots.push(slug);
		}
		const inside = (slug: string): number => (children.get(slug) ?? []).reduce((sum, child) => sum + counted(child), 0);
		const counted = (slug: string): number => Math.max(amounts.get(slug)!, inside(slug));
		return {
			headline,
			counted: roots.reduce((sum, slug) => sum + counted(slug), 0),
			contributions: new Map([...amounts.keys()].map((slug) => [slug, counted(slug) - inside(slug)])),
			amounts
		};
	}

	share(deal: Deal): number | undefined {
		return this.question.scope === 'global' ? 1 : deal.us_share === undefined ? undefined : Number(deal.us_share);
	}

	#nearestKept(slug: string, kept: Map<string, number>): string | undefined {
		let above = this.#all.get(slug)?.part_of;
		while (above !== undefined && !kept.has(above)) above = this.#all.get(above)?.part_of;
		return above;
	}

	/** Due at a day with what is known at `asOf`, and its bound: C plus what cancelled deals kept. Millionths of a dollar. */
	due(day: number): { total: bigint; ceiling: bigint } {
		const asOf = ordinal(this.asOf);
		const now = this.at(asOf);
		let total = 0n;
		let ceiling = 0n;
		for (const deal of this.#filtered) {
			const state = stateOf(deal, asOf);
			if (!state) continue;
			if (!state.cancelled) {
				total += dueOf(deal, state, now.contributions.get(deal.slug) ?? 0, day);
				ceiling += BigInt(now.contributions.get(deal.slug) ?? 0) * 1_000_000n;
				continue;
			}
			const cancelledOn = Math.min(
				...deal.events.filter(({ type }) => type === 'cancelled').map(({ on }) => ordinal(on))
			);
			const last = stateOf(deal, cancelledOn - 1);
			if (!last) continue;
			const contribution = this.at(cancelledOn - 1).contributions.get(deal.slug) ?? 0;
			total += dueOf(deal, last, contribution, Math.min(day, cancelledOn - 1));
			ceiling += dueOf(deal, last, contribution, cancelledOn - 1);
		}
		return { total, ceiling };
	}

	/** The amounts of the eight rows, in their order. */
	reconciliation(): number[] {
		const day = ordinal(this.asOf);
		const { headline, counted, amounts } = this.at(day);
		const steps = [0, 0, 0, 0, 0];
		for (const deal of this.#filtered) {
			const state = stateOf(deal, day);
			if (!state) continue;
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
		const sum = [...amounts.values()].reduce((all, amount) => all + amount, 0);
		return [headline, ...steps, -(sum - counted), counted].map((amount) => amount + 0);
	}

	/** Sums over the trailing 90 days ending `day`: weights, weighted readings, deals. */
	index(
		day: number,
		weight: 'value' | 'equal'
	): { total: bigint; terminator: bigint; idiocracy: bigint; deals: number } {
		const { contributions } = this.at(day);
		const sums = { total: 0n, terminator: 0n, idiocracy: 0n, deals: 0 };
		for (const deal of this.#filtered) {
			const first = Math.min(...deal.events.map(({ on }) => ordinal(on)));
			const reading = readingOf(deal, day);
			const contribution = contributions.get(deal.slug);
			if (contribution === undefined || !reading || first < day - 89 || first > day) continue;
			const by = weight === 'equal' ? 1n : BigInt(contribution);
			if (by === 0n) continue;
			sums.total += by;
			sums.terminator += by * BigInt(reading.terminator);
			sums.idiocracy += by * BigInt(reading.idiocracy);
			sums.deals++;
		}
		return sums;
	}
}

/** What a contribution has come to by the end of a day under a state's terms, in millionths of a dollar. */
function dueOf(deal: Deal, state: NaiveState, contribution: number, day: number): bigint {
	const part = (from: number, to: number, amount: bigint): bigint => {
		const length = to - from + 1;
		return (amount * BigInt(Math.min(Math.max(day - from + 1, 0), length))) / BigInt(length);
	};
	const micro = BigInt(contribution) * 1_000_000n;
	if (state.schedule) {
		const all = state.schedule.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
		return state.schedule.reduce(
			(sum, { from, to, amount }) => sum + part(ordinal(from), ordinal(to), (micro * BigInt(amount)) / all),
			0n
		);
	}
	const first = deal.events.map(({ on }) => on).sort((a, b) => ordinal(a) - ordinal(b))[0]!;
	if (state.term && 'end' in state.term) return part(ordinal(state.term.start), ordinal(state.term.end), micro);
	if (state.term) {
		const end = ordinal(monthsLater(state.term.start, Math.round(12 * state.term.years))) - 1;
		return part(ordinal(state.term.start), end, micro);
	}
	const layer = layerOf(deal);
	if (layer === 'funding') return part(ordinal(first), ordinal(first), micro);
	return part(ordinal(first), ordinal(monthsLater(first, layer === 'demand' ? 60 : 36)) - 1, micro);
}
