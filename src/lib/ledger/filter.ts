import { readingAt, stateAt, type Book, type Entry, type State } from './book';
import { dayNumber, type Day } from '$lib/records/day';
import { DEAL } from '$lib/records/deal';
import { DEAL_FILTER_NAMES } from '$lib/records/derive/filters';
import { searchedFields, searchTexts } from '$lib/records/derive/search';
import type { DealStatus } from '$lib/records/vocabularies';
import type { Filters } from './question';
import { wtfLabel } from './wtf';

/** Lower case without accents, so that a search finds a name however it is typed. */
export function normalise(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const SEARCHED = searchedFields(DEAL.fields);

function searchText(book: Book, entry: Entry): string {
	const { deal } = entry;
	const parties = [...deal.payers, ...deal.payees].flatMap((slug) => {
		const organisation = book.organisations.get(slug);
		return [slug, organisation?.name ?? '', ...(organisation?.aliases ?? [])];
	});
	return normalise([...searchTexts(SEARCHED, deal), ...parties].filter(Boolean).join(' '));
}

const CALLED_OFF = ' cancelled called off';

/** Whether a deal in a state is cancelled, as the filter `status` asks. */
export function statusOf({ cancelled }: State): DealStatus {
	return cancelled ? 'cancelled' : 'live';
}

type Test = (entry: Entry) => boolean;

/** Whether a field of a deal holds one of the words that are wanted. */
export function hasWord(wanted: readonly string[], word: string | undefined): boolean {
	return word !== undefined && wanted.includes(word);
}

function haveCommon(wanted: readonly string[], have: readonly string[]): boolean {
	return have.some((slug) => wanted.includes(slug));
}

function tests(book: Book, filters: Filters, asOf: Day): Test[] {
	const dayNo = dayNumber(asOf);
	const { organisation, payer, payee, wtf, status, min_value, max_value } = filters;
	const list: Test[] = [];
	for (const name of DEAL_FILTER_NAMES) {
		const wanted = filters[name];
		if (wanted) list.push(({ deal }) => hasWord(wanted, deal[name]));
	}
	if (payer) list.push((entry) => haveCommon(payer, entry.deal.payers));
	if (payee) list.push((entry) => haveCommon(payee, entry.deal.payees));
	if (organisation)
		list.push((entry) => haveCommon(organisation, entry.deal.payers) || haveCommon(organisation, entry.deal.payees));
	if (min_value !== undefined || max_value !== undefined)
		list.push((entry) => {
			const state = stateAt(entry, dayNo);
			if (!state) return false;
			return state.highWater >= (min_value ?? 0) && state.highWater <= (max_value ?? Infinity);
		});
	if (status)
		list.push((entry) => {
			const state = stateAt(entry, dayNo);
			return state !== undefined && status.includes(statusOf(state));
		});
	if (wtf)
		list.push((entry) => {
			const reading = readingAt(entry, dayNo);
			return reading !== undefined && wtf.includes(wtfLabel(reading.terminator, reading.idiocracy));
		});
	const words = normalise(filters.q ?? '')
		.split(/\s+/)
		.filter(Boolean);
	if (words.length > 0)
		list.push((entry) => {
			// A deal is found by what became of it, which no field of its record says.
			const text = searchText(book, entry) + (stateAt(entry, dayNo)?.cancelled ? CALLED_OFF : '');
			return words.every((word) => text.includes(word));
		});
	return list;
}

/** True where filters are given at all. */
export function hasFilters(filters: Filters): boolean {
	return Object.values(filters).some((wanted) => wanted !== undefined);
}

/**
 * Which entries the filters let pass, 1 or 0 by place. A filter on what can change (reading, value) looks at the state at
 * `asOf`, once for a whole curve (MODEL section 4).
 */
export function matchEntries(book: Book, filters: Filters, asOf: Day): Uint8Array {
	const all = tests(book, filters, asOf);
	const matches = new Uint8Array(book.entries.length);
	if (all.length === 0) return matches.fill(1);
	for (const entry of book.entries) if (all.every((test) => test(entry))) matches[entry.index] = 1;
	return matches;
}
