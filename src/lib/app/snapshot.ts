import { PAGES, type PageName } from '$lib/features';
import type { Site } from '$lib/features/context';
import type { Asked } from '$lib/features/ask';
import type { Book } from '$lib/ledger/book';

/** The ledger at one revision as it was fetched, with what opens it and answers from it. */
interface Held {
	revision: number;
	text: string;
	compile: typeof import('$lib/ledger/book').compile;
	ask: typeof import('$lib/features/ask').ask;
	/** Made from the text by the first that asks. */
	book?: Book;
}

let held: Held | undefined;

/** What the front page shows beside its own answer: its arithmetic comes when it is asked. */
const BESIDE: PageName = 'board';

/** The page that was asked last: its arithmetic is fetched with the snapshot. */
let asked: PageName | undefined;

/** Fetches the snapshot and the arithmetic, once; later answers come from them. Fails softly: the server goes on answering. */
export async function fetchSnapshot({ revision }: Site): Promise<void> {
	if (held?.revision === revision) return;
	const [response, { ask }, { compile }] = await Promise.all([
		fetch(`/snapshot.json?revision=${revision}`),
		import('$lib/features/ask'),
		import('$lib/ledger/book')
	]);
	if (!response.ok) return;
	if (asked) await PAGES[asked].answer();
	held = { revision, text: await response.text(), compile, ask };
}

/** The ledger to answer from. Read when it is asked for: most readers change nothing, and a phone feels the reading. */
function bookOf(from: Held): Book {
	from.book ??= from.compile(JSON.parse(from.text).records);
	return from.book;
}

/** Fetches the snapshot and reads it, so that the first question need not. */
export async function openSnapshot(site: Site): Promise<void> {
	await fetchSnapshot(site);
	if (held) bookOf(held);
}

/** The answer of a page from the snapshot; null where there is none, or where an earlier revision is asked for. */
export function answerLocally<N extends PageName>(
	name: N,
	params: URLSearchParams,
	site: Site,
	slug: string
): Promise<Asked<N>> | null {
	if (name !== BESIDE) asked = name;
	if (held?.revision !== site.revision || params.get('revision')) return null;
	return held.ask(name, bookOf(held), params, site.today, slug, site.revision);
}

/** The revision that this page can answer from by itself; null where it holds none. */
export function heldRevision(): number | null {
	return held?.revision ?? null;
}

/** The newest revision of the server; null where it does not say. */
export async function fetchNewestRevision(): Promise<number | null> {
	const response = await fetch('/snapshot.json', { method: 'HEAD', cache: 'no-store' });
	return Number(response.headers.get('x-revision')) || null;
}
