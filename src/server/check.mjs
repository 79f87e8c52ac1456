import { spawnSync } from 'node:child_process';
import { command, root } from './run.mjs';
import { setup, tool } from './setup.mjs';

const STEPS = /** @type {const} */ ([
	['types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--output', 'human', '--fail-on-warnings']],
	['lint and import rules', 'eslint', ['.', '--max-warnings', '0']],
	['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
	['dead code', 'knip', []]
]);

/** The room for a tool (megabytes): without a word Node takes half of a small machine, too little for the linter, or all of a large one. */
const ROOM = '--max-old-space-size=1536';

await command(async () => {
	const node = await setup([]);
	spawnSync(node, [tool('svelte-kit'), 'sync'], { cwd: root, stdio: 'inherit' });
	const failed = STEPS.filter(([what, name, args]) => {
		const started = performance.now();
		process.stdout.write(`${what} (${name}) …\n`);
		const { status, signal } = spawnSync(node, [ROOM, tool(name), ...args], { cwd: root, stdio: 'inherit' });
		const outcome = status === 0 ? 'passed' : signal ? `FAILED (ended by ${signal})` : 'FAILED';
		process.stdout.write(`  ${outcome} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
		return status !== 0;
	});
	process.stdout.write(`${STEPS.length - failed.length} passed, ${failed.length} failed\n`);
	return failed.length === 0 ? 0 : 1;
});
