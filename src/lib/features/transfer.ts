import type { View } from '$lib/view';
import type { Asked } from './ask';
import { isPageName, type PageName } from './index';

/** Which page is asked, and of which record where it shows one. */
export interface PageAsked {
	page: PageName;
	slug: string;
}

const FOLDER = '/answers/';

/** The address at which a page asks the server for its answer, without a query. */
export function answerAddress({ page, slug }: PageAsked): string {
	return FOLDER + (slug ? `${page}/${encodeURIComponent(slug)}` : page);
}

/** What such an address asks for; undefined where it is another address, or names no page. */
export function pageAsked(pathname: string): PageAsked | undefined {
	if (!pathname.startsWith(FOLDER)) return undefined;
	const [page = '', slug = '', ...more] = pathname.slice(FOLDER.length).split('/');
	if (!isPageName(page) || more.length > 0) return undefined;
	return { page, slug: decodeURIComponent(slug) };
}

/** A view as JSON holds it: a set is a list there. */
type ViewJson = Omit<View, 'given'> & { given: (View['given'] extends ReadonlySet<infer Name> ? Name : never)[] };

/** What came of asking a page, as text on its way to the browser. */
export function writeAsked<N extends PageName>(asked: Asked<N>): string {
	if (asked.status !== 200) return JSON.stringify(asked);
	const view: ViewJson = { ...asked.view, given: [...asked.view.given] };
	return JSON.stringify({ ...asked, view });
}

/** The same, read from that text. */
export function readAsked<N extends PageName>(text: string): Asked<N> {
	const asked = JSON.parse(text) as
		Exclude<Asked<N>, { status: 200 }> | (Omit<Extract<Asked<N>, { status: 200 }>, 'view'> & { view: ViewJson });
	if (asked.status !== 200) return asked;
	const { view } = asked;
	return { ...asked, view: { ...view, given: new Set(view.given) } };
}
