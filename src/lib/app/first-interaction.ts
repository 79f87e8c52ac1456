/** Runs at the first interaction with a control of the page; none once it has begun. */
let task: (() => Promise<void>) | undefined;

/** Sets what the first interaction with a control prepares, so that its answer finds it ready. */
export function onFirstInteraction(prepare: () => Promise<void>): void {
	task = prepare;
}

/** Called by controls when the pointer or the focus enters them. What cannot be prepared the server answers. */
export function noteInteraction(): void {
	const prepare = task;
	task = undefined;
	void prepare?.().catch(() => undefined);
}
