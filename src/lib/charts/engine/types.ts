import type { Chart, ChartData, ChartOptions } from 'chart.js';

/** In CSS pixels. */
export interface Size {
	width: number;
	height: number;
}

/** A rectangle, from its top left. */
export interface Box extends Size {
	x: number;
	y: number;
}

/** Colours as the browser gives them, and the family of the text. */
export interface Theme {
	paper: string;
	paper2: string;
	ink: string;
	ink2: string;
	ink3: string;
	grid: string;
	rule: string;
	ruleStrong: string;
	green: string;
	/** The fill of what is due: nobody saw it paid. */
	due: string;
	greenWash: string;
	headline: string;
	counted: string;
	projection: string;
	hatch: string;
	term: string;
	termText: string;
	idio: string;
	idioText: string;
	neutral: string;
	alert: string;
	font: string;
}

/** What every drawing is painted with. */
export interface DrawingStyle {
	theme: Theme;
	/** The font family of titles, as the page sets it. */
	display: string;
}

/** Something drawn that the arrow keys step to and the pointer finds. */
export interface Stop {
	key: string;
	/** What a screen reader says. */
	text: string;
	/** Where Enter and a click lead; absent where they lead nowhere. */
	href?: string;
}

/** Where a stop is drawn, in CSS pixels from the canvas's top left: a circle, or a box. Stops that share a mark share its area. */
export interface HitArea {
	x: number;
	y: number;
	/** Radius of the circle, and how far a tooltip stands off. */
	r: number;
	/** The stops that are found here. */
	keys: string[];
	/** Found anywhere inside instead of in the circle; the focus ring goes around it. */
	box?: Box;
}

/** A pure function: the same input, size and theme give the same chart. */
export type Builder<Input> = (input: Input, size: Size, theme: Theme) => ChartSpec;

/** What a canvas needs to draw a chart, to update it and to step through it. */
export interface ChartSpec {
	data: ChartData<'line', { x: number; y: number }[]>;
	options: ChartOptions<'line'>;
	/** Called at each drawing, before and after the library draws the datasets. */
	under?: (chart: Chart) => void;
	over?: (chart: Chart) => void;
	stops: Stop[];
	/** As of the last drawing. */
	hitAreas: () => HitArea[];
	/** One sentence with the main figures, for a screen reader. */
	summary: string;
}

/** What it takes to draw the chart of a canvas again, at any size. */
export interface ChartSource extends DrawingStyle {
	Chart: typeof Chart;
	build: (size: Size) => ChartSpec;
}
