import { withDefaults } from './defaults';
import { parseView } from './parse';
import { namesOf, RULES, sortsOf } from './rules';
import type { ParamName, Values, View, ViewContext } from './types';

/** Values by name, as they are written in an address; null takes the name out, so that its default holds again. */
export type Changes = Partial<Record<ParamName, string | number | readonly string[] | null>>;

export interface WriteOptions {
	/** Write `as_of` always: a link that is copied shows the same next year. */
	pin?: boolean;
	/** Write these names only: for pages that look at a part of the state. */
	only?: readonly ParamName[];
}

/** These decide what is listed; a change to anything else starts again at the first page. */
const KEEPS_PAGE: ReadonlySet<string> = new Set<ParamName>(['page', 'basis', 'scale', 'raw', 'bom', 'labels']);

function valuesOf(view: View): Values {
	const { question, given: _given, ...rest } = view;
	const { layers, firmness, scope, estimate, filters } = question;
	const { q, kind, organisation, payer, payee, wtf, min_value, max_value } = filters;
	return {
		...rest,
		...{ layers, firmness, scope, estimate },
		...{ q, kind, organisation, payer, payee, wtf, min_value, max_value }
	};
}

function entriesAsIs(view: View, context: ViewContext, { pin, only }: WriteOptions): [ParamName, string][] {
	const values = valuesOf(view);
	const { as_of, projection, to } = values;
	// The defaults of a view hang on its day and its projection, and of `from` on whether `to` has to be written.
	const bare = withDefaults({ as_of, projection }, context);
	const defaults = { ...withDefaults(to === bare.to ? { as_of, projection } : { as_of, projection, to }, context) };
	defaults.as_of = context.today;
	defaults.projection = withDefaults({}, context).projection;
	defaults.to = bare.to;

	const forced = (name: ParamName) =>
		(name === 'as_of' && pin) ||
		(context.narrows && (name === 'layers' || name === 'firmness') && view.given.has(name));
	const text = <Name extends ParamName>(name: Name, from: Values) => RULES[name].write(from[name]);

	return namesOf(context)
		.filter((name) => !only || only.includes(name))
		.filter((name) => name !== 'sort' || sortsOf(context).includes(view.sort?.replace(/^-/, '') ?? ''))
		.filter((name) => forced(name) || text(name, values) !== text(name, defaults))
		.map((name) => [name, text(name, values)]);
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
	const changed = Object.entries(changes).filter(([, value]) => value !== undefined);
	if (changed.length === 0) return entriesAsIs(view, context, options);
	const params = new URLSearchParams(entriesAsIs(view, context, {}));
	if (changed.some(([name]) => !KEEPS_PAGE.has(name))) params.delete('page');
	for (const [name, value] of changed) {
		if (value === null) params.delete(name);
		else params.set(name, typeof value === 'object' ? value.join(',') : String(value));
	}
	return entriesAsIs(parseView(params, context).view, context, options);
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
