import { linkContext, type Site } from '$lib/features/context';
import { withParam, type View } from '$lib/view';

/** Where what is due is held against the filings: everywhere, whatever a page is narrowed to. */
export function filingsLink(view: View, site: Site): string {
	const everywhere = { layers: null, scope: null, projection: null, from: null, to: null };
	return withParam('/filings', view, linkContext(site, 'filings'), everywhere);
}
