import { expect, it } from 'vitest';
import { readDate } from './dates';

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
