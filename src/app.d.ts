declare global {
	namespace App {
		interface Error {
			message: string;
			/** Sentences that help: what is accepted, near matches. */
			help?: string[];
			/** Addresses that may be what was meant. */
			near?: { href: string; title: string }[];
		}
		interface Locals {
			/** The day that counts as today for this request, YYYY-MM-DD in UTC. */
			today: string;
		}
	}
}

export {};
