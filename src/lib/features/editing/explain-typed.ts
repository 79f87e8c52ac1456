import { parseAmount } from '$lib/records/typed/amounts';
import { readCountry } from '$lib/records/typed/countries';
import { readDate, wholeDay } from '$lib/records/typed/dates';
import { readLeaf } from '$lib/forms/leaves';
import type { Leaf } from '$lib/records/derive/form';
import { count, day, dollars } from '$lib/ui/format';

/**
 * What a typed text was understood as, where that says more than the text; or why it cannot be read. `recorded` is the text of
 * what stands there already: as long as nobody touches it, it stays as it is.
 */
export function explainTyped(
	leaf: Leaf,
	text: string,
	recorded?: string
): { as: string } | { fault: string } | undefined {
	if (text.trim() === '') return undefined;
	if (leaf.as === 'amount') {
		const read = parseAmount(text);
		if ('fault' in read) return read;
		return read.understood === text.trim() ? undefined : { as: read.understood };
	}
	if (leaf.as === 'date' || leaf.as === 'day') {
		const date = readDate(text);
		if (date === undefined) return undefined;
		if (leaf.end && text !== recorded && date.length < 10)
			return { as: `${leaf.end === 'first' ? 'from' : 'until'} ${day(wholeDay(date, leaf.end))}` };
		return [date, day(date)].includes(text.trim()) ? undefined : { as: day(date) };
	}
	if (leaf.as === 'country') {
		const country = readCountry(text);
		return country === undefined || country === text.trim() ? undefined : { as: country };
	}
	if (leaf.as !== 'dollars' && leaf.as !== 'signed' && leaf.as !== 'number' && leaf.as !== 'fraction') return undefined;
	const read = readLeaf(leaf, [text], {});
	if ('fault' in read) return { fault: read.fault.message };
	if (typeof read.value !== 'number') return undefined;
	if (leaf.as === 'number' || leaf.as === 'fraction')
		return /[%a-z]/i.test(text) ? { as: count(read.value, 4).replace(/\.?0+$/, '') } : undefined;
	return dollars(read.value) === text.trim() ? undefined : { as: dollars(read.value) };
}
