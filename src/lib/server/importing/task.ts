import type { Day } from '$lib/records/day';
import type { Import } from '$lib/records';
import { ColumnsFault } from '../ingest/table/entries';
import { previewFile, readFile, type Look } from '../ingest/table/read';
import { StartFault } from '../config/fault';
import { isBusy } from '../store/busy';
import { openStore } from '../store/open';
import type { Signature } from '../store/store';
import { orStartFault } from '../writing/commit';
import { organisationsOf, planImport, writeImport, type ImportPlan } from './plan';

/** A file on its way into a ledger. */
interface Upload {
	path: string;
	/** What messages call it. */
	name: string;
}

/** How a person says the file is to be read: its table, and their columns to ours. */
export interface Told {
	as: Import | null;
	map: [theirs: string, ours: string][];
}

/** One piece of work on a file: look at it, try it out into `staging`, or write what was tried out. */
export type Task =
	| ({ task: 'look' } & Upload)
	| ({ task: 'read'; db: string; staging: string; told: Told; day: Day; at: string } & Upload)
	| { task: 'write'; db: string; staging: string; revision: number; records: number; signature: Signature };

/** What trying a file out came to. */
export type Tried = Omit<ImportPlan, 'staging'>;

/** How a task ended. `revision` is null where somebody changed the ledger since the file was tried out. */
export type Ended =
	| { look: Look }
	| { tried: Tried }
	| { written: { revision: number | null } }
	/** `columns`: the columns are not all told. */
	| { fault: string; columns?: boolean };

/** How far a task has come, 0 to 1. */
export type Tell = (share: number) => void;

/** Whoever started this process; another one as soon as that is gone. */
const PARENT = process.ppid;

/** How often a task tells how far it has come, at most. */
const STEP = 0.005;

/** A teller that lets steps through that are worth showing. */
function tellInSteps(tell: Tell): Tell {
	let told = 0;
	return (share) => {
		if (share - told < STEP && share < 1) return;
		told = share;
		tell(share);
	};
}

/** Lets others have their turn where the task runs beside them. */
const REST_EVERY = 200;

async function* yieldOften<T>(entries: AsyncIterable<T>): AsyncGenerator<T> {
	let count = 0;
	for await (const entry of entries) {
		if (++count % REST_EVERY === 0) await new Promise((resolve) => setImmediate(resolve));
		yield entry;
	}
}

async function work(task: Task, tell: Tell): Promise<Ended> {
	if (task.task === 'look') return { look: await previewFile(task.path, task.name) };
	const store = openStore(task.db, { at: task.task === 'read' ? task.at : task.signature.at });
	try {
		const staging = store.staging(task.staging);
		if (task.task === 'write') {
			const { revision, records, signature } = task;
			const done = writeImport(store, { staging, revision }, signature, (n) => {
				if (process.ppid !== PARENT) throw new Error('The server is gone, so the import was not written.');
				tell(n / records);
			});
			if ('refused' in done && done.refused === 'overtaken') return { written: { revision: null } };
			return { written: orStartFault(done, 'The records do not fit together; nothing was written.') };
		}
		const { path, name, told, day } = task;
		const latest = store.revision();
		const entries = readFile(
			{ path, name, share: tell },
			{
				as: told.as ?? undefined,
				map: new Map(told.map),
				known: (slug) => store.recordAt('deals', slug, latest)?.record,
				organisations: organisationsOf(store)
			}
		);
		const plan = await planImport(store, yieldOften(entries), { day, staging, tell: (line) => staging.tell(line) });
		staging.finish();
		const { counts, misfits, totals, revision } = plan;
		return { tried: { counts, misfits, totals, revision } };
	} finally {
		store.close();
	}
}

/** What stands in the way of the work besides the file; undefined for a fault of ours. */
function obstacleIn(error: unknown): string | undefined {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (isBusy(error)) return 'Another program is writing to the ledger. Nothing was written: try again in a minute.';
	if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC')
		return 'The disk of the server is full. Nothing was written.';
	return undefined;
}

/** Does a task to its end; what is wrong with the file is an end, too. */
export async function doTask(task: Task, tell: Tell): Promise<Ended> {
	try {
		return await work(task, tellInSteps(tell));
	} catch (error) {
		if (error instanceof StartFault) return { fault: error.message, columns: error instanceof ColumnsFault };
		const fault = obstacleIn(error);
		if (fault === undefined) throw error;
		return { fault };
	}
}
