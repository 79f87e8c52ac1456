import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LEDGER_FORMATS, RECORD_FORMATS, TABLE_FORMATS, type Format } from '$lib/formats';
import { now } from '$lib/server/config/clock';
import { faultCount, faultText } from '$lib/server/dataset/fault';
import { readDataset } from '$lib/server/dataset/read';
import { datasetFiles, recordCounts, writeDataset, writeParts } from '$lib/server/dataset/write';
import { StartFault } from '$lib/server/config/fault';
import { IMPORTS } from '$lib/records';
import { ledgerParts, recordParts } from '$lib/server/records';
import { readSettings } from '$lib/server/config/settings';
import { openStore } from '$lib/server/store/open';
import { UsageFault, type Command } from '../command';

/** Files of one sort that are listed by name. */
const MOST_NAMED = 200;

/** The option of the command line that asks for a format. */
function optionOf(format: Format): string {
	return `--${format}`;
}

/** The files that an export leans on are those it would replace, where there are any; they have to be sound. */
function baseOf(folder: string, data: string): string {
	const base = existsSync(`${folder}/deals`) ? folder : data;
	if (!existsSync(`${base}/deals`)) return base;
	const dataset = readDataset(base);
	if ('records' in dataset) return base;
	const lines = dataset.faults.map(faultText);
	throw new StartFault([...lines, `${faultCount(lines.length)} in ${base}; nothing was written.`].join('\n'));
}

/** Writes the ledger as the files of a dataset, so that what was changed here becomes a difference that people can review. */
export const exportDataset: Command = {
	name: 'export',
	usage: [
		'--dataset folder',
		`${RECORD_FORMATS.map(optionOf).join('|')} ${IMPORTS.join('|')} file`,
		...LEDGER_FORMATS.map((each) => `${optionOf(each)} file`)
	].join(' | '),
	summary: 'write the ledger as the files of a dataset, a table or JSON; import and sync read it back',
	async run(args, { env, out }) {
		const text = { type: 'string' } as const;
		const { values: given, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { dataset: text, ...Object.fromEntries(TABLE_FORMATS.map((each) => [each, text])) }
		});
		const { dataset: folder, ...values } = given as Partial<Record<string, string>>;
		const [file] = positionals;
		const format = RECORD_FORMATS.find((each) => values[each] !== undefined);
		const table = IMPORTS.find((each) => format && each === values[format]);
		if (format && (!table || file === undefined)) {
			const got = JSON.stringify(values[format]);
			throw new UsageFault(`--${format} takes a table (${IMPORTS.join(', ')}) and a file, got ${got}.`);
		}
		const whole = LEDGER_FORMATS.flatMap((each) => {
			const path = values[each];
			return path === undefined ? [] : [{ format: each, path }];
		});
		if (!folder && !format && whole.length === 0) {
			const options = ['--dataset', ...[...RECORD_FORMATS, ...LEDGER_FORMATS].map(optionOf)];
			throw new UsageFault(`export needs ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(options)}.`);
		}
		const { db, data } = readSettings(env);
		if (!existsSync(db)) throw new StartFault(`There is no ledger at ${db} yet. Run npm start once: it makes one.`);
		const store = openStore(db, { at: now(), readonly: true });
		try {
			const records = store.readAll();
			if (format && table && file !== undefined) writeParts(file, await recordParts(format, table, records));
			for (const { format, path } of whole) writeParts(path, await ledgerParts(format, records));
			for (const each of [table && file, ...whole.map(({ path }) => path)])
				if (each) out(`${each}: as of revision ${store.revision()}`);
			if (!folder) return 0;
			const plan = datasetFiles(records, baseOf(folder, data));
			const { unchanged, changed, added, removed } = writeDataset(folder, plan);
			for (const [word, files] of Object.entries({ changed, added, removed })) {
				for (const file of files.slice(0, MOST_NAMED)) out(`  ${word.padEnd(7)}  ${file}`);
				if (files.length > MOST_NAMED) out(`  ${word.padEnd(7)}  ${files.length - MOST_NAMED} more`);
			}
			out(`${folder}: ${recordCounts(records)}, as of revision ${store.revision()}`);
			out(
				`${unchanged} files as they were, ${changed.length} changed, ${added.length} added, ${removed.length} removed`
			);
			return 0;
		} finally {
			store.close();
		}
	}
};
