import type { Deal, Projection, Source } from '$lib/records';
import { SOURCE_TYPE, SOURCE_TYPES } from '$lib/records/vocabularies';
import { day } from '$lib/ui/format';

/** Where a figure comes from. */
export interface SourceItem {
	title: string;
	url: string | null;
	publisher: string;
	published: string | null;
	/** What it supports. */
	supports: string;
	/** Its type in words, "Untyped" where the record states none. */
	type: string;
	/** False: not read itself. */
	seen: boolean;
}

function titleOf({ title, url, publisher }: Source): string {
	if (title) return title;
	if (!url || !URL.canParse(url)) return publisher;
	return `Untitled page at ${new URL(url).hostname.replace(/^www\./, '')}`;
}

function item(source: Source, supports: string): SourceItem {
	const { url, publisher, published, type, seen = true } = source;
	return {
		title: titleOf(source),
		url,
		publisher,
		published,
		supports,
		type: type ? SOURCE_TYPE.labels[type] : 'Untyped',
		seen
	};
}

/** How near a source stands to the parties: 0 is a filing; one without a type comes last. */
function rankOf({ type }: Source): number {
	return type ? SOURCE_TYPES.indexOf(type) : SOURCE_TYPES.length;
}

/** A deal's sources, each with the events it supports: the nearest to the parties first, of equals that with the earliest event. */
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
		.sort((a, b) => rankOf(a.source) - rankOf(b.source) || (a.first < b.first ? -1 : Number(a.first > b.first)))
		.map((each) => item(each.source, each.supports));
}

/** A projection's sources, the nearest to those who project first. */
export function projectionSources({ sources }: Pick<Projection, 'sources'>): SourceItem[] {
	return sources.toSorted((a, b) => rankOf(a) - rankOf(b)).map((source) => item(source, 'Supports target and window'));
}
