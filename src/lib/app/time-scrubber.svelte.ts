import { goto } from '$app/navigation';
import type { PageName } from '$lib/features';
import type { Site } from '$lib/features/context';
import { underway } from '$lib/ui/underway.svelte';
import { loadedOf, type Loaded } from './loaded';
import { answerLocally } from './snapshot';

/** The address follows at most so often while something is dragged (milliseconds): browsers refuse more than 20 a second. */
const PACE = 150;
/** After so long without a key the journey is over. */
const REST = 600;

/**
 * A journey of a page through the days of the ledger: each day is answered from the snapshot within the frame, the address follows
 * more slowly, and the whole journey is one step of the history. Without a snapshot the server answers where it ends.
 */
export class TimeScrubber<N extends PageName> {
	/** What is shown on the way; null while the page stands still. */
	shown = $state.raw<Loaded<N> | null>(null);

	/** The day asked for last. */
	#day = '';
	#frame = 0;
	#rest: ReturnType<typeof setTimeout> | undefined;
	/** The entry of the history that this journey writes into exists already. */
	#entered = false;
	/** The address is being written: a second one would undo the first. */
	#writing: Promise<void> | undefined;
	/** The address that was written last. */
	#written = '';
	#paced = false;

	constructor(
		private readonly page: {
			name: N;
			site: () => Site;
			/** The address of a day, all else kept as it is. */
			address: (day: string) => string;
			/** Called where a journey has ended. */
			arrived: (day: string) => void;
		}
	) {}

	/** Shows a day on the way. */
	to(day: string): void {
		this.#day = day;
		clearTimeout(this.#rest);
		this.#frame ||= requestAnimationFrame(() => void this.#show());
	}

	/** The journey ends here: now, done when the address has followed; or `soon`, unless another key comes first. */
	async end(soon: boolean): Promise<void> {
		clearTimeout(this.#rest);
		if (soon) this.#rest = setTimeout(() => void this.#arrive(), REST);
		else await this.#arrive();
	}

	/**
	 * Called before each navigation: whoever goes elsewhere, back, or asks for something else has ended the journey where it stood, and
	 * nothing is written over it.
	 */
	left(to: URL | undefined): void {
		if (!this.#day || (to && to.pathname + to.search === this.#written)) return;
		this.#over();
	}

	#over(): void {
		clearTimeout(this.#rest);
		cancelAnimationFrame(this.#frame);
		this.#frame = 0;
		this.#day = '';
		this.#entered = false;
		underway.shown = this.shown = null;
	}

	async #show(): Promise<void> {
		this.#frame = 0;
		const day = this.#day;
		const url = new URL(this.page.address(day), location.origin);
		const asked = await answerLocally(this.page.name, url.searchParams, this.page.site(), '');
		if (asked?.status !== 200 || !this.#day) return;
		underway.shown = this.shown = loadedOf(asked);
		if (this.#paced) return;
		this.#paced = true;
		setTimeout(() => (this.#paced = false), PACE);
		this.#write(day);
	}

	#write(day: string): void {
		if (this.#writing) return;
		const replaceState = this.#entered;
		this.#entered = true;
		this.#written = this.page.address(day);
		this.#writing = goto(this.#written, { replaceState, keepFocus: true, noScroll: true }).finally(() => {
			this.#writing = undefined;
		});
	}

	async #arrive(): Promise<void> {
		const day = this.#day;
		if (!day) return;
		cancelAnimationFrame(this.#frame);
		this.#frame = 0;
		await this.#writing;
		// Left, or set off again, in the meantime.
		if (this.#day !== day) return;
		this.#write(day);
		await this.#writing;
		if (this.#day !== day) return;
		this.#over();
		this.page.arrived(day);
	}
}
