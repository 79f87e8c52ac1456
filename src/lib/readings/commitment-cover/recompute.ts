import { listIn, numberIn, over, total, type Recompute } from '../published.ts';

export const recompute: Recompute = async ({ table, rows }) => {
	const deals = await table('/deals.csv?layers=demand,infrastructure,components,funding');
	const byDeal = new Map(deals.map((row) => [row.slug, row]));
	const labs = rows.filter((row) => row.kind !== 'deals');
	const due = new Map(labs.map((row) => [row.key ?? '', 0]));
	for (const row of rows.filter((each) => each.kind === 'deals')) {
		const payers = listIn(byDeal.get(row.key)?.payers);
		for (const payer of payers) {
			const before = due.get(payer);
			if (before !== undefined) due.set(payer, before + numberIn(row, 'due_usd') / payers.length);
		}
	}
	const ratios = labs.flatMap((row) => over(due.get(row.key ?? '') ?? 0, numberIn(row, 'revenue_usd')) ?? []);
	return { rows: ratios.length === 0 || total(rows, 'due_usd') === 0 ? null : Math.max(...ratios) };
};
