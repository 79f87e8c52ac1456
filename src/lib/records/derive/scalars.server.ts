import { z } from 'zod';
import { countsFrom, isDate, isDay, yearOf } from '../day';
import {
	FIRST_YEAR,
	LAST_YEAR,
	LAST_YEAR_OF_TERMS,
	MOST_ADDRESS,
	MOST_DOLLARS,
	MOST_LINE,
	MOST_TEXT,
	RESERVED_SLUGS,
	SLUG,
	SOURCE_KEY,
	WORD
} from '../limits';
import { MILLION, partsPerMillion } from '../value';
import type { Shape } from '../define';
import type { Vocabulary } from '../vocabularies';

/**
 * The single values that records are made of. The message of every schema here says what is expected, in words
 * that follow "expected"; what was found instead is told from the value itself (see schema.server.ts).
 */

type NumberShape = Extract<Shape, { kind: 'number' }>;

/** Control characters but tab and line end; marks that turn the direction of what stands beside them; what is no character. */
const UNSHOWN = /[\p{Cc}--[\t\n]]|[\u202a-\u202e\u2066-\u2069]|\p{Noncharacter_Code_Point}/v;
/** Anything that leaves ink. */
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Z}\s\u2800]/u;

// SQLite would not bring a lone surrogate back.
function isPlain(text: string): boolean {
	return text.isWellFormed() && !UNSHOWN.test(text);
}

function plain(most: number, expected: string, fits: (text: string) => boolean) {
	const whole = `${expected} of 1 to ${most.toLocaleString('en-US')} characters`;
	return z
		.string({ error: expected })
		.refine((text) => text.trim() !== '' && text.length <= most, { error: whole, abort: true })
		.refine((text) => VISIBLE.test(text), { error: `${expected} that can be seen`, abort: true })
		.refine(fits, { error: `${expected}, without control characters and marks that turn its direction` });
}

/** Text of several lines, without control characters. */
export const text = plain(MOST_TEXT, 'text', isPlain);

/** Text on one line. */
export function line(most = MOST_LINE) {
	return plain(most, 'text on one line', (value) => isPlain(value) && !/[\n\t]/.test(value));
}

/** A name that never changes: small letters, digits and single hyphens between them. */
export const slug = z
	.string({ error: 'a slug such as openai-aws-2025' })
	.regex(SLUG, {
		error: 'a slug of small letters, digits and single hyphens, such as openai-aws-2025'
	})
	.refine((name) => !RESERVED_SLUGS.includes(name), {
		error: `another slug than ${RESERVED_SLUGS.join(', ')}: that address is a page of its own`
	});

/** A word of a vocabulary that is not closed (a metric, a measure): snake_case. */
export const word = z.string({ error: 'a word such as operating_cash_flow' }).regex(WORD, {
	error: 'a word of small letters, digits and single underscores, such as operating_cash_flow'
});

/** The key by which a deal's events name one of its sources. */
export const sourceKey = z
	.string({ error: 'the key of a source' })
	.regex(SOURCE_KEY, { error: 'a key of 1 to 100 characters without spaces' });

/** An address that a browser may be sent to. A name before the host would pass for the host. */
export const address = z.string({ error: 'an http or https address' }).refine(
	(value) => {
		if (value.length > MOST_ADDRESS || !/^https?:\/\/[^\s\p{C}]+$/iu.test(value) || !URL.canParse(value)) return false;
		const { username, password } = new URL(value);
		return username === '' && password === '';
	},
	{ error: 'an http or https address of at most 2,000 characters, without a user name' }
);

const FRACTION = 'a decimal fraction from 0 to 1 with at most six places, as a number or as text in quotes';

function dateSchema(expected: string, form: (text: string) => boolean, lastYear: number) {
	const range = `${expected} in the years ${FIRST_YEAR} to ${lastYear}`;
	return z
		.string({ error: expected })
		.refine(form, { error: expected, abort: true })
		.refine((value) => yearOf(countsFrom(value)) >= FIRST_YEAR && yearOf(countsFrom(value)) <= lastYear, {
			error: range
		});
}

const DATE = 'a date (2025-11-03, 2025-11 or 2025)';

// A bare year is a number to YAML.
function partialDate(lastYear: number) {
	return z.preprocess(
		(value) => (typeof value === 'number' ? String(value) : value),
		dateSchema(DATE, isDate, lastYear)
	);
}

/** A day, month or year, kept as written. */
export const date = partialDate(LAST_YEAR);

/** As `date`, up to the year 2200: the ends of contracts. */
export const termDate = partialDate(LAST_YEAR_OF_TERMS);

/** A whole calendar day. */
export const day = dateSchema('a day (2025-11-03)', isDay, LAST_YEAR);

/** A number within bounds, both included; one without is any that is finite. */
export function number({ least = -Infinity, most = Infinity, expected, whole, fits = () => true }: NumberShape) {
	const isWithin = (value: number) =>
		value >= least && value <= most && (!whole || Number.isInteger(value)) && fits(value);
	return z.number({ error: expected }).refine(isWithin, { error: expected, abort: true });
}

/** Whole US dollars, not negative unless they are signed. */
export function dollars(signed: boolean) {
	const [least, from] = signed ? [-MOST_DOLLARS, '-9,000,000,000,000,000'] : [0, '0'];
	const expected = `whole dollars from ${from} to 9,000,000,000,000,000`;
	return number({ kind: 'number', least, most: MOST_DOLLARS, whole: true, expected });
}

/** A decimal fraction from 0 to 1 with at most six places, as a number or as text. */
export const fraction = z
	.union([z.number(), z.string()], { error: FRACTION })
	.refine((value) => partsPerMillion(value) >= 0 && partsPerMillion(value) <= MILLION, {
		error: FRACTION,
		abort: true
	});

/** Text of one form. */
export function pattern(form: RegExp, expected: string) {
	return z.string({ error: expected }).regex(form, { error: expected });
}

/** One of a closed list of words. */
export function oneOf({ words }: Vocabulary) {
	return z.enum(words, { error: `one of ${words.join(', ')}` });
}

/** A list with at least `least` entries, no two alike. */
export function listOf<T extends z.ZodType>(entry: T, least: number, expected: string) {
	return z
		.array(entry, { error: expected })
		.min(least, { error: expected })
		.superRefine((entries, context) => {
			const seen = new Set<unknown>();
			entries.forEach((value, index) => {
				if (seen.has(value)) context.addIssue({ code: 'custom', path: [index], message: 'each entry once' });
				seen.add(value);
			});
		});
}

/** True or false. */
export const flag = z.boolean({ error: 'true or false' });
