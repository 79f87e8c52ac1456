/** How long a page stands before it is at rest (milliseconds). */
const STANDS = 2000;

/** Calls back when the page has stood for a while and the browser has nothing else to do; returns what stops the waiting. */
function atRest(then: () => void): () => void {
	let stopped = false;
	const rest = () => stopped || then();
	const timer = setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(rest) : rest()), STANDS);
	return () => {
		stopped = true;
		clearTimeout(timer);
	};
}

/**
 * Calls back once, when a box is near the screen or the page is at rest: whoever scrolls fast or prints finds every chart there, and
 * none of them keeps the page from answering while it begins. Returns what stops the waiting.
 */
export function approached(box: Element, then: () => void): () => void {
	const watched = new IntersectionObserver(
		(entries) => {
			if (entries.some((entry) => entry.isIntersecting)) done();
		},
		{ rootMargin: '600px' }
	);
	const rested = atRest(done);
	const stop = () => {
		watched.disconnect();
		rested();
	};
	function done() {
		stop();
		then();
	}
	watched.observe(box);
	return stop;
}

/** The first signs that somebody is there. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;

/** Calls back once, at the first sign of a reader or when the page is at rest. */
export function attended(then: () => void): void {
	const stop = atRest(done);
	function done() {
		stop();
		for (const sign of SIGNS) removeEventListener(sign, done);
		then();
	}
	for (const sign of SIGNS) addEventListener(sign, done, { passive: true });
}
