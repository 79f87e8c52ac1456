import { quotient, total, type Recompute } from '../published.ts';

export const recompute: Recompute = async ({ day, table, rows }) => {
	const since = new Date(Date.parse(day) - 364 * 86_400_000).toISOString().slice(0, 10);
	const fresh = (await table('/deals.csv?layers=funding')).filter((row) => (row.first_event ?? '') >= since);
	const raised = (kind: string) =>
		total(
			fresh.filter((row) => row.kind === kind),
			'contribution_usd'
		);
	const [debt, equity] = [total(rows, 'debt_usd'), total(rows, 'equity_usd')];
	return {
		rows: quotient(debt, debt + equity),
		tables: quotient(raised('debt_financing'), raised('debt_financing') + raised('equity_investment'))
	};
};
