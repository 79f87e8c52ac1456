import { idOf } from '$lib/records/keys';
import type { RecordKind } from '$lib/records';
import { difference, pathText, type FieldChange } from '$lib/shared/field-changes';

/** One write, as a table shows it. */
export interface RevisionRow {
	revision: number;
	/** An instant in UTC, ISO 8601. */
	at: string;
	who: string;
	why: string;
	/** How many records it touched. */
	records: number;
}

/** What one write made of one record. Null: there was none before, or is none after. */
interface Touched {
	kind: RecordKind;
	key: string;
	before: unknown;
	after: unknown;
}

/** The same, ready to be read. */
export interface RecordChange {
	kind: RecordKind;
	key: string;
	title: string;
	change: 'added' | 'changed' | 'removed';
	/** Its page, where it still stands. */
	href: string | null;
	fields: FieldChange[];
}

function recordTexts(record: unknown, names: string[]): string[] {
	if (typeof record !== 'object' || record === null) return [];
	return names.flatMap((name) => {
		const value: unknown = Reflect.get(record, name);
		return typeof value === 'string' ? [value] : [];
	});
}

/** What a record is called; of a row what tells people which one it is. */
export function recordTitle(
	kind: RecordKind,
	record: unknown,
	nameOf: (organisation: string) => string = (slug) => slug
): string | undefined {
	const row = (names: string[]) => {
		const [company, ...rest] = recordTexts(record, ['company', ...names]);
		return company && [nameOf(company), ...rest.map((text) => text.replaceAll('_', ' '))].join(', ');
	};
	if (kind === 'capex') return row(['fiscal_period', 'measure']);
	if (kind === 'guidance') return row(['given_on', 'measure']);
	if (kind === 'fundamentals') {
		return row(['metric', 'as_of', 'period_end']);
	}
	return recordTexts(record, ['title', 'name'])[0];
}

/** What a write made of a record, field by field. */
export function recordChange(touched: Touched): RecordChange {
	const { kind, key, before, after } = touched;
	return {
		kind,
		key,
		title: recordTitle(kind, after ?? before) || key,
		change: before === null ? 'added' : after === null ? 'removed' : 'changed',
		href: after === null ? null : `/${kind}/${idOf(key)}`,
		fields: difference(before, after)
	};
}

function asJson(fields: FieldChange[], side: 'before' | 'after'): string | null {
	const held = fields.filter((each) => each[side] !== undefined);
	if (held.length === 0) return null;
	return JSON.stringify(Object.fromEntries(held.map((each) => [pathText(each.path), each[side]])));
}

/** The same as a row of a table. */
export function recordChangeRow({ revision, at, who, why }: Omit<RevisionRow, 'records'>, touched: Touched) {
	const { kind, key, title, change, fields } = recordChange(touched);
	return {
		...{ revision, at, who, why, kind, key, title, change },
		fields: fields.map(({ path }) => pathText(path)),
		before: asJson(fields, 'before'),
		after: asJson(fields, 'after')
	};
}
