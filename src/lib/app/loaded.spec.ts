import { expect, it } from 'vitest';
import { ask } from '$lib/features/ask';
import { compile } from '$lib/ledger/book';
import { recordsIn } from '../../../tests/support/reference';
import { loadedOf } from './loaded';

it('gives a page all of an answer but its status, and the day that it is of', async () => {
	const query = new URLSearchParams({ as_of: '2026-03-01', firmness: 'definitive' });
	const asked = await ask('deals', compile(recordsIn()), query, '2026-11-22');
	if (asked.status !== 200) throw new Error('The address was refused.');
	const { status: _, ...given } = asked;
	expect(loadedOf(asked)).toEqual({ ...given, as_of: '2026-03-01' });
	expect(loadedOf(asked).narrowed).not.toEqual([]);
});
