import type { Deal, Records, Source } from '$lib/records';
import { idOf, recordKey } from '$lib/records/keys';

/** A figure that cannot be followed back to where it was said. */
export interface AuditFault {
	/** The record, and the part of it. */
	place: string;
	/** What is missing, and what it takes. */
	fault: string;
}

function sourceFaults(place: string, sources: readonly Source[]): AuditFault[] {
	if (sources.length === 0) return [{ place, fault: 'has no source; it takes at least one' }];
	return sources.flatMap(({ key, type }, i) =>
		type === undefined
			? [
					{
						place: `${place} sources[${i}]`,
						fault: `source ${key} has no type; it takes filing, company, press, digest or own`
					}
				]
			: []
	);
}

function dealFaults(deal: Deal): AuditFault[] {
	const place = `deals/${deal.slug}`;
	const faults: AuditFault[] = [];
	const keys = new Set(deal.sources.map(({ key }) => key));
	if (deal.events.length === 0) faults.push({ place, fault: 'has no event; every counted dollar takes one' });
	for (const [i, { sources }] of deal.events.entries())
		if (!sources.some((key) => keys.has(key)))
			faults.push({ place: `${place} events[${i}]`, fault: 'names no source of the deal; it takes at least one' });
	return [...faults, ...sourceFaults(place, deal.sources)];
}

/** Reported rows that say neither an address nor who published them. */
function rowFaults(records: Records): AuditFault[] {
	return (['capex', 'guidance', 'fundamentals'] as const).flatMap((kind) =>
		records[kind].flatMap((row) =>
			row.source === null && row.publisher.trim() === ''
				? [
						{
							place: `${kind}/${idOf(recordKey(kind, row))}`,
							fault: 'says neither an address nor a publisher; it takes one of them'
						}
					]
				: []
		)
	);
}

/**
 * Follows figures back to where they were said: counted dollars to an event, events to a source, the sources of deals to a type,
 * projections and reported figures to whoever published them. Empty where nothing is missing.
 */
export function auditRecords(records: Records): AuditFault[] {
	const projections = records.projections.flatMap(({ slug, sources }) =>
		sources.length === 0 ? [{ place: `projections/${slug}`, fault: 'has no source; it takes at least one' }] : []
	);
	return [...records.deals.flatMap(dealFaults), ...projections, ...rowFaults(records)];
}
