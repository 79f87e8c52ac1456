import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEAL_FILTER_NAMES, DEAL_FILTERS } from '$lib/records/derive/filters';
import { ABOUTS } from './abouts';
import { PARAM_NAMES, paramOf, canonicalText } from './names';
import type { ParamName } from './params';

/** What an address without the name means, where it is the same everywhere. */
function defaultOf(name: ParamName): string {
	const { fallback } = paramOf(name);
	const text = typeof fallback === 'function' ? '' : canonicalText(name, fallback as never);
	return text === '' ? '' : `\`${text}\``;
}

/** What each name means. */
const MEANINGS: Record<string, string> = {
	...ABOUTS,
	...Object.fromEntries(DEAL_FILTER_NAMES.map((name) => [name, DEAL_FILTERS[name].about]))
};

it('are documented, each with what it takes, in the table of MODEL section 9', () => {
	const rows = PARAM_NAMES.map((name) => {
		const { takes, list, table } = paramOf(name);
		const where = [list && 'a list', table && 'tables only'].filter(Boolean).join(', ');
		return `| \`${name}\` | ${takes}${where && ` (${where})`} | ${defaultOf(name)} | ${MEANINGS[name]} |`;
	});
	const expected = ['| name | takes | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
	const model = readFileSync('src/docs/MODEL.md', 'utf8');
	const found = /^\| name \| takes \| default \| meaning \|\n(?:\|.*\n)+/m.exec(model)?.[0] ?? '';
	expect(found.trim()).toBe(expected);
});

it('say in a sentence what they mean', () => {
	for (const name of PARAM_NAMES) expect(MEANINGS[name], name).toMatch(/^[A-Z].*[^.]\.$/);
});
