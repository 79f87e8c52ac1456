import { countsFrom, isDate } from '../day';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
];

function monthOf(word: string): string | undefined {
	const plain = word.toLowerCase().replace(/\.$/, '');
	const short = plain === 'sept' ? 'sep' : plain;
	const at = MONTHS.indexOf(short) >= 0 ? MONTHS.indexOf(short) : LONG.indexOf(plain);
	return at < 0 ? undefined : String(at + 1).padStart(2, '0');
}

/**
 * Reads a date as people write it into `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more was said: `2025-11-03`, `3 Nov 2025`,
 * `November 3, 2025`, `Nov 2025`, `2025`. Undefined for anything else; 3/11/2025 is two days at once and is not read.
 */
export function readDate(text: string): string | undefined {
	const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
	const [year, month, day] = parts(plain) ?? [];
	if (!year) return undefined;
	const date = [year, month, day?.padStart(2, '0')].filter(Boolean).join('-');
	return isDate(date) ? date : undefined;
}

/** The first or the last day of a date: a term that begins in January begins on the 1st, one that ends in January on the 31st. */
export function wholeDay(date: string, end: 'first' | 'last'): string {
	if (end === 'last') return countsFrom(date);
	return `${date}${date.length === 4 ? '-01' : ''}${date.length < 10 ? '-01' : ''}`;
}

function parts(text: string): [string, string?, string?] | undefined {
	const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
	if (iso) return [iso[1]!, iso[2], iso[3]];
	const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+\.?),? (\d{4})$/i.exec(text);
	const monthFirst = /^([a-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
	const noDay = /^([a-z]+\.?),? (\d{4})$/i.exec(text);
	const [day, word, year] = dayFirst
		? [dayFirst[1], dayFirst[2], dayFirst[3]]
		: monthFirst
			? [monthFirst[2], monthFirst[1], monthFirst[3]]
			: [undefined, noDay?.[1], noDay?.[2]];
	const month = word && monthOf(word);
	return month && year ? [year, month, day] : undefined;
}
