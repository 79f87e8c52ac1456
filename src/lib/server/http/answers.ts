import { error, type RequestEvent } from '@sveltejs/kit';
import { ask, contextOf, type Asked } from '$lib/features/ask';
import type { Site } from '$lib/features/context';
import type { Page } from '$lib/features/define';
import { PAGES, type PageName } from '$lib/features';
import { writeAsked, type PageAsked } from '$lib/features/transfer';
import { formatOf, type Format } from '$lib/formats';
import type { Day } from '$lib/records/day';
import { coveredTo } from '$lib/ledger/covered-to';
import { againstDeals, targetOf } from '$lib/ledger/window';
import type { View, ViewContext } from '$lib/view';
import { parseView } from '$lib/view/parse';
import { currentSnapshot, openedStore, snapshotAt, type Snapshot } from '../ledger/open';
import { badAddress } from './problem';
import type { Stamp } from './respond';

/** The snapshot that an address asks for: the one as recorded at `revision`, else the current one. */
function snapshotFor(params: URLSearchParams): Snapshot {
	const asked = params.get('revision');
	const earlier = asked && /^\d{1,15}$/.test(asked) ? snapshotAt(Number(asked)) : undefined;
	return earlier ?? currentSnapshot();
}

/** The revision, up to `last`, that took the record of a page away; undefined where there never was one. */
function removedIn(name: PageName, slug: string, last: number): number | undefined {
	const { record }: Page = PAGES[name];
	const latest = record && openedStore().history.ofRecord(record, slug, last)[0];
	return latest?.after === null ? latest.revision : undefined;
}

/** Answers a page from the ledger, in the form in which the page reads it. */
export async function answerPage<N extends PageName>(
	{ page, slug }: PageAsked & { page: N },
	params: URLSearchParams,
	today: Day
): Promise<Response> {
	const { book, revision } = snapshotFor(params);
	const asked = await ask(page, book, params, today, slug, currentSnapshot().revision);
	const removed = asked.status === 404 ? removedIn(page, slug, revision) : undefined;
	const told: Asked<N> = asked.status === 404 && removed !== undefined ? { ...asked, removed } : asked;
	return new Response(writeAsked(told), {
		headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' }
	});
}

/** What the pages of the site hang on just now. */
export function siteOf(event: RequestEvent): Site {
	const { revision } = currentSnapshot();
	const { book, revision: shown } = snapshotFor(event.url.searchParams);
	const { firstEventYear } = contextOf(book, event.locals.today);
	const recorded = shown === revision ? undefined : openedStore().history.revision(shown);
	return {
		today: event.locals.today,
		revision,
		recorded: recorded && { revision: shown, at: recorded.at },
		projections: againstDeals(book.records.projections).map((each) => ({
			slug: each.slug,
			title: each.title,
			institution: each.institution,
			target_usd: targetOf(each),
			scope: each.scope,
			published: each.published,
			window: each.window,
			featured: each.featured
		})),
		firstEventYear,
		covered_to: coveredTo(book.records),
		deals: book.entries.length
	};
}

/** What a data address was asked: of which ledger, and how. */
export interface DataAsked extends Stamp {
	book: Snapshot['book'];
	view: View;
	/** The last day of which anything could be found; null where nobody says. */
	covered_to: Day | null;
}

/** Reads a data address; where it is wrong, the 400 that says so. A table takes parameters that JSON does not know. */
export function askData(
	event: RequestEvent,
	format: Format,
	defaults: Partial<ViewContext> = {}
): DataAsked | Response {
	const { searchParams } = event.url;
	const { book, revision } = snapshotFor(searchParams);
	const { today } = event.locals;
	const lastRevision = currentSnapshot().revision;
	const table = formatOf(format).holds === 'table';
	const context = contextOf(book, today, { ...defaults, address: 'data', lastRevision, table });
	const { view, faults } = parseView(searchParams, context);
	return faults.length > 0 ? badAddress(faults) : { book, revision, today, view, covered_to: coveredTo(book.records) };
}

/** The view that a page's address asks for where its answer is not of the ledger's figures; a 400 where the address is wrong. */
export function askView(event: RequestEvent): View {
	const { book } = snapshotFor(event.url.searchParams);
	const context = contextOf(book, event.locals.today, { lastRevision: currentSnapshot().revision });
	const { view, faults } = parseView(event.url.searchParams, context);
	if (faults.length > 0) {
		const help = faults.map((fault) => fault.message);
		error(400, { message: 'This address asks for something that the ledger does not take.', help });
	}
	return view;
}
