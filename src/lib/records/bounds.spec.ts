import { expect, it } from 'vitest';
import { boundsAt } from './bounds';

const drawn = (from: string, max: number) => ({ from, green: { max }, amber: { max: 2 * max }, by: 'editorial' });

it('the bounds of a day are the last that had begun by then, and the first before all of them', () => {
	const bounds = [drawn('2019-01-01', 1), drawn('2025-06-01', 2), drawn('2026-01-01', 3)];
	const on = (day: string) => boundsAt({ bounds }, day).green.max;
	expect(['2018-12-31', '2019-01-01', '2025-05-31', '2025-06-01', '2025-12-31', '2030-01-01'].map(on)).toEqual([
		1, 1, 1, 2, 2, 3
	]);
});
