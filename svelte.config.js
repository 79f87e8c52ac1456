import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The theme script in app.html runs before the first paint, so it stands in the page and is let in by its hash. */
const inlineScripts = [...readFileSync('src/app.html', 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
	([, text = '']) => /** @type {const} */ (`sha256-${createHash('sha256').update(text).digest('base64')}`)
);

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		// The adapter's settings stand apart from ours, which have the same names and are set by people.
		adapter: adapter({ envPrefix: 'BUILDOUT_ADAPTER_' }),
		// The styles of a page stand in it: to fetch them first would cost a phone a round trip before it shows anything.
		inlineStyleThreshold: 64_000,
		typescript: {
			config: (config) => {
				config.include.push('../src/**/*.mjs', '../*.js', '../vite.cli.config.ts');
			}
		},
		// Kit's own check knows one origin and form content types only; src/lib/server/http/check.ts checks every method that writes.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			// Hashes, not nonces: the same answer is the same bytes, so that a page keeps its ETag and can be remembered.
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', ...inlineScripts],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['self']
			}
		}
	}
};
