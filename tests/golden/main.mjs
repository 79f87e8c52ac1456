import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { ask, differenceOf } from './answers.ts';
import { startGolden } from './site.ts';

/**
 * `npm run golden -- save [folder]` asks the production build for every published address and keeps the answers;
 * `npm run golden -- compare [folder]` asks for what was saved once more and prints each answer that differs. Without a folder it is
 * `tests/.golden`. `--only /deals` asks the addresses that begin so; `--no-pages` leaves the pages out; `--project folder` asks the
 * build of another working copy.
 */

/** @typedef {{ address: string, file: string, status: number, headers: Record<string, string> }} Entry */

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'node_modules/.cache/buildout-golden');
const LANES = 3;

const USAGE = 'Use: npm run golden -- save|compare [folder] [--only /deals] [--no-pages] [--project folder]\n';

/** @returns {{ data: string[], pages: string[] }} */
async function addresses() {
	await build({
		root,
		configFile: false,
		logLevel: 'warn',
		resolve: { alias: { $lib: join(root, 'src/lib') } },
		build: {
			ssr: true,
			outDir: built,
			emptyOutDir: true,
			rollupOptions: {
				input: { addresses: join(root, 'tests/golden/addresses.ts') },
				output: { entryFileNames: '[name].js' }
			}
		}
	});
	const { dataAddresses, pageAddresses } = await import(pathToFileURL(join(built, 'addresses.js')).href);
	return { data: dataAddresses(), pages: pageAddresses() };
}

/**
 * Does something for each item, some at the same time.
 *
 * @template T
 * @param {T[]} items
 * @param {(item: T) => Promise<void>} work
 */
async function forEach(items, work) {
	const waiting = [...items];
	const lane = async () => {
		for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
	};
	await Promise.all(Array.from({ length: LANES }, lane));
}

/**
 * @param {string} address
 * @param {number} number
 */
function fileOf(address, number) {
	return `${String(number).padStart(4, '0')}${address.replace(/[^\w.,=-]+/g, '_').slice(0, 120)}`;
}

/**
 * @param {string} url
 * @param {string} folder
 * @param {string[]} asked
 */
async function save(url, folder, asked) {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const entries = asked.map((address, i) => ({ address, file: fileOf(address, i + 1) }));
	/** @type {Map<string, Entry>} */
	const saved = new Map();
	await forEach(entries, async ({ address, file }) => {
		const { body, ...rest } = await ask(url, address);
		writeFileSync(join(folder, file), body);
		saved.set(address, { address, file, ...rest });
	});
	const index = asked.map((address) => saved.get(address));
	writeFileSync(join(folder, 'index.json'), `${JSON.stringify(index, null, '\t')}\n`);
	process.stdout.write(`${index.length} answers saved in ${folder}\n`);
	return 0;
}

/**
 * @param {string} url
 * @param {string} folder
 * @param {Entry[]} entries
 */
async function compare(url, folder, entries) {
	let failed = 0;
	await forEach(entries, async ({ address, file, status, headers }) => {
		const difference = differenceOf(
			{ status, headers, body: readFileSync(join(folder, file)) },
			await ask(url, address)
		);
		if (difference === undefined) return;
		failed++;
		process.stdout.write(`${address}\n  ${difference}\n`);
	});
	process.stdout.write(`${entries.length - failed} passed, ${failed} failed\n`);
	return failed === 0 ? 0 : 1;
}

/** @param {string} folder */
function indexOf(folder) {
	const file = join(folder, 'index.json');
	if (existsSync(file)) return /** @type {Entry[]} */ (JSON.parse(readFileSync(file, 'utf8')));
	process.stderr.write(`${folder} holds no golden set: \`npm run golden -- save ${folder}\` makes one.\n`);
	process.exit(2);
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	allowNegative: true,
	options: {
		only: { type: 'string', default: '/' },
		pages: { type: 'boolean', default: true },
		project: { type: 'string', default: root }
	}
});
const [action, given, ...rest] = positionals;
if ((action !== 'save' && action !== 'compare') || rest.length > 0) {
	process.stderr.write(USAGE);
	process.exit(2);
}
const folder = resolve(given ?? join(root, 'tests/.golden'));
const isMeant = (/** @type {string} */ address) => address.startsWith(values.only);

if (action === 'compare') {
	const isPage = (/** @type {Entry} */ { headers }) => headers['content-type']?.startsWith('text/html') ?? false;
	const entries = indexOf(folder).filter((entry) => isMeant(entry.address) && (values.pages || !isPage(entry)));
	const server = await startGolden(resolve(values.project));
	process.exitCode = await compare(server.url, folder, entries).finally(() => server.stop());
} else {
	const { data, pages } = await addresses();
	const server = await startGolden(resolve(values.project));
	const asked = [...data, ...(values.pages ? pages : [])].filter(isMeant);
	process.exitCode = await save(server.url, folder, asked).finally(() => server.stop());
}
