import { parseArgs } from 'node:util';
import { faultCount, faultText } from '$lib/server/dataset/fault';
import { readDataset } from '$lib/server/dataset/read';
import { readSettings } from '$lib/server/config/settings';
import { UsageFault, type Command } from '../command';

/** Checks a dataset folder as the start does, without loading it: every fault on a line of its own, or one line of counts. */
export const check: Command = {
	name: 'check',
	usage: '[folder]',
	summary: 'say what is wrong with a dataset, or that nothing is (folder: else BUILDOUT_DATA, else data)',
	run(args, { env, out }) {
		const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
		if (positionals.length > 1) throw new UsageFault(`check takes one folder, got ${positionals.length}.`);
		const folder = positionals[0] ?? readSettings(env).data;
		const dataset = readDataset(folder);
		if ('faults' in dataset) {
			for (const fault of dataset.faults) out(faultText(fault));
			out(`${faultCount(dataset.faults.length)} in ${folder}`);
			return 1;
		}
		const counts = Object.entries(dataset.records).map(
			([kind, list]) => `${list.length.toLocaleString('en-US')} ${kind}`
		);
		out(`${folder}: ${counts.join(', ')}; no fault`);
		return 0;
	}
};
