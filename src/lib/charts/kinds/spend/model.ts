import { addDays, dayNumber } from '$lib/records/day';
import { day } from '$lib/ui/format';
import type { Chart } from 'chart.js';
import { LOG_FLOOR } from '../../engine/axis';
import { stepAt, lineAt, type Point } from '../../engine/points';
import type { Size, HitArea, Theme } from '../../engine/types';
import type { Bracket, SpendDeal, SpendInput, SpendView } from './types';

/** What the layers of the spend chart share: the question, the lines in days and dollars, the colours. */
export interface SpendModel {
	input: SpendInput;
	view: SpendView;
	size: Size;
	theme: Theme;
	/** The WTF strip is drawn. */
	strip: boolean;
	/** Too narrow for labels in the margin. */
	narrow: boolean;
	log: boolean;
	/** Days since 1970-01-01. `today` is the chart's day, which may lie past the window's end. */
	from: number;
	to: number;
	today: number;
	/** The last drawn day of what is known: today, or the window's end. */
	now: number;
	headline: Point[];
	counted: Point[];
	due: Point[];
	/** The rest of each contract. */
	future: Point[];
	/** What would be due with all that is not signed. */
	unsigned: Point[];
	/** What companies reported in the window, a point a quarter. */
	reported: Point[];
	path: Point[];
	low: Point[];
	high: Point[];
	other: Point[];
	/** Other projections for the right margin, lowest first. */
	rivals: Bracket[];
	/**
	 * Two panels on one time axis: what is promised above, and below what is due and reported in the window of the projection, which
	 * a promise of many years shares no scale with. One panel where there is no projection, or nothing is promised.
	 */
	split: boolean;
	/** The greatest dollar value that each panel shows, and whether the headline is above it. The same where there is one panel. */
	top: Record<PanelName, number>;
	headlineLeaves: boolean;
	/** End labels stand in the right margin, for want of room after today. */
	margin: boolean;
	/** Deals with a first event inside the window, by date. */
	deals: SpendDeal[];
	/** Filled while drawing. */
	hitAreas: HitArea[];
}

/** What is promised; what is due and reported in the window of the projection. */
export type PanelName = 'promised' | 'window';

/** The scale of each panel; the promised one is there only where the chart is split. */
export const SCALES = { promised: 'p', window: 'y' } as const satisfies Record<PanelName, string>;

/** A panel and the strip below in pixels. Dollars below the log floor stand on it. */
export interface PlotFrame {
	ctx: CanvasRenderingContext2D;
	left: number;
	right: number;
	top: number;
	bottom: number;
	x: (day: number) => number;
	y: (usd: number) => number;
	strip: { top: number; bottom: number; middle: number };
}

/** Measures a panel of a chart that has been laid out. */
export function measureFrame(chart: Chart, model: SpendModel, panel: PanelName): PlotFrame {
	const { x, w } = chart.scales;
	const y = chart.scales[model.split ? SCALES[panel] : SCALES.window];
	const { left, right } = chart.chartArea;
	const px = (scale: typeof x, value: number) => scale?.getPixelForValue(value) ?? 0;
	return {
		ctx: chart.ctx,
		left,
		right,
		top: y?.top ?? 0,
		bottom: y?.bottom ?? 0,
		x: (day) => px(x, day),
		y: (usd) => px(y, model.log ? Math.max(usd, LOG_FLOOR) : usd),
		strip: w
			? { top: w.top, bottom: w.bottom, middle: px(w, 0) }
			: { top: y?.bottom ?? 0, bottom: y?.bottom ?? 0, middle: 0 }
	};
}

/** The panel of the line that carries the marks. */
export function markerPanel({ view }: SpendModel): PanelName {
	return view.basis === 'due' ? 'window' : 'promised';
}

/** The line that carries the marks, and its value before and after a day. */
export function markerLine(model: SpendModel, day: number): { before: number; after: number } {
	const { basis } = model.view;
	if (basis === 'due') {
		const value = lineAt(model.due, day) ?? 0;
		return { before: value, after: value };
	}
	const points = basis === 'headline' ? model.headline : model.counted;
	const after = stepAt(points, day) ?? points[0]?.y ?? 0;
	return { before: stepAt(points, day - 1) ?? after, after };
}

/** The day of a deal on the x axis: that of the step that it caused, else that of its first event. */
export function dealDay(deal: SpendDeal): number {
	return dayNumber(deal.step ?? deal.date);
}

/** Whole dollars that a deal adds to the count; 0 where the question does not keep it. */
export function addedUsd(deal: SpendDeal): number {
	return deal.contribution_usd ?? 0;
}

/** The window's end in words: a whole year is named by its number. */
export function describeWindowEnd({ view: { to } }: SpendModel): string {
	return addDays(to, 1).endsWith('-01-01') ? `the end of ${to.slice(0, 4)}` : day(to);
}
