/** Milliseconds after which idle work may start. */
const IDLE_AFTER = 2000;

/** Calls back once the page has been there for `IDLE_AFTER` and the browser is idle; returns what cancels it. */
function whenIdle(then: () => void): () => void {
	let isCancelled = false;
	const call = () => isCancelled || then();
	const timer = setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(call) : call()), IDLE_AFTER);
	return () => {
		isCancelled = true;
		clearTimeout(timer);
	};
}

/**
 * Calls back once, when a box comes within 600 px of the viewport or the page is idle: a fast scroll or a print finds every chart
 * drawn, and no chart delays the page's first response. Returns what cancels it.
 */
export function whenNear(box: Element, then: () => void): () => void {
	const observer = new IntersectionObserver(
		(entries) => {
			if (entries.some((entry) => entry.isIntersecting)) call();
		},
		{ rootMargin: '600px' }
	);
	const cancelIdle = whenIdle(call);
	const cancel = () => {
		observer.disconnect();
		cancelIdle();
	};
	function call() {
		cancel();
		then();
	}
	observer.observe(box);
	return cancel;
}

/** The first of these says that somebody uses the page. */
const INTERACTIONS = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;

/** Calls back once, on the first interaction or when the page is idle. */
export function whenIdleOrActive(then: () => void): void {
	const cancelIdle = whenIdle(call);
	function call() {
		cancelIdle();
		for (const event of INTERACTIONS) removeEventListener(event, call);
		then();
	}
	for (const event of INTERACTIONS) addEventListener(event, call, { passive: true });
}
