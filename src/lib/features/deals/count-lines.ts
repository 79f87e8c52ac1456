import type { DealAnswer } from '$lib/shared/deal';
import type { View } from '$lib/view';
import { day } from '$lib/ui/format';
import type { LedgerLine } from '$lib/shared/reconciliation-bars';
import { LAYER_NAMES } from '$lib/records/vocabularies';

/** One deal's way from headline to what it adds, and what of that has fallen due. */
export function dealLines({ steps, row, in_window, parent, alone }: DealAnswer, view: View): LedgerLine[] {
	if (!steps || !row) return [];
	const layer = LAYER_NAMES[row.layer].toLowerCase();
	const less: [string, number, string][] = [
		['Another layer', steps.other_layers, `the ${layer} layer is not in this count`],
		['Cut or cancelled', steps.cut_or_cancelled, 'less than was once said'],
		['Not firm enough', steps.not_firm, 'below the firmness asked for'],
		['Headline to estimate', steps.headline_to_estimate, `taken at the ${view.question.estimate} estimate`],
		['Outside the scope', steps.outside_scope, 'not in the US, or nobody says where'],
		[
			'Inside a bigger deal',
			steps.inside_bigger_deal,
			parent ? 'counted there, or already filled by what lies inside it' : 'already filled by the deals inside it'
		]
	];
	const due = row.contribution_usd === null ? alone.due_usd : row.due_usd;
	return [
		{ label: 'Headline', usd: steps.headline, note: 'the most that was ever announced' },
		...less
			.filter(([, usd], i) => usd !== 0 || i === 3 || i === 5)
			.map(([label, usd, note]): LedgerLine => ({
				label,
				usd: -usd,
				note: usd === 0 ? 'nothing to take off' : note,
				role: 'less'
			})),
		{ label: 'Counted, $B', usd: steps.counted ?? 0, role: 'total' },
		...(in_window
			? [
					{
						label: 'by itself, in the projection’s window',
						usd: in_window.due_usd,
						role: 'of' as const,
						note: in_window.title
					}
				]
			: []),
		{
			label: `${row.contribution_usd === null ? 'by itself, ' : ''}due to ${day(view.as_of)}`,
			usd: due,
			role: 'moved'
		}
	];
}
