import { listIn, numberIn, quotient, total, type Cells, type Recompute } from '../published.ts';

/** The last day of the period that a date names. */
function lastDay(date = ''): string {
	const [year = 0, month = 12, day] = date.split('-').map(Number);
	return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : date;
}

/** The projection of the front page: the featured one, else the latest of those whose window is open. */
function projectionIn(rows: Cells[], day: string): Cells | undefined {
	const comparable = rows.filter((row) => listIn(row.comparable).includes('deals'));
	const open = comparable.filter((row) => (row.window_end ?? '') >= day);
	open.sort((a, b) => (a.slug! < b.slug! ? -1 : 1));
	open.sort((a, b) =>
		lastDay(a.published) > lastDay(b.published) ? -1 : lastDay(a.published) < lastDay(b.published) ? 1 : 0
	);
	return comparable.find((row) => row.featured === 'true') ?? open[0];
}

export const recompute: Recompute = async ({ day, table, rows }) => {
	// A projection is over with its window: what falls due later does not belong to it.
	const window = projectionIn(await table('/projections.csv'), day)?.window_end || day;
	const until = window < day ? window : day;
	const spent = (await table(`/spend.csv?from=${until}&to=${until}`)).at(-1) ?? {};
	const path = numberIn(spent, 'path_usd');
	return {
		rows: quotient(total(rows, 'in_window_usd'), path),
		tables: quotient(numberIn(spent, 'in_window_usd'), path)
	};
};
