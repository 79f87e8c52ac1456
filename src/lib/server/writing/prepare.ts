import type { Records } from '$lib/records';
import { now } from '../config/clock';
import { StartFault } from '../config/fault';
import type { Settings } from '../config/settings';
import { faultCount, faultText } from '../dataset/fault';
import { readDataset } from '../dataset/read';
import { closeLedger, openLedger } from '../ledger/open';
import { openStore, startFault } from '../store/open';
import { orStartFault } from './commit';
import { syncDataset, type SyncReport } from './sync';

/** The dataset of a folder; every fault of it as one line of the error. */
function datasetOf(folder: string): Records {
	const dataset = readDataset(folder);
	if ('records' in dataset) return dataset.records;
	const lines = dataset.faults.map(faultText);
	throw new StartFault([...lines, `${faultCount(lines.length)} in the dataset; nothing was loaded.`].join('\n'));
}

/**
 * Opens the ledger: checks the dataset, opens the database and brings it up to date with the dataset. Says what became of it;
 * a ledger that was open before is closed.
 *
 * @throws {StartFault} every fault of the dataset, or one sentence about the database; the database stays as it was
 */
export function prepareLedger(settings: Pick<Settings, 'data' | 'db'>): SyncReport {
	closeLedger();
	const records = datasetOf(settings.data);
	const at = now();
	const store = openStore(settings.db, { at });
	try {
		const why = 'The dataset no longer fits the records that were edited here; nothing was loaded.';
		const report = orStartFault(syncDataset(store, records, { at }), why);
		openLedger(store);
		return report;
	} catch (error) {
		store.close();
		throw startFault(settings.db, error);
	}
}
