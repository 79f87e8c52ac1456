import type { IndicatorLine } from './reading-lines';
import type { DialRow } from '$lib/charts/kinds/paint-dials';
import type { Share } from '$lib/charts/kinds/paint-shares';
import type { Inks, Taker } from '$lib/charts/export/context';
import { day, ledger, ledgerDigits } from '$lib/ui/format';
import { ledgerBars } from './reconciliation-bars';
import { boundText, dialPlan, lastColoured, partText, readingText, STATUS_WORDS, withDays } from './reading-text';
import type { LedgerLine } from './reconciliation-bars';

/** The pictures of what a page draws itself, without a canvas. A painter is fetched when its picture is asked for. */

type Drawing = Awaited<ReturnType<NonNullable<Taker['source']>>>;

function drawn(source: (inks: Inks) => Promise<Drawing>): Taker {
	return {
		tall: true,
		source: async () => source((await import('$lib/charts/engine/theme')).readInks(document.body))
	};
}

function dialRow(line: IndicatorLine): DialRow {
	const told = line.status !== 'unknown' && line.status !== 'stale';
	const plan = dialPlan(line);
	const last = lastColoured(line.history);
	return {
		name: line.name,
		value: told ? readingText(line.value, line) : 'n/a',
		status: line.status,
		says: STATUS_WORDS[line.status],
		plan,
		ends: [boundText(0, line), boundText(plan.max, line)],
		none: last ? `No reading since ${day(last.date)}` : 'No reading yet'
	};
}

/** All readings, in the order given. */
export function boardPicture(lines: () => readonly IndicatorLine[]): Taker {
	return drawn(async (inks) => {
		const { boardHeight, paintBoard } = await import('$lib/charts/kinds/paint-dials');
		const rows = lines().map(dialRow);
		return { ...inks, height: boardHeight(rows.length), paint: (ctx, box) => paintBoard(ctx, box, inks, rows) };
	});
}

/** One reading with the fraction it is, or the reason why there is none. */
export function readingPicture(line: () => IndicatorLine): Taker {
	return drawn(async (inks) => {
		const { paintReading, readingHeight } = await import('$lib/charts/kinds/paint-dials');
		const { numerator, denominator, formula, reason } = line();
		const made =
			numerator && denominator
				? [`${numerator.label}: ${partText(numerator)}`, `${denominator.label}: ${partText(denominator)}`]
				: [reason ? withDays(reason) : formula];
		const row = dialRow(line());
		return {
			...inks,
			height: readingHeight(made.length),
			paint: (ctx, box) => paintReading(ctx, box, inks, row, made)
		};
	});
}

/** A reconciliation as the way down that it is. */
export function ledgerPicture(lines: () => readonly LedgerLine[]): Taker {
	return drawn(async (inks) => {
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
		return { ...inks, height: ledgerHeight(rows.length), paint: (ctx, box) => paintLedger(ctx, box, inks, rows) };
	});
}

/** How the deals are read, as one bar. */
export function sharesPicture(shares: () => readonly Share[]): Taker {
	return drawn(async (inks) => {
		const { paintShares, SHARES_HEIGHT } = await import('$lib/charts/kinds/paint-shares');
		const all = shares();
		return { ...inks, height: SHARES_HEIGHT, paint: (ctx, box) => paintShares(ctx, box, inks, all) };
	});
}
