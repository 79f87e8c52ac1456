import { building } from '$app/environment';
import type { ServerInit } from '@sveltejs/kit';
import { firstLink, LINK_HOLDS } from '../accounts/users';
import { instant } from '../config/clock';
import { readSettings, type Settings } from '../config/settings';
import { closeImports, openImports } from '../importing/jobs';
import { closeLedger, openedStore } from '../ledger/open';
import { prepareLedger } from '../writing/prepare';

/** How many records that diverge are named at start; their number is always given. */
const DIVERGED_NAMED = 5;

let read: Settings | undefined;

/** The settings with which the server was started. */
export function startSettings(): Settings {
	if (!read) throw new Error('The settings were asked for before the server was started.');
	return read;
}

/** Runs once, before the first request and before the port is opened; what it throws stops the start. */
export const init: ServerInit = () => {
	if (building) return;
	const settings = (read = readSettings(process.env));
	const { revision, unchanged, added, changed, removed, diverged } = prepareLedger(settings);
	openImports(settings.db);
	const news = added + changed + removed > 0 ? `${added} added, ${changed} changed, ${removed} removed` : 'nothing new';
	process.stdout.write(
		`Dataset ${settings.data}: ${unchanged + added + changed} records, ${news}; revision ${revision}.\n`
	);
	if (diverged.length > 0) {
		const names = diverged.slice(0, DIVERGED_NAMED).map(({ kind, key }) => `${kind} ${key}`);
		process.stdout.write(
			`Edited here and kept, though the dataset differs: ${diverged.length} (${names.join(', ')}).\n`
		);
	}
	const token = firstLink(openedStore().accounts, instant());
	if (token !== null) {
		process.stdout.write(
			`Nobody can sign in yet. Make the first account within ${LINK_HOLDS / 3_600_000} hours: ${settings.origin}/setup/${token}\n`
		);
	}
	// Sent by the server once its last request is answered.
	(process as NodeJS.EventEmitter).once('sveltekit:shutdown', () => {
		closeImports();
		closeLedger();
	});
};
