import { existsSync } from 'node:fs';

// Plain JavaScript with nothing but `node:` imports at the top: an older Node must get as far as the sentence, and
// better-sqlite3 takes it down without a message.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const built = new URL('../../build/handler.js', import.meta.url);

if (major < 22 || (major === 22 && minor < 18)) {
	process.stderr.write(
		`Node ${process.versions.node} is too old: the server needs Node 22.18 or newer. \`npm start\` brings Node 24 with it.\n`
	);
	process.exit(1);
} else if (!existsSync(built)) {
	process.stderr.write('The site is not built yet: `npm start` builds and starts it.\n');
	process.exit(1);
} else {
	const { serve } = await import('./serve.ts');
	await serve(() => import(built.href));
}
