import { describe, expect, it } from 'vitest';
import { dayNumber } from '$lib/records/day';
import { linearTicks, LOG_FLOOR, logTicks, timeTicks, yearStarts } from './axis';

const texts = (ticks: { text: string }[]) => ticks.map((tick) => tick.text);

describe('timeTicks', () => {
	it('names quarters, and the year at each January', () => {
		const ticks = timeTicks('2026-01-01', '2027-12-31', 720);
		expect(texts(ticks)).toEqual(['Jan 2026', 'Apr', 'Jul', 'Oct', 'Jan 2027', 'Apr', 'Jul', 'Oct']);
		expect(ticks[0]!.value).toBe(dayNumber('2026-01-01'));
	});
	it('thins out on a phone and over decades', () => {
		expect(texts(timeTicks('2026-01-01', '2027-12-31', 300, 62))).toEqual(['Jan 2026', 'Jul', 'Jan 2027', 'Jul']);
		expect(texts(timeTicks('1990-01-01', '2029-12-31', 500))).toEqual(['1990', '2000', '2010', '2020']);
	});
	it('says the year of a window without a January', () => {
		expect(texts(timeTicks('2026-03-10', '2026-09-20', 600))[0]).toBe('Apr 2026');
	});
	it('has every tick inside the window, in rising order', () => {
		for (const [from, to] of [
			['2025-11-03', '2025-11-20'],
			['2019-07-22', '2033-02-01'],
			['1990-01-01', '2100-12-31']
		] as const) {
			const values = timeTicks(from, to, 640).map((tick) => tick.value);
			expect(values.every((value) => value >= dayNumber(from) && value <= dayNumber(to))).toBe(true);
			expect([...values].sort((a, b) => a - b)).toEqual(values);
		}
	});
});

it('starts a year inside the window only', () => {
	expect(yearStarts('2026-01-01', '2028-01-01')).toEqual([dayNumber('2027-01-01'), dayNumber('2028-01-01')]);
	expect(yearStarts('2026-02-01', '2026-12-31')).toEqual([]);
});

describe('value ticks', () => {
	it('start at zero and end at or above the largest value', () => {
		expect(texts(linearTicks(1.35e12, 7))).toEqual(['$0', '$200B', '$400B', '$600B', '$800B', '$1T', '$1.2T', '$1.4T']);
		for (const max of [1, 3e6, 999e9, 5.93e12, 9e15]) {
			const ticks = linearTicks(max);
			expect(ticks[0]!.value).toBe(0);
			expect(ticks.at(-1)!.value).toBeGreaterThanOrEqual(max);
			expect(ticks.length).toBeGreaterThanOrEqual(4);
			expect(ticks.length).toBeLessThanOrEqual(8);
		}
	});
	it('rise from $10B by 1, 3, 10 on the log scale', () => {
		expect(texts(logTicks(5.9e12))).toEqual(['$10B', '$30B', '$100B', '$300B', '$1T', '$3T', '$10T']);
		expect(logTicks(1)[0]!.value).toBe(LOG_FLOOR);
	});
});
