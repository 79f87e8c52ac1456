import { bringBrowser } from './browser.mjs';
import { command, handOver } from './run.mjs';
import { setup, tool } from './setup.mjs';

await command(async () => {
	const node = await setup(['build', 'build-cli']);
	const browser = await bringBrowser();
	return handOver(node, [tool('vitest'), 'run', ...process.argv.slice(2)], { env: { CHROMIUM_PATH: browser } });
});
