import type { Value } from '../index';

/** The most that one value may state, in dollars (MODEL section 2). */
const MOST = 9_000_000_000_000_000n;

/** Below this a number without a unit is taken for a slip: nobody means a deal of 38 dollars. */
const LEAST_BARE = 1_000_000n;

const UNITS: [bigint, string[]][] = [
	[1_000n, ['k', 'thousand']],
	[1_000_000n, ['m', 'mm', 'mn', 'mio', 'million', 'millions']],
	[1_000_000_000n, ['b', 'bn', 'bln', 'billion', 'billions']],
	[1_000_000_000_000n, ['t', 'tn', 'trn', 'tln', 'trillion', 'trillions']]
];
const UNIT = new Map(UNITS.flatMap(([factor, names]) => names.map((name) => [name, factor] as const)));

const HIGH = [
	'up to',
	'as much as',
	'as many as',
	'at most',
	'no more than',
	'not more than',
	'less than',
	'under',
	'below'
];
const LOW = [
	'at least',
	'more than',
	'no less than',
	'not less than',
	'over',
	'above',
	'upwards of',
	'north of',
	'in excess of'
];
const ABOUT = [
	'about',
	'around',
	'approximately',
	'approx.',
	'approx',
	'roughly',
	'circa',
	'ca.',
	'c.',
	'some',
	'nearly',
	'almost'
];
const SIGNS: [string, string][] = [
	['≤', 'up to '],
	['<=', 'up to '],
	['<', 'up to '],
	['≥', 'at least '],
	['>=', 'at least '],
	['>', 'at least '],
	['≈', 'about '],
	['~', 'about ']
];

const OTHER_MONEY =
	/[€£¥₹₩₽₺₪]|\b(?:eur|euros?|gbp|pounds?|sterling|jpy|yen|cny|rmb|yuan|inr|rupees?|krw|won|chf|francs?|sar|riyals?|aed|dirhams?|cad|aud|sgd|hkd|twd|brl)\b|\b(?:a|c|ca|au|hk|s|nt|r)\$/u;
const VAGUE =
	/\b(?:tens|dozens|hundreds|thousands|several|few|many|multi|double-digit|low|mid|high)\b[\s-]*(?:of\s+)?|^(?:millions?|billions?|trillions?)\b/;
const NOT_STATED = /^(?:undisclosed|not disclosed|unknown|n\/?a|none|tbd|confidential|-|\?)$/;

const EXAMPLES = '“$38 billion”, “up to 100bn”, “at least $10 billion” or “between 5 and 10 billion”';

/** What a person typed, as a value and in words; or why it cannot be taken, in a sentence that says what can. */
export type ParsedAmount = { value: Value; understood: string } | { fault: string };

interface Sum {
	dollars: bigint;
	digits: string;
	unit: bigint | undefined;
	/** “dollars” is written out, so that a small number is meant. */
	spelled: boolean;
}

class Unreadable extends Error {}

function tidyText(text: string): string {
	let plain = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[‐‑‒–—―−]/gu, '-')
		.replace(/[“”"']/gu, '')
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/(?<=[\p{L}\d)])[.,;]$/u, '');
	for (const [sign, words] of SIGNS) {
		if (plain.startsWith(sign)) plain = `${words}${plain.slice(sign.length).trim()}`;
	}
	return plain;
}

function dollarsOf(digits: string, unit: bigint): bigint {
	const [whole = '', part = ''] = digits.replaceAll(',', '').split('.');
	const scale = 10n ** BigInt(part.length);
	const scaled = BigInt(whole + part) * unit;
	if (scaled % scale !== 0n)
		throw new Unreadable(`“${digits}” does not come to whole dollars. Write it without the cents.`);
	return scaled / scale;
}

const SUM =
	/^(?:(?:us ?\$|usd ?\$?|\$) ?)?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|half an?(?= )|an?(?= )|one(?= )) ?-?(?<unit>[a-z]+)??(?<spelled> ?(?:us )?dollars?| ?(?:usd|us\$|\$))?$/;
const WORDS: Record<string, string> = { a: '1', an: '1', one: '1', 'half a': '0.5', 'half an': '0.5' };

/** One sum: digits with an optional unit; a number that says nothing of itself takes that of the other end of a range. */
function sumOf(text: string, unitOfRange?: bigint): Sum {
	const groups = SUM.exec(text.trim())?.groups;
	if (!groups?.digits) {
		if (/^\D*\d{1,3}(?:\.\d{3}){2,}/.test(text) || /\d,\d{1,2}(?!\d)/.test(text)) {
			throw new Unreadable(
				`“${text}” can be read in two ways. Write thousands with commas and decimals with a point: 1,500,000 or 1.5 million.`
			);
		}
		throw new Unreadable(`“${text}” is not an amount that can be read. Write it as ${EXAMPLES}.`);
	}
	const digits = WORDS[groups.digits] ?? groups.digits;
	if (digits.length > 40) throw new Unreadable('The number is too long. The most is 9,000,000,000,000,000 dollars.');
	const spelled = groups.spelled?.includes('dollar') ?? false;
	const isBare = groups.unit === undefined && !spelled && Number(digits.replaceAll(',', '')) < LEAST_BARE;
	const unit = groups.unit === undefined ? (isBare ? unitOfRange : undefined) : UNIT.get(groups.unit);
	if (groups.unit !== undefined && unit === undefined) {
		throw new Unreadable(`“${groups.unit}” is not a unit of money here. Write thousand, million, billion or trillion.`);
	}
	return { dollars: dollarsOf(digits, unit ?? 1n), digits, unit, spelled };
}

function checkSum(sum: Sum): number {
	if (sum.dollars <= 0n)
		throw new Unreadable('An amount must be more than 0. Leave it empty where none was disclosed.');
	if (sum.dollars > MOST) throw new Unreadable('The most that one amount may state is 9,000,000,000,000,000 dollars.');
	if (sum.unit === undefined && !sum.spelled && sum.dollars < LEAST_BARE) {
		const bare = `“${sum.digits}” could be dollars, millions or billions.`;
		throw new Unreadable(`${bare} Write “${sum.digits} billion”, “${sum.digits} million” or “${sum.digits} dollars”.`);
	}
	return Number(sum.dollars);
}

function after(text: string, words: string[]): string | undefined {
	const word = words.find((start) => text.startsWith(`${start} `));
	return word === undefined ? undefined : text.slice(word.length).trim();
}

function range(from: string, to: string): Value {
	const high = sumOf(to);
	const low = sumOf(from, high.unit);
	// “5 to 10 dollars” says what both are.
	const ends = { low: checkSum({ ...low, spelled: low.spelled || high.spelled }), high: checkSum(high) };
	if (ends.low < ends.high) return ends;
	const read = `${inDollars(ends.low)} and ${inDollars(ends.high)}`;
	throw new Unreadable(
		`A range runs from the smaller to the larger amount; this was read as ${read}. Write a unit at both ends.`
	);
}

function valueOf(text: string): Value {
	const both = /^(?<central>[^()]+) \((?<ends>[^()]+)\)$/.exec(text)?.groups;
	if (both?.central && both.ends) {
		const { central, ...more } = valueOf(both.central);
		const ends = valueOf(both.ends);
		if (central === undefined || Object.keys(more).length > 0 || ends.central !== undefined) {
			throw new Unreadable(
				'Before the brackets stands one amount, inside them its ends: “38 billion (between 30 and 50 billion)”.'
			);
		}
		if ((ends.low ?? central) > central || (ends.high ?? central) < central) {
			throw new Unreadable(`${inDollars(central)} does not lie between the ends in brackets.`);
		}
		return { ...ends, central };
	}
	const between = /^between (.+?) and (.+)$/.exec(text) ?? /^(?:from )?(.*\d.*?)(?: to | ?- ?)(.*\d.*)$/.exec(text);
	if (between?.[1] && between[2]) return range(between[1], between[2]);
	const high = after(text, HIGH) ?? /^(.+?) (?:at most|or less|maximum|max)$/.exec(text)?.[1];
	if (high !== undefined) return { high: checkSum(sumOf(high)) };
	const low = after(text, LOW) ?? /^(.+?)(?: ?\+| plus| or more| at least| minimum| min)$/.exec(text)?.[1];
	if (low !== undefined) return { low: checkSum(sumOf(low)) };
	return { central: checkSum(sumOf(after(text, ABOUT) ?? text)) };
}

function inDollars(dollars: number): string {
	return dollars < Number(LEAST_BARE)
		? `${dollars.toLocaleString('en-US')} dollars`
		: `$${dollars.toLocaleString('en-US')}`;
}

/** As people write it where that is exact: $38 billion, $1.5 trillion, $2,345,678. */
function inUnits(dollars: number): string {
	const [factor, name] = dollars >= 1e12 ? [1e12, 'trillion'] : dollars >= 1e9 ? [1e9, 'billion'] : [1e6, 'million'];
	if (dollars < 1e6 || dollars % (factor / 1000) !== 0) return inDollars(dollars);
	return `$${(dollars / factor).toLocaleString('en-US', { maximumFractionDigits: 3 })} ${name}`;
}

/** A value in words that `parseAmount` reads back to the same value, as people write it; empty where nothing is stated. */
export function writeAmount(value: Value): string {
	return inWords(value, inUnits);
}

/** The same with every digit: whole dollars. */
export function sayAmount(value: Value): string {
	return inWords(value, inDollars);
}

function inWords({ low, central, high }: Value, say: (dollars: number) => string): string {
	if (low !== undefined && low === high && central === undefined) return say(low);
	let ends = '';
	if (low !== undefined && high !== undefined) {
		ends = low === high ? '' : `between ${say(low)} and ${say(high)}`;
	} else if (low !== undefined) ends = `at least ${say(low)}`;
	else if (high !== undefined) ends = `up to ${say(high)}`;
	if (central === undefined) return ends;
	return ends ? `${say(central)} (${ends})` : say(central);
}

/**
 * Reads an amount as people write it into whole US dollars: “at least” is a low end, “up to” a high end, a range both, all
 * else a central value (MODEL section 3). Never throws. Refused with a sentence: other currencies, “tens of billions”, 0 and
 * below, more than 9e15, and a bare number below a million, which could be of any unit.
 */
export function parseAmount(text: string): ParsedAmount {
	const plain = tidyText(text.slice(0, 201));
	if (plain === '') return { fault: `No amount was given. Write it as ${EXAMPLES}.` };
	if (plain.length > 200) return { fault: `This is too long for an amount. Write it as ${EXAMPLES}.` };
	if (NOT_STATED.test(plain)) return { fault: 'Leave the amount empty where none was disclosed.' };
	if (OTHER_MONEY.test(plain)) {
		return {
			fault:
				'This is not in US dollars. Convert it at the rate of the day it was said, and keep the original sum in the note.'
		};
	}
	if (VAGUE.test(plain)) {
		return {
			fault: `“${text.trim()}” is not a figure. Write the least it can mean, such as “at least 20 billion” for tens of billions.`
		};
	}
	if (/^(?:about |up to |at least )?(?:us)?\$? ?-(?=[\s$\d])|^\([^)]*\)$|^minus\b/.test(plain)) {
		return { fault: 'An amount cannot be negative. A cut is recorded as an event of its own, with the new total.' };
	}
	try {
		const value = valueOf(plain);
		return { value, understood: sayAmount(value) };
	} catch (error) {
		if (error instanceof Unreadable) return { fault: error.message };
		throw error;
	}
}
