import type { Lookups } from '$lib/forms/leaves';
import { Lookup, type Named } from '$lib/records/typed/names';
import type { Picked } from '$lib/records/define';
import type { Records } from '$lib/records';
import { currentSnapshot } from '../ledger/open';
import type { Editor } from './editor';

/** Names offered while one types; any other name is looked up when the form is sent. */
const OFFERED = 2_000;

/** Everything that a field may name, by the words that people know it by. */
function namedOf(records: Records): Record<Picked, Named[]> {
	return {
		organisations: records.organisations.map(({ slug, name, aliases = [], ticker }) => ({
			slug,
			name,
			also: ticker ? [...aliases, ticker] : aliases
		})),
		deals: records.deals.map(({ slug, title }) => ({ slug, name: title })),
		projections: records.projections.map(({ slug, title }) => ({ slug, name: title }))
	};
}

let kept: { revision: number; lookups: Required<Lookups>; offered: Partial<Record<Picked, string[]>> } | undefined;

/** The lookups of the ledger as it stands, remembered until anyone writes. */
function currentLookups(): Required<Lookups> {
	const { revision, records } = currentSnapshot();
	if (kept?.revision !== revision) {
		const named = namedOf(records);
		const lookups = {
			organisations: new Lookup(named.organisations),
			deals: new Lookup(named.deals),
			projections: new Lookup(named.projections)
		};
		kept = { revision, lookups, offered: {} };
	}
	return kept.lookups;
}

/** The lookups of a form: some kinds of record name what is no organisation of the ledger. */
export function lookupsFor({ also = [] }: Pick<Editor, 'also'>): Required<Lookups> {
	return withNewcomers(currentLookups(), also);
}

/** The lookups with some organisations more: those that are recorded along with the record. */
export function withNewcomers(lookups: Required<Lookups>, newcomers: readonly Named[]): Required<Lookups> {
	if (newcomers.length === 0) return lookups;
	return { ...lookups, organisations: new Lookup([...lookups.organisations.records, ...newcomers]) };
}

function namesOf(lookup: Lookup): string[] {
	const names = lookup.records.map(({ slug }) => lookup.text(slug));
	return names.sort(new Intl.Collator('en').compare).slice(0, OFFERED);
}

/** Names to offer for each kind of record that a form asks for, in the order of the alphabet. */
export function namesToOffer({ picks, also = [] }: Pick<Editor, 'picks' | 'also'>): Partial<Record<Picked, string[]>> {
	const lookups = currentLookups();
	const known = kept?.offered ?? {};
	const names = (kind: Picked) => (known[kind] ??= namesOf(lookups[kind]));
	const more = also.map(({ name }) => name);
	return Object.fromEntries(
		picks.map((kind) => [kind, kind === 'organisations' ? [...more, ...names(kind)] : names(kind)])
	);
}
