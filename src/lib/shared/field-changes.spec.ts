import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, textChange } from './field-changes';

const event = (on: string, type: string, note = 'x') => ({ on, type, note, sources: ['a'] });

describe('the difference of two versions of a record', () => {
	it('names the field, what it was and what it is', () => {
		const before = { slug: 'a', title: 'Old', us_share: 1, value: { high: 5 } };
		const after = { value: { high: 6 }, title: 'New', slug: 'a', location: null };
		expect(difference(before, after)).toEqual([
			{ path: ['value', 'high'], before: 5, after: 6 },
			{ path: ['title'], before: 'Old', after: 'New' },
			{ path: ['location'], before: undefined, after: null },
			{ path: ['us_share'], before: 1, after: undefined }
		]);
	});

	it('shows one new event as one, wherever it is put in', () => {
		const first = event('2025-01', 'announced');
		const last = event('2026-01', 'cancelled');
		const put = event('2025-05', 'amended');
		expect(difference({ events: [first, last] }, { events: [first, put, last] })).toEqual([
			{ path: ['events', 1], entry: '2025-05 amended', before: undefined, after: put }
		]);
		expect(difference({ events: [first, put, last] }, { events: [put, last] })).toEqual([
			{ path: ['events', 0], entry: '2025-01 announced', before: first, after: undefined }
		]);
	});

	it('finds the event that changed beside one that is new', () => {
		const before = { events: [event('2025-01', 'announced'), event('2026-01', 'amended')] };
		const after = {
			events: [event('2025-01', 'announced', 'y'), event('2025-02', 'amended'), event('2026-01', 'amended')]
		};
		expect(difference(before, after)).toEqual([
			{ path: ['events', 0, 'note'], entry: '2025-01 announced', before: 'x', after: 'y' },
			{ path: ['events', 1], entry: '2025-02 amended', before: undefined, after: event('2025-02', 'amended') }
		]);
	});

	it('takes an event whose day was corrected for the same event', () => {
		expect(difference({ events: [event('2025', 'announced')] }, { events: [event('2025-03', 'announced')] })).toEqual([
			{ path: ['events', 0, 'on'], entry: '2025-03 announced', before: '2025', after: '2025-03' }
		]);
	});

	it('lists what goes and comes in a list of words', () => {
		expect(difference({ payers: ['a', 'b'] }, { payers: ['b', 'c'] })).toEqual([
			{ path: ['payers', 0], before: 'a', after: undefined },
			{ path: ['payers', 1], before: undefined, after: 'c' }
		]);
	});

	it('gives every field of a record that is new or gone', () => {
		const record = { slug: 'a', title: 'T' };
		const fields = ['slug', 'title'];
		expect(difference(null, record).map(({ path }) => path[0])).toEqual(fields);
		expect(difference(record, null).map(({ before }) => before)).toEqual(['a', 'T']);
	});

	it('is empty exactly where both say the same', () => {
		const value = fc.jsonValue({ maxDepth: 4 });
		fc.assert(
			fc.property(value, value, (before, after) => {
				expect(difference({ before }, { before })).toEqual([]);
				const same = JSON.stringify(before) === JSON.stringify(after);
				if (difference({ at: before }, { at: after }).length === 0) {
					expect(difference({ at: after }, { at: before })).toEqual([]);
				} else expect(same).toBe(false);
			})
		);
	});
});

describe('a text that changed', () => {
	it('is shown by its words', () => {
		expect(textChange('about 300 billion over five years', 'about 310 billion over five years')).toEqual({
			head: 'about ',
			gone: '300 ',
			come: '310 ',
			tail: 'billion over five years'
		});
	});

	it('always adds up to both texts', () => {
		const words = fc.array(fc.constantFrom('a ', 'b ', 'c\n', 'd'), { maxLength: 8 }).map((all) => all.join(''));
		fc.assert(
			fc.property(words, words, (before, after) => {
				const { head, gone, come, tail } = textChange(before, after);
				expect([head + gone + tail, head + come + tail]).toEqual([before, after]);
			})
		);
	});
});
