import { hasColour } from '$lib/readings/colour';
import { count, day, money } from '$lib/ui/format';
import type { IndicatorLine } from './reading-lines';
import { boundText, readingText, type Scaled } from './reading-text';

/** What is said of a reading beyond its dial. Apart from reading-text.ts, which the first script of the overview carries. */

/** What stands for the value of a reading: of a disputed one what either yardstick says, of any other without a colour nothing. */
export function standingText({ value, status, yardsticks, ...scale }: IndicatorLine): string {
	if (hasColour(status)) return readingText(value, scale);
	const paces = status === 'disputed' ? [yardsticks?.deals?.pace, yardsticks?.books?.pace] : [];
	return paces.flatMap((pace) => (pace == null ? [] : [readingText(pace, scale)])).join(' or ') || 'n/a';
}

/** The bounds of a reading in words. */
export function boundsText(scale: Scaled): string {
	const side = ({ min, max }: Scaled['green']): string => {
		if (min === undefined) return max === undefined ? 'always' : `below ${boundText(max, scale)}`;
		return max === undefined
			? `from ${boundText(min, scale)}`
			: `from ${boundText(min, scale)} to below ${boundText(max, scale)}`;
	};
	return `Calm ${side(scale.green)}; watch ${side(scale.amber)}; past alert beyond.`;
}

/** A part of a fraction: dollars as money, anything else as it is. */
export function partText(part: { value: number; unit: string }): string {
	return part.unit === 'usd' ? money(part.value) : `${count(part.value)} ${part.unit}`;
}

/** A text of the ledger with its days written as on every screen. */
export function withDays(text: string): string {
	return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (found) => day(found));
}

/** What a reading has been, in one sentence. */
export function historyText(line: IndicatorLine): string {
	const known = line.history.filter((each) => each.value !== null);
	if (known.length === 0) return `${line.name}: no reading since ${day(line.history[0]?.date ?? line.year_ago.date)}.`;
	const [first, last] = [known[0]!, known.at(-1)!];
	return `${line.name} by quarter: ${readingText(first.value, line)} on ${day(first.date)}, ${readingText(last.value, line)} on ${day(last.date)}.`;
}
