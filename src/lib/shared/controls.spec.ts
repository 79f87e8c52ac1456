import { expect, it } from 'vitest';
import { linkContext, type Site } from '$lib/features/context';
import { parseView } from '$lib/view/parse';
import { controlsFor } from './controls';

const site: Site = {
	today: '2026-11-30',
	revision: 1,
	projections: [],
	firstEventYear: 2019,
	deals: 1,
	covered_to: '2026-10-11'
};

function titleOfDay(query: string, covered_to: string | null): string {
	const { view } = parseView(new URLSearchParams(query), linkContext(site, 'dashboard'));
	return controlsFor(view, { ...site, covered_to }, ['as_of'])[0]!.title;
}

it('says how far the ledger is covered beside a day that lies after it, and only there', () => {
	expect(titleOfDay('', '2026-10-11')).toBe('As of, covered to 11 Oct 2026');
	expect(titleOfDay('as_of=2026-10-11', '2026-10-11')).toBe('As of');
	expect(titleOfDay('', null)).toBe('As of');
});
