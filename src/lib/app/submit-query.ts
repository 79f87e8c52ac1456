import { goto } from '$app/navigation';
import { serialiseView, type ViewContext } from '$lib/view';

/** The query string of what a form says: canonical, or as it was typed where something in it is wrong, so that the answer can say so. */
async function canonical(params: URLSearchParams, context: ViewContext): Promise<string> {
	const { parseView } = await import('$lib/view/parse');
	const { view, faults } = parseView(params, context);
	return faults.length > 0 ? params.toString() : serialiseView(view, context);
}

/** Leads to a page as its form now says, in the canonical address; Back undoes it. */
export function submitTo(path: string, context: ViewContext): (params: URLSearchParams) => Promise<void> {
	return async (params) => {
		// What reads an address is fetched for the first change; without a network the page says what is wrong with that.
		const query = await canonical(params, context).catch(() => params.toString());
		await goto(query ? `${path}?${query}` : path, { keepFocus: true, noScroll: true });
	};
}
