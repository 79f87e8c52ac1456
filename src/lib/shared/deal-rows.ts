import { compareText, readingAt, type Entry, type State } from '$lib/ledger/book';
import { boundOf } from '$lib/ledger/bound';
import { DEAL } from '$lib/records/deal';
import { laterValues, type LaterValues } from '$lib/records/derive/columns';
import { dayNumber, type Day } from '$lib/records/day';
import type { DueCurve } from '$lib/ledger/due';
import { BY } from '$lib/ledger/columnar';
import type { Sweep } from '$lib/ledger/sweep';
import { estimate, fractionNumber } from '$lib/records/value';
import { wtfLabel } from '$lib/ledger/wtf';
import type { Firmness, Kind, Layer, WtfLabel } from '$lib/records/vocabularies';

/** One deal as it stands at a day under a question (MODEL section 9). Dollars are whole; null: nothing stated or known. */
interface DealFigures {
	slug: string;
	title: string;
	layer: Layer;
	kind: Kind;
	payers: string[];
	payees: string[];
	first_event: Day;
	last_event: Day;
	firmness: Firmness;
	/** The day of the first event of the present run at that firmness. */
	firm_since: Day;
	cancelled: boolean;
	/** The most that any event has stated. */
	headline_usd: number;
	low_usd: number | null;
	central_usd: number | null;
	high_usd: number | null;
	/** Null where the deal is not kept. */
	contribution_usd: number | null;
	due_usd: number;
	term_start: Day | null;
	term_end: Day | null;
	/** Null of a cancelled deal, as the next. */
	term_assumed: boolean | null;
	/** Whether it falls due when it is completed, which is not known to have happened. */
	awaiting_completion: boolean | null;
	/** What of the contribution falls due before a notice could end it; null where the deal is not kept. */
	bound_usd: number | null;
	us_share: number | null;
	part_of: string | null;
	capacity_gw: number | null;
	terminator: number | null;
	idiocracy: number | null;
	label: WtfLabel | null;
	sources: number;
}

/** Columns of the record that joined the published table later. */
type Later = Omit<LaterValues<typeof DEAL.fields>, keyof DealFigures>;

/** One deal as it stands, with all that is published of its record. */
export type DealRow = DealFigures & Later;

/** What the ledger says of one deal in one state, under a question that a sweep and its Due curve have answered. */
export function dealRow(entry: Entry, state: State, asOf: Day, sweep: Sweep, due: DueCurve): DealRow {
	const { deal, index } = entry;
	const reading = readingAt(entry, dayNumber(asOf));
	const span = due.span(index);
	return {
		slug: deal.slug,
		title: deal.title,
		layer: entry.layer,
		kind: deal.kind,
		payers: deal.payers,
		payees: deal.payees,
		first_event: entry.firstDay,
		last_event: state.day,
		firmness: state.firmness,
		firm_since: state.firmSince,
		cancelled: state.cancelled,
		headline_usd: state.highWater,
		low_usd: estimate(state.value, 'low'),
		central_usd: estimate(state.value, 'central'),
		high_usd: estimate(state.value, 'high'),
		contribution_usd: sweep.contribution(index),
		due_usd: Math.round(due.of(index, asOf)),
		term_start: span?.start ?? null,
		term_end: span?.end ?? null,
		term_assumed: state.cancelled ? null : due.timing.by(index) === BY.assumed,
		awaiting_completion: state.cancelled ? null : due.timing.isAwaited(index),
		bound_usd: boundOf(entry, sweep, due, asOf)?.bound_usd ?? null,
		us_share: deal.us_share === undefined ? null : fractionNumber(deal.us_share),
		part_of: deal.part_of ?? null,
		capacity_gw: deal.capacity_gw ?? null,
		terminator: reading?.terminator ?? null,
		idiocracy: reading?.idiocracy ?? null,
		label: reading ? wtfLabel(reading.terminator, reading.idiocracy) : null,
		sources: deal.sources.length,
		...(laterValues(DEAL.fields, deal) as Later)
	};
}

/** The order of the days of first events, equals by slug. */
export function compareDays(a: DealRow, b: DealRow): number {
	return compareText(a.first_event, b.first_event) || compareText(a.slug, b.slug);
}
