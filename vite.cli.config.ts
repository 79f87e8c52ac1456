import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The command line: one more build, because plain Node knows neither `$lib` nor `?raw` nor `import.meta.glob`. */
export default defineConfig({
	resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
	ssr: { external: true },
	build: {
		ssr: 'src/cli/main.ts',
		outDir: 'build-cli',
		emptyOutDir: true,
		sourcemap: true,
		rollupOptions: { output: { entryFileNames: 'ledger.js' } }
	}
});
