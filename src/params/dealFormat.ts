import { isFormat, type Format } from '$lib/formats';

export function match(param: string): param is Format {
	return isFormat(param);
}
