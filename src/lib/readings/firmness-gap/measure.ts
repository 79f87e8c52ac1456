import { column } from '$lib/ledger/columns/column';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { Sweep } from '$lib/ledger/sweep';
import { dealsInput } from '../inputs';
import { shareLevers } from '../levers';
import { reading, type Part } from '../reading';
import { dealRow } from '../rows';

/** One minus what is counted of signed deals over what is counted of all that is talked about (MODEL section 7). */
export const firmnessGap = reading({
	slug: 'firmness-gap',
	unit: 'share',
	columns: [
		column(
			'definitive_usd',
			'dollars',
			'Adds, signed (US$)',
			'The same among signed deals; empty where it is not one.'
		),
		column('rumoured_usd', 'dollars', 'Adds, all (US$)', 'The same among all deals, rumours included.')
	],
	measure(book, asOf) {
		const signed = new Sweep(book, { ...DEFAULT_QUESTION, firmness: 'definitive' }, asOf).advance(asOf);
		const talked = new Sweep(book, { ...DEFAULT_QUESTION, firmness: 'rumoured' }, asOf).advance(asOf);
		const inputs = [dealsInput(book, asOf, DEFAULT_QUESTION.layers)];
		const rows = book.entries.flatMap((entry) => {
			const rumoured = talked.contribution(entry.index);
			if (rumoured === null) return [];
			return [dealRow(entry, { definitive_usd: signed.contribution(entry.index), rumoured_usd: rumoured })];
		});
		if (talked.counted === 0) return { value: null, reason: 'No deal counts for anything yet.', inputs, rows };
		const open: Part = { label: 'Counted, not signed', value: talked.counted - signed.counted, unit: 'usd' };
		const closed: Part = { label: 'Counted, signed', value: signed.counted, unit: 'usd' };
		return {
			value: 1 - signed.counted / talked.counted,
			numerator: open,
			denominator: { label: 'Counted, rumours included', value: talked.counted, unit: 'usd' },
			inputs,
			rows,
			levers: shareLevers(open, closed)
		};
	}
});
