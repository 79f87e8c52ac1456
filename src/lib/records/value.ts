import type { Fraction } from './define';
import type { Value } from './index';
import type { Estimate } from './vocabularies';

/** Half a whole number of dollars, half a dollar rounded up; exact up to 9e15. */
function halfUp(dollars: number): number {
	return Math.floor(dollars / 2) + (dollars % 2);
}

/**
 * One number from a stated value, in whole dollars (MODEL section 3). Null where nothing is stated: such a value counts 0 and
 * is reported as undisclosed.
 */
export function estimate(value: Value | undefined, which: Estimate): number | null {
	if (!value) return null;
	const { low, central, high } = value;
	if (central !== undefined) {
		if (which === 'low') return low ?? central;
		return which === 'high' ? (high ?? central) : central;
	}
	if (low !== undefined && high !== undefined) {
		if (which === 'central') return low + halfUp(high - low);
		return which === 'low' ? low : high;
	}
	if (low !== undefined) return low;
	if (high === undefined) return null;
	if (which === 'low') return 0;
	return which === 'high' ? high : halfUp(high);
}

/** What a newspaper prints, in whole dollars: the high end, else the central value, else the low end, else 0. */
export function headline(value: Value | undefined): number {
	return value?.high ?? value?.central ?? value?.low ?? 0;
}

/** What a whole is in parts per million: shares are counted in them, so that they are exact. */
export const MILLION = 1_000_000;

/**
 * The parts per million of a decimal fraction with at most six places, a whole number; NaN of what is none: a number with more
 * places, text that is not written in plain digits (`0.29`, `1`).
 */
export function partsPerMillion(fraction: Fraction): number {
	if (typeof fraction === 'number') {
		const parts = Math.round(fraction * MILLION);
		// The number nearest to a decimal of six places is its parts divided by a million: any other number has more places.
		return parts / MILLION === fraction && Number.isFinite(fraction) ? parts : NaN;
	}
	const [, ones, places = ''] = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(fraction) ?? [];
	return ones === undefined ? NaN : Number(ones) * MILLION + Number(places.padEnd(6, '0'));
}

/** A decimal fraction as a number, for what is shown and what is published. */
export function fractionNumber(fraction: Fraction): number {
	return typeof fraction === 'number' ? fraction : partsPerMillion(fraction) / MILLION;
}
