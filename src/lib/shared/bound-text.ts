import type { Bound } from '$lib/ledger/bound';
import { ANY_PARTY } from '$lib/records/parts';
import { day, money, plural } from '$lib/ui/format';

/** Who may leave, at what notice and from when: `either party may leave at 90 days’ notice from 1 Jan 2027`. */
export function noticeText({ by, days, from }: NonNullable<Bound['notice']>, names: Record<string, string>): string {
	const who = by === ANY_PARTY ? 'either party' : (names[by] ?? by);
	const notice = days === 0 ? 'without notice' : `at ${plural(days, 'day’s', 'days’')} notice`;
	return `${who} may leave ${notice} from ${day(from)}`;
}

/** What binds a deal that somebody may leave, whole dollars, as a sentence. */
export function boundText(
	bound_usd: number,
	notice: NonNullable<Bound['notice']>,
	names: Record<string, string>
): string {
	return `Bound: ${money(bound_usd)} falls due before notice could end it; ${noticeText(notice, names)}.`;
}
