let last: Promise<void> = Promise.resolve();

/** Resolves in a new macrotask, first in first out, so that charts do not share one long task and events are handled in between. */
export function nextTask(): Promise<void> {
	last = last.then(() => new Promise((resolve) => setTimeout(resolve)));
	return last;
}
