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
