import type { DealAnswer } from '$lib/shared/deal';
import type { View } from '$lib/view';
import { day } from '$lib/ui/format';
import type { LedgerLine } from '$lib/shared/reconciliation-bars';
import { LAYER_NAMES } from '$lib/records/vocabularies';

const DUE_NOTES: Record<DealAnswer['standing'], string> = {
	signed: 'by its term or schedule; nobody saw it paid',
	unsigned: 'nothing is signed',
	cancelled: 'called off: only what was paid',
	awaiting: 'due when it is completed, which nobody has reported'
};

/** One deal's way from announced to what it adds, and when that falls due, in parts that do not overlap. */
export function dealLines(
	{ steps, row, in_window, parent, alone, split, standing }: DealAnswer,
	view: View
): LedgerLine[] {
	if (!steps || !row) return [];
	const layer = LAYER_NAMES[row.layer].toLowerCase();
	const less: [string, number, string][] = [
		['Another layer', steps.other_layers, `the ${layer} layer is not in this count`],
		['Cut or cancelled', steps.cut_or_cancelled, 'less than was once said'],
		['Not firm enough', steps.not_firm, 'below the firmness asked for'],
		['Range to estimate', steps.headline_to_estimate, `taken at the ${view.question.estimate} estimate`],
		['Outside the scope', steps.outside_scope, 'not in the US, or nobody says where'],
		[
			'Inside a bigger deal',
			steps.inside_bigger_deal,
			parent ? 'counted there, or already filled by what lies inside it' : 'already filled by the deals inside it'
		]
	];
	const byItself = row.contribution_usd === null ? 'by itself, ' : '';
	const parts: LedgerLine[] =
		standing !== 'signed'
			? []
			: [
					{
						label: `${byItself}due after that, to ${day(in_window?.end ?? view.as_of)}`,
						usd: split.in_window_usd,
						role: 'of',
						note: in_window?.title
					},
					{
						label: `${byItself}due later${alone.end ? `, to ${day(alone.end)}` : ''}`,
						usd: split.later_usd,
						role: 'of'
					}
				];
	return [
		{ label: 'Announced', usd: steps.headline, note: 'the most that any event has stated' },
		...less
			.filter(([, usd], i) => usd !== 0 || i === 3 || i === 5)
			.map(([label, usd, note]): LedgerLine => ({
				label,
				usd: -usd,
				note: usd === 0 ? 'nothing to take off' : note,
				role: 'less'
			})),
		{ label: 'Counted, $B', usd: steps.counted ?? 0, role: 'total' },
		{ label: `${byItself}due to ${day(view.as_of)}`, usd: split.due_usd, role: 'due', note: DUE_NOTES[standing] },
		...parts.filter(({ usd }) => usd !== 0)
	];
}
