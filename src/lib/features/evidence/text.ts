import type { Bound } from '$lib/ledger/bound';
import type { ConfidenceLevel, EvidenceSums } from '$lib/ledger/evidence';
import { SOURCE_TYPE } from '$lib/records/vocabularies';
import { money, percent, plural } from '$lib/ui/format';
import type { EvidenceDeal, EvidencePage } from './answer';

/** One line of bars: whole dollars of the counted total. */
export interface EvidenceBar {
	label: string;
	usd: number;
	note?: string;
	/** How its bar is drawn: as firm as what it stands for. */
	tone: 'sure' | 'fair' | 'weak';
}

export const LEVEL_NAMES: Record<ConfidenceLevel, string> = {
	high: 'High',
	medium: 'Medium',
	low: 'Low',
	none: 'Not recorded'
};

const TONES: Record<ConfidenceLevel, EvidenceBar['tone']> = { high: 'sure', medium: 'fair', low: 'weak', none: 'weak' };

/** How sure the records are, a bar for each level that holds something. */
export function confidenceBars({ rows }: EvidencePage): EvidenceBar[] {
	return rows
		.filter(({ deals, confidence }) => deals > 0 || confidence === 'high')
		.map(({ confidence, counted_usd, deals }) => ({
			label: LEVEL_NAMES[confidence],
			usd: counted_usd,
			note: plural(deals, 'deal'),
			tone: TONES[confidence]
		}));
}

/** The source of each deal that stands nearest to its parties, a bar for each type. */
export function sourceBars({ total }: EvidencePage): EvidenceBar[] {
	const bars: EvidenceBar[] = [
		{ label: 'A filing', usd: total.filing_usd, tone: 'sure' },
		{ label: 'A party’s own release or page', usd: total.company_usd, tone: 'sure' },
		{ label: 'Press', usd: total.press_usd, tone: 'fair' },
		{ label: 'A digest of what others reported', usd: total.digest_usd, tone: 'weak' },
		{ label: 'Own knowledge, nothing to open', usd: total.own_usd, tone: 'weak' },
		{ label: 'No type recorded', usd: total.untyped_usd, tone: 'weak' }
	];
	return bars.filter(({ usd }, i) => usd > 0 || i < 3);
}

/** What weakens the total; the bars overlap. */
export function weakBars({ total }: EvidencePage): EvidenceBar[] {
	const bars: [string, number, string][] = [
		['Sources contradict each other', total.doubted_usd, 'on a sum, a date or who pays; below'],
		['No first-hand source was read', total.counted_usd - total.first_hand_read_usd, 'known from those who quote it'],
		['Nobody says where', total.place_unknown_usd, 'left out of the US count'],
		['No source was read at all', total.unread_usd, 'known from a page that retells it'],
		['One source only', total.one_source_usd, 'nobody else was found to say so'],
		['The term is assumed', total.assumed_term_usd, 'nobody stated when it falls due'],
		['May be left by notice', total.counted_usd - total.bound_usd, 'falls due only if nobody leaves']
	];
	return bars
		.filter(([, usd]) => usd > 0)
		.sort(([, a], [, b]) => b - a)
		.map(([label, usd, note]) => ({ label, usd, note, tone: 'weak' }));
}

/** The title: the answer to how far the total can be believed. */
export function evidenceTitle({ rows, total }: EvidencePage): string {
	if (total.counted_usd === 0) return 'Nothing counts under this question';
	return `${percent(rows[0]!.share)} of the ${money(total.counted_usd)} counted rests on records of high confidence`;
}

/** That no total looks firmer than its weakest large part. */
export function weakestText({ firmness, rows, large }: EvidencePage): string {
	if (firmness === null) return 'No deal counts, so there is nothing to believe or to doubt.';
	const row = rows.find(({ confidence }) => confidence === firmness)!;
	const level = firmness === 'none' ? 'of no stated confidence' : `of ${firmness} confidence`;
	const firm = `Believe the total no more than its weakest large part: ${percent(row.share)} rests on records ${level}.`;
	const [first] = large;
	if (!first) return `${firm} No deal is more than a tenth of it.`;
	if (large.length === 1) return `${firm} One deal is ${percent(first.share)} of it.`;
	const together = large.reduce((sum, { share }) => sum + share, 0);
	return `${firm} ${plural(large.length, 'deal')} are over a tenth each and ${percent(together)} together.`;
}

/** What a deal rests on, in a few words. */
export function sourcesText({ nearest, sources, unread, first_hand_read }: EvidenceDeal): string {
	const type = nearest ? SOURCE_TYPE.labels[nearest].toLowerCase() : 'no type';
	const read = first_hand_read ? 'read' : unread ? 'none read' : 'read at second hand';
	return `${type}, ${plural(sources, 'source')}, ${read}`;
}

/** Deals that somebody may leave, those first that most of may go. */
export function leavableDeals(
	deals: readonly EvidenceDeal[]
): (EvidenceDeal & { notice: NonNullable<Bound['notice']> })[] {
	return deals
		.flatMap((deal) => (deal.notice ? [{ ...deal, notice: deal.notice }] : []))
		.sort((a, b) => b.counted_usd - b.bound_usd - (a.counted_usd - a.bound_usd));
}

/** The sums of a column of the table by confidence. */
export const EVIDENCE_SUMS = [
	['due_usd', 'Due'],
	['bound_usd', 'Bound'],
	['assumed_term_usd', 'Term assumed'],
	['place_unknown_usd', 'Place unknown'],
	['one_source_usd', 'One source'],
	['unread_usd', 'None read']
] as const satisfies readonly (readonly [keyof EvidenceSums, string])[];
