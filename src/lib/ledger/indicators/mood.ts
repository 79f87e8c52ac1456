import { readingAt } from '../book';
import { addDays, countsFrom, dayNumber } from '$lib/records/day';
import { INDEX_DAYS, wtfIndex } from '../mood';
import { DEFAULT_QUESTION } from '../question';
import { Sweep } from '../sweep';
import { meanLevers } from './levers';
import type { Measure, Row } from './reading';
import { dealRow } from './rows';

/** The mean Idiocracy reading of the trailing 90 days, weighted by contribution (MODEL sections 6 and 7). */
export const mood: Measure = (book, _indicator, asOf) => {
	const [index] = wtfIndex(book, DEFAULT_QUESTION, asOf, [asOf], 'value');
	const sweep = new Sweep(book, DEFAULT_QUESTION, asOf).advance(asOf);
	const since = addDays(asOf, 1 - INDEX_DAYS);
	let newest: string | null = null;
	let [weighted, weight] = [0, 0];
	const rows = book.entries.flatMap((entry): Row[] => {
		const reading = readingAt(entry, dayNumber(asOf));
		const contribution = sweep.contribution(entry.index);
		if (!reading || !contribution || entry.firstDay < since) return [];
		const read = countsFrom(reading.on);
		weighted += contribution * reading.idiocracy;
		weight += contribution;
		if (newest === null || read > newest) newest = read;
		return [dealRow(entry, { contribution_usd: contribution, idiocracy: reading.idiocracy })];
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
};
