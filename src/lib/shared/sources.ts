import type { Deal, Projection, Source } from '$lib/records';
import { day } from '$lib/ui/format';

/** Where a figure comes from. */
export interface SourceItem {
	title: string;
	url: string | null;
	publisher: string;
	published: string | null;
	/** What it supports. */
	supports: string;
	/** Primary, filing or press. */
	tier: string;
	/** False: not read itself. */
	seen: boolean;
	/** The address of an archived copy; null where there is none. */
	archive: string | null;
}

const FILING = /10-[KQ]|8-K|S-1|20-F|6-K|SEC\b|prospectus|filing/i;

function tierOf({ publisher, url }: Source): string {
	if (FILING.test(publisher) || url?.includes('sec.gov')) return 'Filing';
	return /release|blog|newsroom|investor relations/i.test(publisher) ? 'Primary' : 'Press';
}

function item(source: Source, supports: string): SourceItem {
	return {
		title: source.title ?? addressTitle(source.url) ?? source.publisher,
		url: source.url,
		publisher: source.publisher,
		published: source.published,
		supports,
		tier: tierOf(source),
		seen: source.seen ?? true,
		archive: null
	};
}

function addressTitle(url: string | null): string | null {
	if (!url || !URL.canParse(url)) return null;
	const { hostname, pathname } = new URL(url);
	return hostname.replace(/^www\./, '') + (pathname.length > 1 ? ` ${pathname.split('/').filter(Boolean).at(-1)}` : '');
}

/** A deal's sources, those first that its events rest on, each with the events it supports. */
export function sourceItems(deal: Deal): SourceItem[] {
	const used = deal.sources.map((source) => {
		const events = deal.events.filter((event) => event.sources.includes(source.key));
		const supports =
			events.length > 0
				? `Supports ${events.map((event) => day(event.on)).join(', ')}`
				: 'Context only, no figure relies on it';
		return { source, supports, first: events[0]?.on ?? '9999' };
	});
	return used
		.sort((a, b) => (a.first < b.first ? -1 : Number(a.first > b.first)))
		.map((each) => item(each.source, each.supports));
}

/** A projection's sources. */
export function projectionSources(projection: Projection): SourceItem[] {
	return projection.sources.map((source) => item(source, 'Supports target and window'));
}
