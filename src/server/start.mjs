import { command, handOver } from './run.mjs';
import { envFile, setup } from './setup.mjs';

await command(async () => {
	const node = await setup(['build']);
	return handOver(node, [...envFile(), 'src/server/main.mjs']);
});
