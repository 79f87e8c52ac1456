/** Who pays whom, by name: `OpenAI → Amazon (AWS)`; at most two names a side. */
export function partiesText(deal: { payers: string[]; payees: string[] }, names: Record<string, string>): string {
	const side = (slugs: string[]): string => {
		const [first, second, ...rest] = slugs.map((slug) => names[slug] ?? slug);
		return [first, second].filter(Boolean).join(', ') + (rest.length > 0 ? ` and ${rest.length} more` : '');
	};
	return `${side(deal.payers)} → ${side(deal.payees)}`;
}
