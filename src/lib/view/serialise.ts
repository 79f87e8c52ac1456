import { withDefaults } from './defaults';
import { namesIn, namesOf, inCanonicalOrder, PARAM_NAMES, paramOf, canonicalText } from './names';
import type { NamesIn } from './params';
import type { ParamName, Values, View, ViewContext } from './types';

/** Sound values by name; null (or nothing in it) takes the name out, so that its default holds again, and `none` is no projection. */
export type Changes = { [Name in ParamName]?: Values[Name] | null };

export interface WriteOptions {
	/** Write `as_of` always, and the revision where the context knows it: a link that is copied shows the same next year. */
	pin?: boolean;
	/** Write these names only: for pages that look at a part of the state. */
	only?: readonly ParamName[];
}

function valuesOf({ question, given: _given, ...rest }: View): Values {
	const { filters, ...how } = question;
	const asked = Object.fromEntries(namesIn('filter').map((name) => [name, filters[name]]));
	return { ...rest, ...how, ...(asked as Pick<Values, NamesIn<'filter'>>) };
}

/** What is written of values, some of which were given. */
function entriesOf(
	values: Values,
	given: ReadonlySet<ParamName>,
	context: ViewContext,
	{ pin, only }: WriteOptions
): [ParamName, string][] {
	if (pin && context.lastRevision !== undefined)
		values = { ...values, revision: values.revision ?? context.lastRevision };
	const { as_of, projection, to } = values;
	// The defaults of a view hang on its day and its projection, and of `from` on whether `to` has to be written.
	const bare = withDefaults({ as_of, projection }, context);
	const defaults = { ...withDefaults(to === bare.to ? { as_of, projection } : { as_of, projection, to }, context) };
	defaults.as_of = context.today;
	defaults.projection = withDefaults({ as_of }, context).projection;
	defaults.to = bare.to;

	const forced = (name: ParamName) =>
		(name === 'as_of' && pin) || (context.narrows && paramOf(name).narrows && given.has(name));
	// The range of another page's chart is no choice among deals.
	const isOwn = (name: ParamName) => !context.narrows || (name !== 'from' && name !== 'to') || given.has(name);
	const fits = <Name extends ParamName>(name: Name) => paramOf(name).fits?.(values[name], context) ?? isOwn(name);

	return namesOf(context)
		.filter((name) => !only || only.includes(name))
		.filter(fits)
		.filter((name) => forced(name) || canonicalText(name, values[name]) !== canonicalText(name, defaults[name]))
		.map((name) => [name, canonicalText(name, values[name])]);
}

type Change = [ParamName, Values[ParamName] | null];

/** What an address gives, after changes to it. */
function changed(given: [string, unknown][], changes: readonly Change[]): Partial<Values> {
	const after = new Map(given);
	if (changes.some(([name]) => !paramOf(name).keepsPage)) after.delete('page');
	for (const [name, value] of changes) {
		if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) after.delete(name);
		else if (value === paramOf(name).none) after.set(name, null);
		else after.set(name, Array.isArray(value) ? inCanonicalOrder(name, value) : value);
	}
	return Object.fromEntries(after);
}

/**
 * The names and values of a view that are not the defaults of the address `context` stands for, in canonical order: what
 * its query string holds, and what a form has to carry along in hidden fields. Changes are made as if typed into the
 * address: what was left to its default follows them (a new projection brings its own window), and the page starts again
 * at 1 unless the change keeps the list as it is.
 */
export function viewEntries(
	view: View,
	context: ViewContext,
	changes: Changes = {},
	options: WriteOptions = {}
): [ParamName, string][] {
	const values = valuesOf(view);
	const made = Object.entries(changes).filter(([, value]) => value !== undefined) as Change[];
	if (made.length === 0) return entriesOf(values, view.given, context, options);
	const names = entriesOf(values, view.given, context, {}).map(([name]) => name);
	const given = changed(
		names.map((name) => [name, values[name]]),
		made
	);
	return entriesOf(withDefaults(given, context), new Set(Object.keys(given) as ParamName[]), context, options);
}

/** The query string of a view, without `?`; empty where everything is at its default. See `viewEntries`. */
export function serialiseView(view: View, context: ViewContext, changes?: Changes, options?: WriteOptions): string {
	return new URLSearchParams(viewEntries(view, context, changes, options)).toString().replaceAll('%2C', ',');
}

/** A link: a path with the view as its query string, some values changed. `context` is that of the path led to. */
export function withParam(
	path: string,
	view: View,
	context: ViewContext,
	changes?: Changes,
	options?: WriteOptions
): string {
	const query = serialiseView(view, context, changes, options);
	return query === '' ? path : `${path}?${query}`;
}

/**
 * What a page hands on to the pages of the records it lists: its query string with `?`, empty where all of it is at its
 * default. `context` is that of the page itself; `without` names what its records are not asked with.
 */
export function carryQuery(
	view: View,
	context: ViewContext,
	{ changes, without = [] }: { changes?: Changes; without?: readonly ParamName[] } = {}
): string {
	const only = PARAM_NAMES.filter((name) => paramOf(name).handedOn && !without.some((each) => each === name));
	return withParam('', view, context, changes, { only });
}
