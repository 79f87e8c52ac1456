import { command, handOver } from './run.mjs';
import { setup, tool } from './setup.mjs';

/** `npm run schema`: writes the JSON Schemas of `static/schema` anew. The spec that holds them is what writes them. */
await command(async () => {
	const node = await setup([]);
	const spec = 'src/lib/records/derive/json-schema.spec.ts';
	return handOver(node, [tool('vitest'), 'run', '--project=unit', '--update', '-t', 'the schema files', spec]);
});
