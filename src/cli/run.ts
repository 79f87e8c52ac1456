import { StartFault } from '$lib/server/config/fault';
import { UsageFault, type Command, type Io } from './command';
import { audit } from './commands/audit';
import { check } from './commands/check';
import { edgar } from './commands/edgar';
import { exportDataset } from './commands/export';
import { generate } from './commands/generate';
import { importFile } from './commands/import';
import { sync } from './commands/sync';
import { undo } from './commands/undo';
import { user } from './commands/user';

const COMMANDS: readonly Command[] = [check, audit, edgar, exportDataset, generate, importFile, sync, undo, user];

function helpText(): string {
	const list = COMMANDS.flatMap(({ name, usage, summary }) => [`  ${`${name} ${usage}`.trim()}`, `      ${summary}`]);
	return ['Usage: npm run ledger -- <command>', '', ...list, '  --help', '      show this'].join('\n');
}

function isArgumentFault(error: unknown): error is Error {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Runs one call of the command line and gives its exit code: 0 done, 1 a fault was found, 2 called wrongly. */
export async function run(args: string[], io: Io): Promise<number> {
	const [name, ...rest] = args;
	if (name === '--help' || name === '-h' || name === 'help') {
		io.out(helpText());
		return 0;
	}
	const command = COMMANDS.find((candidate) => candidate.name === name);
	if (!command) {
		const got = name === undefined ? 'No command was given' : `There is no command ${JSON.stringify(name)}`;
		io.err(`${got}; there is: ${COMMANDS.map((known) => known.name).join(', ')}.\n\n${helpText()}`);
		return 2;
	}
	if (rest.includes('--help') || rest.includes('-h')) {
		io.out(`Usage: npm run ledger -- ${command.name} ${command.usage}\n\n  ${command.summary}`);
		return 0;
	}
	try {
		return await command.run(rest, io);
	} catch (error) {
		if (error instanceof UsageFault || isArgumentFault(error)) {
			const [what] = error.message.split('. To specify');
			io.err(`${what}\nUsage: npm run ledger -- ${command.name} ${command.usage}`);
			return 2;
		}
		if (!(error instanceof StartFault)) throw error;
		io.err(error.message);
		return 1;
	}
}
