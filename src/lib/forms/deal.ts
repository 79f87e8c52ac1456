import { compareText } from '$lib/ledger/book';
import { countsFrom } from '$lib/records/day';
import { readDate } from '$lib/records/typed/dates';
import type { Lookups } from './leaves';
import { freeOf, slugOf } from '$lib/records/typed/names';
import { rearrangeList, lengthAt, emptyForm, textAt, joinPath } from './typed';
import type { Typed } from './types';

/** What the form of a deal does by itself, so that nobody has to know of keys, orders and slugs. */

/** The name of a source until it is saved. */
const UNSAVED = /^~\d+$/;

/** An empty deal: one event, one source, a place for a payer and a payee. */
export function blankDeal(): Typed {
	return Object.assign(emptyForm(), {
		'payers.0': [''],
		'payees.0': [''],
		'events.0.type': ['announced'],
		'sources.0.key': ['~1']
	});
}

function placesOf(typed: Typed, list: string): number[] {
	return Array.from({ length: lengthAt(typed, list) }, (_, i) => i);
}

/** Each source with a name, by which events can tick it while it has no key. */
export function sourceNames(typed: Typed): Typed {
	const result = Object.assign(emptyForm(), typed);
	let last = 0;
	for (const name of Object.values(typed).flat())
		if (UNSAVED.test(name)) last = Math.max(last, Number(name.slice(1).slice(0, 6)));
	for (const place of placesOf(typed, 'sources')) {
		const path = `sources.${place}.key`;
		if (textAt(typed, path) === '') result[path] = [`~${++last}`];
	}
	return result;
}

/** Events in the order of their days, where every day can be read; each source with a name that events can tick. */
export function arrangeDeal(typed: Typed): Typed {
	const named = sourceNames(typed);
	const days = placesOf(named, 'events').map((place) => ({
		place,
		day: readDate(textAt(named, `events.${place}.on`))
	}));
	if (days.some(({ day }) => day === undefined)) return named;
	days.sort((a, b) => compareText(countsFrom(a.day ?? ''), countsFrom(b.day ?? '')));
	const order = days.map(({ place }) => place);
	return order.every((place, i) => place === i) ? named : rearrangeList(named, 'events', order);
}

/** What a fresh entry of a list begins with. */
export function freshEntry(list: string, typed: Typed): Record<string, string> {
	if (list !== 'ratings') return {};
	return { on: textAt(typed, 'events.0.on'), by: 'editorial' };
}

function keysOf(typed: Typed): Map<string, string> {
	const places = placesOf(typed, 'sources');
	const names = places.map((place) => textAt(typed, `sources.${place}.key`));
	const taken = new Set(names.filter((name) => !UNSAVED.test(name)));
	const keys = new Map<string, string>();
	places.forEach((place, i) => {
		const name = names[i] ?? '';
		if (!UNSAVED.test(name)) {
			keys.set(name, name);
			return;
		}
		const date = readDate(textAt(typed, `sources.${place}.published`));
		const plain = [slugOf(textAt(typed, `sources.${place}.publisher`)), date].filter(Boolean).join('-');
		const key = freeOf(plain || 'source', (each) => taken.has(each));
		taken.add(key);
		keys.set(name, key);
	});
	return keys;
}

/** Sources with keys made of publisher and date, and events and doubts tied to them where there is nothing to choose. */
export function tieToSources(typed: Typed): Typed {
	const result = Object.assign(emptyForm(), typed);
	const keys = keysOf(typed);
	const all = [...keys.values()];
	for (const place of placesOf(typed, 'sources')) {
		const path = `sources.${place}.key`;
		result[path] = [keys.get(textAt(typed, path)) ?? textAt(typed, path)];
	}
	for (const list of ['events', 'doubts']) {
		const entries = placesOf(typed, list);
		for (const place of entries) {
			const path = `${list}.${place}.sources`;
			const ticked = (typed[path] ?? []).flatMap((name) => keys.get(name) ?? []);
			// One event or one source: there is nothing to choose.
			if (ticked.length > 0) result[path] = ticked;
			else result[path] = (list === 'events' && entries.length === 1) || all.length === 1 ? all : [];
		}
	}
	return result;
}

function suggestedSlug(typed: Typed, lookups: Lookups): string {
	const party = (list: string) => {
		const first = placesOf(typed, list)
			.map((place) => textAt(typed, joinPath(list, place)))
			.find((text) => text.trim() !== '');
		return first === undefined ? undefined : slugOf(lookups.organisations?.slug(first) ?? first);
	};
	const year = readDate(textAt(typed, 'events.0.on'))?.slice(0, 4);
	const parts = [party('payers'), party('payees'), year];
	return parts.every(Boolean) ? parts.join('-').slice(0, 90) : '';
}

/**
 * The form as it is read: sources with names made of publisher and date, events tied to them where there is only one of
 * either, and, of a new deal (`isTaken`), a slug of its parties and year where none was typed.
 */
export function completeDeal(typed: Typed, lookups: Lookups, isTaken: ((slug: string) => boolean) | null): Typed {
	const result = tieToSources(typed);
	if (isTaken && textAt(result, 'slug').trim() === '') {
		const suggested = suggestedSlug(result, lookups);
		if (suggested !== '') result['slug'] = [freeOf(suggested, isTaken)];
	}
	return result;
}
