/** How many candidates are worth the exact comparison; the coarse one is cheap enough for a million. */
const SHORTLIST = 200;
/** Below this likeness (0 to 1) a suggestion confuses more than it helps. */
const LIKE_ENOUGH = 0.4;
const LONGEST = 100;
const BUCKETS = 1 << 15;

/** Lower case, no accents, every run of other characters one hyphen. */
function plain(text: string): string {
	return text
		.slice(0, LONGEST)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
}

/** A letter's code, the same for upper and lower case. */
function codeAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code >= 65 && code <= 90 ? code + 32 : code;
}

/** Visits the bucket of each pair of neighbouring letters, both ends included; how many there were. */
function eachPair(text: string, visit: (bucket: number) => void): number {
	const length = Math.min(text.length, LONGEST);
	let last = 1;
	for (let i = 0; i <= length; i++) {
		const code = i === length ? 2 : codeAt(text, i);
		visit((last * 181 + code) & (BUCKETS - 1));
		last = code;
	}
	return length + 1;
}

/** Edits between two words: insert, delete, replace, or swap two neighbours. */
export function editDistance(a: string, b: string): number {
	let before: number[] = [];
	let last: number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
			row.push(cost);
		}
		before = last;
		last = row;
	}
	return last[b.length] ?? 0;
}

/** 1 for the same word; a word that holds the other, or all of its parts, is always like it. */
function likeness(word: string, text: string): number {
	if (word === text) return 1;
	const longer = Math.max(word.length, text.length);
	const edits = 1 - editDistance(word, text) / longer;
	const parts = word.split('-');
	const found = parts.filter((part) => part.length > 2 && text.includes(part)).length / parts.length;
	return Math.max(edits, found * (0.75 + (0.2 * Math.min(word.length, text.length)) / longer));
}

/**
 * The candidates most like a word that names none of them, best first, at most `limit`; empty where none is like it. Each
 * candidate is compared by all of its `texts` (a slug, a title); case, accents and punctuation do not matter. The answer
 * does not depend on the order of the candidates: equals are ordered by their first text. `least` is the likeness asked for.
 */
export function nearestMatches<T>(
	word: string,
	candidates: Iterable<T>,
	texts: (candidate: T) => readonly string[],
	limit = 5,
	least = LIKE_ENOUGH
): T[] {
	const wanted = plain(word);
	if (wanted === '') return [];
	const pairs = new Uint8Array(BUCKETS);
	const size = eachPair(wanted, (bucket) => (pairs[bucket] = 1));
	let shared = 0;
	const count = (bucket: number) => (shared += pairs[bucket] ?? 0);

	const coarse: { candidate: T; name: string; score: number }[] = [];
	const byScore = (a: { name: string; score: number }, b: { name: string; score: number }) =>
		b.score - a.score || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
	for (const candidate of candidates) {
		const names = texts(candidate);
		let score = 0;
		for (const name of names) {
			shared = 0;
			const length = eachPair(name, count);
			score = Math.max(score, shared / Math.sqrt(length * size));
		}
		if (score > 0.2) coarse.push({ candidate, name: names[0] ?? '', score });
		if (coarse.length >= 8 * SHORTLIST) coarse.sort(byScore).length = SHORTLIST;
	}
	return coarse
		.sort(byScore)
		.slice(0, SHORTLIST)
		.map((one) => ({ ...one, score: Math.max(...texts(one.candidate).map((text) => likeness(wanted, plain(text)))) }))
		.filter((one) => one.score >= least)
		.sort(byScore)
		.slice(0, limit)
		.map((one) => one.candidate);
}
