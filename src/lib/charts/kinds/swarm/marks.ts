import type { Day } from '$lib/records/day';
import { FIRMNESS_NAMES, LABEL_NAMES, type Firmness, type WtfLabel } from '$lib/records/vocabularies';
import { day, money, plural } from '$lib/ui/format';

/** A deal among others. */
export interface SwarmMark {
	slug: string;
	title: string;
	day: Day;
	/** Null: nobody has stated a sum. */
	usd: number | null;
	label: WtfLabel | null;
	firmness: Firmness;
	cancelled: boolean;
}

export interface SwarmInput {
	/** In the order of their days. */
	marks: readonly SwarmMark[];
	as_of: Day;
	/** The days that are chosen; a missing end chooses all on its side. */
	from: Day | null;
	to: Day | null;
	/** Goes with each link to a deal. */
	query: string;
}

/** Whether a mark lies in the days that are chosen. */
export function isChosen(mark: Pick<SwarmMark, 'day'>, { from, to }: Pick<SwarmInput, 'from' | 'to'>): boolean {
	return !(from !== null && mark.day < from) && !(to !== null && mark.day > to);
}

/** One mark in words, without its title: `3 Nov 2025, $38B announced, definitive, read as Neutral`. */
export function markWords({ day: on, usd, firmness, cancelled, label }: SwarmMark): string {
	const sum = usd === null ? 'sum undisclosed' : `${money(usd)} announced`;
	const state = cancelled ? 'cancelled' : FIRMNESS_NAMES[firmness].toLowerCase();
	return `${day(on)}, ${sum}, ${state}, ${label ? `read as ${LABEL_NAMES[label]}` : 'not read'}`;
}

/** The swarm in one sentence. */
export function swarmSummary(input: SwarmInput): string {
	const { marks } = input;
	const largest = marks.reduce<SwarmMark | undefined>(
		(most, mark) => ((mark.usd ?? 0) > (most?.usd ?? 0) ? mark : most),
		undefined
	);
	const undisclosed = marks.filter((mark) => mark.usd === null).length;
	const chosen = marks.filter((mark) => isChosen(mark, input)).length;
	const parts = [`${plural(marks.length, 'deal')} by the day when each was first heard of`];
	if (largest?.usd) parts.push(`the largest announced is ${largest.title}, ${money(largest.usd)}`);
	if (undisclosed > 0) parts.push(`${undisclosed} without a stated sum`);
	if (chosen < marks.length) parts.push(`${chosen} in the days that are chosen`);
	return `${parts.join('; ')}.`;
}
