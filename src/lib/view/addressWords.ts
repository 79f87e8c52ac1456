/** Folders and endings of addresses, which say nothing of what was looked for. */
const STRUCTURE =
	/^(deals|organisations|projections|indicators|capex|guidance|fundamentals|index|html?|php|aspx?|json|csv)$/;
const LONGEST = 100;

/** The words of an address that leads nowhere, as a search takes them: `/deals/opnai-aws-2025` asks for `opnai aws`. */
export function addressWords(pathname: string): string {
	let path = pathname;
	try {
		path = decodeURIComponent(pathname);
	} catch {
		// Not an encoding that anybody can read; its letters still are.
	}
	const words = path.split(/[^\p{L}\p{N}]+/u).filter((word) => /\p{L}/u.test(word) && !STRUCTURE.test(word));
	return words.join(' ').slice(0, LONGEST).trim();
}
