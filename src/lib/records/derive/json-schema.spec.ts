import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { RECORD_KINDS, type RecordKind } from '$lib/records';
import { recordsIn } from '../../../../tests/support/reference';
import { REFERENCE, root } from '../../../../tests/support/server';
import { jsonSchemaOf } from './json-schema';

const LIVE = path.join(root, 'data');

/** The kinds whose records stand together in a file of YAML. */
const LISTS = RECORD_KINDS.filter((kind) => existsSync(path.join(LIVE, `${kind}.yaml`)));

/** Editors know two words that are not of the standard. */
const reader = () =>
	new Ajv({ allErrors: true, allowUnionTypes: true, keywords: ['errorMessage', 'enumDescriptions'] });
const READERS = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, reader().compile(jsonSchemaOf(kind))])) as Record<
	RecordKind,
	ValidateFunction
>;

/** What is wrong with what a file holds, each fault with its place. */
function faultsOf(kind: RecordKind, value: unknown): string[] {
	const check = READERS[kind];
	return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const yaml = (...names: string[]): unknown => parse(readFileSync(path.join(...names), 'utf8'));

describe('the schema files', () => {
	it.each(RECORD_KINDS)('%s: is what is derived (npm run schema writes it anew)', async (kind) => {
		const text = `${JSON.stringify(jsonSchemaOf(kind), null, '\t')}\n`;
		await expect(text).toMatchFileSnapshot(path.join(root, `static/schema/${kind}.json`));
	});

	it('are those of the kinds there are, and an editor finds each by the file that it is for', () => {
		expect(readdirSync(path.join(root, 'static/schema')).sort()).toEqual(
			RECORD_KINDS.map((kind) => `${kind}.json`).sort()
		);
		const settings = JSON.parse(readFileSync(path.join(root, '.vscode/settings.json'), 'utf8')) as {
			'yaml.schemas': Record<string, string>;
		};
		const files = LISTS.map((kind) => [`./static/schema/${kind}.json`, `data/${kind}.yaml`]);
		const deals = { './static/schema/deals.json': 'data/deals/*.yaml' };
		expect(settings['yaml.schemas']).toEqual({ ...deals, ...Object.fromEntries(files) });
	});
});

describe.each([LIVE, REFERENCE])('the files of %s', (folder) => {
	it('have no fault', () => {
		for (const name of readdirSync(path.join(folder, 'deals')))
			expect([name, faultsOf('deals', yaml(folder, 'deals', name))]).toEqual([name, []]);
		for (const kind of LISTS) expect(faultsOf(kind, yaml(folder, `${kind}.yaml`))).toEqual([]);
		const { capex, guidance, fundamentals } = recordsIn(folder);
		for (const row of capex) expect(faultsOf('capex', row)).toEqual([]);
		for (const row of guidance) expect(faultsOf('guidance', row)).toEqual([]);
		for (const row of fundamentals) expect(faultsOf('fundamentals', row)).toEqual([]);
	});
});

describe('a fault is found, with its place', () => {
	const deal = () => yaml(REFERENCE, 'deals/openai-aws-2025.yaml') as Record<string, never>;

	it.each([
		['a field that there is not', { colour: 'blue' }, ' must NOT have additional properties'],
		['a slug, which is the name of the file', { slug: 'a' }, ' must NOT have additional properties'],
		['another word', { kind: 'present' }, '/kind must be equal to one of the allowed values'],
		['text for a number', { capacity_gw: 'a lot' }, '/capacity_gw must be number'],
		['words for a fraction', { us_share: 'all' }, '/us_share must match'],
		['a number out of bounds', { us_share: 1.5 }, '/us_share must be <= 1'],
		[
			'the same party twice',
			{ payers: ['a', 'a'] },
			'/payers must NOT have duplicate items (items ## 1 and 0 are identical)'
		],
		['no event', { events: [] }, '/events must NOT have fewer than 1 items'],
		[
			'another date',
			{ events: [{ on: '3 Nov 2025', type: 'announced', note: 'x', sources: ['a'] }] },
			'/events/0/on must match'
		],
		[
			'no cents',
			{ events: [{ on: 2025, type: 'announced', value: { low: 0.5 }, note: 'x', sources: ['a'] }] },
			'/events/0/value/low must be integer'
		],
		[
			'a value without an end',
			{ events: [{ on: 2025, type: 'announced', value: {}, note: 'x', sources: ['a'] }] },
			'/events/0/value must NOT have fewer than 1 properties'
		]
	])('%s', (_, fields, says) => {
		expect(faultsOf('deals', { ...deal(), ...fields })).toEqual([expect.stringContaining(says)]);
	});

	it('what is left out', () => {
		const { title: _, ...rest } = deal();
		expect(faultsOf('deals', rest)).toEqual([" must have required property 'title'"]);
	});
});
