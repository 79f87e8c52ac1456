import { goto } from '$app/navigation';
import { parseView, serialiseView, type ViewContext } from '$lib/view';

/** Leads to a page as its form now says, in the canonical address; Back undoes it. */
export function asking(path: string, context: ViewContext): (params: URLSearchParams) => void {
	return (params) => {
		const { view, faults } = parseView(params, context);
		// What is wrong is left as it was typed, so that the answer can say so.
		const query = faults.length > 0 ? params.toString() : serialiseView(view, context);
		void goto(query ? `${path}?${query}` : path, { keepFocus: true, noScroll: true });
	};
}
