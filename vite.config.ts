import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/support/longest-first.ts';
import { pictureViewer } from './vite.pictures.ts';
import { gathered, unused, weight } from './vite.weight.ts';

/** Specs that ask the production build, each file a server of its own. */
const HTTP = ['tests/access/**/*.spec.ts', 'tests/contracts/**/*.spec.ts', 'tests/platform/**/*.spec.ts'];
/** Specs that open its pages, each file in a browser of its own beside its server. */
const BROWSER = ['tests/browser/**/*.spec.ts'];
/** What holds the files of `data/`: all that a corrected figure has to pass. */
const DATA = ['tests/data.spec.ts'];

/** A server or a browser that never answers must not hold the run up for ever (milliseconds). */
const GIVE_UP = { testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
	plugins: [sveltekit(), pictureViewer(), unused(), gathered(), weight()],
	build: {
		chunkSizeWarningLimit: 900,
		rolldownOptions: { optimization: { inlineConst: { mode: 'all', pass: 3 } } },
		// Each page starts with a list of what all the others import; Kit fetches a page under the pointer as it is.
		modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) }
	},
	test: {
		// How long a test takes says more about the machine than about the code.
		testTimeout: 0,
		hookTimeout: 0,
		expect: { poll: { timeout: 600_000 } },
		// A file waits for its server and its browser about as long as it works: two files keep two cores busy.
		maxWorkers: 2,
		sequence: { sequencer: LongestFirst },
		reporters: ['default', './tests/support/slowest.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					// These specs change nothing that another one reads: modules are loaded once a worker, a third of what a run costs.
					isolate: false,
					include: ['src/**/*.spec.ts', 'tests/**/*.spec.ts'],
					exclude: [...HTTP, ...BROWSER, ...DATA, '**/node_modules/**']
				}
			},
			{
				extends: true,
				test: { name: 'data', environment: 'node', include: DATA }
			},
			{
				extends: true,
				test: {
					name: 'http',
					environment: 'node',
					include: HTTP,
					globalSetup: 'tests/support/build.ts',
					...GIVE_UP
				}
			},
			{
				extends: true,
				test: {
					name: 'browser',
					environment: 'node',
					include: BROWSER,
					globalSetup: ['tests/support/build.ts', 'tests/support/chromium.ts'],
					...GIVE_UP
				}
			}
		]
	}
});
