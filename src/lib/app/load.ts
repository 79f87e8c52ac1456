import { browser } from '$app/environment';
import { error } from '@sveltejs/kit';
import type { PageName } from '$lib/features';
import type { Site } from '$lib/features/context';
import type { Asked } from '$lib/features/ask';
import { answerAddress, readAsked } from '$lib/features/transfer';
import { loadedOf, type Loaded } from './loaded';
import { answerLocally } from './snapshot';

interface LoadEvent {
	url: URL;
	fetch: typeof fetch;
	parent: () => Promise<{ site: Site }>;
}

async function askServer<N extends PageName>(page: N, { url, fetch }: LoadEvent, slug: string): Promise<Asked<N>> {
	const response = await fetch(answerAddress({ page, slug }) + url.search).catch(() => undefined);
	if (!response?.ok) {
		const { STANDS: ways } = await import('./suggestions');
		error(response?.status ?? 503, { message: 'The ledger did not answer. Try again in a moment.', ways });
	}
	return readAsked<N>(await response.text());
}

/** The address without what was wrong in it. */
function withoutFields(url: URL, fields: string[]): string {
	const params = new URLSearchParams(url.search);
	for (const field of fields) params.delete(field);
	const query = params.toString();
	return url.pathname + (query && `?${query}`);
}

/**
 * Answers a page: in the browser from the snapshot where it is there, else by asking the server.
 *
 * @throws a 400 that names each wrong field with its choices; a 404 with what may have been meant
 */
export async function loadPage<N extends PageName>(name: N, event: LoadEvent, slug = ''): Promise<Loaded<N>> {
	const { site } = await event.parent();
	const local = browser ? answerLocally(name, event.url.searchParams, site, slug) : null;
	const here = await local;
	// What was removed, and when, only the server knows.
	const asked = here && here.status !== 404 ? here : await askServer(name, event, slug);
	if (asked.status === 200) return loadedOf(asked);
	const { BEGIN: ways } = await import('./suggestions');
	if (asked.status === 404) {
		const { near, removed } = asked;
		const words = slug.replace(/[^\p{L}]+/gu, ' ').slice(0, 100);
		if (removed === undefined)
			error(404, { message: `There is no ${name} called ${slug.slice(0, 100)}.`, words, near, ways });
		const revision = { href: `/history/${removed}`, title: `Revision ${removed}: what it was, and the way to undo it` };
		error(404, { message: `This ${name} was removed in revision ${removed}.`, near: [revision, ...near], ways });
	}
	const href = withoutFields(
		event.url,
		asked.faults.map((fault) => fault.field)
	);
	error(400, {
		message: 'This address asks for something that the ledger does not take.',
		help: asked.faults.map((fault) => fault.message),
		near: [{ href, title: 'The same page without it' }],
		ways
	});
}
