import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { difference, pathText } from '$lib/shared/field-changes';
import { RECORD_KINDS, type RecordKind, type Records } from '$lib/records';
import { recordKey } from '$lib/records/keys';
import { now } from '$lib/server/config/clock';
import { faultCount, faultText } from '$lib/server/dataset/fault';
import { readDataset } from '$lib/server/dataset/read';
import { StartFault } from '$lib/server/config/fault';
import { readSettings } from '$lib/server/config/settings';
import { openStore } from '$lib/server/store/open';
import type { Store } from '$lib/server/store/store';
import type { Reference, Side } from '$lib/server/store/sync';
import { orStartFault } from '$lib/server/writing/commit';
import { syncDataset } from '$lib/server/writing/sync';
import { UsageFault, type Command, type Io } from '../command';

/** Records shown with their differences; the rest are only named. */
const MOST_SHOWN = 40;

type Choice = Reference & { side: Side };

function recordOf(records: Records, { kind, key }: Reference): unknown {
	return (records[kind] as never[]).find((each) => recordKey(kind, each) === key);
}

/** `theirs deals/openai-aws-2025`: the side, and the kind and key of a record; a bare slug is a deal's. */
function choicesOf(texts: string[]): Choice[] {
	if (texts.length % 2 !== 0)
		throw new UsageFault('--take needs a side and a record: --take theirs deals/openai-aws-2025.');
	return Array.from({ length: texts.length / 2 }, (_, i) => {
		const [side = '', name = ''] = texts.slice(2 * i, 2 * i + 2);
		if (side !== 'theirs' && side !== 'ours') {
			throw new UsageFault(`--take: expected theirs or ours, got ${JSON.stringify(side)}.`);
		}
		const [kind, ...key] = name.includes('/') ? name.split('/') : ['deals', name];
		if (!RECORD_KINDS.some((each) => each === kind)) {
			throw new UsageFault(`--take: expected a record such as deals/openai-aws-2025, got ${JSON.stringify(name)}.`);
		}
		return { side, kind: kind as RecordKind, key: key.join('/') };
	});
}

/** The words of `--take` run on to the next option: `parseArgs` knows options of one word only. */
function readChoices(args: string[]): { choices: Choice[]; rest: string[] } {
	const [words, rest]: [string[], string[]] = [[], []];
	for (let i = 0; i < args.length; i++) {
		if (args[i] === '--take') words.push(args[++i] ?? '', args[++i] ?? '');
		else rest.push(args[i] ?? '');
	}
	return { choices: choicesOf(words), rest };
}

function refuseUnknown(choices: Choice[], theirs: Records, store: Store): void {
	for (const { side: _side, ...reference } of choices) {
		const { kind, key } = reference;
		if (recordOf(theirs, reference) !== undefined || store.recordAt(kind, key, store.revision())) continue;
		throw new UsageFault(`--take: neither the dataset nor the ledger has a record ${kind}/${key}.`);
	}
}

function showValue(value: unknown): string {
	const text = value === undefined ? 'nothing' : JSON.stringify(value);
	return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}

function report(undecided: Reference[], theirs: Records, store: Store, { out }: Io): void {
	const latest = store.revision();
	for (const [i, reference] of undecided.entries()) {
		const { kind, key } = reference;
		const ours = store.recordAt(kind, key, latest)?.record;
		const newer = recordOf(theirs, reference);
		const what =
			newer === undefined
				? 'edited here, gone from the dataset'
				: ours === undefined
					? 'removed here'
					: 'edited on both sides';
		out(`  ${kind}/${key}: ${what}`);
		if (i >= MOST_SHOWN || newer === undefined || ours === undefined) continue;
		for (const { path, before, after } of difference(ours, newer)) {
			out(`    ${pathText(path)}: ours ${showValue(before)}, theirs ${showValue(after)}`);
		}
	}
	if (undecided.length > 0) {
		const one = undecided[0] ?? { kind: 'deals', key: '' };
		out(`Choose for each: --take theirs ${one.kind}/${one.key}, or --take ours ${one.kind}/${one.key}.`);
	}
}

/** Brings a newer dataset into the ledger; what was edited here as well is left as it is until a person chooses. */
export const sync: Command = {
	name: 'sync',
	usage: '[folder] [--take theirs|ours kind/key ...] [--who name]',
	summary: 'bring in a newer dataset and say what was edited on both sides (folder: else BUILDOUT_DATA, else data)',
	run(args, io) {
		const { choices, rest } = readChoices(args);
		const { values, positionals } = parseArgs({
			args: rest,
			allowPositionals: true,
			options: { who: { type: 'string' } }
		});
		if (positionals.length > 1) throw new UsageFault(`sync takes one folder, got ${positionals.length}.`);
		const settings = readSettings(io.env);
		const folder = positionals[0] ?? settings.data;
		if (!existsSync(settings.db)) {
			throw new StartFault(`There is no ledger at ${settings.db} yet. Run npm start once: it makes one.`);
		}
		const dataset = readDataset(folder);
		if ('faults' in dataset) {
			const lines = dataset.faults.map(faultText);
			throw new StartFault([...lines, `${faultCount(lines.length)} in ${folder}; nothing was written.`].join('\n'));
		}
		const at = now();
		const store = openStore(settings.db, { at });
		try {
			refuseUnknown(choices, dataset.records, store);
			const who = choices.length === 0 ? 'dataset' : (values.who ?? userInfo().username);
			const done = syncDataset(store, dataset.records, { at, who, choices });
			const why = 'The dataset does not fit the records that stand here; nothing was written.';
			const { added, changed, removed, unchanged, diverged, undecided, revision } = orStartFault(done, why);
			io.out(
				`${folder}: ${added} added, ${changed} changed, ${removed} removed, ${unchanged} as they were; revision ${revision}`
			);
			const kept = diverged.length - undecided.length;
			if (kept > 0) io.out(`${kept} edited here and kept; the dataset says nothing new of them.`);
			report(undecided, dataset.records, store, io);
			return 0;
		} finally {
			store.close();
		}
	}
};
