import { readFileSync, writeFileSync } from 'node:fs';
import { withImportTable } from './import-table.js';

/** `npm run docs`: writes into the documents what is made from code. */
const file = new URL('ARCHITECTURE.md', import.meta.url);
writeFileSync(file, withImportTable(readFileSync(file, 'utf8')));
