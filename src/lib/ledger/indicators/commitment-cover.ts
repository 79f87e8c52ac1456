import { compareText } from '../book';
import { addMonths } from '$lib/records/day';
import { DEFAULT_QUESTION } from '../question';
import { recogniser } from '../recognise';
import { labRevenues, namedLabs, organisationsOf, revenueInput } from './labs';
import { ratioLevers } from './levers';
import type { Lever, Measure, Part, Row } from './reading';
import { dealRow, dealsInput, figureRow, nameOf } from './rows';

/** A lever of the highest lab brings the reading no lower than the next one. */
function notBelow(lever: Lever, floor: number): Lever {
	return { ...lever, after: (change) => Math.max(floor, lever.after(change)) };
}

/**
 * What falls due within twelve months on the deals that a lab pays, over its annualised revenue; the highest lab is the
 * reading (MODEL section 7). Labs that owe something and state no revenue are listed without a ratio.
 */
export const commitmentCover: Measure = (book, indicator, asOf) => {
	const recognised = recogniser(book, DEFAULT_QUESTION, asOf);
	const until = addMonths(asOf, 12);
	const labs = new Set(organisationsOf(book, 'ai_lab'));
	const revenues = labRevenues(book, asOf);
	const due = new Map<string, number>();
	const deals: Row[] = [];
	for (const entry of book.entries) {
		const { payers } = entry.deal;
		const paying = payers.filter((slug) => labs.has(slug)).sort(compareText);
		const amount = recognised.of(entry.index, until) - recognised.of(entry.index, asOf);
		if (paying.length === 0 || amount === 0) continue;
		for (const lab of paying) due.set(lab, (due.get(lab) ?? 0) + amount / payers.length);
		deals.push(dealRow(entry, { due_usd: amount, labs_due_usd: (amount * paying.length) / payers.length }));
	}
	const found = [...labs].sort(compareText).flatMap((lab) => {
		const revenue = revenues.get(lab);
		if (!revenue && !due.has(lab)) return [];
		const owed = due.get(lab) ?? 0;
		const ratio = revenue && revenue.amount_usd > 0 ? owed / revenue.amount_usd : null;
		return [{ lab, owed, revenue, ratio }];
	});
	const rated = found.filter((each) => each.ratio !== null).sort((a, b) => b.ratio! - a.ratio!);
	const [highest, next] = rated;
	const needed = namedLabs(indicator, revenues.keys());
	if (highest) needed.add(highest.lab);
	const inputs = [
		dealsInput(book, asOf, DEFAULT_QUESTION.layers, ({ deal }) => deal.payers.some((slug) => labs.has(slug))),
		...[...revenues.values()].map((figure) => revenueInput(book, figure, needed.has(figure.company)))
	];
	const rows = [
		...found.map(({ lab, owed, revenue, ratio }): Row => {
			const values = { due_usd: owed, revenue_usd: revenue?.amount_usd ?? null, ratio };
			if (revenue) return figureRow(book, revenue, values);
			const none = { measure: 'revenue_run_rate', period_start: null, period_end: null, date: null, source: null };
			return { table: 'organisations', slug: lab, label: nameOf(book, lab), ...none, values };
		}),
		...deals
	];
	if (due.size === 0)
		return { value: null, reason: 'No lab is known to pay anything within twelve months.', inputs, rows };
	if (!highest?.revenue) return { value: null, reason: 'No lab has stated its revenue yet.', inputs, rows };
	const name = nameOf(book, highest.lab);
	const numerator: Part = { label: `Due from ${name} within twelve months`, value: highest.owed, unit: 'usd' };
	const denominator: Part = { label: `Annualised revenue of ${name}`, value: highest.revenue.amount_usd, unit: 'usd' };
	return {
		value: highest.ratio,
		numerator,
		denominator,
		inputs,
		rows,
		levers: ratioLevers(numerator, denominator).map((lever) => notBelow(lever, next?.ratio ?? -Infinity))
	};
};
