import { readingAt } from '$lib/ledger/book';
import { column } from '$lib/ledger/columns/column';
import { addDays, countsFrom, dayNumber } from '$lib/records/day';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { Sweep } from '$lib/ledger/sweep';
import { INDEX_DAYS, wtfIndex } from '$lib/ledger/wtf-index';
import { meanLevers } from '../levers';
import { reading } from '../reading';
import { dealRow } from '../rows';
import { CONTRIBUTION } from '../value-columns';

/** The mean Idiocracy reading of the trailing 90 days, weighted by contribution (MODEL sections 6 and 7). */
export const mood = reading({
	slug: 'mood',
	unit: 'points',
	columns: [CONTRIBUTION, column('idiocracy', 'ratio', 'Idiocracy', 'The deal’s reading on that pole.', '0 to 10')],
	measure(book, asOf) {
		const [index] = wtfIndex(book, DEFAULT_QUESTION, asOf, [asOf], 'value');
		const sweep = new Sweep(book, DEFAULT_QUESTION, asOf).advance(asOf);
		const since = addDays(asOf, 1 - INDEX_DAYS);
		let newest: string | null = null;
		let [weighted, weight] = [0, 0];
		const rows = book.entries.flatMap((entry) => {
			const rating = readingAt(entry, dayNumber(asOf));
			const contribution = sweep.contribution(entry.index);
			if (!rating || !contribution || entry.firstDay < since) return [];
			const read = countsFrom(rating.on);
			weighted += contribution * rating.idiocracy;
			weight += contribution;
			if (newest === null || read > newest) newest = read;
			return [dealRow(entry, { contribution_usd: contribution, idiocracy: rating.idiocracy })];
		});
		return {
			value: index!.idiocracy,
			reason: `No deal that counts and has a reading was first heard of since ${since}.`,
			inputs: [
				{
					label: 'Newest reading of the deals it looks at',
					value: index!.deals,
					unit: 'deals',
					date: newest,
					source: null,
					dated: true
				}
			],
			rows,
			levers: meanLevers(weighted, weight, 'Idiocracy')
		};
	}
});
