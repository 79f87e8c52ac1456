/**
 * Figures and days as they are written on screens and charts. Pure; no locale of the reader's machine has a say.
 * Money comes in whole US dollars, days as `YYYY-MM-DD` (or `YYYY-MM`, `YYYY` where no more is known).
 */

const MINUS = '\u2212';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Thousands parted by commas, true minus, `digits` decimals (default 0). */
export function count(n: number, digits = 0): string {
	const [whole = '0', part] = Math.abs(n).toFixed(digits).split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '');
	return n < 0 && /[1-9]/.test(grouped) ? MINUS + grouped : grouped;
}

/** `1 deal`, `2 deals`. */
export function plural(n: number, one: string, many = `${one}s`): string {
	return `${count(n)} ${n === 1 ? one : many}`;
}

function unsignedMoney(usd: number, trillionDigits: number): string {
	const trimmed = (n: number, digits: number) => n.toFixed(digits).replace(/\.0+$/, '');
	// Each bound is the first value that rounding lifts to the next unit, so that no figure reads $1000B or $100.0B.
	if (usd >= 999.5e9) return `${trimmed(usd / 1e12, trillionDigits)}T`;
	if (usd >= 99.95e9) return `${count(usd / 1e9)}B`;
	if (usd >= 999.5e6) return `${trimmed(usd / 1e9, 1)}B`;
	if (usd >= 999_500) return `${count(usd / 1e6)}M`;
	return count(usd);
}

/** Dollars in text: `$38B`, `$17.4B`, `$1.35T`, `$750M`, `−$3B`. */
export function money(usd: number): string {
	return (usd < 0 ? MINUS : '') + '$' + unsignedMoney(Math.abs(usd), 2);
}

/** Dollars beside an axis: trillions with one decimal at most. */
export function moneyTick(usd: number): string {
	const text = unsignedMoney(Math.abs(usd), 2).replace(/(\.\d)0T$/, '$1T');
	return (usd < 0 ? MINUS : '') + '$' + text;
}

/** Every dollar, for titles: `$38,000,000,000`. */
export function dollars(usd: number): string {
	return (usd < 0 ? MINUS : '') + '$' + count(Math.abs(usd));
}

/** `$690B–$1.15T`; one figure where both ends are written alike. */
export function moneyRange(low: number, high: number): string {
	const [a, b] = [money(low), money(high)];
	return a === b ? a : `${a}\u2013${b}`;
}

/** Decimals for a ledger column in $B, by its largest figure in dollars. */
export function ledgerDigits(largest: number): number {
	return Math.abs(largest) >= 100e9 ? 0 : Math.abs(largest) >= 1e9 ? 1 : 2;
}

/** A cell under a "$B" header: `1,022`, `38.0`, a deduction in parentheses; nothing at all is `0.0`. */
export function ledger(usd: number, digits: number): string {
	if (usd === 0) return '0.0';
	const billions = Math.abs(usd) / 1e9;
	// What is not nothing never reads 0.
	const shown = Number(billions.toFixed(digits)) === 0 ? Math.min(3, digits + 1) : digits;
	const text = Number(billions.toFixed(shown)) === 0 ? '<0.01' : count(billions, shown);
	return usd < 0 ? `(${text})` : text;
}

/** `3 Nov 2025`; a month or a year stays one: `Nov 2025`, `2025`. */
export function day(date: string): string {
	const [year = '', month, dayOfMonth] = date.split('-');
	if (!month) return year;
	const name = MONTHS[Number(month) - 1] ?? month;
	return dayOfMonth ? `${Number(dayOfMonth)} ${name} ${year}` : `${name} ${year}`;
}

/** `3 Nov 2025, 14:05 UTC`, of an instant in ISO 8601. */
export function moment(at: string): string {
	return `${day(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;
}

/** `Q4 2025`, the quarter that a day falls in. */
export function quarter(date: string): string {
	return `Q${Math.ceil(Number(date.slice(5, 7)) / 3)} ${date.slice(0, 4)}`;
}

/** The window of a chart: `2026–27` for whole years, else `3 Nov 2025 to 8 Oct 2026`. */
export function spanText(from: string, to: string): string {
	if (!from.endsWith('-01-01') || !to.endsWith('-12-31')) return `${day(from)} to ${day(to)}`;
	const [a, b] = [from.slice(0, 4), to.slice(0, 4)];
	if (a === b) return a;
	return `${a}\u2013${a.slice(0, 2) === b.slice(0, 2) ? b.slice(2) : b}`;
}

/** A share from 0 to 1 as `38%`; below 10 percent with one decimal unless it is .0. */
export function percent(share: number): string {
	const value = share * 100;
	const text = Math.abs(value) < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0);
	return text.replace('-', MINUS) + '%';
}

/** A score or a mean of scores, 0 to 10: whole, or with one decimal. */
export function score(n: number): string {
	return n.toFixed(1).replace(/\.0$/, '').replace('-', MINUS);
}

/** How big a file is: `14 KB`, `1.2 MB`. */
export function bytes(n: number): string {
	if (n < 1000) return `${n} B`;
	if (n < 999_500) return `${Math.round(n / 1000)} KB`;
	return n < 999_950_000 ? `${(n / 1e6).toFixed(1)} MB` : `${(n / 1e9).toFixed(1)} GB`;
}
