import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { faultText } from '$lib/server/dataset/fault';
import { readDataset } from '$lib/server/dataset/read';

/** Single deals beside a small ledger: the sound ones are taken, of the others the message names the field. */

interface Fault {
	why: string;
	field: string;
	deal: { slug: string };
}

const VECTORS = 'tests/vectors2';
const { sound, faults } = JSON.parse(readFileSync(path.join(VECTORS, 'faults.json'), 'utf8')) as {
	sound: { slug: string }[];
	faults: Fault[];
};

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'buildout-faults-'));
	cpSync(path.join(VECTORS, 'small2', 'dataset'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is wrong with the ledger once a deal stands in it. */
function withDeal({ slug, ...deal }: { slug: string }): string[] {
	writeFileSync(path.join(folder, 'deals', `${slug}.yaml`), stringify(deal));
	const read = readDataset(folder);
	return 'faults' in read ? read.faults.map(faultText) : [];
}

describe('a deal put beside the small ledger', () => {
	it.each(sound.map((deal, i) => [i, deal] as const))('is taken: %i', (_, deal) => {
		expect(withDeal(deal)).toEqual([]);
	});

	it.each(faults.map((each) => [each.why, each] as const))('is refused: %s', (_, { field, deal }) => {
		const said = withDeal(deal);
		expect(said).toHaveLength(1);
		expect(said[0]).toContain(` ${field}: expected `);
	});
});
