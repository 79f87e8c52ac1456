import { compareText, type Book } from './book';
import type { Day } from '$lib/records/day';
import { pairsOf } from './flows';
import type { Question } from './question';
import type { Organisation } from '$lib/records';
import { Sweep } from './sweep';

/** An organisation among all, whole dollars. */
export interface PartyRank {
	organisation: Organisation;
	/** Its share of the contributions that it pays, and that it is paid. */
	payer_usd: number;
	payee_usd: number;
	/** Kept deals that it has a part in. */
	deals: number;
}

/** Every organisation that has a name, the one with most on both sides first; those that stand for others are kept out. */
export function partyRanking(book: Book, question: Question, asOf: Day): PartyRank[] {
	const sweep = new Sweep(book, question, asOf).advance(asOf);
	const ranks = new Map<string, PartyRank>();
	for (const organisation of book.organisations.values()) {
		if (organisation.stand_in) continue;
		ranks.set(organisation.slug, { organisation, payer_usd: 0, payee_usd: 0, deals: 0 });
	}
	for (const { index, deal } of book.entries) {
		const contribution = sweep.contribution(index);
		if (contribution === null) continue;
		for (const { from, to, amount } of pairsOf(deal, contribution)) {
			const [payer, payee] = [ranks.get(from), ranks.get(to)];
			if (payer) payer.payer_usd += amount;
			if (payee) payee.payee_usd += amount;
		}
		for (const slug of new Set([...deal.payers, ...deal.payees])) {
			const rank = ranks.get(slug);
			if (rank) rank.deals++;
		}
	}
	const size = (rank: PartyRank) => rank.payer_usd + rank.payee_usd;
	return [...ranks.values()].sort((a, b) => size(b) - size(a) || compareText(a.organisation.slug, b.organisation.slug));
}
