import { compile, type Book } from '$lib/ledger/book';
import type { Day } from '$lib/records/day';
import type { Deal, Indicator } from '$lib/records';
import { readIndicator } from './index';
import type { Reading, Status } from './reading';

/** How many of the largest deals behind a reading are tried; of a ledger larger than `MOST_TRIED`, none. */
const TRIED = 12;
const MOST_TRIED = 5_000;

/** A deal without which a reading would have another colour. */
export interface TurningDeal {
	slug: string;
	title: string;
	/** The reading, were the deal called off that day. */
	value: number | null;
	status: Status;
}

/** Which single deals keep a reading where it is. */
export interface Turning {
	/** How many deals were tried: the largest behind the reading; 0 where the ledger is too large to try any. */
	tried: number;
	/** Of these, the ones that change the colour by being called off, the largest first. */
	deals: TurningDeal[];
}

function calledOff(deal: Deal, on: Day): Deal {
	return { ...deal, events: [...deal.events, { on, type: 'cancelled', note: 'Called off.', sources: [] }] };
}

/** Reads an indicator again without one deal behind it, deal by deal. Nothing is tried while it has no colour. */
export function turningDeals(book: Book, indicator: Indicator, asOf: Day, reading: Reading): Turning {
	if (reading.changes.length === 0 || book.entries.length > MOST_TRIED) return { tried: 0, deals: [] };
	const size = ({ values }: Reading['rows'][number]) =>
		Math.max(0, ...Object.values(values).map((value) => Number(value ?? 0)));
	const behind = reading.rows
		.filter((row) => row.table === 'deals' && size(row) > 0)
		.sort((a, b) => size(b) - size(a))
		.slice(0, TRIED);
	const deals = behind.flatMap(({ slug, label }): TurningDeal[] => {
		const without = book.records.deals.map((deal) => (deal.slug === slug ? calledOff(deal, asOf) : deal));
		const { value, status } = readIndicator(compile({ ...book.records, deals: without }), indicator, asOf);
		return status === reading.status ? [] : [{ slug, title: label, value, status }];
	});
	return { tried: behind.length, deals };
}
