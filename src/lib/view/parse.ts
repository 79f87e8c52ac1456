import { dayNumber } from '$lib/records/day';
import { nearestMatches } from '$lib/records/typed/fuzzy-match';
import type { Filters } from '$lib/ledger/question';
import { withDefaults } from './defaults';
import { namesOf, PARAM_NAMES, paramOf, valuesIn } from './names';
import { safeText, quoteText } from './text';
import type { ParamName, Values, View, ViewContext, ViewFault } from './types';

const MOST_ROWS = 20_000;
const MOST_FAULTS = 20;

const KNOWN: ReadonlySet<string> = new Set(PARAM_NAMES);
function isKnown(name: string): name is ParamName {
	return KNOWN.has(name);
}

/** What is given, by name, without what is empty: a form sends its empty fields too. */
function gatherValues(params: URLSearchParams): Map<string, string[]> {
	const given = new Map<string, string[]>();
	for (const [name, text] of params) {
		const parts = isKnown(name) && paramOf(name).list ? text.split(',') : [text];
		for (const part of parts) {
			const value = part.trim();
			if (value === '') continue;
			const others = given.get(name);
			if (others) others.push(value);
			else given.set(name, [value]);
		}
	}
	return given;
}

/** The whole sentence of a fault. */
function sentence(field: string, { got, takes, wrong }: { got: string; takes: string; wrong?: string }): string {
	return `${field} ${wrong ?? `cannot be ${quoteText(got)}`}; it takes ${takes}.`;
}

function unknownName(name: string, got: readonly string[], context: ViewContext): ViewFault {
	const like = nearestMatches(name, namesOf(context), (known) => [known], 3);
	const field = safeText(name);
	const table = isKnown(name) ? ' It is known where a table (csv) is written.' : '';
	const hint = like.length > 0 && !table ? ` Did you mean ${like[0]}?` : '';
	return {
		field,
		got: safeText(got[0] ?? ''),
		message: `${field === '' ? 'A value without a name' : field} is not known at this address.${table}${hint}`,
		choices: like.length > 0 ? like : namesOf(context)
	};
}

/** Faults that several fields make together; only what the address gives can be at fault. */
function checkTogether(
	values: Values,
	given: ReadonlySet<string>,
	broken: ReadonlySet<string>,
	context: ViewContext
): ViewFault[] {
	const faults: ViewFault[] = [];
	const sound = (...names: ParamName[]) => names.every((name) => !broken.has(name));
	if (values.from > values.to && sound('from', 'to', 'as_of', 'projection')) {
		const field = given.has('from') ? 'from' : 'to';
		const other = field === 'from' ? `to (${values.to})` : `from (${values.from})`;
		const position = field === 'from' ? 'lies after' : 'lies before';
		faults.push({
			field,
			got: values[field],
			message: `${field} ${position} ${other}; it takes a day not ${field === 'from' ? 'after' : 'before'} it.`
		});
	}
	if (context.past && values.to > values.as_of && sound('to', 'as_of'))
		faults.push({
			field: 'to',
			got: values.to,
			message: `to lies after as_of (${values.as_of}), and nothing is known of the days after that; it takes a day not after it.`
		});
	const rows = dayNumber(values.to) - dayNumber(values.from) + 1;
	if (values.step === 'day' && rows > MOST_ROWS && sound('from', 'to', 'step'))
		faults.push({
			field: 'step',
			got: 'day',
			message: `step day from ${values.from} to ${values.to} makes ${rows.toLocaleString('en-US')} rows; a series takes at most 20,000: choose a longer step or a shorter range.`,
			choices: ['month', 'quarter', 'year']
		});
	const { min_value, max_value } = values;
	if (min_value !== undefined && max_value !== undefined && min_value > max_value)
		faults.push({
			field: 'min_value',
			got: String(min_value),
			message: `min_value is more than max_value (${max_value}); it takes whole US dollars up to that.`
		});
	return faults;
}

/** A filter that is missing has no key, so that equal questions are equal objects. */
function viewOf(values: Values, given: ReadonlySet<ParamName>): View {
	const all: { [Name in keyof Required<Filters>]: Filters[Name] } = valuesIn(values, 'filter');
	const filters: Filters = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
	return { question: { ...valuesIn(values, 'question'), filters }, ...valuesIn(values, 'view'), given };
}

/**
 * Reads the address bar by the rules of MODEL section 9. Never throws, whatever the address holds: what is wrong comes
 * back as faults (at most 20, the last one saying how many more there are), and the view then has the default in the place
 * of each wrong value, so that a page can still show its controls. Lists come back in canonical order without repeats.
 */
export function parseView(params: URLSearchParams, context: ViewContext): { view: View; faults: ViewFault[] } {
	const faults: ViewFault[] = [];
	const broken = new Set<string>();
	const values: Partial<Values> = {};
	const gathered = gatherValues(params);
	const known = new Set<string>(namesOf(context));

	function read<Name extends ParamName>(name: Name, given: readonly string[]): void {
		const rule = paramOf(name);
		const reading =
			given.length > 1 && !rule.list
				? { got: given.slice(0, 9).join(','), wrong: `is given ${given.length} times`, takes: 'one value' }
				: rule.read(given, context);
		if ('value' in reading) {
			values[name] = reading.value;
			return;
		}
		broken.add(name);
		const fault: ViewFault = { field: name, got: safeText(reading.got), message: sentence(name, reading) };
		if ('choices' in reading && reading.choices) fault.choices = reading.choices;
		faults.push(fault);
	}

	for (const name of PARAM_NAMES) {
		const given = gathered.get(name);
		if (given && known.has(name)) read(name, given);
	}
	const filled = withDefaults(values, context);
	faults.push(...checkTogether(filled, new Set(gathered.keys()), broken, context));

	const unknown = context.address === 'data' ? [...gathered].filter(([name]) => !known.has(name)) : [];
	for (const [name, got] of unknown.slice(0, MOST_FAULTS)) faults.push(unknownName(name, got, context));
	const total = faults.length + Math.max(0, unknown.length - MOST_FAULTS);
	if (total > MOST_FAULTS) {
		faults.length = MOST_FAULTS - 1;
		const more = (total - faults.length).toLocaleString('en-US');
		faults.push({ field: '', got: '', message: `The address holds ${more} more faults.` });
	}
	return { view: viewOf(filled, new Set(PARAM_NAMES.filter((name) => gathered.has(name) && known.has(name)))), faults };
}
