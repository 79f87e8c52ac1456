import { expect, it } from 'vitest';
import { ledgerHeight, paintLedger, type LedgerRow } from './paint-reconciliation';
import { makeRecorder, theme } from '../engine/recorder.fixture';

const rows: LedgerRow[] = [
	{ label: 'Announced', note: '3 deals', amount: '200.0', role: 'plain', from: 0, to: 100 },
	{ label: 'Not firm', note: '1 deal', amount: '(150.0)', role: 'less', from: 25, to: 100 },
	{ label: 'Counted', note: '2 deals', amount: '50.0', role: 'total', from: 0, to: 25 }
];

it('hangs the bar of each line on one scale, and puts digits under digits', () => {
	const { ctx, heard } = makeRecorder();
	const box = { x: 44, y: 100, width: 1112, height: ledgerHeight(rows.length) };
	paintLedger(ctx, box, { theme, display: 'Besley' }, rows);
	const [headline, less, total] = heard.rects;
	expect(less!.x + less!.width).toBeCloseTo(headline!.x + headline!.width);
	expect(less!.x).toBeCloseTo(total!.x + total!.width);
	expect(total!.x).toBe(headline!.x);
	expect([headline!.fill, less!.fill, total!.fill]).toEqual(['headline', 'ruleStrong', 'ink']);
	const at = (text: string) => heard.texts.find((each) => each.text === text)!;
	// A bracket hangs out of the column.
	expect(at('(150.0)').x - at('200.0').x).toBe(6);
	expect(at('50.0').x).toBe(at('200.0').x);
	for (const { x, y } of heard.texts) {
		expect(x).toBeLessThanOrEqual(box.x + box.width);
		expect(y).toBeLessThan(box.y + box.height);
	}
	const words = heard.texts.filter(({ align }) => align === 'left');
	for (const { x, text } of words) expect(x + text.length * 6).toBeLessThan(headline!.x);
});

it('draws what is nothing as a hairline, so that no line is without a mark', () => {
	const { ctx, heard } = makeRecorder();
	const none = { label: 'Cut', note: '', amount: '0.0', role: 'less', from: 40, to: 40 } as const;
	paintLedger(ctx, { x: 0, y: 0, width: 1112, height: 52 }, { theme, display: 'Besley' }, [none]);
	expect(heard.rects[0]!.width).toBe(1);
});
