import { stateAt, type Book } from '$lib/ledger/book';
import { dayNumber } from '$lib/records/day';
import { partyOf, type Party, type PartySide } from '$lib/ledger/parties';
import { DueCurve } from '$lib/ledger/due';
import { withoutUnsigned } from '$lib/ledger/question';
import type { Organisation } from '$lib/records';
import { Sweep } from '$lib/ledger/sweep';
import type { Layer } from '$lib/records/vocabularies';
import type { View } from '$lib/view';
import { sortDeals } from '$lib/shared/deal-list';
import { dealRow, type DealRow } from '$lib/shared/deal-rows';
import { namesOf, type Names } from '$lib/shared/names';

/** What an organisation commits on one side in one layer and calendar year, whole dollars. */
export interface CommitmentRow {
	role: 'payer' | 'payee';
	layer: Layer;
	year: number;
	amount_usd: number;
}

/** Everything about one organisation under a question, and its deals. */
export interface OrganisationAnswer {
	organisation: Organisation;
	party: Party;
	/** By role, layer and the year in which it falls due: what cancelled deals keep included. */
	commitments: CommitmentRow[];
	/** The same of what is at least announced, where the question asks for less; null where all of it is. */
	signed: { commitments: CommitmentRow[]; due: Party['due'] } | null;
	/** Every deal in which it has a part and that is known at the day, the largest announced first. */
	deals: DealRow[];
	names: Names;
}

function rowsOf(role: CommitmentRow['role'], side: PartySide): CommitmentRow[] {
	return side.layers.flatMap(({ layer, years }) =>
		years.map(({ year, amount_usd }) => ({ role, layer, year, amount_usd }))
	);
}

function commitmentsOf(party: Party): CommitmentRow[] {
	return [...rowsOf('payer', party.payer), ...rowsOf('payee', party.payee)];
}

/** The answer of `/organisations/<slug>`; undefined where there is none of that name. */
export function organisation(book: Book, view: View, slug: string): OrganisationAnswer | undefined {
	const found = book.organisations.get(slug);
	if (!found) return undefined;
	const { question, as_of } = view;
	const party = partyOf(book, question, as_of, slug);
	const asked = withoutUnsigned(question);
	const signed = asked ? partyOf(book, asked, as_of, slug) : null;
	const sweep = new Sweep(book, question, as_of).advance(as_of);
	const due = new DueCurve(book, sweep);
	const deals = book.entries.flatMap((entry) => {
		const { payers, payees } = entry.deal;
		if (!payers.includes(slug) && !payees.includes(slug)) return [];
		const state = stateAt(entry, dayNumber(as_of));
		return state ? [dealRow(entry, state, as_of, sweep, due)] : [];
	});
	const mentioned = [
		slug,
		...deals.flatMap((row) => [...row.payers, ...row.payees]),
		...[...party.payer.counterparties, ...party.payee.counterparties].map((each) => each.slug),
		...party.holds.map((stake) => stake.in),
		...party.held_by.map(({ holder }) => holder)
	];
	return {
		organisation: found,
		party,
		commitments: commitmentsOf(party),
		signed: signed && { commitments: commitmentsOf(signed), due: signed.due },
		deals: sortDeals(deals, '-value'),
		names: namesOf(book, new Set(mentioned))
	};
}

/** One organisation as it is published: its record, its commitments by role, what falls due, its stakes and its capex. */
export function organisationRecord({ organisation: record, party, commitments }: OrganisationAnswer) {
	const { slug: _slug, ...rest } = party;
	return { organisation: record, commitments, ...rest };
}
