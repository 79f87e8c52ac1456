import { expect, it } from 'vitest';
import { bodyOf } from '../stream';
import { ROWS, SAMPLE } from '../table.fixture';
import { write } from './write.server';

it('writes one object a line', async () => {
	const text = await new Response(bodyOf(write({ name: 'deals', about: {}, columns: SAMPLE, rows: ROWS }))).text();
	expect(
		text
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as unknown)
	).toEqual(ROWS);
});
