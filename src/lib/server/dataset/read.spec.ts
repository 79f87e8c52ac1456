import { describe, expect, it } from 'vitest';
import { REFERENCE } from '../../../../tests/support/server';
import { faultText } from './fault';
import { readDataset, type Dataset } from './read';

function messages(dataset: Dataset): string[] {
	return 'faults' in dataset ? dataset.faults.map(faultText) : [];
}

describe('the datasets that come with the project', () => {
	it('reads the reference dataset whole', () => {
		const dataset = readDataset(REFERENCE);
		expect(messages(dataset)).toEqual([]);
		if ('faults' in dataset) return;
		const counts = Object.fromEntries(Object.entries(dataset.records).map(([kind, list]) => [kind, list.length]));
		expect(counts).toEqual({
			deals: 176,
			organisations: 122,
			projections: 75,
			indicators: 11,
			capex: 191,
			guidance: 48,
			fundamentals: 421,
			coverage: 3,
			terms: 3
		});
	});

	it.each(['small', 'medium'])('reads the %s test vector, which has no tables', (name) => {
		expect(messages(readDataset(`tests/vectors/${name}/dataset`))).toEqual([]);
	});
});
