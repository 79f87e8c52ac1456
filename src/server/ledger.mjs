import { command, handOver } from './run.mjs';
import { setup } from './setup.mjs';

await command(async () => {
	const node = await setup(['build-cli']);
	return handOver(node, ['--env-file-if-exists=.env', 'build-cli/ledger.js', ...process.argv.slice(2)]);
});
