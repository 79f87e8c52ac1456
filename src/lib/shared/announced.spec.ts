import { expect, it } from 'vitest';
import { announcedSum } from './announced';

it.each([
	['a sum that nobody stated', null, 0, null],
	['a sum of nothing', 0, 0, 0],
	['a stated sum', 8, 10, 10],
	['a sum that was taken back', null, 10, 10]
])('%s', (_, central_usd, headline_usd, sum) => {
	expect(announcedSum({ central_usd, headline_usd })).toBe(sum);
});
