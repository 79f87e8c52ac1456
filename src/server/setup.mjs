import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtFrom, fingerprint, markBuilt } from './fingerprint.mjs';
import { Refusal, root, step } from './run.mjs';

// This file runs under whatever Node the host has, before anything is installed: `node:` imports only, no TypeScript.

const OLDEST_HOST = [20, 0];
const OLDEST_SERVER = [22, 18];

/** The name of a built part and the arguments with which Vite makes it. */
const PARTS = /** @type {const} */ ({
	build: { what: 'Building the site', args: ['build', '--logLevel', 'warn'] },
	'build-cli': {
		what: 'Building the command line',
		args: ['build', '--logLevel', 'warn', '--config', 'vite.cli.config.ts']
	}
});

/**
 * Brings the working copy to the point where its commands can run: packages, Node 24, the parts that are asked for.
 * Does only what is missing or has changed.
 *
 * @param {(keyof typeof PARTS)[]} parts
 * @returns {Promise<string>} the Node that runs everything else
 * @throws {Refusal} with a sentence for the person at the terminal
 */
export async function setup(parts) {
	if (isOlder(process.versions.node, OLDEST_HOST)) {
		throw new Refusal(
			`Node ${process.versions.node} is too old: Buildout needs Node ${OLDEST_HOST[0]} or newer to set itself up.`
		);
	}
	const release = await takeTurn();
	try {
		if (!isInstalled()) await install();
		const node = await bringNode();
		const print = parts.length > 0 ? fingerprint() : '';
		for (const part of parts) {
			if (builtFrom(part) === print) continue;
			await step(PARTS[part].what, node, [tool('vite'), ...PARTS[part].args], { env: { NODE_ENV: 'production' } });
			markBuilt(part, print);
		}
		return node;
	} finally {
		release();
	}
}

/**
 * @param {keyof typeof TOOLS} name
 * @returns {string} the script of an installed tool, to be run by Node itself: no shell, no wrapper, the same on every system
 */
export function tool(name) {
	return path.join(root, 'node_modules', TOOLS[name]);
}

/** The argument with which Node reads `.env`, where there is one; what the environment sets already stays. */
export function envFile() {
	return existsSync(path.join(root, '.env')) ? ['--env-file=.env'] : [];
}

const TOOLS = /** @type {const} */ ({
	eslint: 'eslint/bin/eslint.js',
	knip: 'knip/bin/knip.js',
	prettier: 'prettier/bin/prettier.cjs',
	'svelte-check': 'svelte-check/bin/svelte-check',
	'svelte-kit': '@sveltejs/kit/svelte-kit.js',
	vite: 'vite/bin/vite.js',
	vitest: 'vitest/vitest.mjs'
});

/** Whether node_modules holds what the lockfile asks for; npm keeps its own account of what it unpacked. */
function isInstalled() {
	const wanted = packagesOf(path.join(root, 'package-lock.json'));
	const present = packagesOf(path.join(root, 'node_modules/.package-lock.json'));
	if (!wanted) throw new Refusal('package-lock.json is missing or cannot be read: fetch it from the repository again.');
	if (!present) return false;
	return Object.entries(wanted).every(
		([name, { version, optional, peer }]) =>
			name === '' || optional || (peer && !present[name]) || present[name]?.version === version
	);
}

/**
 * @param {string} file a lockfile
 * @returns {Record<string, { version?: string, optional?: boolean, peer?: boolean }> | undefined}
 */
function packagesOf(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}

async function install() {
	// A host with NODE_ENV=production would leave out what the build needs.
	await npm('Installing packages (the first time only)', ['ci', '--include=dev', '--no-audit', '--no-fund']);
}

/** Fetches Node 24 as a package; where it cannot be had, a Node of the host that is new enough does as well. */
async function bringNode() {
	const node = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (existsSync(node)) return node;
	try {
		await npm('Fetching Node 24 (the first time only)', ['rebuild', 'node', '--ignore-scripts=false']);
		if (existsSync(node)) return node;
	} catch (fault) {
		if (!(fault instanceof Refusal) || isOlder(process.versions.node, OLDEST_SERVER)) throw fault;
	}
	if (isOlder(process.versions.node, OLDEST_SERVER)) {
		throw new Refusal(
			`Node 24 could not be fetched and this Node (${process.versions.node}) is older than ${OLDEST_SERVER.join('.')}: install Node 24 and try again.`
		);
	}
	process.stderr.write(`Node 24 could not be fetched; going on with Node ${process.versions.node}.\n`);
	return process.execPath;
}

/**
 * @param {string} what
 * @param {string[]} args
 */
async function npm(what, args) {
	const script = process.env['npm_execpath'];
	// The Node that npm itself runs on: this one may stand in node_modules, which an installation takes away under it.
	const host = process.env['npm_node_execpath'] ?? process.execPath;
	if (script && /npm-cli\.c?js$/.test(script)) await step(what, host, [script, ...args]);
	else await step(what, process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

/** Lets one setup at a time work in this folder: two at once would build over each other. */
async function takeTurn() {
	const lock = path.join(root, '.setup.lock');
	for (let told = false; !tryLock(lock);) {
		const holder = holderOf(lock);
		if (holder === undefined || holder === process.pid || !isAlive(holder)) {
			rmSync(lock, { force: true });
			continue;
		}
		if (!told) process.stderr.write(`Waiting for another setup in this folder (process ${holder}) …\n`);
		told = true;
		await sleep(300);
	}
	let held = true;
	const release = () => {
		if (held) rmSync(lock, { force: true });
		held = false;
	};
	process.on('exit', release);
	return release;
}

/**
 * A link appears whole or not at all, so that nobody reads a lock that names no holder yet.
 *
 * @param {string} lock
 */
function tryLock(lock) {
	const own = `${lock}.${process.pid}`;
	try {
		writeFileSync(own, String(process.pid));
		linkSync(own, lock);
		return true;
	} catch (fault) {
		const code = /** @type {NodeJS.ErrnoException} */ (fault).code;
		if (code === 'EEXIST') return false;
		throw new Refusal(`Cannot write in ${root}: setting up needs a folder that this user may write to (${code}).`);
	} finally {
		rmSync(own, { force: true });
	}
}

/** @param {string} lock */
function holderOf(lock) {
	try {
		return Number(readFileSync(lock, 'utf8')) || undefined;
	} catch {
		return undefined;
	}
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (fault) {
		return /** @type {NodeJS.ErrnoException} */ (fault).code === 'EPERM';
	}
}

/**
 * @param {string} version
 * @param {number[]} oldest
 */
function isOlder(version, oldest) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [wantedMajor = 0, wantedMinor = 0] = oldest;
	return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}
