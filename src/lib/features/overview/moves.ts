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

const SHOWN = 3;

/** The days of a view's window, up to `as_of`, on which the counted total rose or fell most; the largest first. */
export function largestMoves(book: Book, { question, as_of, from, to }: View): Move[] {
	const { day, entry } = book.timeline;
	const [first, last] = [dayNumber(from), Math.min(dayNumber(to), dayNumber(as_of))];
	const sweep = new Sweep(book, question, as_of).advance(addDays(from, -1));
	const moves: Move[] = [];
	for (let at = day.findIndex((each) => each >= first); at >= 0 && at < day.length && day[at]! <= last;) {
		const today = day[at]!;
		const before = new Map<number, number>();
		for (; day[at] === today; at++) before.set(entry[at]!, sweep.contribution(entry[at]!) ?? 0);
		const counted = sweep.counted;
		sweep.advance(dayFromNumber(today));
		const by = [...before]
			.map(([index, usd]) => ({ index, usd: (sweep.contribution(index) ?? 0) - usd }))
			.sort((a, b) => Math.abs(b.usd) - Math.abs(a.usd) || a.index - b.index)[0];
		const { slug, title, short } = book.entries[by!.index]!.deal;
		if (sweep.counted !== counted)
			moves.push({ date: dayFromNumber(today), usd: sweep.counted - counted, slug, title: short ?? title });
	}
	return moves.sort((a, b) => Math.abs(b.usd) - Math.abs(a.usd) || (a.date < b.date ? -1 : 1)).slice(0, SHOWN);
}
