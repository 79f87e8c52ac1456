import type { FieldChange } from './field-changes';
import { day, dollars } from '$lib/ui/format';
import { fieldWords, isMoney, wordLabel } from '$lib/records/derive/text';

/** The field in words: `Events, 10 Sep 2025 clarified: value, central`. */
export function fieldText({ path, entry }: FieldChange): string {
	const [first = '', ...inner] = path.filter((step) => typeof step === 'string').map(fieldWords);
	const list = first.charAt(0).toUpperCase() + first.slice(1);
	const named = entry?.replace(/^\d{4}(-\d{2}){0,2}(?= |$)/, day).replaceAll('_', ' ');
	const where = named === undefined ? list : `${list}, ${named}`;
	return inner.length === 0 ? where : `${where}: ${inner.join(', ')}`;
}

/** True for what is shown field by field: an event, a source, a value with its ends. */
export function isGroup(value: unknown): boolean {
	return typeof value === 'object' && value !== null && (!Array.isArray(value) || value.some(isGroup));
}

/** A recorded value in a few words: dollars with their sign, lists in a row, groups by field; a true one reads yes. */
export function valueText(value: unknown, field: string | number | undefined): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'number') {
		const money = typeof field === 'string' && isMoney(field);
		return money ? dollars(value) : String(value);
	}
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	const words = typeof field === 'string' && typeof value === 'string' ? wordLabel(field, value) : undefined;
	if (words !== undefined) return words;
	if (typeof value === 'string') return /^\d{4}(-\d{2}){1,2}$/.test(value) ? day(value) : value;
	if (Array.isArray(value)) {
		const nested = value.some((each) => typeof each === 'object');
		return value.map((each) => valueText(each, field)).join(nested ? '\n\n' : ', ');
	}
	return Object.entries(value)
		.filter(([, inner]) => inner !== undefined && inner !== null)
		.map(([name, inner]) => {
			const text = valueText(inner, name);
			return `${fieldWords(name)}: ${isGroup(inner) ? text.replace(/\n+/g, ', ') : text}`;
		})
		.join('\n');
}
