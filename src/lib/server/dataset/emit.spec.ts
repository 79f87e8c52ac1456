import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { REFERENCE } from '../../../../tests/support/server';
import { emitYaml } from './emit';

const deals = readdirSync(join(REFERENCE, 'deals')).map((name) => `deals/${name}`);
const FILES = [...deals, 'organisations.yaml', 'projections.yaml'];

describe('the one form of YAML', () => {
	it.each(FILES)('is that of %s, byte for byte', (file) => {
		const text = readFileSync(join(REFERENCE, file), 'utf8');
		expect(emitYaml(parse(text) as unknown[])).toBe(text);
	});

	it('reads back to the same data, whatever texts, numbers and names it holds', () => {
		const words = fc.string({
			unit: fc.constantFrom(...'ab .:-#\'"\n,[]{}&*!|>%@`?0123eE+_~=<é😀'.split('')),
			maxLength: 12
		});
		const long = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' '));
		const text = fc.oneof(
			words,
			long,
			fc.string({ unit: 'binary' }).filter((each) => each.isWellFormed())
		);
		const leaf = fc.oneof(
			text,
			fc.integer(),
			fc.boolean(),
			fc.constant(null),
			fc.constantFrom('2025', '2025-01', 'no')
		);
		const value = fc.letrec((tie) => ({
			list: fc.array(fc.oneof(leaf, tie('group')), { maxLength: 4 }),
			group: fc.dictionary(
				fc.constantFrom('on', 'note', 'a b', 'capacity_gw'),
				fc.oneof(leaf, tie('group'), tie('list')),
				{
					maxKeys: 3
				}
			)
		}));
		const plain = value.group.filter((each) => Object.keys(each as object).length > 0);
		fc.assert(
			fc.property(plain, (data) => {
				const wanted = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
				expect(parse(emitYaml(wanted))).toEqual(wanted);
			}),
			{ numRuns: 500 }
		);
	}, 0);
});
