import { compareText, type Book } from '$lib/ledger/book';
import type { IndexReading } from '$lib/ledger/wtf-index';
import { addDays, type Day } from '$lib/records/day';
import type { WtfLabel } from '$lib/records/vocabularies';
import { deals } from '$lib/shared/deal-list';
import type { DealRow } from '$lib/shared/deal-rows';
import { namesOf, type Names } from '$lib/shared/names';
import { lastReading, wtf } from '$lib/shared/wtf-rows';
import type { View } from '$lib/view';

/** A deal as it is read, for the chart: its short title and the day of its first event. */
export interface ReadDeal {
	slug: string;
	title: string;
	date: Day;
	terminator: number;
	idiocracy: number;
	label: WtfLabel;
	/** What it adds to the count, whole dollars; null where the question does not keep it. */
	usd: number | null;
}

/** The page of the index: its course, what stands at the day, the deals in the window, and all that have a reading. */
export interface WtfPage {
	rows: IndexReading[];
	/** Every deal that is read at the day, whatever the count keeps, by day. */
	read: ReadDeal[];
	/** The index at `as_of`, else the last one there was. */
	mood: IndexReading | null;
	/** The deals first announced in the window of `mood`, kept and read, the largest contribution first. */
	inside: DealRow[];
	/** How many deals carry each label, and how many none. */
	tally: Record<WtfLabel | 'NONE', number>;
	/** The strongest readings on either pole. */
	extremes: DealRow[];
	names: Names;
}

const EXTREMES = 8;

/** The answer of `/wtf`. */
export function wtfPage(book: Book, view: View): WtfPage {
	const mood = lastReading(book, view);
	const all = deals(book, { ...view, sort: '-contribution' });
	const since = mood && addDays(mood.date, 1 - mood.window_days);
	const inside = all.filter(
		(row) => since && row.first_event >= since && row.first_event <= mood.date && row.label && row.contribution_usd
	);
	const tally: WtfPage['tally'] = { TERMINATOR: 0, IDIOCRACY: 0, WTF: 0, NEUTRAL: 0, NONE: 0 };
	for (const row of all) tally[row.label ?? 'NONE']++;
	const strength = (row: DealRow): number => Math.max(row.terminator ?? 0, row.idiocracy ?? 0);
	const extremes = [...all].sort((a, b) => strength(b) - strength(a)).slice(0, EXTREMES);
	const read = all.flatMap(({ slug, short, title, first_event, terminator, idiocracy, label, contribution_usd }) =>
		terminator === null || idiocracy === null || label === null
			? []
			: [
					{
						slug,
						title: typeof short === 'string' ? short : title,
						date: first_event,
						terminator,
						idiocracy,
						label,
						usd: contribution_usd
					}
				]
	);
	return {
		rows: wtf(book, view),
		read: read.sort((a, b) => compareText(a.date, b.date) || compareText(a.slug, b.slug)),
		mood,
		inside,
		tally,
		extremes,
		names: namesOf(book, new Set([...inside, ...extremes].flatMap((row) => [...row.payers, ...row.payees])))
	};
}
