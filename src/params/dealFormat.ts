import { DEAL_FORMATS, type Format } from '$lib/view/formats';

export function match(param: string): param is Format {
	return DEAL_FORMATS.some((format) => format === param);
}
