import { spawnSync } from 'node:child_process';
import { command, root } from './run.mjs';
import { setup, tool } from './setup.mjs';

const STEPS = /** @type {const} */ ([
	['types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--output', 'human', '--fail-on-warnings']],
	['lint and import rules', 'eslint', ['.', '--max-warnings', '0']],
	['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
	['dead code', 'knip', []]
]);

await command(async () => {
	const node = await setup([]);
	spawnSync(node, [tool('svelte-kit'), 'sync'], { cwd: root, stdio: 'inherit' });
	const failed = STEPS.filter(([what, name, args]) => {
		const started = performance.now();
		process.stdout.write(`${what} (${name}) …\n`);
		const { status } = spawnSync(node, [tool(name), ...args], { cwd: root, stdio: 'inherit' });
		process.stdout.write(
			`  ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`
		);
		return status !== 0;
	});
	process.stdout.write(`${STEPS.length - failed.length} passed, ${failed.length} failed\n`);
	return failed.length === 0 ? 0 : 1;
});
