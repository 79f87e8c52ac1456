import { parseAmount, writeAmount } from '$lib/records/typed/amounts';
import type { Value } from '$lib/records';
import { readCountry } from '$lib/records/typed/countries';
import { readDate, wholeDay } from '$lib/records/typed/dates';
import type { Lookup } from '$lib/records/typed/names';
import type { Leaf } from '$lib/records/derive/form';
import type { Picked } from '$lib/records/define';
import type { FieldFault } from './types';

/** The records that fields may name. */
export type Lookups = Partial<Record<Picked, Lookup>>;

/** What a text comes to, or what is wrong with it; `value` undefined where nothing was typed. */
export type Read = { value: unknown } | { fault: Omit<FieldFault, 'path'> };

const DATE = 'Write it as 2025-11-03, 3 Nov 2025, Nov 2025 or 2025.';

function readSum(text: string, signed: boolean): Read {
	const plain = text.trim();
	if (/^\$?0(?:\.0+)?$/.test(plain)) return { value: 0 };
	const negative = signed && (/^[-−–]|^\$ ?[-−–]/u.test(plain) || /^\(.*\)$/.test(plain));
	const sum = negative ? plain.replace(/[-−–()]/gu, '') : plain;
	const read = parseAmount(sum);
	if ('fault' in read) return { fault: { message: read.fault } };
	const { low, central, high } = read.value;
	if (central === undefined || low !== undefined || high !== undefined)
		return { fault: { message: 'One sum is needed here, without “up to”, “at least” or a range.' } };
	return { value: negative ? -central : central };
}

const NUMBERS =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
		' '
	);
/** What people say of a share. */
const SHARES = new Map([
	['all', 1],
	['all of it', 1],
	['half', 0.5],
	['half of it', 0.5],
	['none', 0],
	['none of it', 0]
]);

const NO_NUMBER: Read = { fault: { message: 'This is not a number. Write it in digits, such as 0.5.' } };

function readNumber(text: string): Read {
	const word = text.trim().toLowerCase();
	if (NUMBERS.includes(word)) return { value: NUMBERS.indexOf(word) };
	const plain = text.trim().replace(/(?<=\d),(?=\d{3})/g, '');
	const [, digits, percent] = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?)( ?%)?$/i.exec(plain) ?? [];
	if (digits === undefined) return NO_NUMBER;
	return { value: percent ? Number(digits) / 100 : Number(digits) };
}

/** A part of the whole: in words, in percent or in digits, which are kept as text where a number would not keep them. */
function readFraction(text: string): Read {
	const plain = text.trim().toLowerCase();
	const share = SHARES.get(plain);
	if (share !== undefined) return { value: share };
	const [, digits, percent] = /^([-+]?(?:\d+\.?\d*|\.\d+))( ?%)?$/.exec(plain) ?? [];
	if (digits === undefined) return NO_NUMBER;
	// Moving the point keeps a share exact, where dividing would not.
	const value = Number(percent ? `${digits}e-2` : digits);
	return { value: !percent && /^\d+\.\d+$/.test(digits) && String(value) !== digits ? digits : value };
}

function readPick(leaf: Leaf, text: string, lookups: Lookups): Read {
	const lookup = leaf.picks && lookups[leaf.picks];
	const slug = lookup?.slug(text);
	if (!lookup || slug !== undefined) return { value: slug ?? text.trim() };
	const noun = leaf.picks?.slice(0, -1) ?? 'record';
	return {
		fault: {
			message: `The ledger knows no ${noun} called “${text.trim().slice(0, 80)}”.`,
			near: lookup.near(text),
			...(leaf.picks === 'organisations' && { unknown: text.trim() })
		}
	};
}

/** The value that the text of a field stands for. */
export function readLeaf(leaf: Leaf, texts: readonly string[], lookups: Lookups): Read {
	if (leaf.as === 'ticks' || leaf.as === 'keys') return readMany(leaf, texts);
	const [text = ''] = texts;
	if (text.trim() === '') return { value: undefined };
	switch (leaf.as) {
		case 'amount': {
			const read = parseAmount(text);
			return 'fault' in read ? { fault: { message: read.fault } } : { value: read.value };
		}
		case 'dollars':
			return readSum(text, false);
		case 'signed':
			return readSum(text, true);
		case 'number':
		case 'scale':
			return readNumber(text);
		case 'fraction':
			return readFraction(text);
		case 'date':
		case 'day': {
			const date = readDate(text);
			if (date === undefined) return { fault: { message: `“${text.trim().slice(0, 60)}” is not a date. ${DATE}` } };
			return { value: leaf.end ? wholeDay(date, leaf.end) : date };
		}
		case 'flag':
			return { value: text === 'yes' ? true : text === 'no' ? false : text };
		case 'lines': {
			const lines = text.split('\n').map((each) => each.trim());
			return { value: lines.filter(Boolean) };
		}
		case 'country': {
			const country = readCountry(text);
			if (country !== undefined) return { value: country };
			const name = text.trim().slice(0, 60);
			return {
				fault: { message: `“${name}” is no country that is known here. Write its English name, such as France.` }
			};
		}
		case 'pick':
			return readPick(leaf, text, lookups);
		case 'line':
		case 'text':
		case 'choice':
		case 'address':
		case 'slug':
		case 'word':
		case 'key':
			return { value: text.trim() };
	}
}

function readMany({ bare }: Leaf, texts: readonly string[]): Read {
	const values = texts.filter((text) => text !== '');
	if (values.length === 0) return { value: undefined };
	return { value: bare && values.length === 1 ? values[0] : values };
}

/** The texts of a field that show a recorded value; `readLeaf` reads them back to it, wherever people could have typed it. */
export function sayLeaf(leaf: Leaf, value: unknown, lookups: Lookups): string[] {
	if (value === undefined || value === null) return [];
	if (Array.isArray(value)) return leaf.as === 'lines' ? [value.join('\n')] : value.map(String);
	if (leaf.as === 'amount') return [writeAmount(value as Value)];
	if (leaf.as === 'flag') return [value === true ? 'yes' : 'no'];
	if (leaf.as === 'pick' && leaf.picks) return [lookups[leaf.picks]?.text(String(value)) ?? String(value)];
	if ((leaf.as === 'dollars' || leaf.as === 'signed') && typeof value === 'number') {
		return [value === 0 ? '0' : (value < 0 ? '-' : '') + writeAmount({ central: Math.abs(value) })];
	}
	return [String(value)];
}
