import { describe, expect, it } from 'vitest';
import {
	addUp,
	AS_OF,
	DAYS,
	freshRunRate,
	members,
	read,
	readingOn,
	spent,
	sum
} from '../../../../tests/support/readings';
import { capexOf, figureOn, party, TWO_SPENDERS } from '../../../../tests/support/small';

const named = { companies: ['a', 'b', 'lab', 'new-lab'] };

describe('industry strain', () => {
	it('sets the spending against what the labs earn', () => {
		const fundamentals = [
			figureOn('lab', 'revenue_run_rate', '2026-01-01', 50),
			figureOn('new-lab', 'revenue_run_rate', '2026-01-01', 5)
		];
		expect(read('industry-strain', { ...TWO_SPENDERS, fundamentals }, AS_OF, named).value).toBe(2);
	});

	it('takes the companies of its definition, whatever kind they are, and no others', () => {
		const given = { ...TWO_SPENDERS, fundamentals: [figureOn('lab', 'revenue_run_rate', '2026-01-01', 50)] };
		const organisations = [
			party('a', 'investor'),
			party('b', 'other'),
			party('lab', 'neocloud'),
			party('c', 'hyperscaler')
		];
		const capex = [...given.capex, ...capexOf('c', 2025, [9, 9, 9, 9])];
		expect(read('industry-strain', { ...given, organisations, capex }, AS_OF, named).value).toBe(2.2);
		const none = read('industry-strain', given, AS_OF, { companies: undefined });
		expect(none).toMatchObject({ status: 'unknown', reason: expect.stringContaining('names no company') });
	});

	it('counts no revenue that is too old, also where the others would do, and says so', () => {
		const fundamentals = [
			figureOn('lab', 'revenue_run_rate', '2026-01-01', 55),
			figureOn('new-lab', 'revenue_run_rate', '2025-06-01', 945)
		];
		const given = { ...TWO_SPENDERS, fundamentals };
		const strict = { ...named, stale_after_days: 200 };
		const reading = read('industry-strain', given, AS_OF, strict);
		expect(reading).toMatchObject({ value: 2, status: 'red' });
		expect(reading.inputs.at(-1)).toMatchObject({ label: 'Annualised revenue of new-lab, too old, not counted' });
		expect(reading.rows.some((row) => row.slug === 'new-lab')).toBe(false);
		expect(read('industry-strain', given, '2026-12-01', strict).status).toBe('stale');
	});

	it.each(DAYS)('is what the files say on %s', (day) => {
		const earned = addUp(members('industry-strain').map((each) => freshRunRate('industry-strain', each, day) ?? 0));
		expect(readingOn('industry-strain', day).value).toBeCloseTo(sum(spent(day).flat()) / earned, 6);
	});
});
