import { describe, expect, it } from 'vitest';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { Naive, ordinal } from '../../../../tests/support/naive';
import {
	addUp,
	AS_OF,
	contributions,
	DAYS,
	dealOf,
	ofKind,
	read,
	readingOn,
	records,
	freshRunRate
} from '../../../../tests/support/readings';
import { deal, figureOn, party } from '../../../../tests/support/small';

const organisations = [party('lab', 'ai_lab'), party('other-lab', 'ai_lab'), party('quiet-lab', 'ai_lab')];
const term = { start: '2026-03-02', end: '2028-02-29' };
const contract = (slug: string, payers: string[], central: number) =>
	deal({ slug, payers }, '2025-06-01', central, { term });
const deals = [
	contract('big', ['lab', 'shop'], 730 * 4),
	contract('small', ['other-lab'], 730),
	contract('dark', ['quiet-lab'], 730)
];
const fundamentals = [
	figureOn('lab', 'revenue_run_rate', '2026-01-01', 365),
	figureOn('other-lab', 'revenue_run_rate', '2024-01-01', 730)
];

/** What falls due within a year on one deal, by itself and worth what it adds to the total. */
function dueOn(slug: string, contribution: number, day: string): number {
	const { part_of: _, ...whole } = dealOf(slug);
	const events = whole.events.map((event) => (event.value ? { ...event, value: { central: contribution } } : event));
	const alone = new Naive({ ...records, deals: [{ ...whole, events }] }, DEFAULT_QUESTION, day);
	const later = ordinal(`${Number(day.slice(0, 4)) + 1}${day.slice(4)}`);
	return Number(alone.due(later) - alone.due(ordinal(day))) / 1e6;
}

function highestCover(day: string): number {
	const counted = [...contributions(day)];
	const ratios = ofKind('ai_lab').map((lab) => {
		const due = counted.map(([slug, amount]) => {
			const { payers } = dealOf(slug);
			return payers.includes(lab) && amount > 0 ? dueOn(slug, amount, day) / payers.length : 0;
		});
		return addUp(due) / (freshRunRate('commitment-cover', lab, day) ?? Infinity);
	});
	return Math.max(...ratios);
}

describe('commitment cover', () => {
	it('takes the highest lab, payers share equally where nobody says how, and a lab without revenue has no ratio', () => {
		const fresh = read('commitment-cover', { organisations, deals, fundamentals }, AS_OF, { stale_after_days: 900 });
		expect(fresh).toMatchObject({ value: 2, status: 'red' });
		expect(fresh.rows.filter((row) => 'ratio' in row.values).map((row) => [row.slug, row.values.ratio])).toEqual([
			['lab', 2],
			['other-lab', 0.5],
			['quiet-lab', null]
		]);
		// The next lab stands at the bound itself, so that no change of the first alone brings the reading below it.
		expect(fresh.changes).toMatchObject([{ direction: 'down', bound: 0.5, to: 'amber', levers: [] }]);
	});

	it('counts no revenue that is too old: the lab is listed without a ratio, also where it would be the highest', () => {
		const old = [
			figureOn('lab', 'revenue_run_rate', '2024-01-01', 365),
			figureOn('other-lab', 'revenue_run_rate', '2026-01-01', 730)
		];
		const reading = read('commitment-cover', { organisations, deals, fundamentals: old });
		expect(reading).toMatchObject({ value: 0.5, status: 'red' });
		expect(reading.rows.find((row) => row.slug === 'lab')?.values).toMatchObject({ revenue_usd: null, ratio: null });
		const all = [figureOn('lab', 'revenue_run_rate', '2024-01-01', 365)];
		expect(read('commitment-cover', { organisations, deals, fundamentals: all })).toMatchObject({ status: 'stale' });
	});

	it('is unknown without revenue, or without anything to pay', () => {
		expect(read('commitment-cover', { organisations, deals }).reason).toBe('No lab has stated its revenue yet.');
		expect(read('commitment-cover', { organisations, fundamentals }).status).toBe('unknown');
	});

	it.each(DAYS)('is what the files say on %s', (day) => {
		expect(readingOn('commitment-cover', day).value).toBeCloseTo(highestCover(day), 6);
	});
});
