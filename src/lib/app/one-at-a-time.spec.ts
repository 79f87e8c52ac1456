import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time';

it('does one after another, in the order of asking, also after one that failed', async () => {
	const heard: string[] = [];
	const work = (name: string, fails = false) =>
		oneAtATime(async () => {
			heard.push(`${name} begins`);
			await new Promise((resolve) => setTimeout(resolve));
			heard.push(`${name} ends`);
			if (fails) throw new Error(name);
			return name;
		});
	const all = await Promise.allSettled([work('a'), work('b', true), work('c')]);
	expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(heard).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
