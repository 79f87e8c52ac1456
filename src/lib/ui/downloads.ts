import { formatOf, LIST_FORMATS, type Format } from '$lib/formats';
import type { Download } from './types';

/** What an entry says besides the format: what of a list it is, a note after it, a rule above it. */
interface Said {
	what?: string;
	note?: string;
	rule?: boolean;
}

/** The entries of a menu for one list: a link for each format in which it is published, by its name. `address` ends with the format. */
export function downloadsOf(
	address: (format: Format) => string,
	said: Partial<Record<Format, Said>> = {},
	formats: readonly Format[] = LIST_FORMATS
): Download[] {
	return formats.map((format) => {
		const { what, ...more } = said[format] ?? {};
		const { label } = formatOf(format);
		return { href: address(format), text: what === undefined ? label : `${label}, ${what}`, ...more };
	});
}
