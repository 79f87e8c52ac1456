const LONGEST = 80;

/** What somebody wrote, fit to be shown back: no control characters, at most 80 characters. */
export function safeText(text: string): string {
	const head = [...text.slice(0, 4 * LONGEST)];
	const clean = head.slice(0, LONGEST).map((one) => (/[\p{C}\u2028\u2029]/u.test(one) ? '\uFFFD' : one));
	return clean.join('') + (head.length > LONGEST || text.length > 4 * LONGEST ? '…' : '');
}

/** The same in quotation marks. */
export function quoteText(text: string): string {
	return `"${safeText(text)}"`;
}

/** Words as a list: "a, b or c". */
export function listWords(words: readonly string[]): string {
	return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}
