import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PARAM_NAMES, paramOf, written } from './names';
import type { ParamName } from './params';

/** What an address without the name means, where it is the same everywhere. */
function defaultOf(name: ParamName): string {
	const { fallback } = paramOf(name);
	const text = typeof fallback === 'function' ? '' : written(name, fallback as never);
	return text === '' ? '' : `\`${text}\``;
}

it('are documented, each with what it takes, in the table of MODEL section 9', () => {
	const rows = PARAM_NAMES.map((name) => {
		const { takes, list, table, about } = paramOf(name);
		const where = [list && 'a list', table && 'tables only'].filter(Boolean).join(', ');
		return `| \`${name}\` | ${takes}${where && ` (${where})`} | ${defaultOf(name)} | ${about} |`;
	});
	const expected = ['| name | takes | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
	const model = readFileSync('src/docs/MODEL.md', 'utf8');
	const found = /^\| name \| takes \| default \| meaning \|\n(?:\|.*\n)+/m.exec(model)?.[0] ?? '';
	expect(found.trim()).toBe(expected);
});

it('say in a sentence what they mean', () => {
	for (const name of PARAM_NAMES) expect(paramOf(name).about, name).toMatch(/^[A-Z].*[^.]\.$/);
});
