import { expect, it } from 'vitest';
import { makeRecorder, theme } from '../engine/recorder.fixture';
import { paintShares, SHARES_HEIGHT } from './paint-shares';

it('parts the bar by deals, both halves of WTF at once, and writes each number beside its label', () => {
	const { ctx, heard } = makeRecorder();
	const box = { x: 44, y: 100, width: 1112, height: SHARES_HEIGHT };
	paintShares(ctx, box, { theme, display: 'Besley' }, [
		{ label: 'TERMINATOR', name: 'Terminator', deals: 30 },
		{ label: 'IDIOCRACY', name: 'Idiocracy', deals: 60 },
		{ label: 'WTF', name: 'WTF', deals: 10 }
	]);
	const [scarier, dumber, above, below] = heard.rects;
	expect(dumber!.width / scarier!.width).toBeCloseTo(2);
	expect([scarier!.fill, dumber!.fill, above!.fill, below!.fill]).toEqual(['term', 'idio', 'term', 'idio']);
	expect(above!.width).toBe(below!.width);
	expect(above!.x + above!.width).toBeCloseTo(box.x + box.width);
	expect(heard.texts.map(({ text }) => text)).toEqual(['30', 'Terminator', '60', 'Idiocracy', '10', 'WTF']);
	for (const { y } of heard.texts) expect(y).toBeLessThan(box.y + box.height - 8);
});
