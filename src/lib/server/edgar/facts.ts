import { z } from 'zod';
import { addDays, isDay, yearOf, type Day } from '$lib/records/day';

/** One number of one filing: of a period, or of a day where `start` is null. */
export interface Fact {
	start: Day | null;
	end: Day;
	/** Whole US dollars. */
	val: number;
	accn: string;
	form: string;
	/** The day of filing, where the file states it. */
	filed: Day | null;
	/** The day the figure counts as known: the day of filing, else 45 days after the end of its period (MODEL section 7). */
	known: Day;
}

/** What is not taken into the ledger, and why: whole sentences for a person. */
export interface Refusal {
	what: string;
	why: string;
}

export interface CompanyFacts {
	cik: string;
	entityName: string;
	/** Facts in US dollars by us-gaap tag, each list in the order in which they became known. */
	tags: Map<string, Fact[]>;
	refused: Refusal[];
}

/** A larger file is not one company's facts: the largest are about twenty megabytes. */
export const MOST_BYTES = 128 * 1024 * 1024;
const MOST_DOLLARS = 9e15;
const KNOWN_AFTER_DAYS = 45;

const text = z.string({ error: 'text' });
const dateText = z.string({ error: 'a day such as 2025-03-31' });
const FACT = z.object(
	{
		start: dateText.nullish(),
		end: dateText,
		val: z.number({ error: 'a number' }),
		accn: text.regex(/^\d{10}-\d{2}-\d{6}$/, 'an accession number such as 0000950170-24-118967'),
		// The year and period are those of the filing, not of the fact, and may be null: read for their form only.
		fy: z.number({ error: 'a year or null' }).nullish(),
		fp: text.nullish(),
		form: text.max(20, 'a form such as 10-Q').nullish(),
		filed: dateText.nullish(),
		frame: text.nullish()
	},
	{ error: 'a fact with end, val and accn' }
);
type RawFact = z.output<typeof FACT>;
const CONCEPT = z.object(
	{
		units: z.object(
			{ USD: z.array(z.unknown(), { error: 'a list of facts' }).optional() },
			{ error: 'the units of the tag' }
		)
	},
	{ error: 'a tag with its units' }
);
const CIK = z.union([z.number().int().nonnegative(), z.string().regex(/^\d{1,10}$/)], {
	error: 'a CIK of up to ten digits'
});

function fileSchema(tags: string[]) {
	const concepts = Object.fromEntries(tags.map((tag) => [tag, CONCEPT.optional()]));
	return z.object(
		{
			cik: CIK,
			entityName: text,
			facts: z.object({ 'us-gaap': z.object(concepts, { error: 'tags' }).optional() }, { error: 'facts by taxonomy' })
		},
		{ error: 'an object with cik, entityName and facts' }
	);
}

/** Text from a file of unknown origin, fit for one line of a terminal. */
function printable(value: string): string {
	const short = value.length > 60 ? `${value.slice(0, 57)}...` : value;
	return short.replace(/[\p{C}\s]+/gu, ' ');
}

function showFact(value: unknown): string {
	if (typeof value === 'string') return `the text “${printable(value)}”`;
	if (value === undefined || value === null) return 'nothing';
	return typeof value === 'object' ? (Array.isArray(value) ? 'a list' : 'an object') : String(value);
}

function at(value: unknown, path: PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(inner, step) =>
			typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step) ? Reflect.get(inner, step) : undefined,
		value
	);
}

function outOfRange(day: string): boolean {
	return !isDay(day) || yearOf(day) < 1990 || yearOf(day) > 2100;
}

/** What makes one well-formed fact unusable, or nothing. */
function absurd({ start, end, val, filed }: RawFact, today: Day): string | undefined {
	for (const [name, day] of Object.entries({ start, end, filed })) {
		if (day && outOfRange(day)) return `${name}: expected a day in the years 1990 to 2100, got “${printable(day)}”.`;
	}
	if (start && start > end) return `The period starts on ${start}, after its end on ${end}.`;
	if (filed && filed < end) return `It was filed on ${filed}, before its period ended on ${end}.`;
	if ((filed ?? end) > today) return `It is dated ${filed ?? end}, after today, ${today}.`;
	if (!Number.isInteger(val)) return `val: expected whole dollars, got ${val}.`;
	if (Math.abs(val) > MOST_DOLLARS) return `val: expected at most 9,000,000,000,000,000 dollars, got ${val}.`;
	return undefined;
}

/** Known earlier comes first; on one day the greater accession number is the later one (ties of the latest view). */
function compareFacts(a: Fact, b: Fact): number {
	if (a.known !== b.known) return a.known < b.known ? -1 : 1;
	return a.accn < b.accn ? -1 : a.accn > b.accn ? 1 : 0;
}

/** Two roundings of one figure in one filing: the table's and the text's. The more exact one is meant; at most a hundredth lies between. */
function finer(a: number, b: number): number | undefined {
	const unitOf = (value: number) => {
		let unit = 1;
		while (value !== 0 && value % (unit * 10) === 0) unit *= 10;
		return unit;
	};
	const [coarse, fine] = unitOf(a) >= unitOf(b) ? [a, b] : [b, a];
	const apart = Math.abs(coarse - fine);
	return apart <= unitOf(coarse) / 2 && apart <= Math.abs(fine) / 100 ? fine : undefined;
}

function usableFacts(tag: string, raw: RawFact[], today: Day, refused: Refusal[]): Fact[] {
	const facts = new Map<string, Fact>();
	const conflicts = new Set<string>();
	for (const fact of raw) {
		const { start, end, val, accn } = fact;
		const period = start ? `${printable(start)} to ${printable(end)}` : printable(end);
		const why = absurd(fact, today);
		if (why) {
			refused.push({ what: `${tag}, ${period}, in ${accn}`, why });
			continue;
		}
		const key = `${start ?? ''} ${end} ${accn}`;
		const other = facts.get(key);
		if (conflicts.has(key) || other?.val === val) continue;
		const exact = other ? finer(other.val, val) : val;
		if (exact === undefined) {
			conflicts.add(key);
			facts.delete(key);
			const both = `${other?.val.toLocaleString('en-US')} and ${val.toLocaleString('en-US')}`;
			refused.push({ what: `${tag}, ${period}, in ${accn}`, why: `The filing states two figures for it: ${both}.` });
			continue;
		}
		const filed = fact.filed ?? null;
		const known = filed ?? addDays(end, KNOWN_AFTER_DAYS);
		facts.set(key, { start: start ?? null, end, val: exact + 0, accn, form: fact.form ?? '', filed, known });
	}
	return [...facts.values()].sort(compareFacts);
}

/** The sentence for a part of a file that does not fit; `above` leads to that part. */
function misfit(file: string, { issues: [issue] }: z.ZodError, part: unknown, above: PropertyKey[]): string {
	const path = [...above, ...(issue?.path ?? [])];
	const place = path
		.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
		.join('')
		.slice(1);
	return `${file}${place && ` ${place}`}: expected ${issue?.message}, got ${showFact(at(part, issue?.path ?? []))}.`;
}

/**
 * Reads a file of companyfacts, strict on what is used and open where such files vary (null `fy`, `fp`, `form`, `filed`; no
 * `frame`). A file that is not one company's facts, or another company's, is a fault as a whole, with a sentence that names
 * the place; a fact that cannot be (dates, fractions of dollars, two figures at once) is refused by itself.
 *
 * @param wanted the ten-digit CIK that the file must be of, the us-gaap tags to read, and today: later facts are refused
 */
export function readFacts(
	json: string,
	wanted: { file: string; cik: string; tags: string[]; today: Day }
): { facts: CompanyFacts } | { fault: string } {
	const { file, cik, tags, today } = wanted;
	if (json.length > MOST_BYTES)
		return { fault: `${file}: expected at most ${MOST_BYTES / 1024 ** 2} MB, got a larger file.` };
	let raw: unknown;
	try {
		raw = JSON.parse(json.startsWith('\uFEFF') ? json.slice(1) : json);
	} catch (error) {
		if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
		const end =
			json.trim() === ''
				? 'an empty file'
				: `text that is no JSON or breaks off (${json.length.toLocaleString('en-US')} characters)`;
		return { fault: `${file}: expected the JSON of companyfacts, got ${end}. Download it again.` };
	}
	const parsed = fileSchema(tags).safeParse(raw);
	if (!parsed.success) return { fault: misfit(file, parsed.error, raw, []) };
	const { entityName, facts } = parsed.data;
	const got = String(parsed.data.cik).padStart(10, '0');
	if (got !== cik)
		return { fault: `${file}: expected the facts of CIK ${cik}, got those of ${printable(entityName)} (CIK ${got}).` };
	const refused: Refusal[] = [];
	const concepts: Record<string, z.output<typeof CONCEPT> | undefined> = facts['us-gaap'] ?? {};
	const lists = new Map<string, Fact[]>();
	for (const tag of tags) {
		const list: RawFact[] = [];
		for (const [index, entry] of (concepts[tag]?.units.USD ?? []).entries()) {
			// The first fault is enough: such a file is not the SEC's, and may be made to have a million of them.
			const fact = FACT.safeParse(entry);
			if (!fact.success)
				return { fault: misfit(file, fact.error, entry, ['facts', 'us-gaap', tag, 'units', 'USD', index]) };
			list.push(fact.data);
		}
		if (list.length > 0) lists.set(tag, usableFacts(tag, list, today, refused));
	}
	return { facts: { cik, entityName: printable(entityName), tags: lists, refused } };
}

/** The page of a filing, with links to its documents. */
export function filingAddress(cik: string, accn: string): string {
	return `https://www.sec.gov/Archives/edgar/data/${Number(cik)}/${accn.replaceAll('-', '')}/${accn}-index.htm`;
}
