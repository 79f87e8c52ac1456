import { IMPORTS, type Import } from '$lib/records';

/** The tables that an import takes. */
export function match(param: string): param is Import {
	return IMPORTS.some((each) => each === param);
}
