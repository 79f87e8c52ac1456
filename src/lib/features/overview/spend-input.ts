import type { Dashboard, Rival } from './answer';
import { announcedSum } from '$lib/shared/announced';
import type { DealRow } from '$lib/shared/deal-rows';
import type { Bracket, IndexPoint, SpendDeal, SpendInput } from '$lib/charts/kinds/spend/types';
import { targetFrom } from '$lib/shared/projection-target';
import { windowYears } from '$lib/ledger/window';
import type { Day } from '$lib/records/day';
import type { View } from '$lib/view';
import { money } from '$lib/ui/format';

function onCurve(row: DealRow, step: Day | undefined): SpendDeal {
	const { slug, title, contribution_usd, terminator, idiocracy, label, firmness, kind } = row;
	return {
		slug,
		title,
		date: row.first_event,
		step,
		headline_usd: announcedSum(row),
		contribution_usd,
		terminator,
		idiocracy,
		label,
		firmness,
		kind
	};
}

/** A rival as a bracket: whose it is, and of what whole it is the part. */
function bracket(rival: Rival): Bracket {
	const { slug, institution, window, target_usd, usd, low_usd, high_usd, floor, part } = rival;
	const years = windowYears(window);
	return {
		slug,
		usd,
		low_usd,
		high_usd,
		floor,
		reading: part ? `part of ${money(target_usd)}` : `in ${years}`,
		author: institution
	};
}

/** What of a row is due. */
function dueOf({ due_usd, in_window_usd }: Dashboard['points'][number]) {
	return { due_usd, in_window_usd };
}

/** What the dashboard's chart is drawn from. */
export function spendInput(answer: Dashboard, view: View): SpendInput {
	const { points, signed, markers, steps, index, moves, projection, readings, rivals, reported } = answer;
	const [other] = readings;
	const target = projection ? targetFrom(projection) : null;
	return {
		rows: signed ? points.map((row, i) => ({ ...row, ...dueOf(signed[i]!) })) : points,
		unsigned: signed ? points.map((row) => ({ date: row.date, usd: row.in_window_usd ?? row.due_usd })) : [],
		deals: markers.map((row) => onCurve(row, steps[row.slug])),
		index: index.map(({ date, terminator, idiocracy }): IndexPoint => ({ date, terminator, idiocracy })),
		...(view.basis === 'counted' && { named: moves.map(({ date, title, usd }) => ({ date, text: title, usd })) }),
		projection: target,
		reported,
		rivals: rivals.map(bracket),
		alternative:
			target && other
				? {
						...target,
						slug: other.slug,
						target_usd: other.target_usd,
						reading: 'in the other reading',
						path: other.path
					}
				: null,
		as_of: view.as_of
	};
}
