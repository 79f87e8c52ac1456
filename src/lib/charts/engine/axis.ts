import { addMonths, dayNumber, type Day } from '$lib/records/day';
import { moneyTick } from '$lib/ui/format';

/**
 * Ticks. The x axis of every chart counts days since 1970-01-01 in UTC, as the ledger does, so that a label is the same in
 * every time zone; the y axes count dollars.
 */

export interface Tick {
	value: number;
	text: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const STEPS = [1, 3, 6, 12, 24, 60, 120];

/** First days of months from `from` to `to`, as many as stand `apart` pixels apart on `width`: Jan 2026, Apr, Jul, Oct. */
export function timeTicks(from: Day, to: Day, width: number, apart = 68): Tick[] {
	const days = Math.max(1, dayNumber(to) - dayNumber(from));
	const months = STEPS.find((step) => (width * step * 30.4) / days >= apart) ?? STEPS.at(-1)!;
	const ticks: Tick[] = [];
	const first = Number(from.slice(0, 4)) - (Number(from.slice(0, 4)) % Math.max(1, months / 12));
	for (let day = `${first}-01-01`; day <= to; day = addMonths(day, months)) {
		if (day < from) continue;
		const name = MONTHS[Number(day.slice(5, 7)) - 1]!;
		const year = day.slice(0, 4);
		ticks.push({ value: dayNumber(day), text: months >= 12 ? year : name === 'Jan' ? `${name} ${year}` : name });
	}
	// A window without a January would not say its year.
	if (ticks[0] && !ticks.some((tick) => /\d/.test(tick.text))) ticks[0].text += ` ${from.slice(0, 4)}`;
	return ticks;
}

/** The first days of the years inside a window. */
export function yearStarts(from: Day, to: Day): number[] {
	const years: number[] = [];
	for (let year = Number(from.slice(0, 4)) + 1; `${year}-01-01` <= to; year++) years.push(dayNumber(`${year}-01-01`));
	return years;
}

/** A round step (1, 2, 2.5 or 5 times a power of ten) that makes at most `most` ticks up to `max`. */
function roundStep(max: number, most: number): number {
	const rough = Math.max(max, 1) / most;
	const power = 10 ** Math.floor(Math.log10(rough));
	return [1, 2, 2.5, 5, 10].map((n) => n * power).find((step) => step >= rough) ?? 10 * power;
}

/** Linear ticks from 0, five to seven of them, the last one at or above `max`. */
export function linearTicks(max: number, most = 6): Tick[] {
	const step = roundStep(max, most);
	const last = Math.max(1, Math.ceil(max / step - 1e-9));
	return Array.from({ length: last + 1 }, (_, i) => ({ value: i * step, text: moneyTick(i * step) }));
}

/** Ticks above and below zero at one round step, as far as each side needs; amounts below are written without a sign. */
export function twoSidedTicks(up: number, down: number, most = 6): Tick[] {
	const step = roundStep(up + down, most);
	const steps = (amount: number) => Math.ceil(amount / step - 1e-9);
	const below = Math.max(0, steps(down));
	const above = Math.max(below === 0 ? 1 : 0, steps(up));
	return Array.from({ length: below + above + 1 }, (_, i) => {
		const value = (i - below) * step;
		return { value, text: moneyTick(Math.abs(value)) };
	});
}

/** Every so many of some evenly spaced labels that they stand `apart` pixels apart, counted from the one that must be there. */
export function thinLabels<T>(labels: readonly T[], room: number, apart: number, keep: number): T[] {
	const step = [1, 2, 5, 10, 20, 50].find((n) => n * room >= apart) ?? labels.length;
	return labels.filter((_, i) => (i - keep) % step === 0);
}

/** Where the log scale begins: $10B. */
export const LOG_FLOOR = 10e9;

/** Log ticks at 1, 3 and 10 from $10B up to the first one at or above `max`. */
export function logTicks(max: number): Tick[] {
	const values = [LOG_FLOOR];
	while (values.at(-1)! < max && values.length < 20) {
		const last = values.at(-1)!;
		values.push(values.length % 2 === 1 ? last * 3 : (last / 3) * 10);
	}
	return values.map((value) => ({ value, text: moneyTick(value) }));
}
