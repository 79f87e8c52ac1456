import { boundOf, type Bound } from './bound';
import { compareText, type Book, type Entry } from './book';
import { BY } from './columnar';
import { DueCurve } from './due';
import type { Question } from './question';
import { roundTogether } from './rounding';
import { Sweep } from './sweep';
import { countsFrom, type Day } from '$lib/records/day';
import type { Deal, Source } from '$lib/records';
import { CONFIDENCES, SOURCE_TYPES, type Confidence, type SourceType } from '$lib/records/vocabularies';

/** How sure a record says it is, the surest first; `none` where it does not say. */
const CONFIDENCE_LEVELS = [...CONFIDENCES.toReversed(), 'none'] as const;
export type ConfidenceLevel = Confidence | 'none';

/** A deal that is more of a total than this is said by name, and no total is firmer than what holds more of it than this. */
const LARGE = 0.1;

/** What a deal rests on, as known at a day. */
export interface DealEvidence {
	index: number;
	confidence: ConfidenceLevel;
	/** Whole dollars. */
	counted_usd: number;
	bound_usd: number;
	notice: Bound['notice'];
	/** The type of the source that stands nearest to the parties; null where none has a type. */
	nearest: SourceType | null;
	/** How many different sources its events name. */
	sources: number;
	/** Whether none of them was read itself. */
	unread: boolean;
	/** Whether a filing or a party's own page among them was. */
	first_hand_read: boolean;
	term_assumed: boolean;
	/** Whether nobody says where it is. */
	place_unknown: boolean;
	/** How many doubts the record states. */
	doubts: number;
}

/** Dollars of a total, whole, by what they rest on. The six by type of source add up to `counted_usd`; the others overlap. */
export interface EvidenceSums {
	deals: number;
	counted_usd: number;
	/** Due by the day, of cancelled deals what had been paid. */
	due_usd: number;
	bound_usd: number;
	assumed_term_usd: number;
	place_unknown_usd: number;
	one_source_usd: number;
	unread_usd: number;
	filing_usd: number;
	company_usd: number;
	press_usd: number;
	digest_usd: number;
	own_usd: number;
	untyped_usd: number;
	first_hand_read_usd: number;
	doubted_usd: number;
}

export interface EvidenceRow extends EvidenceSums {
	confidence: ConfidenceLevel;
	/** Of the counted total, 0 to 1; 0 where nothing counts. */
	share: number;
}

/** A total taken apart by how far it can be believed (MODEL, evidence). */
export interface Evidence {
	/** One for each level, the surest first. */
	rows: EvidenceRow[];
	total: EvidenceSums;
	/** The weakest level that holds more than a tenth of the total: it looks no firmer. Null where nothing counts. */
	firmness: ConfidenceLevel | null;
	/** Every kept deal, the largest first. */
	deals: DealEvidence[];
	/** Those that are each more than a tenth of the total. */
	large: DealEvidence[];
}

/** The sources that a deal's events name up to a day, one for each address. */
export function sourcesAt(deal: Deal, asOf: Day): Source[] {
	const keys = new Set(deal.events.filter(({ on }) => countsFrom(on) <= asOf).flatMap(({ sources }) => sources));
	const named = deal.sources.filter(({ key }) => keys.has(key));
	return [...new Map(named.map((source) => [source.url ?? source.key, source])).values()];
}

function nearestOf(sources: readonly Source[]): SourceType | null {
	return SOURCE_TYPES.find((type) => sources.some((source) => source.type === type)) ?? null;
}

function evidenceOfDeal(entry: Entry, sweep: Sweep, due: DueCurve, asOf: Day): DealEvidence | null {
	const bound = boundOf(entry, sweep, due, asOf);
	if (!bound) return null;
	const { deal, index } = entry;
	const sources = sourcesAt(deal, asOf);
	return {
		index,
		confidence: deal.confidence ?? 'none',
		counted_usd: sweep.contribution(index)!,
		...bound,
		nearest: nearestOf(sources),
		sources: sources.length,
		unread: sources.every(({ seen }) => seen === false),
		first_hand_read: sources.some(({ type, seen }) => (type === 'filing' || type === 'company') && seen !== false),
		term_assumed: due.timing.by(index) === BY.assumed,
		place_unknown: deal.us_share === undefined,
		doubts: deal.doubts?.length ?? 0
	};
}

function sumsOf(deals: readonly DealEvidence[], due_usd: number): EvidenceSums {
	const sum = (of: (deal: DealEvidence) => boolean) =>
		deals.reduce((dollars, deal) => (of(deal) ? dollars + deal.counted_usd : dollars), 0);
	const ofType = (type: SourceType | null) => sum(({ nearest }) => nearest === type);
	return {
		deals: deals.length,
		counted_usd: sum(() => true),
		due_usd,
		bound_usd: deals.reduce((dollars, { bound_usd }) => dollars + bound_usd, 0),
		assumed_term_usd: sum((deal) => deal.term_assumed),
		place_unknown_usd: sum((deal) => deal.place_unknown),
		one_source_usd: sum(({ sources }) => sources === 1),
		unread_usd: sum(({ unread }) => unread),
		filing_usd: ofType('filing'),
		company_usd: ofType('company'),
		press_usd: ofType('press'),
		digest_usd: ofType('digest'),
		own_usd: ofType('own'),
		untyped_usd: ofType(null),
		first_hand_read_usd: sum((deal) => deal.first_hand_read),
		doubted_usd: sum(({ doubts }) => doubts > 0)
	};
}

/** A question's totals as known at a day, by how far they can be believed. All dollars are whole and add up to the totals. */
export function evidenceOf(book: Book, question: Question, asOf: Day): Evidence {
	const sweep = new Sweep(book, question, asOf).advance(asOf);
	const due = new DueCurve(book, sweep);
	const deals: DealEvidence[] = [];
	const dueBy = new Map<ConfidenceLevel, number>();
	for (const entry of book.entries) {
		const level = entry.deal.confidence ?? 'none';
		dueBy.set(level, (dueBy.get(level) ?? 0) + due.of(entry.index, asOf));
		const found = evidenceOfDeal(entry, sweep, due, asOf);
		if (found) deals.push(found);
	}
	deals.sort(
		(a, b) =>
			b.counted_usd - a.counted_usd || compareText(book.entries[a.index]!.deal.slug, book.entries[b.index]!.deal.slug)
	);
	const dueParts = roundTogether(CONFIDENCE_LEVELS.map((level) => dueBy.get(level) ?? 0));
	const total = sumsOf(
		deals,
		dueParts.reduce((sum, part) => sum + part, 0)
	);
	const share = (usd: number) => (total.counted_usd > 0 ? usd / total.counted_usd : 0);
	const rows = CONFIDENCE_LEVELS.map((confidence, i): EvidenceRow => {
		const sums = sumsOf(
			deals.filter((deal) => deal.confidence === confidence),
			dueParts[i]!
		);
		return { confidence, ...sums, share: share(sums.counted_usd) };
	});
	return {
		rows,
		total,
		firmness: rows.findLast((row) => row.share > LARGE)?.confidence ?? null,
		deals,
		large: deals.filter(({ counted_usd }) => share(counted_usd) > LARGE)
	};
}
