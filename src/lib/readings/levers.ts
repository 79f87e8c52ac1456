import { herfindahl } from '$lib/ledger/graph/shares';
import type { Lever, Part } from './reading';

/** The levers of a fraction whose ends do not depend on each other. */
export function ratioLevers(numerator: Part, denominator: Part): Lever[] {
	const [n, d] = [numerator.value, denominator.value];
	return [
		{ label: numerator.label, change: (target) => target * d - n, after: (change) => (n + change) / d },
		{
			label: denominator.label,
			change: (target) => (target > 0 && n > 0 ? n / target - d : NaN),
			after: (change) => (d + change > 0 ? n / (d + change) : NaN)
		}
	];
}

/** The levers of a part of a whole, `part ÷ (part + rest)`: each moves while the other stays. */
export function shareLevers(part: Part, rest: Part): Lever[] {
	const [p, r] = [part.value, rest.value];
	const share = (a: number, b: number) => (a >= 0 && b >= 0 && a + b > 0 ? a / (a + b) : NaN);
	return [
		{
			label: part.label,
			change: (target) => (target < 1 ? (target * r) / (1 - target) - p : NaN),
			after: (change) => share(p + change, r)
		},
		{
			label: rest.label,
			change: (target) => (target > 0 ? (p * (1 - target)) / target - r : NaN),
			after: (change) => share(p, r + change)
		}
	];
}

/** Where something is only ever added: there is no reading after less than nothing. */
const added = (change: number, after: () => number): number => (change < 0 ? NaN : after());

/** The levers of the dollars that can come back among all that flow: new ones, among parties that deal with nobody else yet. */
export function roundLevers(coming: number, all: number): Lever[] {
	return [
		{
			label: 'Each way between two newcomers that promise each other',
			change: (target) => (target < 1 ? (target * all - coming) / (1 - target) / 2 : NaN),
			after: (change) => added(change, () => (coming + 2 * change) / (all + 2 * change))
		},
		{
			label: 'Promised to a newcomer that passes nothing on',
			change: (target) => (target > 0 ? coming / target - all : NaN),
			after: (change) => added(change, () => coming / (all + change))
		}
	];
}

/**
 * The levers of a concentration: the dollars of the largest holder, of a newcomer, and of many too small to name; each in the
 * whole as well.
 * @param held dollars of those that have a name, the largest first; at least one
 * @param total dollars of all
 */
export function concentrationLevers(
	held: number[],
	total: number,
	labels: { largest: string; newcomer: string; crowd: string }
): Lever[] {
	const [largest, ...others] = held as [number, ...number[]];
	const squares = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount * amount, 0);
	// With x dollars of one holder beside r others, of whose squares q is the sum: q + x² = share × (r + x)².
	const roots = (target: number, q: number, r: number): [number, number] => {
		const share = target / 10_000;
		const root = Math.sqrt((share * r) ** 2 - (1 - share) * (q - share * r * r));
		return [(share * r - root) / (1 - share), (share * r + root) / (1 - share)];
	};
	const now = herfindahl(held, total);
	return [
		{
			label: labels.largest,
			change: (target) => roots(target, squares(others), total - largest)[1] - largest,
			after: (change) =>
				largest + change < 0 || total + change <= 0 ? NaN : herfindahl([...others, largest + change], total + change)
		},
		{
			label: labels.newcomer,
			// A newcomer first thins out the rest; only once it is among the largest does it concentrate.
			change: (target) => roots(target, squares(held), total)[target < now ? 0 : 1],
			after: (change) => added(change, () => herfindahl([...held, change], total + change))
		},
		{
			label: labels.crowd,
			change: (target) => total * (Math.sqrt(now / target) - 1),
			after: (change) => added(change, () => herfindahl(held, total + change))
		}
	];
}

/** The levers of a weighted mean of readings: dollars of new deals, read at either end of the scale. */
export function meanLevers(weighted: number, weight: number, pole: string): Lever[] {
	return [10, 0].map((read) => ({
		label: `New deals read as ${pole} ${read}`,
		change: (target) => (target * weight - weighted) / (read - target),
		after: (change) => added(change, () => (weighted + read * change) / (weight + change))
	}));
}
