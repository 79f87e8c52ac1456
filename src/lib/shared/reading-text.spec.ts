import { describe, expect, it } from 'vitest';
import { dialPlan, spellNumber, readingText, thresholds } from './reading-text';
import { boundsText, withDays } from './reading-words';

const share = { unit: 'share' as const, green: { max: 0.5 }, amber: { max: 0.75 } };
const points = { unit: 'points' as const, green: { max: 1000 }, amber: { max: 1800 } };
const pace = { unit: 'ratio' as const, green: { min: 0.8, max: 1.25 }, amber: { min: 0.5, max: 2 } };
const dollars = { unit: 'multiple' as const, green: { max: 2 }, amber: { max: 4 } };
const past = (value: number | null) => ({
	date: '2025-11-22',
	value,
	status: value === null ? ('unknown' as const) : ('green' as const),
	reason: null
});

describe('a reading in its unit', () => {
	it.each([
		[0.827, share, '83%'],
		[0.01849, share, '1.8%'],
		[1.2, { ...dollars, green: { max: 1 }, amber: { max: 2 } }, '1.2'],
		[4396.7, points, '4,397'],
		[5.08, dollars, '5.1'],
		[0, share, '0%'],
		[null, share, 'n/a']
	])('%s reads %s', (value, scale, text) => {
		expect(readingText(value, scale)).toBe(text);
	});
	it('has the decimals that tell it from a bound, and none on the bound itself', () => {
		expect(readingText(0.49987, share)).toBe('49.99%');
		expect(readingText(0.5, share)).toBe('50%');
		expect(readingText(999.8, points)).toBe('999.8');
	});
});

describe('the lines of a scale', () => {
	it('are watch and alert where higher is worse', () => {
		expect(thresholds(share).map((each) => each.text)).toEqual(['watch 50%', 'alert 75%']);
	});
	it('stand on both sides where both ends are bad', () => {
		expect(thresholds(pace).map((each) => each.text)).toEqual(['alert 50%', 'watch 80%', 'watch 125%', 'alert 200%']);
		expect(boundsText(pace)).toBe('Calm from 80% to below 125%; watch from 50% to below 200%; past alert beyond.');
	});
	it('are alert alone where nothing lies between calm and alert', () => {
		expect(thresholds({ unit: 'ratio', green: { max: 1 }, amber: { max: 1 } })).toEqual([
			{ value: 1, kind: 'alert', text: 'alert 100%' }
		]);
	});
});

describe('a dial', () => {
	it('shows its bounds, the reading and the year before, all on the scale', () => {
		const plan = dialPlan({ ...share, value: 0.46, status: 'green', year_ago: past(0.66) });
		expect(plan.max).toBe(1);
		expect(plan.at).toBe(46);
		expect(plan.was).toEqual({ at: 66, off: false });
		expect(plan.zones.map((zone) => zone.colour)).toEqual(['green', 'amber', 'red']);
	});
	it('lets a year before that lies far off leave the scale instead of pressing it flat', () => {
		const plan = dialPlan({ ...dollars, value: 5.08, status: 'red', year_ago: past(19.5) });
		expect(plan.was).toEqual({ at: 100, off: true });
		expect(plan.marks.every((mark) => mark.at > 20)).toBe(true);
	});
	it.each(['unknown', 'stale'] as const)('has no needle for a reading that is %s', (status) => {
		expect(dialPlan({ ...share, value: status === 'stale' ? 0.2 : null, status, year_ago: past(null) })).toMatchObject({
			at: null,
			was: null
		});
	});
	it('turns labels that stand close away from each other', () => {
		const plan = dialPlan({ ...points, value: 4400, status: 'red', year_ago: past(null) });
		expect(plan.marks.map((mark) => mark.anchor)).toEqual(['end', 'start']);
	});
});

it('writes small numbers and days as people do', () => {
	expect([spellNumber(0), spellNumber(11), spellNumber(13)]).toEqual(['none', 'eleven', '13']);
	expect(withDays('four quarters to 2026-06-30; known since 2026-08-14')).toBe(
		'four quarters to 30 Jun 2026; known since 14 Aug 2026'
	);
});
