import type { LedgerRole } from '$lib/charts/kinds/paint-reconciliation';

/** One line of a reconciliation. Dollars; what is taken off is negative. */
export interface LedgerLine {
	label: string;
	usd: number;
	/** Small print under the label. */
	note?: string;
	href?: string;
	/** total: ruled and doubled. of: a part of the total, indented. due: the part that has fallen due. */
	role?: LedgerRole;
}

/** Where the bar of each line begins and ends, in percent of the largest: what it takes off hangs on what the lines before it left. */
export function ledgerBars(lines: readonly LedgerLine[]): { from: number; to: number }[] {
	const most = Math.max(...lines.map((line) => line.usd), 1) / 100;
	let standing = 0;
	let part = 0;
	return lines.map(({ usd, role }) => {
		const within = role === 'of' || role === 'due';
		const start = within ? part : role === 'total' ? 0 : standing;
		if (within) part += usd;
		else standing = start + usd;
		// A bar of nothing stands nowhere: at the end of its row, Chromium 150 would never be done with the page on paper.
		if (usd === 0) return { from: 0, to: 0 };
		return { from: Math.min(start, start + usd) / most, to: Math.max(start, start + usd) / most };
	});
}
