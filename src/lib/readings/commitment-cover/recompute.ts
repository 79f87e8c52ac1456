import { listIn, numberIn, quotient, partsPerMillion, sharesIn, total, type Recompute } from '../published.ts';

export const recompute: Recompute = async ({ table, rows }) => {
	const deals = await table('/deals.csv?layers=demand,infrastructure,components,funding');
	const shares = await sharesIn(table);
	const byDeal = new Map(deals.map((row) => [row.slug, row]));
	const labs = rows.filter((row) => row.kind !== 'deals');
	const due = new Map(labs.map((row) => [row.key ?? '', 0]));
	for (const row of rows.filter((each) => each.kind === 'deals')) {
		const payers = listIn(byDeal.get(row.key)?.payers);
		const parts = shares.get(row.key ?? '')?.payers?.map(partsPerMillion);
		for (const [i, payer] of payers.entries()) {
			const before = due.get(payer);
			const part = parts ? (parts[i] ?? 0) / 1_000_000 : 1 / payers.length;
			if (before !== undefined) due.set(payer, before + numberIn(row, 'due_usd') * part);
		}
	}
	const ratios = labs.flatMap((row) => quotient(due.get(row.key ?? '') ?? 0, numberIn(row, 'revenue_usd')) ?? []);
	return { rows: ratios.length === 0 || total(rows, 'due_usd') === 0 ? null : Math.max(...ratios) };
};
