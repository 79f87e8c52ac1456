import { column } from '$lib/ledger/columns/column';
import { compare, scopedTo } from '$lib/ledger/compare';
import { addDays, countsFrom } from '$lib/records/day';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { dueCurve } from '$lib/ledger/due';
import { comparables } from '$lib/ledger/window';
import { dealsInput } from '../inputs';
import { ratioLevers } from '../levers';
import { reading, type Part } from '../reading';
import { dealRow } from '../rows';

/** Spend to date over the path to date of the featured projection (MODEL sections 5 and 7). */
export const pace = reading({
	slug: 'pace',
	unit: 'ratio',
	columns: [column('in_window_usd', 'dollars', 'In the window (US$)', 'Due since the projection’s window opened.')],
	measure(book, asOf) {
		const deals = dealsInput(book, asOf, DEFAULT_QUESTION.layers);
		const projection = book.records.projections.find((each) => each.featured);
		if (!projection) return { value: null, reason: 'No projection is featured.', inputs: [deals], rows: [] };
		const published = countsFrom(projection.published);
		const inputs = [
			deals,
			{
				label: `Projection: ${projection.title}`,
				value: null,
				unit: 'usd',
				date: published,
				source: projection.sources[0]?.url ?? null,
				dated: false
			}
		];
		const unknown = (reason: string) => ({ value: null, reason, inputs, rows: [] });
		if (!comparables(projection).includes('deals')) return unknown(`${projection.title} is not comparable with deals.`);
		if (published > asOf) return unknown(`${projection.title} was published on ${published}.`);
		const { window } = projection;
		if (asOf < window.start) return unknown(`The window of ${projection.title} opens on ${window.start}.`);
		const found = compare(book, DEFAULT_QUESTION, asOf, projection);
		inputs[1]!.value = found.target_usd;
		const due = dueCurve(book, scopedTo(DEFAULT_QUESTION, projection), asOf);
		const until = asOf < window.end ? asOf : window.end;
		const before = addDays(window.start, -1);
		const rows = book.entries.flatMap((entry) => {
			const spent = due.of(entry.index, until) - due.of(entry.index, before);
			return spent === 0 ? [] : [dealRow(entry, { in_window_usd: spent })];
		});
		const spent: Part = { label: 'Spent in the window', value: found.due_to_date_usd, unit: 'usd' };
		const path: Part = { label: 'Its path to date', value: found.path_to_date_usd, unit: 'usd' };
		if (found.pace === null) return { value: null, reason: 'Its path has not begun yet.', inputs, rows };
		const levers = ratioLevers(spent, path).slice(0, 1);
		return { value: found.pace, numerator: spent, denominator: path, inputs, rows, levers };
	}
});
