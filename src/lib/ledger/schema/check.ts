import type { z } from 'zod';
import type { RecordKind } from '$lib/records';
import { deal, dealRules } from './deal';
import { capped, explain, type Rule, type SchemaFault } from './fault';
import type { RecordOf } from './keys';
import { indicator, organisation, projection, projectionRules } from './others';
import { capex, capexRules, fundamental, fundamentalRules, guidance, guidanceRules } from './rows';

/** The schema of each kind of record: fields and what each takes. Shared by the dataset reader and by whatever else writes. */
export const SCHEMAS = {
	deals: deal,
	organisations: organisation,
	projections: projection,
	indicators: indicator,
	capex,
	guidance,
	fundamentals: fundamental
} as const satisfies Record<RecordKind, z.ZodType>;

const RULES: Record<RecordKind, Rule[]> = {
	deals: dealRules,
	organisations: [],
	projections: projectionRules,
	indicators: [],
	capex: capexRules,
	guidance: guidanceRules,
	fundamentals: fundamentalRules
};

/** A record in canonical form (fields in the order of its schema), or what is wrong with it: the first hundred faults, and how many more. */
export type Checked<K extends RecordKind> = { record: RecordOf<K> } | { faults: SchemaFault[] };

function others(more: string): SchemaFault {
	return { path: [], expected: 'no other faults', got: `${more} more` };
}

/** Checks one record by itself, by schema and by the rules between its fields. What concerns other records: `crossFaults`. */
export function checkRecord<K extends RecordKind>(kind: K, raw: unknown): Checked<K> {
	const parsed = SCHEMAS[kind].safeParse(raw);
	const faults = RULES[kind].flatMap((rule) => rule(raw));
	if (!parsed.success) faults.unshift(...explain(parsed.error, raw));
	return parsed.success && faults.length === 0
		? { record: parsed.data as RecordOf<K> }
		: { faults: capped(faults, others) };
}
