import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, keyFields, keyStart, recordKey, type RecordOf } from './keys';
import { ROW_KINDS, type RowKind } from './index';

const day = fc.constantFrom('2025-01-01', '2025-03-31', '2025-04-30');
const slug = fc.constantFrom('amazon', 'a-b', 'a', 'b-2025');
const measure = fc.constantFrom('payments_for_ppe', 'revenue', 'a_b');
const words = fc.oneof(
	fc.constantFrom('https://a.example/x|y', 'https://a.example/x', 'A paper', 'a--b', '-', '|', '8-K'),
	fc.string({ minLength: 1 })
);

/** The fields that keys are made of, for any kind of row. */
const anyRow = fc.record({
	company: slug,
	measure,
	metric: measure,
	period_start: fc.option(day),
	period_end: day,
	filed: fc.option(day),
	given_on: day,
	source: fc.option(words),
	publisher: words
});

/** A row as its schema lets it in: a figure is of a period or of a day. */
const someRow: fc.Arbitrary<{ kind: RowKind; row: RecordOf<RowKind> }> = fc
	.tuple(fc.constantFrom(...ROW_KINDS), anyRow)
	.map(([kind, each]) => {
		const start = each.period_start;
		const when =
			kind === 'fundamentals' && start === null
				? { period_start: null, period_end: null, as_of: each.period_end }
				: { period_start: start ?? '2024-12-31', as_of: null };
		return { kind, row: { ...each, ...when } as unknown as RecordOf<RowKind> };
	});

describe('the id of a row', () => {
	it('stands in an address as it is, and leads back to the key', () => {
		fc.assert(
			fc.property(someRow, ({ kind, row }) => {
				const key = recordKey(kind, row);
				const id = idOf(key);
				expect(id).toMatch(/^[a-z0-9_-]+$/);
				const found = keyStart(kind, id);
				if (found && 'key' in found) expect(found.key).toBe(key);
				else expect(key.startsWith(found?.start ?? 'no key')).toBe(true);
			})
		);
	});

	it('is another for another key', () => {
		fc.assert(
			fc.property(someRow, someRow, (one, other) => {
				if (one.kind !== other.kind) return;
				const [a, b] = [recordKey(one.kind, one.row), recordKey(other.kind, other.row)];
				expect(idOf(a) === idOf(b)).toBe(a === b);
			})
		);
	});

	it('names the parts that it has', () => {
		expect(idOf('amazon|payments_for_ppe|2025-01-01|2025-03-31|-')).toBe(
			'amazon--payments_for_ppe--2025-01-01--2025-03-31'
		);
		expect(idOf('openai-aws-2025')).toBe('openai-aws-2025');
		expect(idOf('amazon|backlog|-|-|2021-12-31|https://a.example/')).toMatch(
			/^amazon--backlog--2021-12-31--[0-9a-z]{11}$/
		);
	});

	it.each([
		['capex', 'guidance'],
		['capex', 'a--b--c'],
		['guidance', 'a--b--c--d'],
		['fundamentals', 'a--b'],
		['fundamentals', 'a--b--c--d--e--f'],
		['deals', 'a--b']
	] as const)('of %s is not %s', (kind, id) => expect(keyStart(kind, id)).toBeUndefined());
});

it('a key hangs on the fields that are named as its own, and on no other', () => {
	fc.assert(
		fc.property(someRow, someRow, ({ kind, row }, other) => {
			if (other.kind !== kind) return;
			const kept = Object.fromEntries(keyFields(kind, row).map((name) => [name, Reflect.get(row, name)]));
			expect(recordKey(kind, { ...other.row, ...kept } as RecordOf<RowKind>)).toBe(recordKey(kind, row));
		})
	);
});
