import { FORMATS } from '$lib/view/formats';

export function match(param: string): param is (typeof FORMATS)[number] {
	return FORMATS.some((format) => format === param);
}
