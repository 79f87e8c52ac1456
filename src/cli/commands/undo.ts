import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { now } from '$lib/server/config/clock';
import { StartFault } from '$lib/server/config/fault';
import { revisionOf } from '$lib/server/ledger/history';
import { readSettings } from '$lib/server/config/settings';
import { openStore } from '$lib/server/store/open';
import { obstacleText, undo as takeBack } from '$lib/server/writing/undo';
import { UsageFault, type Command } from '../command';

/** Takes one revision back by a new one, or says what stands in the way. */
export const undo: Command = {
	name: 'undo',
	usage: '<revision> [--who name]',
	summary: 'take a revision back by a new one; nothing is lost (who: else the name of the account on this machine)',
	run(args, { env, out, err }) {
		const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { who: { type: 'string' } } });
		const [text = ''] = positionals;
		const number = revisionOf(text);
		if (positionals.length !== 1 || Number.isNaN(number)) {
			throw new UsageFault(`undo takes the number of one revision, got ${JSON.stringify(positionals.join(' '))}.`);
		}
		const { db } = readSettings(env);
		if (!existsSync(db)) throw new StartFault(`There is no ledger at ${db} yet. Run npm start once: it makes one.`);
		const store = openStore(db, { at: now() });
		try {
			const result = takeBack(store, number, { who: values.who ?? userInfo().username, at: now() });
			if (!result) {
				throw new UsageFault(`There is no revision ${number}; the newest is ${store.revision()}.`);
			}
			if ('obstacles' in result) {
				for (const obstacle of result.obstacles) err(obstacleText(obstacle));
				err(`Revision ${number} was not undone.`);
				return 1;
			}
			out(`Undid revision ${number} by revision ${result.revision}.`);
			return 0;
		} finally {
			store.close();
		}
	}
};
