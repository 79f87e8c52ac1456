import { command, handOver } from './run.mjs';
import { setup, tool } from './setup.mjs';

await command(async () => {
	const node = await setup(['build', 'build-cli']);
	return handOver(node, [tool('vitest'), 'run', '--project', 'bench', ...process.argv.slice(2)]);
});
