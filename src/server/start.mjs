import { command, handOver } from './run.mjs';
import { setup } from './setup.mjs';

await command(async () => {
	const node = await setup(['build']);
	return handOver(node, ['--env-file-if-exists=.env', 'src/server/main.mjs']);
});
