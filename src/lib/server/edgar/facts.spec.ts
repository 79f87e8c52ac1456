import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filingAddress, readFacts } from './facts';
import { quartersOf } from './quarters';
import { rulesOf, tagsOf } from './rules';
import { fact, fileOf, PPE, reasons, readingOf, toDate, ENDS, millions } from './shapes.fixture';

const CIK = '0001652044';
const GOOD = readFileSync('tests/fixtures/edgar/alphabet.json', 'utf8');
const read = (json: string) =>
	readFacts(json, { file: `CIK${CIK}.json`, cik: CIK, tags: tagsOf(rulesOf(CIK)), today: '2027-12-31' });
const plain = (change: (file: Record<string, unknown>) => void): string => {
	const file = JSON.parse(GOOD) as Record<string, unknown>;
	change(file);
	return JSON.stringify(file);
};

describe('a file that is not what it should be', () => {
	it.each<[string, string, RegExp]>([
		['empty', '', /expected the JSON of companyfacts, got an empty file/],
		['truncated', GOOD.slice(0, 900), /breaks off \(900 characters\)/],
		['a page', '<!DOCTYPE html><title>Forbidden</title>', /is no JSON/],
		['a list', '[]', /expected an object with cik, entityName and facts, got a list/],
		['null', 'null', /expected an object with cik, entityName and facts, got nothing/],
		['without facts', '{"cik":1652044,"entityName":"A"}', /facts: expected facts by taxonomy, got nothing/],
		['without a cik', '{"entityName":"A","facts":{}}', /cik: expected a CIK of up to ten digits, got nothing/],
		[
			'another company',
			GOOD.replace('1652044', '1018724'),
			/expected the facts of CIK 0001652044, got those of Alphabet Inc\. \(CIK 0001018724\)/
		],
		[
			'a number as text',
			GOOD.replace('17197000000', '"17197000000"'),
			/us-gaap\.PaymentsTo.*\.units\.USD\[0\]\.val: expected a number, got the text “17197000000”/
		],
		['an infinite number', GOOD.replace('17197000000', '1e999'), /val: expected a number, got Infinity/],
		['a missing number', GOOD.replace('"val": 17197000000,', ''), /val: expected a number, got nothing/],
		[
			'a date as a number',
			GOOD.replace('"2025-03-31"', '20250331'),
			/end: expected a day such as 2025-03-31, got 20250331/
		],
		[
			'a wrong accession number',
			GOOD.replace('0001652044-25-000043', '../../etc/passwd'),
			/accn: expected an accession number/
		],
		[
			'facts that are no list',
			plain((file) => Object.assign(file, { facts: { 'us-gaap': { [PPE]: { units: { USD: {} } } } } })),
			/USD: expected a list of facts, got an object/
		],
		['deeply nested', `{"cik":${'['.repeat(200_000)}`, /is no JSON or breaks off/],
		['keys of the prototype', '{"__proto__":{"cik":1652044,"entityName":"A","facts":{}}}', /cik: expected a CIK/]
	])('%s: a sentence', (_, json, sentence) => {
		const result = read(json);
		expect(result).toMatchObject({ fault: expect.stringMatching(sentence) });
		expect('fault' in result && result.fault).toMatch(/^CIK0001652044\.json/);
	});

	it('names no more than the first of many faults', () => {
		const many = fileOf(CIK, {
			[PPE]: Array.from({ length: 50_000 }, () => fact('2025-01-01', '2025-03-31', 1, '2025-05-01'))
		});
		const result = read(many.replaceAll('1000000,', '"x",'));
		expect('fault' in result && result.fault.length).toBeLessThan(300);
	});
});

describe('what varies in such files', () => {
	it('null or absent fy, fp, form, filed and frame; a byte order mark; a cik as text; unknown fields and tags', () => {
		const json = plain((file) => Object.assign(file, { cik: '0001652044', extra: { deep: [1] } }))
			.replaceAll('"fy":2025', '"fy":null')
			.replaceAll('"fp":"Q1",', '')
			.replaceAll('"filed":"2025-04-25"', '"filed":null');
		const result = read(`\uFEFF${json}`);
		expect(result).not.toHaveProperty('fault');
	});

	it('leaves the prototype of every object alone', () => {
		const json = GOOD.replace(
			'"us-gaap": {',
			'"us-gaap": {"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}},'
		);
		expect(read(json)).toMatchObject({ facts: { entityName: 'Alphabet Inc.' } });
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});

	it('a company that tags nothing of use has no figures', () => {
		const result = read('{"cik":1652044,"entityName":"A","facts":{"dei":{}}}');
		expect(
			'facts' in result && quartersOf(result.facts, rulesOf(CIK), { since: '2019-01-01', asOf: null })
		).toMatchObject({ figures: [], refused: [] });
	});

	it('a name from a file is fit for a terminal', () => {
		const json = plain((file) => Object.assign(file, { entityName: `A\u001b[2J\n${'x'.repeat(500)}\ud800` }));
		const result = read(json);
		expect('facts' in result && result.facts.entityName).toMatch(/^A \[2J x+\.\.\.$/);
	});
});

describe('facts that cannot be', () => {
	const [good] = toDate('2025-01-01', ENDS, [10]);
	const spoilt = (change: object) =>
		readingOf({
			[PPE]: [...(good ? [good] : []), { ...fact('2025-04-01', '2025-06-30', 11, '2025-08-01'), ...change }]
		});

	it.each([
		[{ end: '2025-06-31' }, /end: expected a day in the years 1990 to 2100, got “2025-06-31”/],
		[{ end: '9999-12-31' }, /end: expected a day/],
		[{ start: '0001-01-01' }, /start: expected a day/],
		[{ end: 'never\u001b[2J' }, /got “never \[2J”/],
		[{ filed: '2025-6-1' }, /filed: expected a day/],
		[{ start: '2025-08-01' }, /starts on 2025-08-01, after its end/],
		[{ filed: '2025-06-01' }, /filed on 2025-06-01, before its period ended/],
		[{ filed: '2031-01-01' }, /dated 2031-01-01, after today, 2027-12-31/],
		[{ val: 10.5 }, /expected whole dollars, got 10\.5/],
		[{ val: 1e16 }, /at most 9,000,000,000,000,000/]
	])('%j is refused by itself', (change, sentence) => {
		const reading = spoilt(change);
		expect(millions(reading)).toEqual({ FY2025Q1: 10 });
		expect(reasons(reading)).toMatch(sentence);
	});

	it('the same fact twice is one fact', () => {
		expect(readingOf({ [PPE]: good ? [good, good, { ...good }] : [] })).toMatchObject({
			figures: [{ vintages: [{ amount: 10e6 }] }],
			refused: []
		});
	});

	it('two figures of one filing for one period are refused, but a rounded copy is not', () => {
		const clash = readingOf({ [PPE]: good ? [good, { ...good, val: 12e6 }] : [] });
		expect(millions(clash)).toEqual({});
		expect(reasons(clash)).toMatch(/states two figures for it: 10,000,000 and 12,000,000/);
		const rounded = readingOf({
			[PPE]: good
				? [
						{ ...good, val: 1_010_000_000 },
						{ ...good, val: 1_012_345_678 }
					]
				: []
		});
		expect(millions(rounded)).toEqual({ FY2025Q1: 1012.345678 });
	});
});

describe('filingAddress', () => {
	it('leads to the page of the filing', () => {
		expect(filingAddress('0000789019', '0000950170-24-118967')).toBe(
			'https://www.sec.gov/Archives/edgar/data/789019/000095017024118967/0000950170-24-118967-index.htm'
		);
	});
});
