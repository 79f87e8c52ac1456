import { parseArgs } from 'node:util';
import { generate as makeUp, MOST_DEALS, type Generated } from '$lib/ledger/generate';
import { now } from '$lib/server/config/clock';
import { readSettings } from '$lib/server/config/settings';
import { openStore } from '$lib/server/store/open';
import type { Change } from '$lib/server/store/sync';
import { commit, orStartFault } from '$lib/server/writing/commit';
import { UsageFault, type Command, type Io } from '../command';

const PROGRESS = 100_000;

/** Megabytes of the database kept at hand: the indexes of a million deals, so that none of their pages is written twice. */
const MEMORY = 256;

function wholeNumber(name: string, text: string, least: number, most: number): number {
	const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
	if (number >= least && number <= most) return number;
	const range = `${least.toLocaleString('en-US')} to ${most.toLocaleString('en-US')}`;
	throw new UsageFault(`--${name}: expected a whole number from ${range}, got ${JSON.stringify(text)}.`);
}

function* changesOf({ organisations, deals }: Generated, count: number, { err }: Io): Generator<Change> {
	for (const record of organisations) yield { kind: 'organisations', key: record.slug, record };
	let done = 0;
	for (const record of deals) {
		yield { kind: 'deals', key: record.slug, record };
		if (++done % PROGRESS === 0) err(`${done.toLocaleString('en-US')} of ${count.toLocaleString('en-US')} deals …`);
	}
}

/** Writes a made-up ledger of any size into a database that holds nothing yet, as one revision. */
export const generate: Command = {
	name: 'generate',
	usage: '--deals N [--seed S] [--db file]',
	summary: 'fill an empty database with N made-up deals (seed: else 1; db: else BUILDOUT_DB, else data/buildout.db)',
	run(args, io) {
		const { values } = parseArgs({
			args,
			options: { deals: { type: 'string' }, seed: { type: 'string', default: '1' }, db: { type: 'string' } }
		});
		if (values.deals === undefined) throw new UsageFault('generate needs --deals, the number of deals to make up.');
		const count = wholeNumber('deals', values.deals, 1, MOST_DEALS);
		const seed = wholeNumber('seed', values.seed, 0, 4_294_967_295);
		const path = values.db ?? readSettings(io.env).db;
		const at = now();
		const store = openStore(path, { at, memory: MEMORY });
		try {
			if (store.revision() > 0) {
				io.err(
					`The database ${path} already has records, and made-up ones do not belong among them. Name a new file: --db.`
				);
				return 1;
			}
			const why = `Made up ${count.toLocaleString('en-US')} deals with seed ${seed}`;
			const done = commit(store, changesOf(makeUp(count, seed), count, io), { who: 'generate', why, at });
			const { revision } = orStartFault(done, 'The deals that were made up do not fit together; nothing was written.');
			io.out(`${path}: ${why.toLowerCase()}, revision ${revision}`);
			return 0;
		} finally {
			store.close();
		}
	}
};
