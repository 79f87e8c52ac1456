import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './run';

async function call(
	args: string[],
	env: Record<string, string> = {}
): Promise<{ code: number; out: string; err: string }> {
	const said = { out: '', err: '' };
	const code = await run(args, {
		env,
		out: (line) => void (said.out += `${line}\n`),
		err: (line) => void (said.err += `${line}\n`)
	});
	return { code, ...said };
}

describe('the command line', () => {
	it('checks the dataset that is set, or the folder that is given', async () => {
		const set = await call(['check'], { BUILDOUT_DATA: 'tests/vectors/small/dataset' });
		expect(set).toMatchObject({ code: 0, err: '' });
		expect(set.out).toMatch(/^tests\/vectors\/small\/dataset: 12 deals, .*; no fault\n$/);
		expect((await call(['check', 'tests/vectors/medium/dataset'])).out).toContain('60 deals');
	});

	it('audits a dataset, and exits with 1 where a figure cannot be followed back', async () => {
		const { code, out } = await call(['audit', 'tests/vectors/small/dataset']);
		expect(code).toBe(1);
		expect(out).toMatch(/^tests\/vectors\/small\/dataset\/deals\/\S+ sources\[0\]: source \S+ has no type; it takes/);
		expect(await call(['audit', 'data'])).toEqual({
			code: 0,
			out: 'data: every figure can be followed back to a source\n',
			err: ''
		});
	});

	it('lists the faults and exits with 1', async () => {
		const empty = mkdtempSync(join(tmpdir(), 'buildout-cli-'));
		const { code, out } = await call(['check', `${empty}/`]);
		rmSync(empty, { recursive: true });
		expect(code).toBe(1);
		expect(out.split('\n')).toEqual([
			`${empty}/deals: expected a folder, got nothing at this place`,
			`${empty}/organisations.yaml: expected a file, got nothing at this place`,
			`${empty}/projections.yaml: expected a file, got nothing at this place`,
			`3 faults in ${empty}/`,
			''
		]);
	});

	it.each([
		{ args: [], says: 'No command was given; there is: check' },
		{ args: ['chekc'], says: 'There is no command "chekc"; there is: check' },
		{ args: ['check', '--fast'], says: "Unknown option '--fast'\nUsage: npm run ledger -- check [folder]" },
		{ args: ['check', 'a', 'b'], says: 'check takes one folder, got 2.' }
	])('exits with 2 and says how it is called: $args', async ({ args, says }) => {
		const { code, out, err } = await call(args);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toContain(says);
	});

	it('shows a wrong setting as one line, without a stack trace', async () => {
		const { code, err } = await call(['check'], { PORT: 'many' });
		expect(code).toBe(1);
		expect(err).toBe('PORT: expected a whole number from 1 to 65535, got "many".\n');
	});

	it.each([['--help'], ['check', '--help']])('explains itself: %s %s', async (...args) => {
		const { code, out } = await call(args);
		expect(code).toBe(0);
		expect(out).toContain('Usage: npm run ledger --');
	});
});
