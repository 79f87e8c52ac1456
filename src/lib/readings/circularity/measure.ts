import { circulation, flowEdges } from '$lib/ledger/flows';
import { DEFAULT_QUESTION, type Question } from '$lib/ledger/question';
import { Sweep } from '$lib/ledger/sweep';
import { LAYERS } from '$lib/records/vocabularies';
import { dealsInput } from '../inputs';
import { roundLevers } from '../levers';
import { reading } from '../reading';
import { dealRow } from '../rows';
import { CONTRIBUTION } from '../value-columns';

/** The default question over all layers, funding included. */
const ALL_LAYERS: Question = { ...DEFAULT_QUESTION, layers: [...LAYERS] };

/** The largest circulation over all dollars in the money-flow graph of all layers (MODEL section 7). */
export const circularity = reading({
	slug: 'circularity',
	unit: 'share',
	columns: [CONTRIBUTION],
	measure(book, asOf) {
		const sweep = new Sweep(book, ALL_LAYERS, asOf).advance(asOf);
		const { circulating_usd, capacity_usd, share } = circulation(flowEdges(book, ALL_LAYERS, asOf));
		const inputs = [dealsInput(book, asOf, LAYERS)];
		const rows = book.entries.flatMap((entry) => {
			const contribution = sweep.contribution(entry.index);
			return contribution === null ? [] : [dealRow(entry, { contribution_usd: contribution })];
		});
		return {
			value: share,
			reason: 'No money flows from one party to another yet.',
			numerator: { label: 'Dollars that can come back', value: circulating_usd, unit: 'usd' },
			denominator: { label: 'All dollars that flow', value: capacity_usd, unit: 'usd' },
			inputs,
			rows,
			levers: roundLevers(circulating_usd, capacity_usd)
		};
	}
});
