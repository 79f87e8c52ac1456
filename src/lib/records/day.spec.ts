import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, countsFrom, dayFromNumber, dayNumber, isDate, isDay, stepEnds } from './day';

const dayNo = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2200-12-31') });

describe('a date counts from the last day of its period', () => {
	it.each([
		['2025-11-03', '2025-11-03'],
		['2025-11', '2025-11-30'],
		['2025-12', '2025-12-31'],
		['2025-02', '2025-02-28'],
		['2024-02', '2024-02-29'],
		['2000-02', '2000-02-29'],
		['2100-02', '2100-02-28'],
		['2024', '2024-12-31']
	])('%s from %s', (date, day) => {
		expect(countsFrom(date)).toBe(day);
	});
});

describe('what is a date', () => {
	it.each(['2024-02-29', '2024-02', '2024', '1990-12-31'])('%s is one', (text) => {
		expect(isDate(text)).toBe(true);
	});

	it.each([
		'2023-02-29',
		'2100-02-29',
		'2024-13',
		'2024-00',
		'2024-04-31',
		'2024-1-1',
		'24',
		'0999',
		'2024-01-01T00',
		' 2024',
		''
	])('%j is none', (text) => {
		expect(isDate(text)).toBe(false);
	});

	it('a month is a date and no day', () => {
		expect([isDay('2024-02'), isDay('2024-02-29'), isDay('2023-02-29')]).toEqual([false, true, false]);
	});
});

describe('day arithmetic', () => {
	it('numbers days from 1970 on, and back', () => {
		expect([dayNumber('1970-01-01'), dayNumber('1969-12-31'), dayNumber('2024-03-01')]).toEqual([0, -1, 19783]);
		fc.assert(fc.property(dayNo, (number) => dayNumber(dayFromNumber(number)) === number));
		fc.assert(fc.property(dayNo, dayNo, (a, b) => a < b === dayFromNumber(a) < dayFromNumber(b)));
	});

	it.each([
		['2024-01-31', 1, '2024-02-29'],
		['2023-01-31', 1, '2023-02-28'],
		['2024-02-29', 12, '2025-02-28'],
		['2024-02-29', 48, '2028-02-29'],
		['2024-12-31', 2, '2025-02-28'],
		['2024-03-31', -1, '2024-02-29'],
		['2024-01-15', -1, '2023-12-15'],
		['2024-01-15', 0, '2024-01-15']
	])('%s and %i months is %s', (day, months, later) => {
		expect(addMonths(day, months)).toBe(later);
	});

	it('goes over the ends of months and years by days', () => {
		expect([addDays('2024-02-28', 1), addDays('2024-12-31', 1), addDays('2024-03-01', -1)]).toEqual([
			'2024-02-29',
			'2025-01-01',
			'2024-02-29'
		]);
	});
});

describe('step ends', () => {
	it.each([
		['day', '2024-02-28', '2024-03-01', ['2024-02-28', '2024-02-29', '2024-03-01']],
		['month', '2024-01-15', '2024-03-10', ['2024-01-31', '2024-02-29', '2024-03-10']],
		['month', '2024-01-31', '2024-02-29', ['2024-01-31', '2024-02-29']],
		['quarter', '2024-02-01', '2024-10-01', ['2024-03-31', '2024-06-30', '2024-09-30', '2024-10-01']],
		['year', '2023-06-01', '2025-01-01', ['2023-12-31', '2024-12-31', '2025-01-01']],
		['year', '2024-05-05', '2024-05-05', ['2024-05-05']],
		['month', '2024-05-06', '2024-05-05', []],
		['day', '2024-05-06', '2024-05-05', []]
	] as const)('by %s from %s to %s', (step, from, to, ends) => {
		expect(stepEnds(from, to, step)).toEqual(ends);
	});
});
