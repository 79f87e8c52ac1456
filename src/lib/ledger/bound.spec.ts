import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDay, someLedger, someQuestion } from '../../../tests/support/arbitrary';
import { deal, happened, records } from '../../../tests/support/small';
import { boundOf } from './bound';
import { compile } from './book';
import { DueCurve } from './due';
import { DEFAULT_QUESTION, type Question } from './question';
import { Sweep } from './sweep';
import type { Day } from '$lib/records/day';
import type { Deal, DealEvent } from '$lib/records';

function bound(deals: Deal[], asOf: Day, slug = 'a', question: Question = DEFAULT_QUESTION) {
	const book = compile(records({ deals }));
	const sweep = new Sweep(book, question, asOf).advance(asOf);
	return boundOf(book.entries[book.bySlug.get(slug)!]!, sweep, new DueCurve(book, sweep), asOf);
}

/** 100 dollars over a hundred days from 1 January 2025 on. */
const hundred = (event: Partial<DealEvent> = {}) =>
	deal({ slug: 'a' }, '2025-01-01', 100, { term: { start: '2025-01-01', end: '2025-04-10' }, ...event });
const notice = { days: 10, by: 'either', from: '2025-01-21' };

describe('who may leave: what is bound', () => {
	it('is the whole contribution where nobody may', () => {
		expect(bound([hundred()], '2025-01-01')).toEqual({ bound_usd: 100, notice: null });
	});

	it('is what falls due by the end of a notice that is given as soon as it may be', () => {
		expect(bound([hundred({ notice })], '2025-01-05')).toEqual({
			bound_usd: 31,
			notice: { by: 'either', days: 10, from: '2025-01-21', ends: '2025-01-31' }
		});
		expect(bound([hundred({ notice })], '2025-03-01')!.bound_usd).toBe(70);
	});

	it('is at least the low end where the record states one, and never more than the contribution', () => {
		const range = (low: number) => hundred({ notice, value: { low, central: 100, high: 120 } });
		expect(bound([range(60)], '2025-01-05')!.bound_usd).toBe(60);
		expect(bound([range(60)], '2025-03-31')!.bound_usd).toBe(100);
		const inside = deal({ slug: 'in', part_of: 'a' }, '2025-01-01', 70);
		expect(bound([range(60), inside], '2025-01-05')!.bound_usd).toBe(30);
		expect(bound([hundred({ notice, value: { high: 200 } })], '2025-01-05')!.bound_usd).toBe(31);
	});

	it('takes the low end in the place that is asked for', () => {
		const half = { ...hundred({ notice, value: { low: 61, central: 100 } }), us_share: 0.5 };
		expect(bound([half], '2025-01-05', 'a', { ...DEFAULT_QUESTION, scope: 'us' })!.bound_usd).toBe(31);
	});

	it('holds from the event on that says so, until another takes it back', () => {
		const told = hundred();
		told.events.push(happened('2025-02-01', { notice }), happened('2025-03-01', { notice: { days: null } }));
		expect(bound([told], '2025-01-31')!.notice).toBeNull();
		expect(bound([told], '2025-02-10')!.bound_usd).toBe(51);
		expect(bound([told], '2025-03-01')).toEqual({ bound_usd: 100, notice: null });
	});

	it('is nothing of a deal that is not counted', () => {
		expect(bound([hundred({ firmness: 'rumoured' })], '2025-02-01')).toBeNull();
		const gone = hundred({ notice });
		gone.events.push(happened('2025-02-01', { type: 'cancelled' }));
		expect(bound([gone], '2025-02-01')).toBeNull();
	});

	it('lies between nothing and the contribution on every ledger', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (ledger, question, asOf) => {
				const book = compile(ledger);
				const sweep = new Sweep(book, question, asOf).advance(asOf);
				const due = new DueCurve(book, sweep);
				for (const entry of book.entries) {
					const contribution = sweep.contribution(entry.index);
					const found = boundOf(entry, sweep, due, asOf);
					expect(found === null).toBe(contribution === null);
					if (!found) continue;
					expect(Number.isInteger(found.bound_usd)).toBe(true);
					expect(found.bound_usd).toBeGreaterThanOrEqual(0);
					expect(found.bound_usd).toBeLessThanOrEqual(contribution!);
					if (!found.notice) expect(found.bound_usd).toBe(contribution);
				}
			})
		);
	});
});
