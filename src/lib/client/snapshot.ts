import type { PageName, Site } from '$lib/answers/context';
import type { Asked } from '$lib/answers/pages';
import type { Book } from '$lib/ledger/book';

/** The ledger at one revision, in the browser, with what answers from it. */
interface Local {
	revision: number;
	book: Book;
	ask: typeof import('$lib/answers/pages').ask;
}

let local: Local | undefined;

/** What the front page shows beside its own answer: its arithmetic comes when it is asked. */
const BESIDE: PageName = 'board';

/** The page that was asked last: its arithmetic is fetched with the snapshot. */
let asked: PageName | undefined;

/** Fetches the snapshot and the arithmetic, once; later answers come from them. Fails softly: the server goes on answering. */
export async function fetchSnapshot(site: Site): Promise<void> {
	if (local?.revision === site.revision) return;
	const [response, { ask, PAGES }, { compile }] = await Promise.all([
		fetch(`/snapshot.json?revision=${site.revision}`),
		import('$lib/answers/pages'),
		import('$lib/ledger/book')
	]);
	if (!response.ok) return;
	if (asked) await PAGES[asked].answer();
	const { records, revision } = await response.json();
	local = { revision, ask, book: compile(records) };
}

/** The answer of a page from the snapshot; null where there is none, or where an earlier revision is asked for. */
export function localAnswer<N extends PageName>(
	name: N,
	params: URLSearchParams,
	site: Site,
	slug: string
): Promise<Asked<N>> | null {
	if (name !== BESIDE) asked = name;
	if (local?.revision !== site.revision || params.get('revision')) return null;
	return local.ask(name, local.book, params, site.today, slug, site.revision);
}

/** The revision that this page can answer from by itself; null where it holds none. */
export function heldRevision(): number | null {
	return local?.revision ?? null;
}

/** The newest revision of the server; null where it does not say. */
export async function newestRevision(): Promise<number | null> {
	const response = await fetch('/snapshot.json', { method: 'HEAD', cache: 'no-store' });
	return Number(response.headers.get('x-revision')) || null;
}
