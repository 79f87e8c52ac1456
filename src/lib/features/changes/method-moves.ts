import type { Book } from '$lib/ledger/book';
import type { Changes } from '$lib/ledger/changes';
import { readIndicator } from '$lib/readings';
import type { Status } from '$lib/readings/reading';
import { methodLines, type MethodLine } from '$lib/shared/method-history';
import { STATUS_WORDS } from '$lib/shared/reading-text';
import { money, plural } from '$lib/ui/format';

/** What moved because of a change of the method. */
interface Moved {
	/** Of another term: how many deals it moved, and what is due by `to` with them; null of bounds. */
	deals: number | null;
	due_usd: number | null;
	/** Of other bounds: the colour of the reading of that day by the bounds before, and by those since; null of a term. */
	status_before: Status | null;
	status_after: Status | null;
}

/** A change of the method, with what moved because of it, in words too. */
export interface MethodMove extends MethodLine, Moved {
	moved: string;
}

function movedText({ deals, due_usd, status_before, status_after }: Moved): string {
	if (due_usd !== null) {
		if (!deals) return 'No deal here';
		return `${plural(deals, 'deal')}, ${money(Math.abs(due_usd))} ${due_usd < 0 ? 'less' : 'more'} due`;
	}
	const [was, is] = [status_before, status_after].map((status) => STATUS_WORDS[status ?? 'unknown'].toLowerCase());
	return was === is ? `The reading of that day stays ${is}` : `The reading of that day, else ${was}, is ${is}`;
}

function movedByTerm({ on, slug }: MethodLine, terms: Changes['terms']): Moved {
	const moved = terms.find((term) => term.on === on && term.layer === slug);
	return { deals: moved?.deals ?? 0, due_usd: moved?.due_usd ?? 0, status_before: null, status_after: null };
}

/** The reading of the day on which other bounds begin, by either. */
function movedByBounds(book: Book, { on, slug }: MethodLine): Moved {
	const indicator = book.records.indicators.find((each) => each.slug === slug)!;
	// The first bounds hold before their day too.
	const earlier = indicator.bounds.filter((bounds, i) => i === 0 || bounds.from < on);
	return {
		deals: null,
		due_usd: null,
		status_before: readIndicator(book, { ...indicator, bounds: earlier }, on).status,
		status_after: readIndicator(book, indicator, on).status
	};
}

/** The changes of the method after the first day and up to the last; what was there from the beginning is none. */
export function methodMoves(book: Book, { from, to, terms }: Pick<Changes, 'from' | 'to' | 'terms'>): MethodMove[] {
	const lines = methodLines(book.records, to.date).filter(({ on, before }) => before !== null && on > from.date);
	return lines.map((line) => {
		const moved = line.kind === 'terms' ? movedByTerm(line, terms) : movedByBounds(book, line);
		return { ...line, ...moved, moved: movedText(moved) };
	});
}
