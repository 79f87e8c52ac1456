/** Countries that the ledger writes in short, by their codes. */
const SHORT: Record<string, string> = { US: 'US', GB: 'UK', AE: 'UAE', HK: 'Hong Kong', MO: 'Macao' };
/** Other words for them that people type. */
const OTHER: Record<string, string> = {
	usa: 'US',
	'united states of america': 'US',
	'great britain': 'UK',
	britain: 'UK',
	england: 'UK',
	emirates: 'UAE',
	korea: 'South Korea',
	turkey: 'Türkiye',
	holland: 'Netherlands'
};
/** Codes of what is no country: unions, zones and the unknown. */
const NONE = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

function plain(text: string): string {
	return text.normalize('NFKC').trim().toLowerCase().replace(/^the /, '').replace(/\./g, '').replace(/\s+/g, ' ');
}

let known: Map<string, string> | undefined;

function countries(): Map<string, string> {
	if (known) return known;
	const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
	known = new Map(Object.entries(OTHER));
	const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
	for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
		const name = names.of(code);
		if (name === undefined || NONE.has(code)) continue;
		const written = SHORT[code] ?? name;
		for (const text of [code, name, written]) if (!known.has(plain(text))) known.set(plain(text), written);
	}
	// Two codes of one country: the one that people write.
	return known.set('uk', 'UK').set('united kingdom', 'UK');
}

/**
 * A country as the ledger writes it, its English name, or US, UK and UAE in short, from a name or a code of two letters:
 * `usa`, `FR`, `united kingdom`. Undefined where it is none.
 */
export function readCountry(text: string): string | undefined {
	return countries().get(plain(text));
}
