import { tracePath } from '../engine/lines';
import type { Theme } from '../engine/types';
import { drawDot } from './shapes';

/** Two scores from 0 to 10 at one place, in pixels from the left. */
export interface ScoreColumn {
	x: number;
	terminator: number;
	idiocracy: number;
}

/** Measures of a strip, in pixels. */
export interface ScoreStrip {
	/** Where both scores are 0. */
	middle: number;
	/** Height of one point. */
	unit: number;
	/** Width that one column has. */
	slot: number;
	narrow: boolean;
}

/** One bar a point: the Terminator score above the middle, the Idiocracy score below; where both are 0, a ring. */
export function drawScoreColumns(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	columns: readonly ScoreColumn[],
	{ middle, unit, slot, narrow }: ScoreStrip
): void {
	const width = Math.max(1, slot - (slot > 3 ? 1 : 0.4));
	const height = unit - (narrow ? 1 : 1.5);
	for (const { x, terminator, idiocracy } of columns) {
		const left = x - width / 2;
		ctx.fillStyle = theme.term;
		for (let n = 0; n < terminator; n++) ctx.fillRect(left, middle - 2 - n * unit - height, width, height);
		ctx.fillStyle = theme.idio;
		for (let n = 0; n < idiocracy; n++) ctx.fillRect(left, middle + 2 + n * unit, width, height);
		if (terminator === 0 && idiocracy === 0)
			drawDot(ctx, x, middle, Math.min(2.6, width / 2), theme.paper2, theme.neutral, narrow ? 1 : 1.5);
	}
}

/** A hairline behind the columns. */
export function drawIndexLine(ctx: CanvasRenderingContext2D, theme: Theme, points: readonly [number, number][]): void {
	ctx.save();
	ctx.beginPath();
	tracePath(ctx, points);
	ctx.strokeStyle = theme.ink3;
	ctx.lineWidth = 1;
	ctx.lineJoin = 'round';
	ctx.stroke();
	ctx.restore();
}
