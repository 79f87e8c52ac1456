import { isFormat, type Format } from '$lib/formats';

/** The ending of an address of data. Which table has which, the registry of tables says. */
export function match(param: string): param is Format {
	return isFormat(param);
}
