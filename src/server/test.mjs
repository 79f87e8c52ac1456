import { bringBrowser } from './browser.mjs';
import { command, handOver } from './run.mjs';
import { setup, tool } from './setup.mjs';

/** Groups of specs in `vite.config.ts` that can be named as a whole: `npm test -- data`. */
const GROUPS = ['unit', 'data', 'http', 'browser'];

const NAMED = process.argv.slice(2).map((name) => (GROUPS.includes(name) ? `--project=${name}` : name));

// Specs that are named bring what they need themselves: most need neither a build nor a browser.
await command(async () => {
	const whole = NAMED.length === 0;
	const node = await setup(whole ? ['build', 'build-cli'] : []);
	const env = whole ? { CHROMIUM_PATH: await bringBrowser() } : {};
	return handOver(node, [tool('vitest'), 'run', ...NAMED], { env });
});
