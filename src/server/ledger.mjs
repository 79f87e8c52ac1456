import { command, handOver } from './run.mjs';
import { envFile, setup } from './setup.mjs';

await command(async () => {
	const node = await setup(['build-cli']);
	return handOver(node, [...envFile(), 'build-cli/ledger.js', ...process.argv.slice(2)]);
});
