import { circulation, flowEdges } from '../flows';
import { Sweep } from '../sweep';
import { LAYERS } from '$lib/records/vocabularies';
import { roundLevers } from './levers';
import type { Measure } from './reading';
import { ALL_LAYERS, dealRow, dealsInput } from './rows';

/** The largest circulation over all dollars in the money-flow graph of all layers (MODEL section 7). */
export const circularity: Measure = (book, _indicator, asOf) => {
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
};
