import { isListFormat, type ListFormat } from '$lib/formats';

export function match(param: string): param is ListFormat {
	return isListFormat(param);
}
