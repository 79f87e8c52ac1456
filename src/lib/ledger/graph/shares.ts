import { MILLION } from '$lib/records/value';

/**
 * `amount` dollars in `n` equal parts that add up to it exactly: whole dollars, the parts that come first take the dollars left
 * over, one each.
 * @param amount whole dollars, 0 or more
 * @param n whole number, at least 1
 * @throws RangeError outside these bounds
 */
export function splitEqually(amount: number, n: number): number[] {
	if (!Number.isSafeInteger(amount) || amount < 0) {
		throw new RangeError(`${amount} cannot be shared out: it takes a whole number of dollars, 0 or more.`);
	}
	if (!Number.isSafeInteger(n) || n < 1) {
		throw new RangeError(`${amount} dollars cannot be shared by ${n}: it takes a whole number of parties, at least 1.`);
	}
	const over = amount % n;
	const part = (amount - over) / n;
	return Array.from({ length: n }, (_, index) => (index < over ? part + 1 : part));
}

/**
 * `amount` dollars in parts by stated weights that add up to it exactly: whole dollars, each rounded down; the dollars left over
 * go one by one to those that lost most, the first of equals first.
 * @param amount whole dollars, 0 to 9e15
 * @param weights parts per million that add up to a million
 */
export function splitByShares(amount: number, weights: number[]): number[] {
	const rest = amount % MILLION;
	const whole = (amount - rest) / MILLION;
	const lost = weights.map((weight) => (rest * weight) % MILLION);
	const parts = weights.map((weight, i) => whole * weight + (rest * weight - lost[i]!) / MILLION);
	const left = amount - parts.reduce((sum, part) => sum + part, 0);
	const order = [...weights.keys()].sort((a, b) => lost[b]! - lost[a]! || a - b);
	for (const index of order.slice(0, left)) parts[index]! += 1;
	return parts;
}

/**
 * The Herfindahl–Hirschman index of `shares` in `total`: squared percentages added up, 0 (nobody holds anything) to 10,000 (one
 * holds all). The order of the shares changes nothing, not even the last digit.
 * @param shares dollars, each 0 or more; together at most `total`, less where the rest has no name (MODEL section 7)
 * @param total dollars; where it is 0 the index is 0
 * @throws RangeError where a share is below 0 or no number, or the shares pass the total
 */
export function herfindahl(shares: number[], total: number): number {
	const rising = Float64Array.from(shares).sort();
	let held = 0;
	let squares = 0;
	for (const share of rising) {
		if (!(share >= 0)) throw new RangeError(`A share of ${share} dollars: it takes 0 or more.`);
		held += share;
		const part = total > 0 ? share / total : 0;
		squares += part * part;
	}
	if (!(held <= total)) throw new RangeError(`Shares of ${held} dollars in all do not fit into a total of ${total}.`);
	return Math.min(10_000, squares * 10_000);
}
