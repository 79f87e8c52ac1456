import type { Question } from '$lib/ledger/question';
import { FIRMNESS, FIRMNESS_NAMES, LAYER_NAMES } from '$lib/records/vocabularies';
import type { DealRow } from './deal-rows';

/** Why a deal is left out of the count under a question, in words. */
export function leftOutReason(
	{ cancelled, layer, firmness }: Pick<DealRow, 'cancelled' | 'layer' | 'firmness'>,
	{ layers, firmness: least }: Pick<Question, 'layers' | 'firmness'>
): string {
	if (cancelled) return 'cancelled';
	if (!layers.includes(layer)) return `the ${LAYER_NAMES[layer].toLowerCase()} layer is not in this count`;
	if (FIRMNESS.indexOf(firmness) < FIRMNESS.indexOf(least))
		return `${FIRMNESS_NAMES[firmness].toLowerCase()}: below the firmness asked for`;
	return 'the filters leave it out';
}
