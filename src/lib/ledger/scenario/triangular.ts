import type { Triangle } from './assumptions';

/**
 * The value below which a triangular draw lies with the chance `chance` (its inverse distribution). + − × ÷ √ only, each rounded
 * in one way by every engine.
 * @param chance 0 to 1
 * @returns min to max, rising with `chance`
 */
export function triangular({ min, mode, max }: Triangle, chance: number): number {
	const width = max - min;
	if (width === 0) return min;
	const rising = mode - min;
	const falling = max - mode;
	const value =
		chance * width < rising
			? Math.min(mode, min + Math.sqrt(chance * width * rising))
			: Math.max(mode, max - Math.sqrt((1 - chance) * width * falling));
	return Math.min(max, Math.max(min, value));
}
