import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDataset } from '$lib/server/dataset/read';
import { compile, readingAt } from '$lib/ledger/book';
import { compare } from '$lib/ledger/compare';
import { curves } from '$lib/ledger/curves';
import { dayNumber, stepEnds } from '$lib/records/day';
import { wtfIndex } from '$lib/ledger/wtf-index';
import { DEFAULT_QUESTION, type Question } from '$lib/ledger/question';
import { reconcile } from '$lib/ledger/reconcile';
import { Sweep } from '$lib/ledger/sweep';
import { wtfLabel } from '$lib/ledger/wtf';
import type { Expected } from './support/vectors';

/** The reference answers are an independent implementation's; dollars agree within 1, ratios within 1e-5. */
describe.each(['small', 'medium'])('vectors %s', (set) => {
	const folder = `tests/vectors/${set}`;
	const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as Expected;
	const read = readDataset(`${folder}/dataset`);
	if (!('records' in read)) throw new Error(JSON.stringify(read.faults));
	const book = compile(read.records);

	test.each(expected.cases.map((each) => [`${JSON.stringify(each.question)} as of ${each.as_of}`, each] as const))(
		'%s',
		(_, { question: asked, as_of, ...answers }) => {
			const question: Question = { ...DEFAULT_QUESTION, ...asked };
			const { from, to, step, rows } = answers.spend;
			const days = stepEnds(from, to, step);
			const got = curves(book, question, as_of, days);
			expect(days).toEqual(rows.map((row) => row.date));
			expect(got.headline).toEqual(rows.map((row) => row.headline_usd));
			expect(got.counted).toEqual(rows.map((row) => row.counted_usd));
			for (const [i, row] of rows.entries())
				expect(Math.abs(got.due[i]! - row.due_usd), row.date).toBeLessThanOrEqual(1);

			expect(reconcile(book, question, as_of).map((row) => [row.key, row.amount_usd])).toEqual(answers.reconciliation);

			const sweep = new Sweep(book, question, as_of).advance(as_of);
			const kept = book.entries.filter((entry) => sweep.isKept(entry.index));
			expect(Object.fromEntries(kept.map((entry) => [entry.deal.slug, sweep.contribution(entry.index)]))).toEqual(
				answers.contributions
			);

			const [index] = wtfIndex(book, question, as_of, [as_of], 'value', '90');
			if (answers.wtf) {
				for (const key of ['terminator', 'idiocracy', 'lean', 'deals'] as const)
					expect(index![key], key).toBeCloseTo(answers.wtf[key], 5);
			} else expect(index).toMatchObject({ terminator: null, idiocracy: null, lean: null, label: null, deals: 0 });

			for (const [slug, want] of Object.entries(answers.projections)) {
				const projection = book.records.projections.find((each) => each.slug === slug)!;
				const comparison = compare(book, question, as_of, projection);
				for (const [key, value] of Object.entries(want) as [keyof typeof want, number | null][]) {
					if (value === null) expect(comparison[key], `${slug} ${key}`).toBeNull();
					else
						expect(Math.abs(comparison[key]! - value), `${slug} ${key}`).toBeLessThanOrEqual(
							key.endsWith('_usd') ? 1 : 1e-5
						);
				}
			}
		}
	);

	test('labels on 22 November 2026', () => {
		const labels = book.entries.map((entry) => {
			const reading = readingAt(entry, dayNumber('2026-11-22'));
			return [entry.deal.slug, reading ? wtfLabel(reading.terminator, reading.idiocracy) : null];
		});
		expect(Object.fromEntries(labels)).toEqual(expected['labels_at_2026-11-22']);
	});
});
