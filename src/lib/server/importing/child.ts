import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { doTask, type Ended, type Task, type Tell } from './task';

/** Tells this file that it was started to do a task, and not by the server. */
const MARK = 'import-task';
/** Megabytes of objects that a task may hold: a workbook and a ledger compiled twice fit. A hostile file ends the task alone. */
const MOST_MEMORY = 1_536;

/** Milliseconds in which a file is looked at: only its first rows are read, but a workbook is unpacked as a whole. */
const MOST_LOOK = 60_000;

/** Tasks that read files at a time; others wait their turn. What is written was read before, and waits for nobody. */
const MOST_AT_ONCE = 2;

let reading = 0;
const queue: (() => void)[] = [];

/** Waits for a place among the tasks that read. */
async function place(): Promise<void> {
	if (reading < MOST_AT_ONCE) reading++;
	else await new Promise<void>((resolve) => queue.push(resolve));
}

/** Gives the place to whoever waits longest. */
function exitChild(): void {
	const next = queue.shift();
	if (next) next();
	else reading--;
}

/** A task under way. */
export interface Running {
	ended: Promise<Ended>;
	/** Ends it at once, whatever it does: nothing of it stays. */
	kill(): void;
}

/** Why a task ended by a signal. */
const WHY: Partial<Record<string, string>> = {
	SIGABRT: 'the file needs more memory than an import has. Send it as CSV, or in parts',
	SIGXCPU: 'it took longer than a minute to look at the file. Send it as CSV'
};

type Message = { share: number } | { ended: Ended };

/**
 * Starts a task in a process of its own: the server answers on, a file that is too much for memory ends that process and no other,
 * and killing it leaves the ledger as it was. Under the development server, whose sources plain Node does not read, it runs here.
 */
export function startTask(task: Task, tell: Tell): Running {
	if (import.meta.env.DEV) return { ended: doTask(task, tell), kill: () => undefined };
	if (task.task === 'write') return forkTask(task, tell);
	let running: Running | undefined;
	let over = false;
	const turn = async (): Promise<Ended> => {
		await place();
		try {
			if (over) return { fault: 'The import was thrown away.' };
			running = forkTask(task, tell);
			return await running.ended;
		} finally {
			exitChild();
		}
	};
	const kill = () => {
		over = true;
		running?.kill();
	};
	return { ended: turn(), kill };
}

function forkTask(task: Task, tell: Tell): Running {
	const child = fork(fileURLToPath(import.meta.url), [MARK], {
		execArgv: [`--max-old-space-size=${MOST_MEMORY}`],
		stdio: ['ignore', 'ignore', 'inherit', 'ipc']
	});
	const ended = new Promise<Ended>((resolve) => {
		child.on('message', (message: Message) => {
			if ('share' in message) tell(message.share);
			else resolve(message.ended);
		});
		child.on('error', () => resolve({ fault: 'The import could not be started on the server.' }));
		// Not at its exit: what it said last may come after that, and a file that is written would be called one that is not.
		child.on('close', (_, signal) => {
			const why = WHY[signal ?? ''] ?? 'the fault is in the log of the server';
			resolve({ fault: `The import ended before its time, nothing was written: ${why}.` });
		});
	});
	child.send(task);
	if (task.task === 'look') {
		const late = setTimeout(() => child.kill('SIGXCPU'), MOST_LOOK);
		void ended.then(() => clearTimeout(late));
	}
	return { ended, kill: () => child.kill('SIGKILL') };
}

function sendMessage(message: Message): Promise<void> {
	return new Promise((resolve) => process.send?.(message, () => resolve()));
}

/** The other end: does the one task that it is sent. */
function serveTask(): void {
	// The server is gone: nobody waits for the end. (A task that writes never comes to hear this: it looks for itself.)
	process.on('disconnect', () => process.exit(1));
	process.once('message', (task: Task) => {
		void doTask(task, (share) => void sendMessage({ share }))
			.then((ended) => sendMessage({ ended }))
			.then(() => process.exit(0));
	});
}

if (process.argv[2] === MARK && process.send) serveTask();
