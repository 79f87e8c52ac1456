import { createHash } from 'node:crypto';
import type { AccountStore, Instant } from './types';

/** How long an attempt counts, in milliseconds. */
export const WINDOW = 15 * 60_000;
/** Wrong passwords for one account within the window; then it takes none until the first of them is past it. */
export const MOST_ON_ACCOUNT = 5;
/** The same for one network address, whatever the accounts. */
export const MOST_FROM_ADDRESS = 40;

type Attempts = Pick<
	AccountStore,
	'atomically' | 'addAttempt' | 'attemptOn' | 'attemptFrom' | 'forgetAttemptsBefore' | 'forgetAttemptsOn'
>;

function accountOf(email: string): string {
	return createHash('sha256').update(email).digest('hex');
}

/**
 * Notes an attempt before its password is looked at, so that many at once count as many; 0, or how many milliseconds to wait.
 * An account that does not exist is held to the same limit as one that does.
 */
export function noteAttempt(
	store: Attempts,
	{ email, address, at }: { email: string; address: string; at: Instant }
): number {
	const account = accountOf(email);
	return store.atomically(() => {
		store.forgetAttemptsBefore(at - WINDOW);
		const full = [store.attemptOn(account, MOST_ON_ACCOUNT), store.attemptFrom(address, MOST_FROM_ADDRESS)];
		const wait = Math.max(0, ...full.map((since) => (since === undefined ? 0 : since + WINDOW - at)));
		if (wait === 0) store.addAttempt({ account, address, at });
		return wait;
	});
}

/** The password was right: earlier mistakes on the account no longer count. */
export function forgetMistakes(store: Attempts, email: string): void {
	store.forgetAttemptsOn(accountOf(email));
}
