import type { IndicatorLine } from './reading-lines';
import type { DialRow } from '$lib/charts/kinds/paint-dials';
import type { Share } from '$lib/charts/kinds/paint-shares';
import type { DrawingStyle } from '$lib/charts/engine/types';
import type { DrawingSource, ExportContext } from '$lib/charts/export/context';
import { ledger, ledgerDigits } from '$lib/ui/format';
import { ledgerBars } from './reconciliation-bars';
import { boundText, dialPlan, noNeedleText, STATUS_WORDS } from './reading-text';
import { partText, standingText, withDays } from './reading-words';
import type { LedgerLine } from './reconciliation-bars';

/** Exported images of what a page draws in HTML. A painter is fetched when its image is asked for. */

function fromPainter(source: (style: DrawingStyle) => Promise<DrawingSource>): ExportContext {
	return {
		ownHeight: true,
		source: async () => source((await import('$lib/charts/engine/theme')).readDrawingStyle(document.body))
	};
}

function dialRow(line: IndicatorLine): DialRow {
	const plan = dialPlan(line);
	return {
		name: line.name,
		value: standingText(line),
		status: line.status,
		says: STATUS_WORDS[line.status],
		plan,
		ends: [boundText(0, line), boundText(plan.max, line)],
		none: noNeedleText(line)
	};
}

/** All readings, in the order given. */
export function prepareBoardExport(lines: () => readonly IndicatorLine[]): ExportContext {
	return fromPainter(async (style) => {
		const { boardHeight, paintBoard } = await import('$lib/charts/kinds/paint-dials');
		const rows = lines().map(dialRow);
		return { ...style, height: boardHeight(rows.length), paint: (ctx, box) => paintBoard(ctx, box, style, rows) };
	});
}

/** One reading with the fraction it is, or the reason why there is none. */
export function prepareReadingExport(line: () => IndicatorLine): ExportContext {
	return fromPainter(async (style) => {
		const { paintReading, readingHeight } = await import('$lib/charts/kinds/paint-dials');
		const { numerator, denominator, formula, reason } = line();
		const made =
			numerator && denominator
				? [`${numerator.label}: ${partText(numerator)}`, `${denominator.label}: ${partText(denominator)}`]
				: [reason ? withDays(reason) : formula];
		const row = dialRow(line());
		return {
			...style,
			height: readingHeight(made.length),
			paint: (ctx, box) => paintReading(ctx, box, style, row, made)
		};
	});
}

/** A reconciliation as the way down that it is. */
export function prepareLedgerExport(lines: () => readonly LedgerLine[]): ExportContext {
	return fromPainter(async (style) => {
		const { ledgerHeight, paintLedger } = await import('$lib/charts/kinds/paint-reconciliation');
		const all = lines();
		const digits = ledgerDigits(Math.max(...all.map(({ usd }) => Math.abs(usd))));
		const bars = ledgerBars(all);
		const rows = all.map(({ label, note = '', usd, role = 'plain' }, i) => ({
			label,
			note,
			role,
			amount: ledger(usd, digits),
			...bars[i]!
		}));
		return { ...style, height: ledgerHeight(rows.length), paint: (ctx, box) => paintLedger(ctx, box, style, rows) };
	});
}

/** How the deals are read, as one bar. */
export function prepareSharesExport(shares: () => readonly Share[]): ExportContext {
	return fromPainter(async (style) => {
		const { paintShares, SHARES_HEIGHT } = await import('$lib/charts/kinds/paint-shares');
		const all = shares();
		return { ...style, height: SHARES_HEIGHT, paint: (ctx, box) => paintShares(ctx, box, style, all) };
	});
}
