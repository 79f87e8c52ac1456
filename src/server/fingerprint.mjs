import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const FOLDERS = ['src', 'static'];
const FILES = [
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts',
	'vite.weight.ts',
	'vite.cli.config.ts'
];
const NOT_BUILT = /\.spec\.ts$|\.md$|^src\/server\//;
const STAMP = '.fingerprint';

/** A hash of all that goes into a build: a changed byte there, and only there, makes a new build necessary. */
export function fingerprint() {
	const hash = createHash('sha256');
	for (const file of [...FOLDERS.flatMap(filesBelow), ...FILES].filter((name) => !NOT_BUILT.test(name))) {
		hash
			.update(`${file}\0`)
			.update(readFileSync(path.join(root, file)))
			.update('\0');
	}
	return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]} paths from the root with `/`, sorted
 */
function filesBelow(folder) {
	if (!existsSync(path.join(root, folder))) return [];
	return readdirSync(path.join(root, folder), { recursive: true })
		.map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
		.filter((name) => statSync(path.join(root, name)).isFile())
		.sort();
}

/**
 * @param {string} folder a folder that a build wrote
 * @returns {string | undefined} the fingerprint of the sources it was built from, if the build was finished
 */
export function builtFrom(folder) {
	try {
		return readFileSync(path.join(root, folder, STAMP), 'utf8');
	} catch {
		return undefined;
	}
}

/**
 * @param {string} folder
 * @param {string} print
 */
export function markBuilt(folder, print) {
	writeFileSync(path.join(root, folder, STAMP), print);
}
