import { PARAM_NAMES, paramOf } from './names';
import type { Defaults, Param } from './param';
import type { ParamName, Values } from './params';
import type { ViewContext } from './types';

function fallbackOf<T>({ fallback }: Param<T>, defaults: Defaults): T {
	return typeof fallback === 'function' ? (fallback as (defaults: Defaults) => T)(defaults) : fallback;
}

/**
 * The values of everything that an address leaves out (MODEL section 9). What it does give decides the rest: `as_of`
 * the end of the range, and on `/` and `/spend` the projection its window and scope.
 */
export function withDefaults(given: Partial<Values>, context: ViewContext): Values {
	const values: Partial<Values> = {};
	const at = <Name extends ParamName>(name: Name): Values[Name] => {
		if (!Object.hasOwn(values, name)) {
			const value = given[name];
			values[name] = value === undefined ? fallbackOf(paramOf(name), defaults) : settled(paramOf(name), value);
		}
		return values[name] as Values[Name];
	};
	const settled = <T>({ settled }: Param<T>, value: T): T => (settled ? settled(value, defaults) : value);
	const defaults: Defaults = {
		context,
		endIsGiven: given.to !== undefined,
		at,
		chosen: () => (context.windowed ? context.projections.find(({ slug }) => slug === at('projection')) : undefined)
	};
	for (const name of PARAM_NAMES) at(name);
	return values as Values;
}
