import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount, sayAmount, writeAmount } from './amounts';
import type { Value } from '../index';

const READ: [string, Value][] = [
	['$38B', { central: 38e9 }],
	['1.4 trillion', { central: 1.4e12 }],
	['1.1t', { central: 1.1e12 }],
	['up to 100bn', { high: 100e9 }],
	['Up to US$ 100 billion', { high: 100e9 }],
	['as much as $1.5tn.', { high: 1.5e12 }],
	['at least $10 billion', { low: 10e9 }],
	['more than $10 billion', { low: 10e9 }],
	['$10bn+', { low: 10e9 }],
	['$10 billion or more', { low: 10e9 }],
	['> 10bn', { low: 10e9 }],
	['between 5 and 10 billion', { low: 5e9, high: 10e9 }],
	['between $500 million and $1 billion', { low: 500e6, high: 1e9 }],
	['$10–15B', { low: 10e9, high: 15e9 }],
	['10 to 15 billion dollars', { low: 10e9, high: 15e9 }],
	['from $10bn to $15bn', { low: 10e9, high: 15e9 }],
	['5 to 10 dollars', { low: 5, high: 10 }],
	['between 5 dollars and 10 billion', { low: 5, high: 10e9 }],
	['between $2,345,678 and $3 billion', { low: 2_345_678, high: 3e9 }],
	['about 300bn', { central: 300e9 }],
	['~$300bn', { central: 300e9 }],
	['c. 300 billion', { central: 300e9 }],
	['US$ 1,500,000,000', { central: 1.5e9 }],
	['USD 1.5 billion', { central: 1.5e9 }],
	['38,000,000,000', { central: 38e9 }],
	['38000000000', { central: 38e9 }],
	['38 billion USD', { central: 38e9 }],
	['38 dollars', { central: 38 }],
	['a billion', { central: 1e9 }],
	['half a billion dollars', { central: 500e6 }],
	['38-billion', { central: 38e9 }],
	['  $38\u00a0billion  ', { central: 38e9 }],
	['38 billion (between 30 and 50 billion)', { low: 30e9, central: 38e9, high: 50e9 }],
	['$9,000,000,000,000,000', { central: 9e15 }]
];

const REFUSED: [string, RegExp][] = [
	['', /No amount/],
	['   ', /No amount/],
	['38', /“38 billion”, “38 million” or “38 dollars”/],
	['$38', /could be dollars, millions or billions/],
	['between 5 and 10', /could be dollars, millions or billions/],
	['tens of billions', /is not a figure.*at least 20 billion/],
	['several billion', /is not a figure/],
	['multi-billion', /is not a figure/],
	['billions', /is not a figure/],
	['€5bn', /not in US dollars/],
	['5 billion euros', /not in US dollars/],
	['£2bn', /not in US dollars/],
	['C$5bn', /not in US dollars/],
	['-5bn', /negative/],
	['−5bn', /negative/],
	['$-5bn', /negative/],
	['($5bn)', /negative/],
	['0', /more than 0/],
	['0 billion', /more than 0/],
	['undisclosed', /empty where none was disclosed/],
	['9,000,000,000,000,001', /most that one amount/],
	['10000 trillion', /most that one amount/],
	['1'.repeat(60), /too long/],
	['9'.repeat(5_000), /too long/],
	['15-10bn', /from the smaller to the larger/],
	['500-1 billion', /from the smaller to the larger/],
	['1,5 billion', /two ways/],
	['1.500.000', /two ways/],
	['1.2345 thousand', /whole dollars/],
	['38 gazillion', /not a unit/],
	['5 gigawatts', /not a unit/],
	['NaN', /not an amount/],
	['1e12', /not an amount/],
	['Infinity billion', /not an amount/],
	['38 billion (between 40 and 50 billion)', /does not lie between/],
	['<script>', /not an amount/]
];

describe('parseAmount', () => {
	it.each(READ)('reads %s', (text, value) => {
		expect(parseAmount(text)).toEqual({ value, understood: sayAmount(value) });
	});

	it.each(REFUSED)('refuses %s with a sentence', (text, sentence) => {
		const parsed = parseAmount(text);
		expect(parsed).toHaveProperty('fault');
		expect('fault' in parsed && parsed.fault).toMatch(sentence);
		expect('fault' in parsed && parsed.fault).toMatch(/\.$/);
	});

	it('says in plain words what it understood', () => {
		expect(parseAmount('up to 100bn')).toMatchObject({ understood: 'up to $100,000,000,000' });
		expect(parseAmount('$10–15B')).toMatchObject({ understood: 'between $10,000,000,000 and $15,000,000,000' });
	});

	const dollars = fc.oneof(
		fc.integer({ min: 1, max: 9_000_000_000_000_000 }),
		fc.integer({ min: 1, max: 2_000_000 }),
		fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.constantFrom(1e6, 1e9, 1e12)).map(([count, unit]) => count * unit)
	);
	const value = fc
		.tuple(fc.uniqueArray(dollars, { minLength: 3, maxLength: 3 }), fc.integer({ min: 1, max: 7 }))
		.map(([sums, which]): Value => {
			const [low, central, high] = sums.sort((a, b) => a - b) as [number, number, number];
			return { ...(which & 1 && { low }), ...(which & 2 && { central }), ...(which & 4 && { high }) };
		});

	it('reads back whatever it says', () => {
		fc.assert(
			fc.property(value, (stated) => {
				const words = sayAmount(stated);
				expect(parseAmount(words)).toEqual({ value: stated, understood: words });
				expect(parseAmount(writeAmount(stated))).toEqual({ value: stated, understood: words });
			})
		);
	});

	it('reads every unit exactly, to the dollar', () => {
		const units = [
			['k', 1e3],
			[' million', 1e6],
			['bn', 1e9],
			[' trillion', 1e12]
		] as const;
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 8_999_999 }), fc.constantFrom(...units), (thousandths, [unit, factor]) => {
				const text = `$${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}${unit}`;
				expect(parseAmount(text)).toMatchObject({ value: { central: thousandths * (factor / 1000) } });
			})
		);
	});

	it('never throws, whatever is typed', () => {
		const pieces = fc.constantFrom(
			'$',
			'38',
			'bn',
			' ',
			'-',
			' to ',
			'between',
			'and',
			'.',
			',',
			'(',
			')',
			'up to ',
			'€',
			'9'.repeat(30)
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
				),
				(text) => {
					const parsed = parseAmount(text);
					expect('fault' in parsed || Object.values(parsed.value).every(Number.isSafeInteger)).toBe(true);
				}
			)
		);
	});
});
