import { expect, it } from 'vitest';
import { readDate, wholeDay } from './dates';

it.each([
	['2025-11-03', '2025-11-03'],
	['2025-11', '2025-11'],
	['2025', '2025'],
	['3 Nov 2025', '2025-11-03'],
	['3 November 2025', '2025-11-03'],
	['3rd Nov. 2025', '2025-11-03'],
	['November 3, 2025', '2025-11-03'],
	['Sept 30 2025', '2025-09-30'],
	[' Nov  2025 ', '2025-11'],
	['29 Feb 2024', '2024-02-29']
])('%s is %s', (text, date) => expect(readDate(text)).toBe(date));

it.each([
	'',
	'3/11/2025',
	'03.11.2025',
	'29 Feb 2025',
	'31 Nov 2025',
	'Novembre 2025',
	'tomorrow',
	'2025-13',
	'3 Nov 25'
])('%s is none', (text) => expect(readDate(text)).toBeUndefined());

it.each([
	['2027-01', '2027-01-01', '2027-01-31'],
	['2028-02', '2028-02-01', '2028-02-29'],
	['2027', '2027-01-01', '2027-12-31'],
	['2027-03-05', '2027-03-05', '2027-03-05']
])('%s begins on %s and ends on %s', (date, first, last) =>
	expect([wholeDay(date, 'first'), wholeDay(date, 'last')]).toEqual([first, last])
);
