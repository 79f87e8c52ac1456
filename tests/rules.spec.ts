import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { root } from './support/server';

const eslint = new ESLint({ cwd: root });

/** Lints a text as if it stood in an existing file of the project, and answers with the names of the broken rules. */
async function broken(file: string, text: string): Promise<(string | null)[]> {
	const [result] = await eslint.lintText(`${text}\n`, { filePath: `${root}${file}` });
	return (result?.messages ?? []).map((message) => message.ruleId);
}

describe('the import rules stop', () => {
	it.each([
		['the arithmetic from reading the clock', 'src/lib/ledger/totals.ts', "import '$lib/server/config/clock';"],
		['the arithmetic from entering the address bar', 'src/lib/ledger/totals.ts', "import '../view/parse';"],
		['the address bar from asking for answers', 'src/lib/view/parse.ts', "import '$lib/shared/deal-rows';"],
		['the settings from being read in the browser', 'src/lib/view/parse.ts', "import '$lib/server/config/settings';"],
		[
			'the engine of charts from knowing what a deal is',
			'src/lib/charts/engine/axis.ts',
			"import '$lib/records/vocabularies';"
		],
		['the engine of charts from drawing a mark', 'src/lib/charts/engine/axis.ts', "import '../marks/today';"],
		['a mark from knowing the chart it stands on', 'src/lib/charts/marks/today.ts', "import '../kinds/spend/model';"],
		['a kind of chart from exporting itself', 'src/lib/charts/kinds/years.ts', "import '../export/context';"],
		['the export from knowing a kind of chart', 'src/lib/charts/export/png.ts', "import '../kinds/years';"],
		[
			'one server room from entering the next',
			'src/lib/server/accounts/origin.ts',
			"import '$lib/server/config/settings';"
		]
	])('%s', async (_what, file, text) => {
		expect(await broken(file, text)).toContain('import-x/no-restricted-paths');
	});

	it.each([
		['zod in the arithmetic', 'src/lib/ledger/totals.ts', "import { z } from 'zod';\nexport const x = z;"],
		['files in the arithmetic', 'src/lib/ledger/totals.ts', "import fs from 'node:fs';\nexport const x = fs;"],
		['the schemas in the arithmetic', 'src/lib/ledger/totals.ts', "import '$lib/records/derive/schema.server';"],
		[
			'the counting in what computes a reading again',
			'src/lib/readings/pace/recompute.ts',
			"import '$lib/ledger/sweep';"
		],
		['zod in what the browser loads', 'src/lib/view/parse.ts', "import { z } from 'zod';\nexport const x = z;"]
	])('%s', async (_what, file, text) => {
		expect(await broken(file, text)).toContain('no-restricted-imports');
	});

	it('nobody from entering a room that is theirs', async () => {
		expect(await broken('src/lib/view/parse.ts', "import '$lib/records/day';")).toEqual([]);
	});
});

it('keeps Date to the calendar and the clock', async () => {
	expect(await broken('src/lib/ledger/totals.ts', 'export const x = new Date();')).toContain('no-restricted-globals');
	expect(await broken('src/lib/server/config/clock.ts', 'export const x = new Date();')).toEqual([]);
});
