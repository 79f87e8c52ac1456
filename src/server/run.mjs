import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The folder of the project. Every path of the setup hangs on it, so that a command works from any folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A sentence for the person at the terminal; whoever catches it prints the sentence and no stack trace. */
export class Refusal extends Error {}

/** How long a step of the setup may take to end after a signal, in milliseconds. */
const PATIENCE = 2_000;

/** @type {Set<(signal: NodeJS.Signals) => void>} */
const running = new Set();
/** @type {NodeJS.Signals | undefined} */
let stopped;

// Not SIGHUP: who starts it under nohup wants it to be ignored, and everybody else's terminal ends the whole group.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
	process.on(signal, () => {
		stopped = signal;
		if (running.size === 0) process.exit(exitCodeOf(signal));
		for (const stop of running) stop(signal);
	});
}

/**
 * The exit code by which a shell tells that a signal ended a process.
 *
 * @param {NodeJS.Signals} signal
 */
function exitCodeOf(signal) {
	return 128 + constants.signals[signal];
}

/**
 * Runs one step of the setup with its output kept back: a line says what it does and how long it took, the output is
 * shown only when the step fails. On a terminal the seconds count up; elsewhere a line every 15 seconds shows that it lives.
 *
 * @param {string} what what the step does, in a few words
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @throws {Refusal} when the command cannot be run or fails
 */
export async function step(what, command, args, options = {}) {
	const started = performance.now();
	const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
	const terminal = process.stderr.isTTY;
	process.stderr.write(terminal ? `${what} …` : `${what} …\n`);
	const tick = setInterval(
		() => process.stderr.write(terminal ? `\r${what} … ${seconds()}` : `  still at it, ${seconds()}\n`),
		terminal ? 1000 : 15_000
	);
	let output = '';
	let done = false;
	try {
		const code = await child(command, args, { ...options, group: true, onOutput: (text) => (output += text) });
		if (stopped) process.exit(exitCodeOf(stopped));
		if (code !== 0) throw new Refusal(`${output.trimEnd()}\n\n${what}: failed with exit code ${code} (output above).`);
		done = true;
	} finally {
		clearInterval(tick);
		if (terminal) process.stderr.write(`\r${what} … ${done ? seconds() : 'failed'}\n`);
		else if (done) process.stderr.write(`  done in ${seconds()}\n`);
	}
}

/**
 * Runs a command on this terminal and hands every signal on to it, so that nothing is left behind.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} the exit code, 128 + n when signal n ended it
 */
export function handOver(command, args, options = {}) {
	return child(command, args, options);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, group?: boolean, onOutput?: (text: string) => void }} options
 * @returns {Promise<number>}
 */
function child(command, args, { env = {}, group = false, onOutput }) {
	return new Promise((resolve, reject) => {
		const own = group && process.platform !== 'win32';
		const started = spawn(command, args, {
			cwd: root,
			env: { ...process.env, ...env },
			// A group of its own lets a signal reach what the command itself has started, as npm does.
			detached: own,
			stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit', 'ipc']
		});
		started.stdout?.setEncoding('utf8').on('data', (text) => onOutput?.(text));
		started.stderr?.setEncoding('utf8').on('data', (text) => onOutput?.(text));
		/** @param {NodeJS.Signals} signal */
		const stop = (signal) => {
			const ended = () => started.exitCode !== null || started.signalCode !== null;
			if (started.pid === undefined || ended()) return;
			if (!own) return void started.kill(signal);
			const group = -started.pid;
			process.kill(group, signal);
			// npm unpacks to the end and takes it all back again; half an installation is found and made anew next time.
			setTimeout(() => ended() || process.kill(group, 'SIGKILL'), PATIENCE).unref();
		};
		running.add(stop);
		started.on('error', (fault) => {
			running.delete(stop);
			reject(new Refusal(`Cannot run ${command}: ${fault.message}.`));
		});
		started.on('close', (code, signal) => {
			running.delete(stop);
			resolve(code ?? (signal ? exitCodeOf(signal) : 1));
		});
	});
}

/**
 * The frame of every command: ends with the exit code of what it ran, or with one clear sentence and exit code 1.
 *
 * @param {() => Promise<number>} work
 */
export async function command(work) {
	try {
		process.exit(await work());
	} catch (fault) {
		if (!(fault instanceof Refusal)) throw fault;
		process.stderr.write(`${fault.message}\n`);
		process.exit(1);
	}
}
