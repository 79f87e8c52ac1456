import { parseArgs } from 'node:util';
import { auditRecords } from '$lib/server/dataset/audit';
import { faultCount, faultText } from '$lib/server/dataset/fault';
import { readDataset } from '$lib/server/dataset/read';
import { readSettings } from '$lib/server/config/settings';
import { UsageFault, type Command } from '../command';

/** Proves that every figure of a dataset can be followed back to where it was said; what cannot stands on a line of its own. */
export const audit: Command = {
	name: 'audit',
	usage: '[folder]',
	summary: 'say which figures cannot be followed back to a source and its type (folder: else BUILDOUT_DATA, else data)',
	run(args, { env, out }) {
		const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
		if (positionals.length > 1) throw new UsageFault(`audit takes one folder, got ${positionals.length}.`);
		const folder = positionals[0] ?? readSettings(env).data;
		const dataset = readDataset(folder);
		const faults =
			'faults' in dataset
				? dataset.faults.map(faultText)
				: auditRecords(dataset.records).map(({ place, fault }) => `${folder}/${place}: ${fault}`);
		for (const fault of faults) out(fault);
		if (faults.length > 0) out(`${faultCount(faults.length)} in ${folder}`);
		else out(`${folder}: every figure can be followed back to a source`);
		return faults.length > 0 ? 1 : 0;
	}
};
