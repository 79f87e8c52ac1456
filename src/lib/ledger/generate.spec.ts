import { describe, expect, it } from 'vitest';
import { records } from '../../../tests/support/small';
import { generate, MOST_DEALS } from './generate';
import { headline } from '$lib/records/value';
import { checkRecord } from '$lib/records/derive/schema.server';
import { crossFaults } from '$lib/records/rules';
import { EVENT_TYPES, FIRMNESS, KINDS, LAYERS, layerOf } from '$lib/records/vocabularies';

function ledger(count: number, seed: number) {
	const { organisations, deals } = generate(count, seed);
	return records({ organisations, deals: [...deals] });
}

describe('generate', () => {
	it.each([
		[1, 0],
		[7, 4_294_967_295],
		[3_000, 1]
	])('makes %i deals with seed %i that the schema lets in', (count, seed) => {
		const made = ledger(count, seed);
		expect(made.deals).toHaveLength(count);
		const faults = (['deals', 'organisations'] as const).flatMap((kind) =>
			made[kind].flatMap((record) => {
				const checked = checkRecord(kind, record);
				return 'faults' in checked ? checked.faults : [];
			})
		);
		expect([...faults, ...crossFaults(made)]).toEqual([]);
	});

	it('gives the same ledger again, and another one for another seed', () => {
		expect(ledger(200, 5)).toEqual(ledger(200, 5));
		expect(ledger(200, 5)).not.toEqual(ledger(200, 6));
		const { deals } = generate(50, 1);
		expect([...deals]).toEqual([...deals]);
	});

	it('has every kind, layer, event and firmness, and deals three deep', () => {
		const { deals } = ledger(3_000, 2);
		const bySlug = new Map(deals.map((deal) => [deal.slug, deal]));
		const depth = (slug: string | undefined): number => (slug === undefined ? 0 : 1 + depth(bySlug.get(slug)?.part_of));
		expect(new Set(deals.map(({ kind }) => kind))).toEqual(new Set(KINDS));
		expect(new Set(deals.map(layerOf))).toEqual(new Set(LAYERS));
		const types = new Set(deals.flatMap(({ events }) => events.map(({ type }) => type)));
		expect(types).toEqual(new Set(EVENT_TYPES.filter((type) => type !== 'clarified')));
		const stated = new Set(deals.flatMap(({ events }) => events.map(({ firmness }) => firmness)));
		for (const word of FIRMNESS.filter((each) => each !== 'announced')) expect(stated).toContain(word);
		expect(Math.max(...deals.map(({ slug }) => depth(slug)))).toBe(3);
	});

	// From 78,125 deals on the largest shrinks as they grow in number, and the sum stays what it is here.
	it('keeps all headlines together under 9e15', () => {
		let sum = 0;
		for (const { events } of generate(100_000, 3).deals)
			sum += events.reduce((most, { value }) => Math.max(most, headline(value)), 0);
		expect(sum).toBeGreaterThan(1e15);
		expect(sum).toBeLessThan(6e15);
	});

	it.each([
		[0, 1],
		[1.5, 1],
		[MOST_DEALS + 1, 1],
		[10, -1],
		[10, 2 ** 32]
	])('refuses %d deals with seed %d', (count, seed) => {
		expect(() => generate(count, seed)).toThrow(/^expected .*, got /);
	});
});
