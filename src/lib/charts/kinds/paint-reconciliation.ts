import type { Box } from '../engine/types';
import { drawLine } from '../engine/lines';
import { drawText, textWidth } from '../engine/text';
import type { DrawingStyle } from '../engine/types';

/** A reconciliation as a picture that travels: the way down from what was announced to what counts, line by line. */

type Ink = CanvasRenderingContext2D;

export type LedgerRole = 'plain' | 'less' | 'total' | 'of' | 'due';

/** A line of a ledger as it is drawn. */
export interface LedgerRow {
	label: string;
	/** Small print under the label. */
	note: string;
	/** As it is written in the column of figures: deductions in brackets. */
	amount: string;
	role: LedgerRole;
	/** Where its bar begins and ends, in percent of the first line. */
	from: number;
	to: number;
}

const ROW = 52;
const WORDS = 400;
const FIGURES = 130;
const BAR = 18;

/** How tall the picture of a ledger is, in pixels. */
export function ledgerHeight(rows: number): number {
	return rows * ROW + 14;
}

/** Each line with its words, its bar on one scale, and its figure; a rule above the total and a double one under it. */
export function paintLedger(ctx: Ink, box: Box, { theme, display }: DrawingStyle, rows: readonly LedgerRow[]): void {
	const colours: Record<LedgerRole, string> = {
		plain: theme.headline,
		less: theme.ruleStrong,
		total: theme.ink,
		of: theme.ink3,
		due: theme.due
	};
	const right = box.x + box.width;
	const bracket = textWidth(ctx, theme, ')', 16);
	const x = (percent: number) => box.x + WORDS + (percent / 100) * (box.width - WORDS - FIGURES);
	rows.forEach(({ label, note, amount, role, from, to }, i) => {
		const top = box.y + i * ROW;
		const middle = top + ROW / 2;
		const total = role === 'total';
		const indent = role === 'of' || role === 'due' ? 16 : 0;
		drawLine(ctx, [box.x, top], [right, top], i === 0 || total ? theme.ink : theme.rule);
		drawText(ctx, theme, label, box.x + indent, middle - 9, { size: 16, weight: total ? 700 : 500, colour: theme.ink });
		drawText(ctx, theme, note, box.x + indent, middle + 11, { colour: theme.ink3 });
		const next = rows[i + 1];
		// Where the next bar hangs on: the level that is left.
		if (next && (next.role === 'less' || next.role === 'total')) {
			const level = x(role === 'less' ? from : to);
			drawLine(ctx, [level, middle], [level, middle + ROW], theme.ruleStrong);
		}
		ctx.fillStyle = colours[role];
		ctx.fillRect(x(from), middle - BAR / 2, Math.max(1, x(to) - x(from)), BAR);
		const edge = right - bracket;
		if (total) {
			const face = { ...theme, font: display };
			drawText(ctx, face, amount, edge, middle, { size: 24, weight: 600, colour: theme.ink, align: 'right' });
			const left = edge - textWidth(ctx, face, amount, 24, 600);
			for (const y of [middle + 18, middle + 21]) drawLine(ctx, [left, y], [edge, y], theme.ink, 1.25);
		} else {
			drawText(ctx, theme, amount, amount.endsWith(')') ? right : edge, middle, {
				size: 16,
				weight: role === 'due' ? 600 : 500,
				colour: role === 'less' ? theme.ink2 : theme.ink,
				align: 'right'
			});
		}
	});
	const bottom = box.y + rows.length * ROW;
	drawLine(ctx, [box.x, bottom], [right, bottom], theme.rule);
}
