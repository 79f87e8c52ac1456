import { command, handOver } from './run.mjs';
import { setup } from './setup.mjs';

await command(async () => {
	const node = await setup(['build']);
	return handOver(node, ['tests/golden/main.mjs', ...process.argv.slice(2)]);
});
