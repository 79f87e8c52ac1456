import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { IMPORTED } from '$lib/formats';
import { now, today } from '$lib/server/config/clock';
import { StartFault } from '$lib/server/config/fault';
import { LARGE, organisationsOf, planImport, writeImport, type ImportPlan } from '$lib/server/importing/plan';
import { IMPORTS } from '$lib/records';
import { ColumnsFault } from '$lib/server/ingest/table/entries';
import { readFile } from '$lib/server/ingest/table/read';
import { readSettings } from '$lib/server/config/settings';
import { openStore } from '$lib/server/store/open';
import type { StagedLine } from '$lib/server/store/staging';
import { orStartFault } from '$lib/server/writing/commit';
import { UsageFault, type Command, type Io } from '../command';

/** Lines shown of each sort; the rest are counted. */
const MOST_SHOWN = 200;
const PROGRESS = 100_000;

function mapOf(pairs: string[]): Map<string, string> {
	return new Map(
		pairs.map((pair) => {
			const [, theirs, ours] = /^(.+?)=(\w*)$/.exec(pair) ?? [];
			if (theirs === undefined) throw new UsageFault(`--map: expected theirs=ours, got ${JSON.stringify(pair)}.`);
			return [theirs.trim(), ours ?? ''];
		})
	);
}

/** Tells each line as it is read, up to so many of a sort, and how far it has come. */
function lineTeller({ out, err }: Io): (line: StagedLine) => void {
	const told = { new: 0, changed: 0, unchanged: 0, refused: 0 };
	let read = 0;
	return ({ line, key, kind, status, why }) => {
		if (++read % PROGRESS === 0) err(`${dollars(read)} read …`);
		if (status === 'unchanged' || ++told[status] > MOST_SHOWN) return;
		const words = status === 'new' && why.length > 0 ? `(made for it: ${why.join(', ')})` : why.join(', ');
		const said = status === 'refused' ? why : [words];
		for (const each of said)
			out(`  ${String(line).padStart(6)}  ${status.padEnd(8)} ${key && `${kind}/${key} `}${each}`.trimEnd());
	};
}

function dollars(amount: number): string {
	return amount.toLocaleString('en-US');
}

function report({ counts, misfits, totals, staging }: ImportPlan, { out }: Io): void {
	for (const misfit of misfits.slice(0, MOST_SHOWN)) out(`  ${misfit}`);
	const words = Object.entries(counts).map(([status, count]) => `${dollars(count)} ${status}`);
	out(words.join(', '));
	if (totals) {
		for (const name of ['headline_usd', 'counted_usd', 'due_usd', 'counted_us_usd'] as const) {
			const [before, after] = [totals.before[name], totals.after[name]];
			const change = after === before ? 'as it was' : `${after > before ? '+' : ''}${dollars(after - before)}`;
			out(`  ${name.padEnd(14)} ${dollars(before)} → ${dollars(after)} (${change})`);
		}
	} else if (counts.refused === 0 && misfits.length === 0 && staging.whole.size() > LARGE) {
		out(`Totals are not worked out here for a ledger of more than ${dollars(LARGE)} records.`);
	}
}

/** Brings a table into the ledger, or shows what it would do: all of it or nothing. */
export const importFile: Command = {
	name: 'import',
	usage:
		`<file${IMPORTED.map(({ extension }) => `.${extension}`).join('|')}> [--as ${IMPORTS.join('|')}] ` +
		'[--map theirs=ours ...] [--write] [--who name] [--why text]',
	summary: 'show row by row what a table would change, and with --write change it: all or nothing',
	async run(args, io) {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				as: { type: 'string' },
				map: { type: 'string', multiple: true, default: [] },
				write: { type: 'boolean', default: false },
				who: { type: 'string' },
				why: { type: 'string' }
			}
		});
		const [file] = positionals;
		if (file === undefined || positionals.length > 1)
			throw new UsageFault(`import takes one file, got ${positionals.length}.`);
		const as = IMPORTS.find((each) => each === values.as);
		if (values.as !== undefined && !as) {
			throw new UsageFault(`--as: expected one of ${IMPORTS.join(', ')}, got ${JSON.stringify(values.as)}.`);
		}
		if (!statSync(file, { throwIfNoEntry: false })?.isFile())
			throw new StartFault(`${file}: expected a file, got none.`);
		const settings = readSettings(io.env);
		if (!existsSync(settings.db)) {
			throw new StartFault(`There is no ledger at ${settings.db} yet. Run npm start once: it makes one.`);
		}
		const store = openStore(settings.db, { at: now(), readonly: !values.write });
		try {
			const latest = store.revision();
			const known = (slug: string) => store.recordAt('deals', slug, latest)?.record;
			const entries = readFile(
				{ path: file, name: file, share: () => undefined },
				{ as, map: mapOf(values.map), known, organisations: organisationsOf(store) }
			);
			const plan = await planImport(store, entries, { day: today(settings), tell: lineTeller(io) });
			report(plan, io);
			if (plan.counts.refused > 0 || plan.misfits.length > 0) {
				io.err('Nothing was written.');
				return 1;
			}
			const changes = plan.counts.new + plan.counts.changed;
			if (changes === 0) {
				io.out('The ledger has it all: nothing to write.');
				return 0;
			}
			if (!values.write) {
				io.out(
					`Nothing was written. Add --write to write ${dollars(changes)} ${changes === 1 ? 'record' : 'records'}.`
				);
				return 0;
			}
			const why = values.why ?? `Imported ${basename(file)}: ${plan.counts.new} new, ${plan.counts.changed} changed`;
			const done = writeImport(store, plan, { who: values.who ?? userInfo().username, why, at: now() }, (n) => {
				if (n % PROGRESS === 0) io.err(`${dollars(n)} written …`);
			});
			const { revision } = orStartFault(done, 'The records do not fit together; nothing was written.');
			io.out(`Wrote ${dollars(changes)} ${changes === 1 ? 'record' : 'records'} as revision ${revision}.`);
			return 0;
		} catch (error) {
			if (!(error instanceof ColumnsFault)) throw error;
			const hint =
				'Say which column is which with --map "theirs=ours" (--map "theirs=" leaves it out), the table with --as.';
			throw new StartFault(`${error.message}\n${hint}`, { cause: error });
		} finally {
			store.close();
		}
	}
};
