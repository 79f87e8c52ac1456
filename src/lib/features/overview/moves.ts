import type { Book } from '$lib/ledger/book';
import { addDays, dayFromNumber, dayNumber, type Day } from '$lib/records/day';
import { Sweep } from '$lib/ledger/sweep';
import type { View } from '$lib/view';

/** A day on which the counted total moved, and the deal that moved it most. Whole dollars. */
export interface Move {
	date: Day;
	usd: number;
	slug: string;
	title: string;
}

/** What moved the counted total of a view in its window. */
export interface Moves {
	/** The days on which it rose or fell most; the largest first. */
	largest: Move[];
	/** By slug the day on which a deal added most to it; deals that added nothing are left out. */
	steps: Record<string, Day>;
}

const SHOWN = 3;

/** The moves of a view's window, up to `as_of`. */
export function findMoves(book: Book, { question, as_of, from, to }: View): Moves {
	const { day, entry } = book.timeline;
	const [first, last] = [dayNumber(from), Math.min(dayNumber(to), dayNumber(as_of))];
	const sweep = new Sweep(book, question, as_of).advance(addDays(from, -1));
	const moves: Move[] = [];
	const most = new Map<number, { usd: number; date: Day }>();
	for (let at = day.findIndex((each) => each >= first); at >= 0 && at < day.length && day[at]! <= last;) {
		const today = day[at]!;
		const before = new Map<number, number>();
		for (; day[at] === today; at++) before.set(entry[at]!, sweep.contribution(entry[at]!) ?? 0);
		const counted = sweep.counted;
		const date = dayFromNumber(today);
		sweep.advance(date);
		const by = [...before]
			.map(([index, usd]) => ({ index, usd: (sweep.contribution(index) ?? 0) - usd }))
			.sort((a, b) => Math.abs(b.usd) - Math.abs(a.usd) || a.index - b.index);
		for (const { index, usd } of by) if (usd > (most.get(index)?.usd ?? 0)) most.set(index, { usd, date });
		const { slug, title, short } = book.entries[by[0]!.index]!.deal;
		if (sweep.counted !== counted) moves.push({ date, usd: sweep.counted - counted, slug, title: short ?? title });
	}
	moves.sort((a, b) => Math.abs(b.usd) - Math.abs(a.usd) || (a.date < b.date ? -1 : 1));
	return {
		largest: moves.slice(0, SHOWN),
		steps: Object.fromEntries([...most].map(([index, { date }]) => [book.entries[index]!.deal.slug, date]))
	};
}
