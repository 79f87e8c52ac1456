/** One command of `npm run ledger`. */
export interface Command {
	name: string;
	/** How it is called, after the name: `[folder]`. */
	usage: string;
	/** What it does, in one line. */
	summary: string;
	/** Runs it with what follows its name; gives the exit code. */
	run(args: string[], io: Io): number | Promise<number>;
}

/** What a command sees of the world. */
export interface Io {
	env: Record<string, string | undefined>;
	out(line: string): void;
	err(line: string): void;
}

/** The command was called in a way that it does not know; the message says how to call it. */
export class UsageFault extends Error {
	override name = 'UsageFault';
}
