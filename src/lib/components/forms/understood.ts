import { parseAmount } from '$lib/ledger/amounts';
import { readDate } from '$lib/forms/dates';
import { readLeaf } from '$lib/forms/leaves';
import type { Leaf } from '$lib/forms/types';
import { count, day, dollars } from '../format';

/** What a typed text was understood as, where that says more than the text; or why it cannot be read. */
export function understood(leaf: Leaf, text: string): { as: string } | { fault: string } | undefined {
	if (text.trim() === '') return undefined;
	if (leaf.as === 'amount') {
		const read = parseAmount(text);
		if ('fault' in read) return read;
		return read.understood === text.trim() ? undefined : { as: read.understood };
	}
	if (leaf.as === 'date' || leaf.as === 'day') {
		const date = readDate(text);
		return date === undefined || [date, day(date)].includes(text.trim()) ? undefined : { as: day(date) };
	}
	if (leaf.as !== 'dollars' && leaf.as !== 'signed' && leaf.as !== 'number') return undefined;
	const read = readLeaf(leaf, [text], {});
	if ('fault' in read) return { fault: read.fault.message };
	if (typeof read.value !== 'number') return undefined;
	if (leaf.as === 'number') return /%/.test(text) ? { as: count(read.value, 4).replace(/\.?0+$/, '') } : undefined;
	return dollars(read.value) === text.trim() ? undefined : { as: dollars(read.value) };
}
