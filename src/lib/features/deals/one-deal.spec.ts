import { expect, it } from 'vitest';
import { ask } from '$lib/features/ask';
import { compile } from '$lib/ledger/book';
import { deal, party, records } from '../../../../tests/support/small';

it('shows a part that falls due with its container on the days of the container, as every list does', async () => {
	const term = { start: '2026-01-01', end: '2026-12-31' };
	const book = compile(
		records({
			organisations: [party('lab', 'ai_lab'), party('cloud', 'hyperscaler')],
			deals: [
				deal({ slug: 'campus', kind: 'programme' }, '2025-01-01', 100, { term }),
				deal({ slug: 'hall', kind: 'lease', part_of: 'campus', timing: 'container' }, '2025-01-01', 40)
			]
		})
	);
	const asked = await ask('deal', book, new URLSearchParams(), '2026-06-30', 'hall');
	if (asked.status !== 200) throw new Error(JSON.stringify(asked));
	const { alone, row } = asked.answer;
	expect([alone.start, alone.end, alone.assumed, alone.amount_usd]).toEqual(['2026-01-01', '2026-12-31', false, 40]);
	expect([row?.term_start, row?.term_end, row?.due_usd]).toEqual(['2026-01-01', '2026-12-31', alone.due_usd]);
});
