/** The generator's state: four 32-bit words, not all of them 0. */
export type RandomState = [number, number, number, number];

/**
 * xoshiro128** (Blackman and Vigna, 2018): random integers from shifts, exclusive ors and 32-bit products, which every engine
 * computes alike.
 */
export class Random {
	#a: number;
	#b: number;
	#c: number;
	#d: number;

	constructor([a, b, c, d]: RandomState) {
		this.#a = a | 0;
		this.#b = b | 0;
		this.#c = c | 0;
		this.#d = d | 0;
	}

	/** 0 to 2^32 − 1. */
	next(): number {
		const result = Math.imul(rotate(Math.imul(this.#b, 5), 7), 9) >>> 0;
		const shifted = this.#b << 9;
		this.#c ^= this.#a;
		this.#d ^= this.#b;
		this.#b ^= this.#c;
		this.#a ^= this.#d;
		this.#c ^= shifted;
		this.#d = rotate(this.#d, 11);
		return result;
	}

	/** 0 or more and less than 1, in steps of 2^-32: the division by a power of two is exact. */
	uniform(): number {
		return this.next() / 4_294_967_296;
	}
}

/**
 * A generator that belongs to a name: which numbers it gives depends on the seed and the name alone, not on who else draws.
 * @param seed whole number, 0 to 2^32 − 1
 */
export function randomOf(seed: number, name: string): Random {
	const state = STARTS.map((start) => hash(start, seed, name)) as RandomState;
	return new Random(state.some((word) => word !== 0) ? state : [1, 0, 0, 0]);
}

/** Four unlike beginnings, so that two names fall together in one word of the state but not in all: the fractions of √2, √3, √5, √7. */
const STARTS = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a];

/** FNV-1a over the seed and the UTF-16 units of the name, finished as MurmurHash3 does, so that every bit counts. */
function hash(start: number, seed: number, name: string): number {
	let word = finish(start ^ finish(seed));
	for (let i = 0; i < name.length; i += 1) word = Math.imul(word ^ name.charCodeAt(i), 0x01000193);
	return finish(word);
}

function finish(word: number): number {
	let mixed = word;
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
	mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

function rotate(word: number, by: number): number {
	return (word << by) | (word >>> (32 - by));
}
