import { compareText, isStandIn } from '$lib/ledger/book';
import { column } from '$lib/ledger/columns/column';
import { partsOf } from '$lib/ledger/flows';
import { herfindahl } from '$lib/ledger/graph/shares';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { Sweep } from '$lib/ledger/sweep';
import { dealsInput } from './inputs';
import { concentrationLevers } from './levers';
import { reading, type Computation } from './reading';
import { dealRow, organisationRow } from './rows';
import { AMOUNT, CONTRIBUTION } from './value-columns';

const LEVERS = {
	payers: (name: string) => ({
		largest: `Promised by ${name}`,
		newcomer: 'Promised by one newcomer',
		crowd: 'Promised by many too small to name'
	}),
	payees: (name: string) => ({
		largest: `Promised to ${name}`,
		newcomer: 'Promised to one newcomer',
		crowd: 'Promised to many too small to name'
	})
};

/** The Herfindahl–Hirschman index of contributions on one side of the deals (MODEL section 7). */
export function concentration(slug: string, side: 'payers' | 'payees'): Computation {
	return reading({
		slug,
		unit: 'points',
		columns: [
			AMOUNT,
			column(
				'points',
				'ratio',
				'Points',
				'10,000 times the squared share; empty for parties that nobody names.',
				'points'
			),
			CONTRIBUTION
		],
		measure(book, asOf) {
			const sweep = new Sweep(book, DEFAULT_QUESTION, asOf).advance(asOf);
			const held = new Map<string, number>();
			const deals = book.entries.flatMap((entry) => {
				const contribution = sweep.contribution(entry.index);
				if (contribution === null) return [];
				for (const { slug: party, amount } of partsOf(entry.deal, side, contribution))
					held.set(party, (held.get(party) ?? 0) + amount);
				return [dealRow(entry, { contribution_usd: contribution })];
			});
			const total = sweep.counted;
			const rows = [...held].map(([party, amount]) => {
				const counts = !isStandIn(book, party) && total > 0;
				return organisationRow(book, party, {
					amount_usd: amount,
					points: counts ? 10_000 * (amount / total) ** 2 : null
				});
			});
			rows.sort((a, b) => b.values.amount_usd - a.values.amount_usd || compareText(a.slug, b.slug));
			const holders = rows.filter((row) => row.values.points !== null);
			const named = holders.map((row) => row.values.amount_usd);
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
		}
	});
}
