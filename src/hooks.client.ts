import type { HandleClientError } from '@sveltejs/kit';

/** What a page says when it failed on its way: most often the line was lost. */
export const handleError: HandleClientError = ({ status, message }) => ({
	message: status < 500 ? message : 'It was lost on its way. Look whether you are connected, and try it again.'
});
