import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { gathered, unused, weight } from './vite.weight.ts';

/** Specs that run against the production build, in a process or a browser of its own. */
const NEEDS_THE_BUILD = ['access', 'contracts', 'e2e', 'platform'].map((folder) => `tests/${folder}/**/*.spec.ts`);

export default defineConfig({
	plugins: [sveltekit(), unused(), gathered(), weight()],
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
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.spec.ts', 'tests/**/*.spec.ts'],
					exclude: [...NEEDS_THE_BUILD, '**/node_modules/**']
				}
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					environment: 'node',
					include: NEEDS_THE_BUILD,
					globalSetup: 'tests/support/build.ts',
					fileParallelism: false,
					// A browser that never answers must not hold the run up for ever.
					testTimeout: 300_000,
					hookTimeout: 300_000,
					sequence: { groupOrder: 1 }
				}
			}
		]
	}
});
