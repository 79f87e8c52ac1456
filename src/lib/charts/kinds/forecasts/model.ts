import { yearOf, type Day } from '$lib/records/day';

/** A forecast as the chart shows it. Paces are shares: what was reported over what its path asks for on the same day. */
export interface DrawnForecast {
	slug: string;
	/** Whose it is, and for which years. */
	label: string;
	/** The day from which it was known. */
	published: Day;
	/** Made by the companies that it is about: filled. */
	own: boolean;
	pace: number;
	/** Its pace by the other of the two paths; null where it has none. */
	other: number | null;
	/** What a screen reader says. */
	text: string;
	href: string;
}

export interface ForecastsInput {
	/** In the order in which they were published. */
	rows: readonly DrawnForecast[];
	as_of: Day;
}

/** The ends of the frame: what lies beyond is an arrow at its edge. */
export const LEAST = 0.6;
export const MOST = 1.5;

/** The shares that are ruled. */
export const RULED = [0.6, 0.8, 1, 1.2, 1.4];

/** A share inside the frame. */
export function framed(pace: number): number {
	return Math.min(MOST, Math.max(LEAST, pace));
}

/** Which edge a share lies beyond: 1 the upper, -1 the lower, 0 none. */
export function beyond(pace: number): -1 | 0 | 1 {
	return pace > MOST ? 1 : pace < LEAST ? -1 : 0;
}

/** How many forecasts there are on either side of their paths, for those who do not see the canvas. */
export function summaryOf({ rows }: ForecastsInput): string {
	const outrun = rows.filter(({ pace }) => pace >= 1).length;
	return `${rows.length} forecasts by date of publication and by how far reported spending stands ahead of or behind their paths: ${outrun} outrun, ${rows.length - outrun} ahead of the money.`;
}

/** Of the rows on a narrow screen, in CSS pixels: what stands above and under them, a year's name, a forecast. */
export const ROWS = { top: 42, bottom: 22, year: 24, row: 26 };

/** The years in which forecasts were made, in the order of time. */
function yearsOf({ rows }: ForecastsInput): number[] {
	return [...new Set(rows.map(({ published }) => yearOf(published)))];
}

/** How high the rows are together, in CSS pixels. */
export function heightOfRows(input: ForecastsInput): number {
	return ROWS.top + ROWS.bottom + yearsOf(input).length * ROWS.year + input.rows.length * ROWS.row;
}
