import { isDay } from '$lib/records/day';
import { near } from '$lib/records/typed/fuzzy-match';
import {
	BASES,
	ESTIMATES,
	FIRMNESS,
	KINDS,
	LAYERS,
	SCOPES,
	STEPS,
	WEIGHTS,
	WTF_LABELS
} from '$lib/records/vocabularies';
import { namesOf, sortsOf } from './names';
import { listed, shown } from './text';
import { SCALES, type ParamName, type Values, type ViewContext } from './types';

/** A value read, or what is wrong with it. `takes` ends the sentence "<field> takes …". */
type Reading<T> = { value: T } | { got: string; takes: string; wrong?: string; choices?: string[] };

export interface Rule<T> {
	/** May be given several times, or parted by commas. */
	list?: true;
	/** The values given, trimmed, none of them empty; exactly one unless the rule is a list. */
	read(given: readonly string[], context: ViewContext): Reading<T>;
}

const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2100-12-31';
const MOST_DOLLARS = 9e15;
const MOST_IN_LIST = 200;
const LONGEST_SEARCH = 200;

function oneOf<T extends string>(words: readonly T[]): Rule<T> {
	return {
		read: ([text = '']) => {
			const value = words.find((word) => word === text);
			return value === undefined ? { got: text, takes: listed(words), choices: [...words] } : { value };
		}
	};
}

/** Canonical order is that of the vocabulary. */
function someOf<T extends string>(words: readonly T[], same = (text: string) => text) {
	return {
		list: true as const,
		read: (given: readonly string[]): Reading<T[]> => {
			const wanted = new Set(given.map(same));
			const unknown = [...wanted].filter((text) => !words.some((word) => word === text));
			if (unknown.length > 0)
				return { got: unknown.join(','), takes: `one or more of ${listed(words)}`, choices: [...words] };
			return { value: words.filter((word) => wanted.has(word)) };
		}
	};
}

function organisations(): Rule<string[] | undefined> {
	return {
		list: true,
		read: (given, context) => {
			const slugs = [...new Set(given)].sort();
			const takes = 'slugs of organisations in the ledger';
			if (slugs.length > MOST_IN_LIST)
				return { got: slugs.join(','), wrong: `names ${slugs.length}`, takes: `at most ${MOST_IN_LIST} ${takes}` };
			const unknown = slugs.filter((slug) => !context.hasOrganisation(slug));
			if (unknown.length === 0) return { value: slugs };
			const choices = [...new Set(unknown.slice(0, 3).flatMap((slug) => context.nearOrganisations?.(slug) ?? []))];
			return { got: unknown.join(','), takes, choices: choices.length > 0 ? choices : undefined };
		}
	};
}

function whole(least: number, most: number, unit = 'a whole number') {
	return {
		read: ([text = '']: readonly string[]): Reading<number> => {
			const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
			if (value >= least && value <= most) return { value };
			return { got: text, takes: `${unit} from ${least.toLocaleString('en-US')} to ${most.toLocaleString('en-US')}` };
		}
	};
}

function day(): Rule<string> {
	return {
		read: ([text = '']) =>
			isDay(text) && text >= FIRST_DAY && text <= LAST_DAY
				? { value: text }
				: { got: text, takes: 'a day written YYYY-MM-DD, in the years 1990 to 2100' }
	};
}

function flag(): Rule<boolean> {
	return {
		read: ([text = '']) =>
			text === '1' || text === '0' ? { value: text === '1' } : { got: text, takes: '1 or 0', choices: ['1', '0'] }
	};
}

const search: Rule<string | undefined> = {
	read: ([text = '']) => {
		const value = text.replace(/\s+/gu, ' ');
		const length = [...value].length;
		const takes = `at most ${LONGEST_SEARCH} characters of plain text`;
		if (length > LONGEST_SEARCH) return { got: text, wrong: `has ${length.toLocaleString('en-US')} characters`, takes };
		return /\p{Cc}/u.test(value) ? { got: text, wrong: 'holds a control character', takes } : { value };
	}
};

const projection: Rule<string | null> = {
	read: ([text = ''], context) => {
		if (text === 'none') return { value: null };
		const slugs = context.projections.map((one) => one.slug).sort();
		if (slugs.includes(text)) return { value: text };
		return { got: text, takes: 'the slug of a projection in the ledger, or none', choices: [...slugs, 'none'] };
	}
};

const revision: Rule<number | null> = {
	...whole(1, 999_999_999),
	read: (given, context) => whole(1, context.lastRevision ?? 999_999_999, 'the number of a revision').read(given)
};

const sort: Rule<string | null> = {
	read: ([text = ''], context) => {
		const sorts = sortsOf(context);
		if (sorts.includes(text.replace(/^-/, ''))) return { value: text };
		return {
			got: text,
			takes: `${listed(sorts)}, with - before it for the greatest first`,
			choices: sorts.flatMap((name) => [name, `-${name}`])
		};
	}
};

/** How each name of an address is read (MODEL section 9). */
export const RULES: { [Name in ParamName]: Rule<Values[Name]> } = {
	q: search,
	layers: someOf(LAYERS),
	kind: someOf(KINDS),
	organisation: organisations(),
	payer: organisations(),
	payee: organisations(),
	wtf: someOf(WTF_LABELS, (text) => text.toUpperCase()),
	min_value: whole(0, MOST_DOLLARS, 'whole US dollars'),
	max_value: whole(0, MOST_DOLLARS, 'whole US dollars'),
	firmness: oneOf(FIRMNESS),
	scope: oneOf(SCOPES),
	estimate: oneOf(ESTIMATES),
	as_of: day(),
	revision,
	projection,
	from: day(),
	to: day(),
	step: oneOf(STEPS),
	basis: oneOf(BASES),
	scale: oneOf(SCALES),
	weight: oneOf(WEIGHTS),
	seed: whole(0, 4_294_967_295),
	runs: whole(100, 10_000),
	sort,
	page: whole(1, 999_999_999),
	per_page: whole(1, 1000),
	raw: flag(),
	bom: flag(),
	labels: flag()
};

/** Names like one that no address knows. */
export function namesLike(name: string, context: ViewContext): string[] {
	return near(name, namesOf(context), (known) => [known], 3);
}

/** The whole sentence of a fault. */
export function sentence(field: string, reading: { got: string; takes: string; wrong?: string }): string {
	return `${field} ${reading.wrong ?? `cannot be ${shown(reading.got)}`}; it takes ${reading.takes}.`;
}
