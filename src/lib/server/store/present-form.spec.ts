import { expect, it } from 'vitest';
import { checkRecord } from '$lib/records/derive/schema.server';
import { readBody } from './present-form';

const WORDS = {
	slug: 'circularity',
	name: 'Circular money',
	question: 'How much?',
	formula: 'This over that.',
	inputs: ['deals'],
	unit: 'ratio'
};
const DRAWN = { green: { max: 0.1 }, amber: { max: 0.2 } };

it('an indicator that was recorded before bounds had days is read with bounds in force all along', () => {
	const source = { publisher: 'A paper', url: null };
	const recorded = { ...WORDS, ...DRAWN, bounds_by: 'editorial', bounds_reason: 'Why.', bounds_source: source };
	const record = readBody('indicators', JSON.stringify({ ...recorded, stale_after_days: 9 }));
	expect(record.bounds).toEqual([{ from: '1990-01-01', ...DRAWN, by: 'editorial', reason: 'Why.', source }]);
	expect(checkRecord('indicators', record)).toEqual({ record });
	const least = readBody('indicators', JSON.stringify({ ...WORDS, ...DRAWN, bounds_by: 'a', stale_after_days: 9 }));
	expect(least.bounds).toEqual([{ from: '1990-01-01', ...DRAWN, by: 'a' }]);
});

it('any other record is read as it was written', () => {
	const bounds = [{ from: '2019-01-01', ...DRAWN, by: 'editorial' }];
	for (const [kind, record] of [
		['indicators', { ...WORDS, bounds, stale_after_days: 9 }],
		['deals', { slug: 'a', green: 1 }]
	] as const)
		expect(readBody(kind, JSON.stringify(record))).toEqual(record);
});
