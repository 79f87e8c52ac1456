import { hasColour } from '$lib/readings/colour';
import type { Colour, Status } from '$lib/readings/reading';
import type { Box } from '../engine/types';
import type { Theme } from '../engine/types';
import { drawLine } from '../engine/lines';
import { drawText, textWidth } from '../engine/text';
import type { DrawingStyle } from '../engine/types';
import { drawDot } from '../marks/shapes';

/** Readings on their scales, for pictures that travel: the board of all of them, and one alone. */

type Ink = CanvasRenderingContext2D;

/** A line on a scale at which the colour changes. */
export interface Threshold {
	value: number;
	/** `alert`: red on one side of it. */
	kind: 'watch' | 'alert';
	text: string;
}

/** Where everything stands on a dial, in percent of its width. */
export interface DialPlan {
	max: number;
	zones: { from: number; to: number; colour: Colour }[];
	marks: (Threshold & { at: number; anchor: 'start' | 'middle' | 'end' })[];
	/** Null where there is no reading to show. */
	at: number | null;
	/** A year ago; `off`: past the end of the scale. */
	was: { at: number; off: boolean } | null;
	showMin: boolean;
	showMax: boolean;
}

/** A reading in words and on its scale. */
export interface DialRow {
	name: string;
	/** As it is written on its page, `n/a` where there is none. */
	value: string;
	status: Status;
	/** The status in words. */
	says: string;
	plan: DialPlan;
	/** What stands at both ends of the scale. */
	ends: readonly [string, string];
	/** Said in the place of a needle. */
	none: string;
}

const ROW = 66;
const NAMES = 330;
const TICKS = 40;
const KEY = 34;

/** How tall the picture of a board is, in pixels. */
export function boardHeight(rows: number): number {
	return KEY + rows * ROW;
}

/** Every reading with its value, its status in words and its dial, one under the other in the order given. */
export function paintBoard(ctx: Ink, box: Box, inks: DrawingStyle, rows: readonly DialRow[]): void {
	const { theme } = inks;
	paintKey(ctx, theme, box.x + NAMES, box.y + 8);
	rows.forEach((row, i) => {
		const top = box.y + KEY + i * ROW;
		drawLine(ctx, [box.x, top], [box.x + box.width, top], i === 0 ? theme.ink : theme.rule);
		drawText(ctx, theme, row.name, box.x, top + 19, { size: 15, weight: 600, colour: theme.ink });
		paintValue(ctx, inks, row, box.x, top + 45, 24);
		paintDial(ctx, theme, row, { x: box.x + NAMES, width: box.width - NAMES }, top + 38);
	});
}

/** How tall the picture of one reading is, in pixels. */
export function readingHeight(lines: number): number {
	return 168 + lines * 22;
}

/** One reading: its value and status, its dial from margin to margin, and under it what it is made of, line by line. */
export function paintReading(ctx: Ink, box: Box, inks: DrawingStyle, row: DialRow, made: readonly string[]): void {
	const { theme } = inks;
	paintValue(ctx, inks, row, box.x, box.y + 28, 48);
	paintKey(ctx, theme, box.x + NAMES, box.y + 34);
	paintDial(ctx, theme, row, box, box.y + 112);
	made.forEach((text, i) => drawText(ctx, theme, text, box.x, box.y + 168 + i * 22, { size: 15, colour: theme.ink }));
}

function paintValue(
	ctx: Ink,
	{ theme, display }: DrawingStyle,
	row: DialRow,
	x: number,
	y: number,
	size: number
): void {
	const { value, status, says } = row;
	const told = hasColour(status);
	const colour = status === 'red' ? theme.alert : told ? theme.ink : theme.ink3;
	const face = { ...theme, font: display };
	drawText(ctx, face, value, x, y, { size, weight: 500, colour });
	const at = x + textWidth(ctx, face, value, size, 500) + 18;
	paintStatus(ctx, theme, status, at, y + size * 0.1);
	drawText(ctx, theme, says, at + 13, y + size * 0.1, {
		weight: 600,
		colour: status === 'green' ? theme.green : colour
	});
}

/** Calm is a ring, watch half a disc, alert a disc; a broken ring where nothing is known. */
function paintStatus(ctx: Ink, theme: Theme, status: Status, x: number, y: number): void {
	const colours = { red: theme.alert, amber: theme.ink, green: theme.green };
	const colour = hasColour(status) ? colours[status] : theme.ink3;
	ctx.save();
	if (!hasColour(status)) ctx.setLineDash([2, 2]);
	drawDot(ctx, x, y, 5, status === 'red' ? colour : theme.paper, colour, 2);
	if (status === 'amber') {
		ctx.beginPath();
		ctx.arc(x, y, 5, Math.PI / 2, Math.PI * 1.5);
		ctx.fillStyle = colour;
		ctx.fill();
	}
	ctx.restore();
}

function paintKey(ctx: Ink, theme: Theme, x: number, y: number): void {
	const entry = (text: string, draw: (at: number) => void): void => {
		draw(x);
		drawText(ctx, theme, text, x + 16, y, {});
		x += 16 + textWidth(ctx, theme, text) + 26;
	};
	entry('now', (at) => paintNeedle(ctx, theme, at + 4, y - 5, 12));
	entry('a year earlier', (at) => drawDot(ctx, at + 4, y, 5, theme.paper, theme.ink3));
	entry('past alert', (at) => drawLine(ctx, [at - 4, y], [at + 10, y], theme.alert, 4));
}

function paintNeedle(ctx: Ink, theme: Theme, x: number, top: number, height: number): void {
	ctx.fillStyle = theme.ink;
	ctx.fillRect(x - 1.5, top, 3, height);
	ctx.beginPath();
	ctx.moveTo(x - 5, top - 6);
	ctx.lineTo(x + 5, top - 6);
	ctx.lineTo(x, top + 3);
	ctx.closePath();
	ctx.fill();
}

/** The scale of a reading, its base line at `y`. */
function paintDial(ctx: Ink, theme: Theme, row: DialRow, span: { x: number; width: number }, y: number): void {
	const { plan } = row;
	const x = (percent: number) => span.x + (percent / 100) * span.width;
	const hot = (at: number) => plan.zones.some(({ colour, from, to }) => colour === 'red' && at >= from && at <= to);
	for (let i = 0; i <= TICKS; i++) {
		const at = (i / TICKS) * 100;
		const height = i % (TICKS / 4) === 0 ? 16 : 9;
		drawLine(ctx, [x(at), y], [x(at), y - height], hot(at) ? theme.alert : theme.ruleStrong, 1.25);
	}
	drawLine(ctx, [x(0), y], [x(100), y], theme.ink, 1.25);
	for (const { from, to, colour } of plan.zones)
		if (colour === 'red') drawLine(ctx, [x(from), y], [x(to), y], theme.alert, 4);
	for (const { at, kind } of plan.marks)
		drawLine(
			ctx,
			[x(at), y - 18],
			[x(at), y + 6],
			kind === 'alert' ? theme.alert : theme.ink2,
			kind === 'alert' ? 2 : 1.5
		);
	if (plan.at !== null && plan.was) drawLine(ctx, [x(plan.was.at), y], [x(plan.at), y], theme.ink, 2.5);
	if (plan.was?.off) {
		ctx.fillStyle = theme.ink3;
		ctx.beginPath();
		ctx.moveTo(x(100) + 2, y - 5);
		ctx.lineTo(x(100) + 10, y);
		ctx.lineTo(x(100) + 2, y + 5);
		ctx.closePath();
		ctx.fill();
	} else if (plan.was) drawDot(ctx, x(plan.was.at), y, 5.5, theme.paper, theme.ink3);
	if (plan.at === null) drawText(ctx, theme, row.none, span.x, y - 30, { weight: 600, colour: theme.ink2 });
	else paintNeedle(ctx, theme, x(plan.at), y - 26, 31);
	const label = y + 16;
	if (plan.showMin) drawText(ctx, theme, row.ends[0], span.x, label, { colour: theme.ink3 });
	if (plan.showMax) drawText(ctx, theme, row.ends[1], x(100), label, { colour: theme.ink3, align: 'right' });
	const aligns = { start: 'left', middle: 'center', end: 'right' } as const;
	for (const { at, kind, text, anchor } of plan.marks) {
		const aside = anchor === 'start' ? -3 : anchor === 'end' ? 3 : 0;
		const look = kind === 'alert' ? { weight: 600, colour: theme.alert } : {};
		drawText(ctx, theme, text, x(at) + aside, label, { ...look, align: aligns[anchor] });
	}
}
