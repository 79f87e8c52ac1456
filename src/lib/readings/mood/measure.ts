import { readingAt } from '$lib/ledger/book';
import { column } from '$lib/ledger/columns/column';
import { addDays, countsFrom, dayNumber } from '$lib/records/day';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { Sweep } from '$lib/ledger/sweep';
import { ENOUGH_DEALS } from '$lib/ledger/wtf';
import { wtfIndex } from '$lib/ledger/wtf-index';
import { meanLevers } from '../levers';
import { reading } from '../reading';
import { dealRow } from '../rows';
import { CONTRIBUTION } from '../value-columns';

/** The mean Idiocracy of the WTF Index, weighted by contribution (MODEL sections 6 and 7). */
export const mood = reading({
	slug: 'mood',
	unit: 'points',
	columns: [CONTRIBUTION, column('idiocracy', 'ratio', 'Idiocracy', 'The deal’s reading on that pole.', '0 to 10')],
	measure(book, asOf) {
		const [index] = wtfIndex(book, DEFAULT_QUESTION, asOf, [asOf], 'value');
		const { idiocracy, window_days, deals } = index!;
		const sweep = new Sweep(book, DEFAULT_QUESTION, asOf).advance(asOf);
		const since = addDays(asOf, 1 - window_days);
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
		const found = deals === 0 ? 'No deal' : deals === 1 ? 'One deal' : `Only ${deals} deals`;
		return {
			value: idiocracy,
			reason: `${found} first heard of in the ${window_days} days to ${asOf} ${deals > 1 ? 'count and have been read' : 'counts and has been read'}; a reading takes ${ENOUGH_DEALS}.`,
			inputs: [
				{
					label: `Newest reading of the deals of ${window_days} days`,
					value: deals,
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
