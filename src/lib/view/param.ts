import { isDay, type Day } from '$lib/records/day';
import { listWords } from './text';
import type { ViewContext } from './types';

/** A value read, or what is wrong with it. `takes` ends the sentence "<field> takes …". */
export type Reading<T> = { value: T } | { got: string; takes: string; wrong?: string; choices?: string[] };

/** Where a value stands in a view: among the filters of the question, in the question, or beside it. */
export type Part = 'filter' | 'question' | 'view';

/** What a default may hang on. */
export interface Defaults {
	context: ViewContext;
	/** Whether the address itself says where the range ends. */
	endIsGiven: boolean;
	/** What these are, given or by default. */
	at(name: 'as_of' | 'to'): Day;
	/** The projection whose window and scope are defaults at this address, if any. */
	chosen(): ViewContext['projections'][number] | undefined;
}

/** How a name of the address is read. */
export interface Rule<T> {
	/** May be given several times, or parted by commas. */
	list?: true;
	/** The values given, trimmed, none of them empty; exactly one unless the rule is a list. */
	read(given: readonly string[], context: ViewContext): Reading<T>;
	/** What it takes, for the documentation. */
	takes: string;
	/** A list as it is kept, in its canonical order and without repeats; that of the alphabet where none is said. */
	order?(list: readonly string[]): string[];
}

/** One name of the address: all that is known of it. */
export interface Param<T, P extends Part = Part> extends Rule<T> {
	part: P;
	/** What an address that leaves it out means. */
	fallback: NoInfer<T> | ((defaults: Defaults) => NoInfer<T>);
	/** Known only where a table is written. */
	table?: true;
	/** Changes what is shown of a list, not what is listed: a change of anything else starts again at the first page. */
	keepsPage?: true;
	/** Asked of single records too: a list hands it on to the pages of its records. */
	handedOn?: true;
	/** Narrows the list of `/deals` where it is given, so that it is written there even at its default. */
	narrows?: true;
	/** What a given value comes to beside the rest of the address; the value itself where it is not said. */
	settled?(value: T, defaults: Defaults): T;
	/** The text of null. */
	none?: string;
	/** Whether a value that came from another address means something here; always where it is not said. */
	fits?(value: T, context: ViewContext): boolean;
}

const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2100-12-31';
const MOST_IN_LIST = 200;

/** One of some words. */
export function oneOf<T extends string>(words: readonly T[]): Rule<T> {
	const takes = listWords(words);
	return {
		takes,
		read: ([text = '']) => {
			const value = words.find((word) => word === text);
			return value === undefined ? { got: text, takes, choices: [...words] } : { value };
		}
	};
}

/** Some of some words; canonical order is that of the vocabulary. */
export function someOf<T extends string>(words: readonly T[], same = (text: string) => text): Rule<T[]> {
	const takes = `one or more of ${listWords(words)}`;
	return {
		list: true,
		takes,
		order: (list) => words.filter((word) => list.includes(word)),
		read: (given) => {
			const wanted = new Set(given.map(same));
			const unknown = [...wanted].filter((text) => !words.some((word) => word === text));
			if (unknown.length > 0) return { got: unknown.join(','), takes, choices: [...words] };
			return { value: words.filter((word) => wanted.has(word)) };
		}
	};
}

/** Slugs of organisations. */
export function organisations(): Rule<string[]> {
	const takes = 'slugs of organisations in the ledger';
	return {
		list: true,
		takes: `at most ${MOST_IN_LIST} ${takes}`,
		read: (given, context) => {
			const slugs = [...new Set(given)].sort();
			if (slugs.length > MOST_IN_LIST)
				return { got: slugs.join(','), wrong: `names ${slugs.length}`, takes: `at most ${MOST_IN_LIST} ${takes}` };
			const unknown = slugs.filter((slug) => !context.hasOrganisation(slug));
			if (unknown.length === 0) return { value: slugs };
			const choices = [...new Set(unknown.slice(0, 3).flatMap((slug) => context.nearOrganisations?.(slug) ?? []))];
			return { got: unknown.join(','), takes, choices: choices.length > 0 ? choices : undefined };
		}
	};
}

/** A whole number, both ends of its range inclusive. */
export function whole(least: number, most: number, unit = 'a whole number'): Rule<number> {
	const takes = `${unit} from ${least.toLocaleString('en-US')} to ${most.toLocaleString('en-US')}`;
	return {
		takes,
		read: ([text = '']) => {
			const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
			return value >= least && value <= most ? { value } : { got: text, takes };
		}
	};
}

/** A calendar day. */
export function day(): Rule<Day> {
	const takes = 'a day written YYYY-MM-DD, in the years 1990 to 2100';
	return {
		takes,
		read: ([text = '']) =>
			isDay(text) && text >= FIRST_DAY && text <= LAST_DAY ? { value: text } : { got: text, takes }
	};
}

/** Yes or no. */
export function flag(): Rule<boolean> {
	const takes = '1 or 0';
	return {
		takes,
		read: ([text = '']) =>
			text === '1' || text === '0' ? { value: text === '1' } : { got: text, takes, choices: ['1', '0'] }
	};
}

/** Words to look for, on one line. */
export function search(longest: number): Rule<string> {
	const takes = `at most ${longest} characters of plain text`;
	return {
		takes,
		read: ([text = '']) => {
			const value = text.replace(/\s+/gu, ' ');
			const length = [...value].length;
			if (length > longest) return { got: text, wrong: `has ${length.toLocaleString('en-US')} characters`, takes };
			return /\p{Cc}/u.test(value) ? { got: text, wrong: 'holds a control character', takes } : { value };
		}
	};
}

/** A filter: what an address without it does not ask. */
export function filter<T>(rule: Rule<T>): Param<T | undefined, 'filter'> {
	return { ...(rule as Rule<T | undefined>), part: 'filter', fallback: undefined };
}

/** Filters by fields of a deal that hold words of a closed list: one for each field, by its name. */
export function filtersOfFields<const F extends Record<string, { words: readonly string[] }>>(
	fields: F
): { [Name in keyof F]: Param<F[Name]['words'][number][] | undefined, 'filter'> } {
	const entries = Object.entries(fields).map(([name, { words }]) => [name, filter(someOf(words))]);
	return Object.fromEntries(entries);
}
