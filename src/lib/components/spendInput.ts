import type { Dashboard, Rival } from '$lib/answers/dashboard';
import type { DealRow } from '$lib/answers/deals';
import type { Bracket, IndexPoint, SpendDeal, SpendInput, Target } from '$lib/charts/engine/types';
import type { Projection } from '$lib/ledger/records';
import { floorOnly, targetOf, windowOf, windowYears } from '$lib/ledger/window';
import type { View } from '$lib/view';
import { money } from '$lib/ui/format';

function onCurve(row: DealRow): SpendDeal {
	const { slug, title, headline_usd, contribution_usd, terminator, idiocracy, label, firmness, kind } = row;
	return {
		slug,
		title,
		date: row.first_event,
		headline_usd,
		contribution_usd,
		terminator,
		idiocracy,
		label,
		firmness,
		kind
	};
}

/** A projection as a chart shows it: its central dollars, how they are read, whose they are. */
export function targetFrom(projection: Projection): Target {
	const target_usd = targetOf(projection);
	return {
		slug: projection.slug,
		target_usd,
		reading: `in ${windowYears(windowOf(projection))}`,
		author: projection.institution,
		floor: floorOnly(projection),
		window: windowOf(projection)
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

/** What the dashboard's chart is drawn from. */
export function spendInput(answer: Dashboard, view: View): SpendInput {
	const { points, markers, index, moves, projection, readings, rivals } = answer;
	const [other] = readings;
	const target = projection ? targetFrom(projection) : null;
	return {
		rows: points,
		deals: markers.map(onCurve),
		index: index.map(({ date, terminator, idiocracy }): IndexPoint => ({ date, terminator, idiocracy })),
		...(view.basis === 'counted' && { named: moves.map(({ date, title, usd }) => ({ date, text: title, usd })) }),
		projection: target,
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
