import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someDay, someLedger, someQuestion } from '../../../tests/support/arbitrary';
import { deal, happened, records } from '../../../tests/support/small';
import { compile } from './book';
import { dueCurve } from './due';
import { evidenceOf, sourcesAt, type EvidenceSums } from './evidence';
import { DEFAULT_QUESTION } from './question';
import { Sweep } from './sweep';
import type { Deal, Source } from '$lib/records';

const source = (key: string, more: Partial<Source> = {}): Source => ({
	key,
	url: null,
	publisher: 'A paper',
	title: null,
	published: null,
	...more
});

const evidence = (deals: Deal[], asOf = '2025-12-31') =>
	evidenceOf(compile(records({ deals })), DEFAULT_QUESTION, asOf);

const told = (slug: string, central: number, more: Partial<Deal> = {}) =>
	deal({ slug, ...more }, '2025-01-01', central, { term: { start: '2025-01-01', end: '2025-12-31' } });

describe('evidence is carried into totals', () => {
	it('splits every total by confidence, what says none among them', () => {
		const { rows, total } = evidence([
			told('a', 70, { confidence: 'high' }),
			told('b', 20, { confidence: 'low' }),
			told('c', 10)
		]);
		expect(
			rows.map(({ confidence, deals, counted_usd, share, due_usd }) => [confidence, deals, counted_usd, share, due_usd])
		).toEqual([
			['high', 1, 70, 0.7, 70],
			['medium', 0, 0, 0, 0],
			['low', 1, 20, 0.2, 20],
			['none', 1, 10, 0.1, 10]
		]);
		expect([total.deals, total.counted_usd, total.due_usd]).toEqual([3, 100, 100]);
	});

	it('takes the type of the nearest source that is known on the day', () => {
		const mixed = told('a', 5, {
			sources: [source('a', { type: 'digest' }), source('b', { type: 'filing' }), source('c', { type: 'company' })]
		});
		mixed.events.push(happened('2025-06-01', { sources: ['b', 'c'] }));
		expect(evidence([mixed], '2025-05-31').total).toMatchObject({ digest_usd: 5, filing_usd: 0, one_source_usd: 5 });
		expect(evidence([mixed]).total).toMatchObject({ digest_usd: 0, filing_usd: 5, company_usd: 0, one_source_usd: 0 });
		expect(evidence([told('b', 7)]).total).toMatchObject({ untyped_usd: 7 });
	});

	it('tells what was read, and counts two names of one address as one source', () => {
		const url = 'https://example.com/a';
		const same = told('a', 5, { sources: [source('a', { url, seen: false }), source('b', { url, seen: false })] });
		same.events[0]!.sources.push('b');
		expect(sourcesAt(same, '2025-12-31')).toHaveLength(1);
		expect(evidence([same]).total).toMatchObject({ one_source_usd: 5, unread_usd: 5, first_hand_read_usd: 0 });
		const read = told('b', 5, { sources: [source('a', { type: 'filing' })] });
		expect(evidence([read]).total).toMatchObject({ unread_usd: 0, first_hand_read_usd: 5 });
	});

	it('says what rests on an assumed term, an undisclosed place or a doubt, and what is bound', () => {
		const { total } = evidence([
			deal({ slug: 'a', us_share: 1 }, '2025-12-31', 5),
			told('b', 7, { doubts: [{ note: 'Two sums.', sources: ['a'] }] })
		]);
		expect(total).toMatchObject({ assumed_term_usd: 5, place_unknown_usd: 7, doubted_usd: 7, bound_usd: 12 });
	});

	it('never lets a total look firmer than its weakest large part, and names a deal over a tenth of it', () => {
		const many = Array.from({ length: 9 }, (_, i) => told(`s${i}`, 10, { confidence: 'high' }));
		const even = evidence([...many, told('weak', 10, { confidence: 'low' })]);
		expect([even.firmness, even.large]).toEqual(['high', []]);
		const leaning = evidence([...many, told('weak', 11, { confidence: 'low' })]);
		expect(leaning.firmness).toBe('low');
		expect(leaning.large.map(({ counted_usd }) => counted_usd)).toEqual([11]);
		expect(evidence([]).firmness).toBeNull();
	});

	it('adds up to the totals on every ledger', () => {
		fc.assert(
			fc.property(someLedger, someQuestion, someDay, (ledger, question, asOf) => {
				const book = compile(ledger);
				const { rows, total } = evidenceOf(book, question, asOf);
				expect(total.counted_usd).toBe(new Sweep(book, question, asOf).advance(asOf).counted);
				expect(Math.abs(total.due_usd - dueCurve(book, question, asOf).total(asOf))).toBeLessThanOrEqual(1);
				for (const key of Object.keys(total) as (keyof EvidenceSums)[])
					expect(rows.reduce((sum, row) => sum + row[key], 0)).toBe(total[key]);
				const types = ['filing', 'company', 'press', 'digest', 'own', 'untyped'] as const;
				expect(types.reduce((sum, type) => sum + total[`${type}_usd`], 0)).toBe(total.counted_usd);
			})
		);
	});
});
