import { spawn, spawnSync } from 'node:child_process';
import { command, root } from './run.mjs';
import { setup, tool } from './setup.mjs';

/** The longest first: the others are done beside it. */
const STEPS = /** @type {const} */ ([
	['lint and import rules', 'eslint', ['.', '--max-warnings', '0']],
	['types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--output', 'human', '--fail-on-warnings']],
	['format', 'prettier', ['--check', '--cache', '--cache-strategy', 'content', '--log-level', 'warn', '.']],
	['dead code', 'knip', []]
]);

/** The room for a tool (megabytes): without a word Node takes half of a small machine, too little for the linter, or all of a large one. */
const ROOM = '--max-old-space-size=1536';

/** Tools at work at the same time. */
const LANES = 2;

/**
 * Runs one tool and writes what it said when it has ended.
 *
 * @param {string} node
 * @param {(typeof STEPS)[number]} step
 * @returns {Promise<boolean>} it found nothing
 */
function passes(node, [what, name, args]) {
	const started = performance.now();
	const child = spawn(node, [ROOM, tool(name), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (status, signal) => {
			const outcome = status === 0 ? 'passed' : signal ? `FAILED (ended by ${signal})` : 'FAILED';
			const seconds = ((performance.now() - started) / 1000).toFixed(1);
			process.stdout.write(`${what} (${name})\n${said}  ${outcome} in ${seconds} s\n`);
			resolve(status === 0);
		});
	});
}

await command(async () => {
	const node = await setup([]);
	spawnSync(node, [tool('svelte-kit'), 'sync'], { cwd: root, stdio: 'inherit' });
	process.stdout.write(`${STEPS.map(([what]) => what).join(', ')} …\n`);
	const waiting = [...STEPS];
	let failed = 0;
	const lane = async () => {
		for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await passes(node, step))) failed++;
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	process.stdout.write(`${STEPS.length - failed} passed, ${failed} failed\n`);
	return failed === 0 ? 0 : 1;
});
