import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { ROOMS } from './src/import-rules.js';
import svelteConfig from './svelte.config.js';

/** What only a page of its own needs: no feature enters another. */
const FEATURES = readdirSync(`${import.meta.dirname}/src/lib/features`, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

const between = FEATURES.map((name) => ({
	target: `./src/lib/features/${name}`,
	from: './src/lib/features',
	except: [`./${name}`, './context.ts', './define.ts'],
	message: `A feature enters no other: what two of them need stands in lib/shared (ARCHITECTURE.md).`
}));

const zones = Object.entries(ROOMS).map(([room, others]) => ({
	target: `./src/${room}`,
	from: './src',
	except: [room, ...others].map((path) => `./${path}`),
	message: `${room} may import ${['itself', ...others].join(', ')} and no other room (ARCHITECTURE.md).`
}));

/** @param {string[]} names */
const forbidden = (...names) => ({
	patterns: [{ group: names, message: 'This room is pure and runs in the browser too (ARCHITECTURE.md).' }]
});

export default defineConfig(
	{ ignores: ['build/', 'build-cli/', '.svelte-kit/', 'node_modules/', 'static/', 'coverage/', 'tests/.out/'] },
	js.configs.recommended,
	tseslint.configs.strict,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		plugins: { 'import-x': importX },
		settings: {
			'import-x/extensions': ['.ts', '.js', '.mjs', '.svelte'],
			'import-x/ignore': ['node_modules', '/build/'],
			'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.js', '.mjs'], 'svelte-eslint-parser': ['.svelte'] },
			'import-x/resolver-next': [
				createNodeResolver({
					alias: { $lib: [`${import.meta.dirname}/src/lib`] },
					extensions: ['.ts', '.js', '.mjs', '.svelte', '.json']
				})
			]
		},
		languageOptions: { globals: globals.node },
		rules: {
			'import-x/no-cycle': ['error', { ignoreExternal: true }],
			'no-console': 'error',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			// The types check what is defined, in scripts and templates alike.
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			// An index that the loop around it bounds is asserted rather than tested a second time.
			'@typescript-eslint/no-non-null-assertion': 'off',
			// Parameters of an address that is put together and thrown away need no reactivity.
			'svelte/prefer-svelte-reactivity': 'off',
			// Every address is at the root of the site: there is no base path that a link would have to carry.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.ts'],
		// `parser` is for the scripts of components that such a file imports.
		languageOptions: {
			parserOptions: { parser: tseslint.parser, projectService: true, tsconfigRootDir: import.meta.dirname }
		},
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			globals: globals.browser,
			parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	{
		// The one place that shows text as markup: what `render.ts` beside it wrote, which lets none of the text's own through.
		files: ['src/lib/features/docs/Document.svelte'],
		rules: { 'svelte/no-at-html-tags': 'off' }
	},
	{
		files: ['src/**'],
		ignores: ['**/*.spec.ts'],
		rules: {
			'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: [...zones, ...between] }]
		}
	},
	{
		files: ['src/lib/{records,ledger,readings}/**'],
		ignores: ['**/*.spec.ts', '**/*.server.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				forbidden('zod', 'zod/*', 'node:*', 'svelte', 'svelte/*', '$app/*', '**/*.server')
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random', message: 'Randomness needs a seed here.' }
			]
		}
	},
	{
		files: ['src/lib/{formats,view,features,shared,app,ui,charts}/**'],
		ignores: ['**/*.spec.ts', '**/*.server.ts'],
		rules: { 'no-restricted-imports': ['error', forbidden('zod', 'zod/*', 'node:*', '**/*.server')] }
	},
	{
		files: ['src/**'],
		ignores: [
			// What computes a reading from what is published has a calendar of its own.
			'src/lib/readings/*/recompute.ts',
			'src/lib/records/day.ts',
			'src/lib/charts/engine/axis.ts',
			'src/lib/server/config/clock.ts',
			'**/*.spec.ts'
		],
		rules: {
			'no-restricted-globals': [
				'error',
				{
					name: 'Date',
					message: 'Days are text: the arithmetic stands in records/day.ts, the clock in server/config/clock.ts.'
				}
			]
		}
	},
	{
		files: ['src/lib/readings/published.ts', 'src/lib/readings/*/recompute.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^(?!\\.\\./published\\.ts$)',
							message: 'A second way to a reading imports nothing of the application (readings/published.ts).'
						}
					]
				}
			]
		}
	}
);
