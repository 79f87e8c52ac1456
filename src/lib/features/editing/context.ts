import { createContext } from 'svelte';
import type { Open } from '$lib/forms/conflicts';
import type { Picked } from '$lib/records/define';
import type { FieldFault, Typed } from '$lib/forms/types';

/** What every field of a form looks at. */
export interface FormState {
	readonly typed: Typed;
	/** What stands in the ledger, by the places of its own lists. */
	readonly recorded: Typed;
	readonly faults: ReadonlyMap<string, FieldFault>;
	readonly conflicts: ReadonlyMap<string, Open>;
	readonly names: Partial<Record<Picked, string[]>>;
}

export const [formState, giveFormState] = createContext<FormState>();

/** The id of a field by its path. */
export function idOf(path: string): string {
	return `f-${path.replaceAll('.', '-')}`;
}
