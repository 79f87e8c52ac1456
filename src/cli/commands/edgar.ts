import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isDay } from '$lib/records/day';
import { now, today } from '$lib/server/config/clock';
import { StartFault } from '$lib/server/config/fault';
import { Cache, factsFile } from '$lib/server/edgar/cache';
import { STATUSES, type Difference, type Line } from '$lib/server/edgar/difference';
import { EdgarClient, sourceFrom } from '$lib/server/edgar/fetch';
import {
	filingsToImport,
	filers,
	readCompany,
	type FactsSource,
	type Filing,
	type Outcome
} from '$lib/server/edgar/import';
import { readSettings } from '$lib/server/config/settings';
import { openStore } from '$lib/server/store/open';
import type { Store } from '$lib/server/store/store';
import { commit, checkChanges, orStartFault } from '$lib/server/writing/commit';
import { UsageFault, type Command, type Io } from '../command';

/** The ledger's first quarter; earlier ones are in the filings, too. */
const SINCE = '2019-01-01';

/** Refusals shown for one company; a spoilt file may have any number. */
const MOST_REFUSALS = 200;

function filingsAskedFor(all: Filing[], slugs: string[]): Filing[] {
	for (const slug of slugs) {
		if (all.some((filer) => filer.slug === slug)) continue;
		const known = all.map((filer) => filer.slug).join(', ');
		throw new UsageFault(`--company: expected an organisation with a cik (${known}), got ${JSON.stringify(slug)}.`);
	}
	return slugs.length === 0 ? filingsToImport(all) : all.filter(({ slug }) => slugs.includes(slug));
}

/** Without `--company` a folder need not hold every company; those it lacks are named. */
function filesInFolder(filers: Filing[], folder: string, out: Io['out']): Filing[] {
	const [there, lacking] = [true, false].map((held) =>
		filers.filter(({ cik }) => existsSync(join(folder, factsFile(cik))) === held)
	);
	if (filers.length === 0)
		throw new StartFault(
			'No organisation of the ledger says edgar: true, so none is asked for. Name one with --company, or set it on its record.'
		);
	if (!there || there.length === 0) {
		const names = filers.map(({ slug, cik }) => `${factsFile(cik)} (${slug})`).join(', ');
		throw new StartFault(`${folder}: expected at least one of ${names}, got none of them.`);
	}
	for (const { slug, cik } of lacking ?? []) out(`${slug}: no ${factsFile(cik)} in ${folder}, left as it is`);
	return there;
}

function dollars(amount: number): string {
	return amount.toLocaleString('en-US');
}

function lineText({ kind, row, status, was }: Line): string {
	const measure = kind === 'capex' ? row.measure : row.metric;
	const period =
		row.period_start === null ? (kind === 'fundamentals' ? row.as_of : '') : `${row.period_start} to ${row.period_end}`;
	const filed = kind === 'capex' && row.filed !== null ? `, filed ${row.filed}` : '';
	const others = [...new Set(was.map(({ amount_usd }) => amount_usd))].filter((amount) => amount !== row.amount_usd);
	const before = others.length > 0 ? `; the ledger had ${others.map(dollars).join(' and ')}` : '';
	return `  ${status.padEnd(10)} ${measure}, ${period}: ${dollars(row.amount_usd)}${filed}${before}`;
}

function countText({ lines, refused }: Difference): string {
	const counts = STATUSES.map((status) => [lines.filter((line) => line.status === status).length, status] as const);
	const some = [...counts, [refused.length, 'refused'] as const].filter(([count]) => count > 0);
	return some.map(([count, status]) => `${count} ${status}`).join(', ') || 'no figures';
}

function report(outcome: Outcome, { out, err }: Io): void {
	if ('fault' in outcome) {
		err(`${outcome.company}: ${outcome.fault}`);
		return;
	}
	const { lines, refused } = outcome.difference;
	out(`${outcome.company} (${outcome.entityName}): ${countText(outcome.difference)}`);
	for (const line of lines) if (line.status !== 'unchanged') out(lineText(line));
	for (const { what, why } of refused.slice(0, MOST_REFUSALS)) out(`  refused    ${what}: ${why}`);
	if (refused.length > MOST_REFUSALS) out(`  refused    ${dollars(refused.length - MOST_REFUSALS)} more`);
}

const MISFIT = 'The figures do not fit the ledger; nothing was written.';

async function fetchFilings(
	store: Store,
	args: { filers: Filing[]; source: FactsSource; since: string; today: string; write: boolean },
	io: Io
): Promise<number> {
	const revision = store.revision();
	const records = store.readAll();
	const outcomes: Outcome[] = [];
	for (const filer of args.filers) {
		const outcome = await readCompany(filer, args.source, records, {
			since: args.since,
			asOf: null,
			today: args.today
		});
		report(outcome, io);
		outcomes.push(outcome);
	}
	const writes = outcomes.flatMap((outcome) => ('difference' in outcome ? outcome.difference.writes : []));
	const faults = outcomes.filter((outcome) => 'fault' in outcome).length;
	if (faults > 0) {
		io.err(`Nothing was written: ${faults} of ${outcomes.length} companies could not be read.`);
		return 1;
	}
	if (writes.length === 0) {
		io.out('The ledger has it all: nothing to write.');
		return 0;
	}
	if (!args.write) {
		orStartFault(checkChanges(records, writes), MISFIT);
		io.out(`Nothing was written. Add --write to write ${writes.length} ${writes.length === 1 ? 'change' : 'changes'}.`);
		return 0;
	}
	const why = `Figures filed with the SEC: ${outcomes.map(({ company }) => company).join(', ')}`;
	const done = commit(store, writes, { who: 'edgar', why, at: now(), expect: revision, known: { revision, records } });
	const written = orStartFault(done, MISFIT).revision;
	io.out(`Wrote ${writes.length} ${writes.length === 1 ? 'change' : 'changes'} as revision ${written}.`);
	return 0;
}

/** Brings capital spending, cash flow, revenue and obligations from the SEC's companyfacts into the ledger, or shows what it would. */
export const edgar: Command = {
	name: 'edgar',
	usage: '[--company slug ...] [--from folder] [--since day] [--write]',
	summary: 'show what SEC filings would change, and with --write change it (needs EDGAR_USER_AGENT, or --from)',
	async run(args, io) {
		const { values } = parseArgs({
			args,
			options: {
				company: { type: 'string', multiple: true, default: [] },
				from: { type: 'string' },
				since: { type: 'string', default: SINCE },
				write: { type: 'boolean', default: false }
			}
		});
		const { company, from, since, write } = values;
		if (!isDay(since)) throw new UsageFault(`--since: expected a day such as ${SINCE}, got ${JSON.stringify(since)}.`);
		if (from !== undefined && !statSync(from, { throwIfNoEntry: false })?.isDirectory()) {
			throw new UsageFault(
				`--from: expected a folder with files such as CIK0000789019.json, got ${JSON.stringify(from)}.`
			);
		}
		const settings = readSettings(io.env);
		const client = () => new EdgarClient({ ...sourceFrom(io.env), cache: new Cache(`${settings.db}-edgar`) });
		const source = from === undefined ? { client: client() } : { folder: from };
		if (!existsSync(settings.db))
			throw new StartFault(
				`There is no ledger at ${settings.db} yet. Run npm start once: it makes one from the dataset.`
			);
		const store = openStore(settings.db, { at: now(), readonly: !write });
		try {
			const all = filingsAskedFor(filers(store.readAll().organisations), company);
			const chosen = from !== undefined && company.length === 0 ? filesInFolder(all, from, io.out) : all;
			return await fetchFilings(store, { filers: chosen, source, since, today: today(settings), write }, io);
		} finally {
			store.close();
		}
	}
};
