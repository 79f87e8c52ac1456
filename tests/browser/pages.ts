/** A page that people open. A new one joins here, and every test of this folder holds it. */
interface PageCase {
	path: string;
	/** How many charts it draws at least. */
	charts: number;
	/** Whether its first control bar asks another question of it. */
	asks: boolean;
	/** Words and no figures of the ledger. */
	prose?: boolean;
}

export const PAGES: PageCase[] = [
	{ path: '/', charts: 1, asks: true },
	{ path: '/spend', charts: 0, asks: true },
	{ path: '/deals', charts: 0, asks: false },
	{ path: '/deals/openai-aws-2025', charts: 1, asks: false },
	{ path: '/reconciliation', charts: 0, asks: true },
	{ path: '/projections', charts: 0, asks: true },
	{ path: '/projections/thompson-us-2026-2027', charts: 1, asks: true },
	{ path: '/wtf', charts: 1, asks: true },
	{ path: '/indicators', charts: 0, asks: false },
	{ path: '/indicators/circularity', charts: 1, asks: false },
	{ path: '/capex', charts: 11, asks: false },
	{ path: '/capex/amazon--payments_for_ppe--2019-01-01--2019-03-31', charts: 0, asks: false },
	{ path: '/guidance', charts: 0, asks: false },
	{ path: '/fundamentals', charts: 0, asks: false },
	{ path: '/flows', charts: 0, asks: true },
	{ path: '/flows/loops', charts: 0, asks: true },
	{ path: '/organisations', charts: 0, asks: true },
	{ path: '/organisations/openai', charts: 0, asks: true },
	{ path: '/scenarios', charts: 1, asks: true },
	{ path: '/changes', charts: 0, asks: true },
	{ path: '/search?q=stargate', charts: 0, asks: false },
	{ path: '/data', charts: 0, asks: false },
	{ path: '/docs', charts: 0, asks: false, prose: true },
	{ path: '/docs/model', charts: 0, asks: false },
	{ path: '/docs/how-to/add-a-reading', charts: 0, asks: false, prose: true },
	{ path: '/method', charts: 0, asks: false },
	{ path: '/history', charts: 0, asks: false },
	{ path: '/history/1', charts: 0, asks: false },
	{ path: '/deals/openai-aws-2025/history', charts: 0, asks: false }
];
