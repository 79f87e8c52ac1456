import type { Format } from './index';
import type { WriterModule } from './writer';

const MODULES = import.meta.glob<WriterModule>('./*/write.server.ts');

/** What writes a format. Its libraries are loaded with the first file of it. */
export async function writerOf(format: Format): Promise<WriterModule> {
	const load = MODULES[`./${format}/write.server.ts`];
	if (!load) throw new Error(`The format ${format} has no lib/formats/${format}/write.server.ts.`);
	return load();
}
