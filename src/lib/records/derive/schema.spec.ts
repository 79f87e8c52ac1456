import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someLedger, someProjection } from '../../../../tests/support/arbitrary';
import { RECORD_KINDS, recordsOf, type Records } from '$lib/records';
import { checkRecord } from './schema.server';
import { crossFaults } from '../rules';

const EMPTY = recordsOf();

const PROJECTION = {
	slug: 'p',
	author: 'A',
	institution: 'B',
	title: 'C',
	published: '2025',
	scope: 'us' as const,
	covers: 'all',
	window: { start: '2025-01-01', end: '2026-12-31' },
	target: { low: 1 },
	comparable: 'none' as const,
	sources: [{ key: 'a', url: null, publisher: 'P', title: null, published: null }]
};

describe('one record', () => {
	it('comes back as it was, whatever the arithmetic is tried on', () => {
		fc.assert(
			fc.property(someLedger, someProjection, (records, projection) => {
				const all = { ...records, projections: [projection] };
				for (const kind of RECORD_KINDS) {
					for (const record of all[kind]) expect(checkRecord(kind, record)).toEqual({ record });
				}
				expect(crossFaults(all)).toEqual([]);
			}),
			{ numRuns: 60 }
		);
	}, 0);

	it('gets its fields in the order of the schema and shares nothing with what was given', () => {
		const turned = Object.fromEntries(Object.entries(PROJECTION).reverse());
		const checked = checkRecord('projections', turned);
		expect(JSON.stringify(checked)).toBe(JSON.stringify({ record: PROJECTION }));
	});

	it('is told every fault at once: fields, what lies between them, and fields that do not exist', () => {
		const raw = {
			...PROJECTION,
			scope: 'mars',
			comparable: ['none', 'deals'],
			path: [
				{ year: 2030, amount: 1 },
				{ year: 2030, amount: 2 }
			],
			who: 1
		};
		const checked = checkRecord('projections', raw);
		expect('faults' in checked ? checked.faults.map(({ path }) => path.join('.')) : []).toEqual([
			'scope',
			'who',
			'comparable',
			'path.1.year'
		]);
	});

	it('of a megabyte of faults the first hundred are told, each in a short sentence, and the number of the others', () => {
		const sources = Array.from({ length: 4_000 }, (_, i) => ({ key: `${i}-`.padEnd(100, 'k') }));
		const event = { sources: Array.from({ length: 40_000 }, (_, i) => `unknown-${i}`) };
		const unknown = Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`field-${i}`, i]));
		for (const raw of [{ sources, events: [event] }, unknown]) {
			const checked = checkRecord('deals', raw);
			const faults = 'faults' in checked ? checked.faults : [];
			expect(faults).toHaveLength(101);
			expect(faults.at(-1)).toMatchObject({ path: [], got: expect.stringMatching(/^\d\d,\d{3} more$/) });
			expect(JSON.stringify(faults).length).toBeLessThan(100_000);
		}
	});

	it('without a source is not told of each event that it names none of them', () => {
		const checked = checkRecord('deals', { sources: [], events: [{ sources: ['a'] }] });
		const paths = 'faults' in checked ? checked.faults.map(({ path }) => path.join('.')) : [];
		expect(paths).toContain('sources');
		expect(paths).not.toContain('events.0.sources.0');
	});

	it.each([undefined, null, 7, 'text', [], [[]], new Map()])('is no record: %s', (raw) => {
		for (const kind of RECORD_KINDS) expect(checkRecord(kind, raw)).toHaveProperty('faults');
	});
});

describe('records among each other', () => {
	const chain = (links: Record<string, string>): Records => ({
		...EMPTY,
		projections: Object.entries(links).map(([slug, supersedes]) => ({ ...PROJECTION, slug, supersedes }))
	});

	it('says a circle once, wherever one enters it, and leaves those that only lead into it alone', () => {
		const faults = crossFaults(chain({ tail: 'b', a: 'b', b: 'c', c: 'a', far: 'tail' }));
		expect(faults.map(({ got }) => got)).toEqual(['b → c → a → b']);
	});

	it('follows a chain of 100,000 without running out of room', () => {
		const links = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`p-${i}`, `p-${i + 1}`]));
		expect(crossFaults(chain(links)).map(({ got }) => got)).toEqual(['p-100000']);
	}, 0);

	it('does not blame a record for naming one that has a fault of its own', () => {
		const records = chain({ a: 'b' });
		expect(crossFaults(records)).toHaveLength(1);
		expect(crossFaults(records, { projections: ['b'] })).toEqual([]);
	});
});
