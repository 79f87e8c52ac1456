import type { FieldChange } from './field-changes';
import type { RecordKind } from '$lib/records';
import { day, dollars } from '$lib/ui/format';
import {
	EVENT_NAMES,
	FIRMNESS_NAMES,
	KIND_NAMES,
	LAYER_NAMES,
	ORGANISATION_KIND_NAMES
} from '$lib/records/vocabularies';

/** What the kinds of record are called, one of them. */
export const RECORD_NAMES: Record<RecordKind, string> = {
	deals: 'Deal',
	organisations: 'Organisation',
	projections: 'Projection',
	indicators: 'Reading',
	capex: 'Reported quarter',
	guidance: 'Guidance',
	fundamentals: 'Reported figure'
};

/** What the pages that list them are called. */
export const LIST_NAMES: Record<RecordKind, string> = {
	deals: 'Deals',
	organisations: 'Organisations',
	projections: 'Projections',
	indicators: 'Indicators',
	capex: 'Capital spending',
	guidance: 'Guidance',
	fundamentals: 'Reported figures'
};

/** Fields whose names are not words. */
const NAMES: Record<string, string> = {
	us_share: 'US share',
	capacity_gw: 'capacity in GW',
	amount_usd: 'amount',
	low_usd: 'low',
	high_usd: 'high',
	url: 'address',
	cik: 'CIK'
};

/** The words of closed vocabularies as people read them, by field. */
const VALUES: Record<string, Record<string, string>> = {
	kind: { ...KIND_NAMES, ...ORGANISATION_KIND_NAMES },
	layer: LAYER_NAMES,
	firmness: FIRMNESS_NAMES,
	type: EVENT_NAMES
};

function wordsOf(field: string): string {
	return NAMES[field] ?? field.replaceAll('_', ' ');
}

const AMOUNTS = new Set(['low', 'central', 'high', 'amount']);

/** The field in words: `Events, 10 Sep 2025 clarified: value, central`. */
export function fieldText({ path, entry }: FieldChange): string {
	const [first = '', ...inner] = path.filter((step) => typeof step === 'string').map(wordsOf);
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
		const isMoney = typeof field === 'string' && (AMOUNTS.has(field) || field.endsWith('_usd'));
		return isMoney ? dollars(value) : String(value);
	}
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	const words = typeof field === 'string' && typeof value === 'string' ? VALUES[field]?.[value] : undefined;
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
			return `${wordsOf(name)}: ${isGroup(inner) ? text.replace(/\n+/g, ', ') : text}`;
		})
		.join('\n');
}
