import { compareText } from '../book';
import { isStandIn } from '../flows';
import { herfindahl, splitEqually } from '../graph/shares';
import { DEFAULT_QUESTION } from '../question';
import { Sweep } from '../sweep';
import { concentrationLevers } from './levers';
import type { Measure, Row } from './reading';
import { dealRow, dealsInput, nameOf } from './rows';

const LEVERS = {
	payers: (name: string) => ({
		largest: `Paid by ${name}`,
		newcomer: 'Paid by one newcomer',
		crowd: 'Paid by many too small to name'
	}),
	payees: (name: string) => ({
		largest: `Paid to ${name}`,
		newcomer: 'Paid to one newcomer',
		crowd: 'Paid to many too small to name'
	})
};

/** The Herfindahl–Hirschman index of contributions on one side of the deals (MODEL section 7). */
function concentration(side: 'payers' | 'payees'): Measure {
	return (book, _indicator, asOf) => {
		const sweep = new Sweep(book, DEFAULT_QUESTION, asOf).advance(asOf);
		const held = new Map<string, number>();
		const deals: Row[] = [];
		for (const entry of book.entries) {
			const contribution = sweep.contribution(entry.index);
			const parties = [...entry.deal[side]].sort(compareText);
			if (contribution === null) continue;
			deals.push(dealRow(entry, { contribution_usd: contribution }));
			if (parties.length === 0) continue;
			for (const [i, share] of splitEqually(contribution, parties.length).entries()) {
				held.set(parties[i]!, (held.get(parties[i]!) ?? 0) + share);
			}
		}
		const total = sweep.counted;
		const rows = [...held].map(([slug, amount]): Row => {
			const counts = !isStandIn(book, slug) && total > 0;
			return {
				table: 'organisations',
				slug,
				label: nameOf(book, slug),
				measure: null,
				period_start: null,
				period_end: null,
				date: null,
				source: null,
				values: { amount_usd: amount, points: counts ? 10_000 * (amount / total) ** 2 : null }
			};
		});
		rows.sort((a, b) => b.values.amount_usd! - a.values.amount_usd! || compareText(a.slug, b.slug));
		const holders = rows.filter((row) => row.values.points !== null);
		const named = holders.map((row) => row.values.amount_usd!);
		const [largest] = holders;
		return {
			value: total > 0 ? herfindahl(named, total) : null,
			reason: 'No deal counts for anything yet.',
			inputs: [
				dealsInput(book, asOf, DEFAULT_QUESTION.layers),
				{ label: 'Counted', value: total, unit: 'usd', date: asOf, source: null, dated: false }
			],
			rows: [...rows, ...deals],
			levers: largest && concentrationLevers(named, total, LEVERS[side](largest.label))
		};
	};
}

/** Of those who pay. */
export const concentrationPayers = concentration('payers');
/** Of those who are paid. */
export const concentrationPayees = concentration('payees');
