import type { IncomingMessage } from 'node:http';
import type { Principal } from '$lib/server/accounts/principal';

declare global {
	/** Fields that somebody has entered something into, with what they say; undefined once the code of the page has taken them over. */
	var touched: Map<HTMLInputElement, [value: string, checked: boolean]> | undefined;
	interface HTMLElementEventMap {
		/** Asks a canvas to show a stop, by its key; null: none. */
		light: CustomEvent<string | null>;
		/** Tells which stop a canvas shows. */
		active: CustomEvent<string | null>;
	}
	namespace App {
		interface Error {
			message: string;
			/** Sentences that help: what is accepted, near matches. */
			help?: string[];
			/** The words of the address, as a search takes them. */
			words?: string;
			/** Addresses that may be what was meant. */
			near?: { href: string; title: string }[];
			/** The main pages in words: they come with what went wrong, so that no other page carries them. */
			ways?: { title: string; links: { href: string; title: string; says?: string }[] }[];
		}
		interface PageState {
			/** A deal that stands beside its chart, at the address of its own page. */
			deal?: { slug: string; href: string };
		}
		interface Platform {
			/** The request as it came in. The server ends one whose body is not whole in time, unless this lets it take longer. */
			req: IncomingMessage & { allowLongBody?: () => void };
		}
		interface Locals {
			/** The day that counts as today for this request, YYYY-MM-DD in UTC. */
			today: string;
			/** Scheme, host and port under which readers reach the site. */
			origin: string;
			/** Who asks; null for a reader without an account or a key. */
			principal: Principal | null;
			/** Whether what is recorded may be shown to whoever asks. */
			mayRead: boolean;
			/** The largest file that an import takes in, in bytes. */
			importSizeLimit: number;
		}
	}
}

export {};
