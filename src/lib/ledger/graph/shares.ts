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
