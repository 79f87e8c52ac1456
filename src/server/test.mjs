import { bringBrowser } from './browser.mjs';
import { command, handOver } from './run.mjs';
import { setup, tool } from './setup.mjs';

const NAMED = process.argv.slice(2);

// Specs that are named bring what they need themselves: most need neither a build nor a browser.
await command(async () => {
	const whole = NAMED.length === 0;
	const node = await setup(whole ? ['build', 'build-cli'] : []);
	const env = whole ? { CHROMIUM_PATH: await bringBrowser() } : {};
	return handOver(node, [tool('vitest'), 'run', ...NAMED], { env });
});
