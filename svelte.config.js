import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter(),
		// Kit's own check knows one origin and form content types only; src/hooks.server.ts checks every method that writes.
		csrf: { trustedOrigins: ['*'] }
	}
};
