import { describe, expect, it } from 'vitest';
import { capexOf, deal, records } from '../../../../tests/support/small';
import { auditRecords } from './audit';
import type { Deal } from '$lib/records';

const typed = (more: Partial<Deal> = {}) =>
	deal({
		slug: 'a',
		sources: [{ key: 'a', url: null, publisher: 'A paper', title: null, published: null, type: 'press' }],
		...more
	});
const placesOf = (one: Deal) => auditRecords(records({ deals: [one] })).map(({ place, fault }) => `${place}: ${fault}`);

describe('the audit', () => {
	it('finds nothing where every figure can be followed back', () => {
		expect(auditRecords(records({ deals: [typed()], capex: capexOf('a', 2025, [1]) }))).toEqual([]);
	});

	it('fails where a counted dollar has no event', () => {
		expect(placesOf(typed({ events: [] }))).toEqual(['deals/a: has no event; every counted dollar takes one']);
	});

	it('fails where an event has no source', () => {
		const lost = typed();
		lost.events[0]!.sources = ['elsewhere'];
		expect(placesOf(lost)).toEqual(['deals/a events[0]: names no source of the deal; it takes at least one']);
	});

	it('fails where a source has no type', () => {
		expect(placesOf(deal({ slug: 'a' }))).toEqual([
			'deals/a sources[0]: source a has no type; it takes filing, company, press, digest or own'
		]);
	});

	it('fails where a published figure has no way back', () => {
		const [row] = capexOf('a', 2025, [1]);
		expect(auditRecords(records({ capex: [{ ...row!, publisher: ' ' }] }))).toEqual([
			{
				place: 'capex/a--payments_for_ppe--2025-01-01--2025-03-31',
				fault: 'says neither an address nor a publisher; it takes one of them'
			}
		]);
	});
});
