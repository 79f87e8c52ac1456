/**
 * Computes every reading again from the CSV files that the site publishes, and from nothing else: no code of the application,
 * no JSON, no database. How each one is computed stands in the folder of the reading, in `recompute.ts`.
 *
 *     node tests/reproduce/indicators.mjs http://localhost:3000 2026-06-30
 *
 * prints one line a reading and ends with 1 where one of them differs from what is published.
 */
import { parse } from 'csv-parse/sync';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {Record<string, string>} Cells */
/** @typedef {{ slug: string, published: number | null, ways: Record<string, number | null> }} Reproduced */

const FOLDERS = new URL('../../src/lib/readings/', import.meta.url);

/**
 * What computes a reading again; undefined where nothing does.
 * @param {string} slug
 * @returns {Promise<import('../../src/lib/readings/published.ts').Recompute | undefined>}
 */
async function recomputationOf(slug) {
	const file = new URL(`${slug}/recompute.ts`, FOLDERS);
	return existsSync(file) ? (await import(/* @vite-ignore */ file.href)).recompute : undefined;
}

/**
 * Every reading of a site on a day, as published and computed again; without any way where nothing computes it again.
 * @param {string} site @param {string} day
 * @returns {Promise<Reproduced[]>}
 */
export async function reproduce(site, day) {
	/** @type {Map<string, Promise<Cells[]>>} */
	const answers = new Map();
	/** @param {string} address @returns {Promise<Cells[]>} */
	async function ask(address) {
		// Records hold every event, whatever its day.
		const asked = address.startsWith('/records/') ? '?raw=1' : `${address.includes('?') ? '&' : '?'}as_of=${day}&raw=1`;
		const response = await fetch(`${site}${address}${asked}`).catch(() => {
			throw new Error(`${site} does not answer. Is it running?`);
		});
		if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
		return parse(await response.text(), { columns: true });
	}
	/** @param {string} address @returns {Promise<Cells[]>} */
	function table(address) {
		const answer = answers.get(address) ?? ask(address);
		answers.set(address, answer);
		return answer;
	}
	return Promise.all(
		(await table('/indicators.csv')).map(async ({ slug = '', value }) => {
			const recompute = await recomputationOf(slug);
			const rows = await table(`/indicators/${slug}/rows.csv`);
			const ways = (await recompute?.({ day, table, rows })) ?? {};
			return { slug, published: value ? Number(value) : null, ways };
		})
	);
}

/**
 * True where a number computed again is the published one. Rows hold whole dollars, so they agree to about nine digits.
 * @param {number | null} published @param {number | null | undefined} again
 */
export function agrees(published, again) {
	if (published === null || again === null || again === undefined) return published === (again ?? null);
	return Math.abs(again - published) <= 1e-8 * Math.max(1, Math.abs(published));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [, , site, day] = process.argv;
	if (!site || !day) {
		process.stderr.write(
			'Name a site and a day: node tests/reproduce/indicators.mjs http://localhost:3000 2026-06-30\n'
		);
		process.exitCode = 2;
	} else {
		const readings = await reproduce(site, day).catch((error) => {
			process.stderr.write(`${error.message}\n`);
			process.exit(2);
		});
		for (const { slug, published, ways } of readings) {
			const same = Object.values(ways).length > 0 && Object.values(ways).every((again) => agrees(published, again));
			const found = Object.entries(ways).map(([way, again]) => `from ${way} ${again}`);
			process.stdout.write(`${same ? 'same  ' : 'DIFFERS'} ${slug}: published ${published}, ${found.join(', ')}\n`);
			if (!same) process.exitCode = 1;
		}
	}
}
