import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareText } from '$lib/ledger/book';
import type { Deal, Organisation, Projection, Records } from './index';
import { recordKey } from './keys';
import { faultsAfter, type ChangedRecord } from './changed';
import { crossFaults } from './rules';
import { someLedger, someProjection } from '../../../tests/support/arbitrary';

const SLUGS = ['deal-a', 'deal-b', 'deal-c', 'deal-d', 'deal-e'];
const PARTIES = ['lab-one', 'cloud', 'chips', 'nobody'];

const deal: fc.Arbitrary<ChangedRecord> = fc
	.record({
		slug: fc.constantFrom(...SLUGS),
		payers: fc.subarray(PARTIES, { minLength: 1 }),
		part_of: fc.option(fc.constantFrom(...SLUGS, 'deal-z'), { nil: undefined }),
		replaces: fc.option(fc.constantFrom(...SLUGS, 'deal-y'), { nil: undefined, freq: 2 }),
		high: fc.constantFrom(1, 8e15, 9e15)
	})
	.map(({ slug, payers, part_of, replaces, high }) => {
		const event = { on: '2025-01-01', type: 'announced' as const, value: { high }, note: 'n', sources: ['a'] };
		const rest = { title: 't', summary: 's', kind: 'lease' as const, payees: ['cloud'], sources: [] };
		const links = { ...(part_of && { part_of }), ...(replaces && { replaces }) };
		const record: Deal = { slug, payers, ...rest, events: [event], ...links };
		return { kind: 'deals', key: slug, record };
	});

const organisation: fc.Arbitrary<ChangedRecord> = fc
	.record({ slug: fc.constantFrom('nobody', 'cloud'), in: fc.constantFrom(...PARTIES, 'nowhere') })
	.map(({ slug, in: other }) => {
		const record: Organisation = { slug, name: slug, kind: 'other', stakes: [{ in: other }] };
		return { kind: 'organisations', key: slug, record };
	});

const projection: fc.Arbitrary<ChangedRecord> = fc
	.record({
		base: someProjection,
		slug: fc.constantFrom('guess', 'hunch'),
		featured: fc.boolean(),
		supersedes: fc.option(fc.constantFrom('guess', 'hunch', 'lost'), { nil: undefined }),
		companies: fc.option(fc.subarray(PARTIES, { minLength: 1 }), { nil: undefined })
	})
	.map(({ base, slug, ...more }) => {
		const record = { ...base, slug, ...more } as Projection;
		return { kind: 'projections', key: slug, record };
	});

const row: fc.Arbitrary<ChangedRecord> = fc.constantFrom('cloud', 'us-economy', 'nobody').map((company) => {
	const record = { company, metric: 'm', period_start: null, period_end: null, as_of: '2025-01-01', source: 's' };
	return { kind: 'fundamentals', key: `${company}|m|-|-|2025-01-01|s`, record } as unknown as ChangedRecord;
});

const removal: fc.Arbitrary<ChangedRecord> = fc
	.constantFrom<['deals' | 'organisations' | 'projections' | 'fundamentals', string]>(
		['deals', 'deal-a'],
		['deals', 'deal-b'],
		['organisations', 'cloud'],
		['organisations', 'nobody'],
		['projections', 'guess'],
		['fundamentals', 'cloud|m|-|-|2025-01-01|s']
	)
	.map(([kind, key]) => ({ kind, key, record: null }));

function applied(records: Records, changes: ChangedRecord[]): Records {
	const result = { ...records };
	for (const { kind, key, record } of changes) {
		const kept = (result[kind] as unknown[]).filter((each) => recordKey(kind, each as never) !== key);
		Object.assign(result, { [kind]: record === null ? kept : [...kept, record] });
	}
	return result;
}

const sound = fc
	.tuple(someLedger, someProjection, fc.boolean())
	.map(([records, guess, featured]): Records => ({ ...records, projections: [{ ...guess, featured }] }))
	.map((records) => ({ ...records, deals: [...records.deals].sort((a, b) => compareText(a.slug, b.slug)) }));

it('finds by what changed what looking at everything finds', () => {
	const change = fc.oneof({ weight: 4, arbitrary: deal }, organisation, projection, row, removal);
	const changes = fc.uniqueArray(change, { minLength: 1, maxLength: 4, selector: ({ kind, key }) => `${kind} ${key}` });
	const seen = { sound: 0, broken: 0 };
	fc.assert(
		fc.property(sound, changes, (records, list) => {
			fc.pre(crossFaults(records).length === 0);
			const after = applied(records, list);
			const whole = crossFaults(after);
			seen[whole.length === 0 ? 'sound' : 'broken']++;
			expect(faultsAfter(after, list)).toEqual(whole);
		}),
		{ numRuns: 2_000 }
	);
	expect(Math.min(seen.sound, seen.broken)).toBeGreaterThan(100);
});
