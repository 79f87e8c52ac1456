/**
 * The stored pictures of charts, `tests/browser/pictures/<name>.png`: the one list that the picture spec and the viewer in
 * development (`/dev/charts`) read. A new kind of chart joins here.
 */
export interface StoredPicture {
	name: string;
	/** The page that shows it, at the day of `PICTURE_DAY`. */
	path: string;
	/** Selector of the element that the picture shows. */
	of: string;
	/** The file that draws it, below `src/lib`. */
	drawnBy: string;
	scheme?: 'dark';
	/** In CSS pixels. */
	viewport?: { width: number; height: number };
}

/** The pages are asked as of this day: a picture then changes with the records of its chart only. */
const PICTURE_DAY = '2026-11-23';

const DESKTOP = { width: 1440, height: 1000 };
const PHONE = { width: 390, height: 844 };
const SPEND = 'charts/kinds/spend/chart.ts';
const OVER_TIME = 'charts/kinds/over-time.ts';
const FORECASTS = 'charts/kinds/forecasts/chart.ts';

export const PICTURES: readonly StoredPicture[] = [
	{ name: 'spend', path: '/', of: '#spend-chart', drawnBy: SPEND, viewport: DESKTOP },
	{ name: 'spend-dark', path: '/', of: '#spend-chart', drawnBy: SPEND, viewport: DESKTOP, scheme: 'dark' },
	{ name: 'spend-phone', path: '/', of: '#spend-chart', drawnBy: SPEND, viewport: PHONE },
	{ name: 'spend-log', path: '/?scale=log', of: '#spend-chart', drawnBy: SPEND },
	{ name: 'spend-headline', path: '/?basis=headline&projection=none', of: '#spend-chart', drawnBy: SPEND },
	{ name: 'swarm', path: '/deals', of: '#swarm-chart', drawnBy: 'charts/kinds/swarm/chart.ts', viewport: DESKTOP },
	{
		name: 'swarm-phone',
		path: '/deals?payer=openai&from=2025-09-01',
		of: '#swarm-chart',
		drawnBy: 'charts/kinds/swarm/chart.ts',
		viewport: PHONE
	},
	{ name: 'schedule', path: '/deals/openai-aws-2025', of: '#schedule-chart', drawnBy: 'charts/kinds/bars.ts' },
	{
		name: 'projection',
		path: '/projections/thompson-us-2026-2027',
		of: '#path-chart',
		drawnBy: 'charts/kinds/spend/path.ts'
	},
	{ name: 'index', path: '/wtf', of: '#index-chart', drawnBy: 'charts/kinds/wtf-index.ts' },
	{ name: 'gauge', path: '/wtf', of: '.gauge-l', drawnBy: 'shared/WtfGauge.svelte' },
	{ name: 'reading', path: '/indicators/circularity', of: '#history-chart', drawnBy: OVER_TIME },
	{ name: 'dial', path: '/indicators/circularity', of: '.dial', drawnBy: 'shared/Dial.svelte' },
	{ name: 'sankey', path: '/flows', of: '#sankey-chart', drawnBy: 'charts/kinds/flows/sankey.ts' },
	{ name: 'ring', path: '/flows', of: '#ring-chart', drawnBy: 'charts/kinds/flows/ring.ts' },
	{ name: 'years', path: '/organisations/openai', of: '#years-chart', drawnBy: 'charts/kinds/years.ts' },
	{ name: 'fan', path: '/scenarios', of: '#fan-chart', drawnBy: 'charts/kinds/fan.ts' },
	{
		name: 'tornado',
		path: '/scenarios',
		of: '#moves-counted-chart',
		drawnBy: 'charts/kinds/tornado.ts',
		viewport: DESKTOP
	},
	{
		name: 'tornado-phone',
		path: '/scenarios',
		of: '#moves-counted-chart',
		drawnBy: 'charts/kinds/tornado.ts',
		viewport: PHONE
	},
	{ name: 'long-run', path: '/spend', of: '#long-run-chart', drawnBy: 'charts/kinds/years.ts' },
	{ name: 'ledger', path: '/reconciliation', of: 'table.ledger', drawnBy: 'shared/ReconciliationBars.svelte' },
	{ name: 'capex', path: '/capex', of: '.frame [role="tabpanel"]:has(canvas)', drawnBy: OVER_TIME },
	{
		name: 'capex-projected',
		path: '/capex',
		of: 'section:has(#projected) [role="tabpanel"]:has(canvas)',
		drawnBy: 'charts/kinds/cumulative.ts'
	},
	{
		name: 'quarters',
		path: '/capex',
		of: '#payments_for_ppe-quarters-chart',
		drawnBy: 'charts/kinds/small-multiples/quarters.ts'
	},
	{
		name: 'quarters-phone',
		path: '/capex',
		of: '#payments_for_ppe-quarters-chart',
		drawnBy: 'charts/kinds/small-multiples/quarters.ts',
		viewport: PHONE
	},
	{ name: 'forecasts', path: '/projections', of: '#forecasts-chart', drawnBy: FORECASTS, viewport: DESKTOP },
	{
		name: 'forecasts-last-year-dark',
		path: '/projections?path=last_year',
		of: '#forecasts-chart',
		drawnBy: FORECASTS,
		viewport: DESKTOP,
		scheme: 'dark'
	},
	{
		name: 'forecasts-phone',
		path: '/projections',
		of: '#forecasts-chart',
		drawnBy: 'charts/kinds/forecasts/rows.ts',
		viewport: PHONE
	},
	{ name: 'guidance', path: '/capex', of: '#guidance-chart', drawnBy: 'charts/kinds/small-multiples/guidance.ts' }
];

/** The address of the page that shows a picture, with its day. */
export function pictureAddress({ path }: StoredPicture): string {
	return `${path}${path.includes('?') ? '&' : '?'}as_of=${PICTURE_DAY}`;
}
