import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withImportTable } from './import-table.js';

const textOf = (file: string) => readFileSync(file, 'utf8');

it('has the import rules as they are: `npm run docs` writes them', () => {
	const text = textOf('src/docs/ARCHITECTURE.md');
	expect(withImportTable(text)).toBe(text);
});
