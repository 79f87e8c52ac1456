import { spawn } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';

/**
 * `npm run bench`: builds the arithmetic as the application is built, measures each size in a process of its own and prints a
 * table; then what a change of a control costs the browser. `npm run bench -- --sizes 200,100000` measures these sizes only,
 * `npm run bench -- --redraw` the browser only, `npm run bench -- --validators` what a 304 and a HEAD cost beside the answer.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'node_modules/.cache/buildout-bench');

/** @param {string} text */
function sizesOf(text) {
	const sizes = text.split(',').map(Number);
	if (sizes.every((size) => Number.isInteger(size) && size >= 1 && size <= 10_000_000)) return sizes;
	process.stderr.write(`--sizes: expected whole numbers from 1 to 10,000,000 parted by commas, got "${text}".\n`);
	process.exit(2);
}

/**
 * @param {number} size
 * @returns {Promise<import('./report.ts').Measured>}
 */
function measure(size) {
	return new Promise((resolve, reject) => {
		const room = Math.floor((totalmem() / 2 ** 20) * 0.8);
		const args = ['--expose-gc', `--max-old-space-size=${room}`, join(built, 'measure.js'), String(size)];
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
		let out = '';
		child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
		child.on('error', reject);
		child.on('close', (code) =>
			code === 0 ? resolve(JSON.parse(out)) : reject(new Error(`${size} deals: ended with ${code}`))
		);
	});
}

const { values } = parseArgs({
	options: {
		sizes: { type: 'string' },
		redraw: { type: 'boolean', default: false },
		validators: { type: 'boolean', default: false }
	}
});
if (values.validators) {
	const { measureValidators } = await import('./validators.ts');
	const { report, isTooSlow } = await measureValidators();
	process.stdout.write(report);
	process.exit(isTooSlow ? 1 : 0);
}
const ALL = '200,1000,10000,100000,1000000';
const sizes = values.redraw ? [] : sizesOf(values.sizes ?? ALL).toSorted((a, b) => a - b);

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
			input: { measure: join(root, 'tests/bench/measure.ts'), report: join(root, 'tests/bench/report.ts') },
			output: { entryFileNames: '[name].js' }
		}
	}
});

const rows = [];
for (const size of sizes) {
	process.stderr.write(`${size.toLocaleString('en-US')} deals …\n`);
	rows.push(await measure(size));
}
const { report, reportRedraw } = await import(pathToFileURL(join(built, 'report.js')).href);
const gigabytes = Math.round(totalmem() / 2 ** 30);
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${gigabytes} GB, Node ${process.version}`;
process.stdout.write(`${machine}\n\n`);
if (rows.length > 0) process.stdout.write(report(rows));
if (values.redraw || values.sizes === undefined) {
	process.stderr.write('the overview in a browser …\n');
	const { measureRedraw } = await import('./redraw.ts');
	process.stdout.write(`\n${reportRedraw(await measureRedraw())}`);
}
