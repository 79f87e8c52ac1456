import { expect, it } from 'vitest';
import { recordsIn } from '../../../../tests/support/reference';
import { readCountry } from './countries';

it.each([
	['usa', 'US'],
	['U.S.', 'US'],
	['United States', 'US'],
	['GB', 'UK'],
	['uk', 'UK'],
	['the Netherlands', 'Netherlands'],
	['fr', 'France'],
	['KR', 'South Korea'],
	['United Arab Emirates', 'UAE']
])('%s is %s', (text, country) => expect(readCountry(text)).toBe(country));

it.each(['Atlantis', 'EU', 'ZZ', 'constructor'])('%s is none', (text) => expect(readCountry(text)).toBeUndefined());

it('every country of the dataset reads as itself', () => {
	const records = recordsIn();
	for (const { country } of records.organisations) if (country) expect(readCountry(country)).toBe(country);
});
