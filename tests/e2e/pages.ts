/** A page that people open. A new one joins here, and every test of this folder holds it. */
interface PageCase {
	path: string;
	/** How many charts it draws at least. */
	charts: number;
	/** Whether its first control bar asks another question of it. */
	asks: boolean;
}

export const PAGES: PageCase[] = [
	{ path: '/', charts: 1, asks: true },
	{ path: '/deals', charts: 0, asks: false },
	{ path: '/deals/openai-aws-2025', charts: 1, asks: false },
	{ path: '/reconciliation', charts: 0, asks: true },
	{ path: '/projections', charts: 0, asks: true },
	{ path: '/projections/thompson-us-2026-2027', charts: 1, asks: true },
	{ path: '/wtf', charts: 1, asks: true }
];
