import type { ViewContext } from './types';

/** A small ledger's context for the specs of this room. */
export function context(over: Partial<ViewContext> = {}): ViewContext {
	const slugs = ['anthropic', 'openai', 'oracle'];
	return {
		today: '2026-11-22',
		address: 'page',
		projections: [
			{ slug: 'world', scope: 'global', published: '2025-03', window: { start: '2025', end: '2030-12' } },
			{
				slug: 'featured-us',
				scope: 'us',
				published: '2025-11-03',
				window: { start: '2026-01-01', end: '2027-12-31' },
				featured: true
			}
		],
		hasOrganisation: (slug) => slugs.includes(slug),
		nearOrganisations: (slug) => (slug.startsWith('or') ? ['oracle'] : []),
		firstEventYear: 2019,
		...over
	};
}
