import type { Day } from './day';
import type { PartFault } from './define';

/** Something that the method says from a day on, until the next. */
export interface InForce {
	from: Day;
}

/** What is in force on a day: the last that had begun by then; before the first day of all, the first. */
export function inForceAt<T extends InForce>(list: readonly T[], day: Day): T | undefined {
	return list.findLast(({ from }) => from <= day) ?? list[0];
}

/** What of a list had begun by a day, each with what it took the place of; the first always, because it holds before its day too. */
export function begunBy<T extends InForce>(list: readonly T[], day: Day): { now: T; before: T | null }[] {
	return list
		.map((now, place) => ({ now, before: list[place - 1] ?? null }))
		.filter(({ now, before }) => before === null || now.from <= day);
}

/** The days from which the entries of a list hold rise; `what` names the entries in the sentence. */
export function inRisingOrder(what: string): (list: { from: string }[]) => PartFault[] {
	return (list) =>
		list.flatMap(({ from }, index) => {
			const before = list[index - 1]?.from;
			if (before === undefined || before < from) return [];
			const expected = `a day after ${before} (${what} stand in the order of their days)`;
			return [{ path: [index, 'from'], expected, got: from }];
		});
}
