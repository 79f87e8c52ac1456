import type { Param, Part } from './param';
import { PARAMS, type NamesIn, type ParamName, type Values } from './params';
import type { ViewContext } from './types';

/** The names of an address in the order in which they are written. */
export const PARAM_NAMES = Object.keys(PARAMS) as ParamName[];

/** The entry of a name. */
export function paramOf<Name extends ParamName>(name: Name): Param<Values[Name]> {
	return PARAMS[name] as Param<Values[Name]>;
}

/** The names that an address knows: all, but some only where it writes a table. */
export function namesOf(context: ViewContext): ParamName[] {
	return PARAM_NAMES.filter((name) => !paramOf(name).table || context.table);
}

/** The names that stand in a part of a view. */
export function namesIn<P extends Part>(part: P): NamesIn<P>[] {
	return PARAM_NAMES.filter((name): name is NamesIn<P> => paramOf(name).part === part);
}

/** The values that stand in a part of a view. */
export function valuesIn<P extends Part>(values: Values, part: P): Pick<Values, NamesIn<P>> {
	return Object.fromEntries(namesIn(part).map((name) => [name, values[name]])) as Pick<Values, NamesIn<P>>;
}

/** A list as it is kept: in its canonical order, without repeats. */
export function inCanonicalOrder(name: ParamName, list: readonly string[]): string[] {
	return paramOf(name).order?.(list) ?? [...new Set(list)].sort();
}

/** The canonical text of a value; empty where there is none. */
export function canonicalText<Name extends ParamName>(name: Name, value: Values[Name]): string {
	if (Array.isArray(value)) return value.join(',');
	if (typeof value === 'boolean') return value ? '1' : '0';
	return String(value ?? paramOf(name).none ?? '');
}
