let last: Promise<unknown> = Promise.resolve();

/** Does some work once all that asked before is done, first in first out, so that what it holds in memory is held once. */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
	const mine = last.then(work);
	// What failed is for its asker to hear; the next one begins all the same.
	last = mine.catch(() => undefined);
	return mine;
}
