let line: Promise<void> = Promise.resolve();

/**
 * Resolves in a task of its own, after those that asked before: several charts that come into sight together are drawn one after
 * another, and what the reader does in between is answered.
 */
export function turn(): Promise<void> {
	line = line.then(() => new Promise((resolve) => setTimeout(resolve)));
	return line;
}
