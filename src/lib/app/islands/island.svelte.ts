import type { Component } from 'svelte';

/**
 * A part of a page that the server writes and that needs no script until it has something else to say: its code stays out of
 * what a page begins with, and the browser adopts what is written without going through it.
 */
export class Part<Props extends object> {
	/** What draws it: there on the server; in the browser from the first time that it is wanted. */
	live = $state.raw<Component<Props>>();

	constructor(
		/** Fetches what draws it; again at once where it has been fetched. */
		readonly fetch: () => Promise<{ default: Component<Props> }>,
		/** Not worth fetching before a hand moves. */
		readonly late = false
	) {}

	/** Fetches what draws it, once; rejects where that cannot be had. */
	async wake(): Promise<void> {
		this.live ??= (await this.fetch()).default;
	}
}

/** What is fetched at rest and made ready when a hand moves: a part, or the ledger that answers. */
interface Sleeper {
	fetch: () => Promise<unknown>;
	wake: () => Promise<void>;
	late?: boolean;
}

/** The first page has been taken over from the server; what comes now is drawn here. */
let begun = import.meta.env.SSR;

/** The parts on the screen that still stand as the server wrote them, and what else waits for a hand. */
const asleep = new Set<Sleeper>();

/** Called by what shows a part; returns what takes it off the list. A part that nobody wrote, because it was not shown, wakes at once. */
export function sleeps(part: Sleeper): () => void {
	if (begun) void part.wake().catch(() => undefined);
	else asleep.add(part);
	return () => asleep.delete(part);
}

/** Fetches what the parts on the screen will need, while the page is at rest. */
export async function bring(): Promise<void> {
	await Promise.all([...asleep].filter(({ late }) => !late).map((part) => part.fetch()));
}

/**
 * Wakes the parts on the screen, one at a time, so that the first change finds them ready. Called when a hand moves towards a
 * control: the focus is not in any of them then.
 */
export async function rouse(): Promise<void> {
	for (const part of [...asleep]) {
		asleep.delete(part);
		await part.wake().catch(() => undefined);
		await new Promise((rest) => setTimeout(rest));
	}
}

/** Called once, when the first page stands. */
export function begin(): void {
	begun = true;
}

/** What turns a part into text, on the server. */
export let write: typeof import('svelte/server').render | undefined;

/** Resolves when the parts of a page can be drawn here; at once while the browser takes over the page that the server wrote. */
export async function ready(parts: readonly Sleeper[]): Promise<void> {
	if (import.meta.env.SSR) write ??= (await import('svelte/server')).render;
	if (begun) await Promise.all(parts.map((part) => part.wake()));
}
