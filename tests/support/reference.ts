import type { Records } from '$lib/records';
import { faultText } from '$lib/server/dataset/fault';
import { readDataset } from '$lib/server/dataset/read';
import { REFERENCE } from './server';

/** The records of a dataset that has no fault; without a folder those of `REFERENCE`. */
export function recordsIn(folder = REFERENCE): Records {
	const dataset = readDataset(folder);
	if ('faults' in dataset) throw new Error(dataset.faults.map(faultText).join('\n'));
	return dataset.records;
}
