import type { HandleServerError } from '@sveltejs/kit';
import { suggestRecords } from '$lib/shared/suggest';
import { BEGIN, STANDS } from '$lib/app/suggestions';
import { addressWords } from '$lib/view/addressWords';
import { logFault } from '../http/log';
import { currentSnapshot } from '../ledger/open';

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) {
		const words = addressWords(event.url.pathname);
		const near = event.locals.mayRead ? suggestRecords(currentSnapshot().book, words) : [];
		return { message: 'There is no page at this address.', words, near, ways: BEGIN };
	}
	if (status < 500) return { message, ways: BEGIN };
	const mark = logFault(error, event);
	return { message: `Something went wrong on our side and was written down, under the mark ${mark}.`, ways: STANDS };
};
