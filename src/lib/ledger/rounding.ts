/**
 * Whole numbers that stand for `values` and add up to `total` exactly: each is rounded down, and what is left goes one by one
 * to those that lost most (largest remainder), the first of equals first. No result is further than 1 from its value where
 * `total` is their sum, rounded.
 * @param values finite numbers of either sign, in an order that does not depend on how records came
 * @param total whole number; the rounded sum of the values unless given
 */
export function roundTogether(
	values: number[],
	total = Math.round(values.reduce((sum, value) => sum + value, 0))
): number[] {
	if (values.length === 0) return [];
	const whole = values.map((value) => Math.floor(value));
	const left = total - whole.reduce((sum, value) => sum + value, 0);
	const each = Math.floor(left / values.length);
	const more = left - each * values.length;
	const order = [...values.keys()].sort((a, b) => values[b]! - whole[b]! - (values[a]! - whole[a]!) || a - b);
	for (const [place, index] of order.entries()) whole[index]! += each + (place < more ? 1 : 0);
	return whole.map((value) => (value === 0 ? 0 : value));
}
