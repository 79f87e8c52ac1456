import { describe, expect, it } from 'vitest';
import { addUp, DAYS, ofKind, read, readingOn, runRate, spent, sum } from '../../../../tests/support/readings';
import { figureOn, party, TWO_SPENDERS } from '../../../../tests/support/small';

describe('industry strain', () => {
	it('sets the spending against what the labs earn', () => {
		const fundamentals = [
			figureOn('lab', 'revenue_run_rate', '2026-01-01', 50),
			figureOn('new-lab', 'revenue_run_rate', '2026-01-01', 5)
		];
		const organisations = [...TWO_SPENDERS.organisations, party('lab', 'ai_lab'), party('new-lab', 'ai_lab')];
		expect(read('industry-strain', { ...TWO_SPENDERS, organisations, fundamentals }).value).toBe(2);
	});

	it.each(DAYS)('is what the files say on %s', (day) => {
		const earned = addUp(ofKind('ai_lab').map((lab) => runRate(lab, day) ?? 0));
		expect(readingOn('industry-strain', day).value).toBeCloseTo(sum(spent(day).flat()) / earned, 6);
	});
});
