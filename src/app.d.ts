declare global {
	namespace App {
		interface Error {
			message: string;
			/** Sentences that help: what is accepted, near matches. */
			help?: string[];
			/** Addresses that may be what was meant. */
			near?: { href: string; title: string }[];
		}
	}
}

export {};
