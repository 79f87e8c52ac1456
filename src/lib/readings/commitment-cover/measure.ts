import { compareText } from '$lib/ledger/book';
import { column } from '$lib/ledger/columns/column';
import { addMonths } from '$lib/records/day';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { dueCurve } from '$lib/ledger/due';
import { partOf } from '$lib/ledger/part-of';
import { dealsInput, revenueInputs } from '../inputs';
import { labsOf, revenuesOf } from '../labs';
import { ratioLevers } from '../levers';
import { reading, type Lever, type Part, type Row } from '../reading';
import { dealRow, figureRow, nameOf, organisationRow } from '../rows';

/** A lever of the highest lab brings the reading no lower than the next one. */
function notBelow(lever: Lever, floor: number): Lever {
	return { ...lever, after: (change) => Math.max(floor, lever.after(change)) };
}

/**
 * What falls due within twelve months on the deals that a lab pays, over its annualised revenue; the highest lab is the
 * reading (MODEL section 7). Labs that owe something and have stated no revenue, or none that is fresh,
 * are listed without a ratio.
 */
export const commitmentCover = reading({
	slug: 'commitment-cover',
	unit: 'ratio',
	columns: [
		column('due_usd', 'dollars', 'Due (US$)', 'Due within twelve months of the as-of day.'),
		column(
			'labs_due_usd',
			'dollars',
			'Due from labs (US$)',
			'The part of it that labs pay; payers share as the record says, else equally.'
		),
		column('revenue_usd', 'dollars', 'Revenue (US$)', 'Annualised revenue of a lab.'),
		column('ratio', 'ratio', 'Ratio', 'What is due over revenue.', 'ratio')
	],
	measure(book, asOf, definition) {
		const curve = dueCurve(book, DEFAULT_QUESTION, asOf);
		const until = addMonths(asOf, 12);
		const labs = new Set(labsOf(book));
		const revenues = revenuesOf(book, asOf, [...labs], definition);
		const due = new Map<string, number>();
		const deals: Row<{ due_usd: number; labs_due_usd: number }>[] = [];
		for (const entry of book.entries) {
			const paying = entry.deal.payers.filter((slug) => labs.has(slug)).sort(compareText);
			const amount = curve.of(entry.index, until) - curve.of(entry.index, asOf);
			if (paying.length === 0 || amount === 0) continue;
			let labs_due_usd = 0;
			for (const lab of paying) {
				const part = partOf(entry.deal, 'payers', lab, amount);
				due.set(lab, (due.get(lab) ?? 0) + part);
				labs_due_usd += part;
			}
			deals.push(dealRow(entry, { due_usd: amount, labs_due_usd }));
		}
		const found = [...labs].sort(compareText).flatMap((lab) => {
			const revenue = revenues.counted.get(lab);
			if (!revenue && !due.has(lab)) return [];
			const owed = due.get(lab) ?? 0;
			const ratio = revenue && revenue.amount_usd > 0 ? owed / revenue.amount_usd : null;
			return [{ lab, owed, revenue, ratio }];
		});
		const rated = found.filter((each) => each.ratio !== null).sort((a, b) => b.ratio! - a.ratio!);
		const [highest, next] = rated;
		const inputs = [
			dealsInput(book, asOf, DEFAULT_QUESTION.layers, ({ deal }) => deal.payers.some((slug) => labs.has(slug))),
			...revenueInputs(book, revenues)
		];
		const rows = [
			...found.map(({ lab, owed, revenue, ratio }) => {
				const values = { due_usd: owed, revenue_usd: revenue?.amount_usd ?? null, ratio };
				return revenue ? figureRow(book, revenue, values) : organisationRow(book, lab, values, 'revenue_run_rate');
			}),
			...deals
		];
		if (due.size === 0)
			return {
				value: null,
				reason: 'No lab is known to have promised anything that falls due within twelve months.',
				inputs,
				rows
			};
		if (!highest?.revenue) return { value: null, reason: 'No lab has stated its revenue yet.', inputs, rows };
		const name = nameOf(book, highest.lab);
		const numerator: Part = { label: `Due from ${name} within twelve months`, value: highest.owed, unit: 'usd' };
		const denominator: Part = {
			label: `Annualised revenue of ${name}`,
			value: highest.revenue.amount_usd,
			unit: 'usd'
		};
		return {
			value: highest.ratio,
			numerator,
			denominator,
			inputs,
			rows,
			levers: ratioLevers(numerator, denominator).map((lever) => notBelow(lever, next?.ratio ?? -Infinity))
		};
	}
});
