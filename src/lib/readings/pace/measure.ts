import { column } from '$lib/ledger/columns/column';
import { withScopeOf } from '$lib/ledger/compare';
import { addDays, countsFrom } from '$lib/records/day';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { dueCurve } from '$lib/ledger/due';
import { againstDeals, defaultProjection, targetOf, windowOf } from '$lib/ledger/window';
import { measureBoth, type Measures } from '$lib/ledger/yardsticks';
import { boundsAt, type Bounds } from '$lib/records/bounds';
import { dealsInput } from '../inputs';
import { ratioLevers } from '../levers';
import { reading, type Input, type Part } from '../reading';
import { dealRow } from '../rows';
import { areOpposed } from '../colour';

/** Why the two yardsticks tell opposite things; undefined where they do not, or one of them has no pace. */
function disputeOf(bounds: Bounds, { deals, books }: Measures): string | undefined {
	if (deals?.pace == null || books?.pace == null || !areOpposed(bounds, deals.pace, books.pace)) return undefined;
	const percent = (pace: number) => `${Math.round(pace * 100)} percent of the path`;
	return `By the deals it stands at ${percent(deals.pace)} on ${deals.day}, by what companies reported at ${percent(books.pace)} on ${books.day}. The two tell opposite things.`;
}

/** Spend to date over the path to date of the default projection, and the same by the books (MODEL sections 5 and 7). */
export const pace = reading({
	slug: 'pace',
	unit: 'ratio',
	columns: [column('in_window_usd', 'dollars', 'In the window (US$)', 'Due since the projection’s window opened.')],
	measure(book, asOf, definition) {
		const inputs: Input[] = [dealsInput(book, asOf, DEFAULT_QUESTION.layers)];
		const projection = defaultProjection(againstDeals(book.records.projections), asOf);
		if (!projection) {
			const reason = `No projection whose window was open on ${asOf} and that deals may be set against had been published by then.`;
			return { value: null, reason, inputs, rows: [] };
		}
		const { start, end } = windowOf(projection);
		const yardsticks = measureBoth(book, DEFAULT_QUESTION, asOf, projection);
		const { deals, books } = yardsticks;
		inputs.push({
			label: `Projection: ${projection.title}`,
			value: targetOf(projection),
			unit: 'usd',
			date: countsFrom(projection.published),
			source: projection.sources[0]?.url ?? null,
			dated: false
		});
		if (books?.day)
			inputs.push({
				label: `Reported by its companies up to ${books.day}`,
				value: books.reported_usd,
				unit: 'usd',
				date: books.day,
				source: null,
				dated: false
			});
		if (asOf < start) {
			const reason = `The window of ${projection.title} opens on ${start}.`;
			return { value: null, reason, inputs, rows: [], yardsticks };
		}
		const due = dueCurve(book, withScopeOf(DEFAULT_QUESTION, projection), asOf);
		const until = asOf < end ? asOf : end;
		const before = addDays(start, -1);
		const rows = book.entries.flatMap((entry) => {
			const inWindow = due.of(entry.index, until) - due.of(entry.index, before);
			return inWindow === 0 ? [] : [dealRow(entry, { in_window_usd: inWindow })];
		});
		if (deals?.pace == null) return { value: null, reason: 'Its path has not begun yet.', inputs, rows, yardsticks };
		const numerator: Part = { label: 'Due in the window', value: deals.due_to_date_usd, unit: 'usd' };
		const denominator: Part = { label: 'Its path to date', value: deals.path_usd, unit: 'usd' };
		const levers = ratioLevers(numerator, denominator).slice(0, 1);
		const disputed = disputeOf(boundsAt(definition, asOf), yardsticks);
		return { value: deals.pace, numerator, denominator, inputs, rows, levers, disputed, yardsticks };
	}
});
