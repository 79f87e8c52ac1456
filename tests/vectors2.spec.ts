import { describe, expect, test } from 'vitest';
import { readDataset } from '$lib/server/dataset/read';
import { compile, stateAt } from '$lib/ledger/book';
import { BY } from '$lib/ledger/columnar';
import { curves } from '$lib/ledger/curves';
import { DueCurve } from '$lib/ledger/due';
import { reconcile } from '$lib/ledger/reconcile';
import { Sweep } from '$lib/ledger/sweep';
import { againstDeals, defaultProjection } from '$lib/ledger/window';
import { wtfIndex } from '$lib/ledger/wtf-index';
import { DEFAULT_QUESTION } from '$lib/ledger/question';
import { dayNumber, stepEnds } from '$lib/records/day';
import type { Records } from '$lib/records';
import { checkRecord } from '$lib/records/derive/schema.server';
import { crossFaults } from '$lib/records/rules';
import { projection } from '$lib/shared/comparison';
import { projections } from '$lib/shared/projection-rows';
import { datasetOf, differences, faultVectors, SETS, slugDifferences, titled, vectorsOf } from './support/vectors2';
import { Naive, ordinal } from './support/naive';

describe.each(SETS)('vectors2 %s', (set) => {
	const { cases, at } = vectorsOf(set);
	const read = readDataset(datasetOf(set));
	if (!('records' in read)) throw new Error(JSON.stringify(read.faults));
	const { records } = read;
	const book = compile(records);
	const all = cases.map(titled);

	test.each(all)('spend: %s', (_, { question, as_of, spend: { rows } }) => {
		const days = rows.map((row) => row.date);
		const got = curves(book, question, as_of, days);
		const found = rows.flatMap((row, i) => {
			const [headline_usd, counted_usd, due_usd] = [got.headline[i], got.counted[i], got.due[i]];
			return differences({ date: row.date, headline_usd, counted_usd, due_usd }, row, row.date);
		});
		expect(found).toEqual([]);
	});

	test.each(all)('reconciliation: %s', (_, { question, as_of, reconciliation }) => {
		expect(reconcile(book, question, as_of).map((row) => [row.key, row.amount_usd])).toEqual(reconciliation);
	});

	test.each(all)('contributions and due: %s', (_, { question, as_of, contributions, due }) => {
		const sweep = new Sweep(book, question, as_of).advance(as_of);
		const curve = new DueCurve(book, sweep);
		const kept = book.entries.filter(({ index }) => sweep.contribution(index) !== null);
		const added = Object.fromEntries(kept.map(({ index, deal }) => [deal.slug, sweep.contribution(index)!]));
		const dues = Object.fromEntries(book.entries.map(({ index, deal }) => [deal.slug, curve.of(index, as_of)]));
		expect(slugDifferences(added, contributions, 'contribution', null)).toEqual([]);
		expect(slugDifferences(dues, due, 'due', 0)).toEqual([]);
	});

	test.each(all)('comparisons: %s', (_, { question, as_of, comparisons }) => {
		const found = Object.entries(comparisons).flatMap(([slug, want]) => {
			const { comparison } = projection(book, { question, as_of }, slug)!;
			if (!want || !comparison) return want === comparison ? [] : [`${slug}: ${JSON.stringify(comparison)}`];
			return differences(comparison, want, slug);
		});
		expect(found).toEqual([]);
	});

	test.each(all)('wtf: %s', (_, { question, as_of, window, weight, wtf: { from, to, step, rows } }) => {
		const got = wtfIndex(book, question, as_of, stepEnds(from, to, step), weight, window);
		expect(got.map(({ date }) => date)).toEqual(rows.map(({ date }) => date));
		const naive = new Naive(records, question, as_of);
		const found = rows.flatMap((row, i) => {
			const want = { effective_deals: null, ...row };
			const sums = naive.index(ordinal(row.date), weight, window);
			const { total, squares, terminator, idiocracy, enough, deals, width } = sums;
			const mean = (sum: bigint) => (enough ? Number(sum) / Number(total) : null);
			const effective = enough ? Number((total * total * 1_000_000n) / squares) / 1e6 : null;
			const again = { terminator: mean(terminator), idiocracy: mean(idiocracy), effective_deals: effective };
			const counted = { date: row.date, lean: row.lean, label: row.label, deals, window_days: width };
			return [...differences(got[i]!, want, row.date), ...differences({ ...counted, ...again }, want, row.date)];
		});
		expect(found).toEqual([]);
	});

	test.each(all)('the second implementation: %s', (_, { question, as_of, ...want }) => {
		const naive = new Naive(records, question, as_of);
		const day = ordinal(as_of);
		const dollars = (amounts: Map<string, bigint>) =>
			Object.fromEntries([...amounts].map(([slug, amount]) => [slug, Number(amount) / 1e6]));
		expect(naive.reconciliation()).toEqual(want.reconciliation.map(([, amount]) => amount));
		expect(Object.fromEntries(naive.at(day).contributions)).toEqual(want.contributions);
		expect(slugDifferences(dollars(naive.dueOf(day)), want.due, 'due', 0)).toEqual([]);
		const found = want.spend.rows.flatMap((row) => {
			const due_usd = Number(naive.due(ordinal(row.date))) / 1e6;
			const { headline, counted } = naive.at(ordinal(row.date));
			const known = row.headline_usd !== null;
			const got = {
				date: row.date,
				headline_usd: known ? headline : null,
				counted_usd: known ? counted : null,
				due_usd
			};
			return differences(got, row, row.date);
		});
		expect(found).toEqual([]);
	});

	test.each(Object.entries(at))('what no question changes, as of %s', (day, want) => {
		const sweep = new Sweep(book, DEFAULT_QUESTION, day).advance(day);
		const { timing } = new DueCurve(book, sweep);
		const known = book.entries.flatMap((entry) => {
			const state = stateAt(entry, dayNumber(day));
			return state ? [{ slug: entry.deal.slug, index: entry.index, state }] : [];
		});
		const bySlug = <T>(of: (state: (typeof known)[number]['state']) => T) =>
			Object.fromEntries(known.map(({ slug, state }) => [slug, of(state)]));
		expect(bySlug((state) => state.highWater)).toEqual(want.headline_usd);
		expect(bySlug((state) => state.firmness)).toEqual(want.firmness);
		expect(bySlug((state) => state.firmSince)).toEqual(want.firm_since);
		const slugs = (has: (index: number) => boolean) =>
			known
				.filter(({ index }) => has(index))
				.map(({ slug }) => slug)
				.sort();
		const awaiting = slugs((index) => timing.isAwaited(index));
		const assumed = slugs((index) => timing.by(index) === BY.assumed);
		expect(awaiting).toEqual([...want.awaiting_completion].sort());
		expect(assumed).toEqual([...want.term_assumed].sort());
		const listed = projections(book, day).map(({ slug }) => slug);
		expect(listed.sort()).toEqual([...want.known_projections].sort());
		const chosen = defaultProjection(againstDeals(records.projections), day);
		expect(chosen?.slug ?? null).toBe(want.default_projection);
		const naive = new Naive(records, DEFAULT_QUESTION, day);
		expect(naive.flagged('awaiting_completion').sort()).toEqual(awaiting);
		expect(naive.flagged('term_assumed').sort()).toEqual(assumed);
	});
});

describe('single deals', () => {
	const { sound, faults } = faultVectors();
	const { records } = readDataset(datasetOf('small2')) as { records: Records };
	/** What is wrong with a deal beside the others, the field first, as `events[0].paid`. */
	const found = (deal: unknown): string[] => {
		const checked = checkRecord('deals', deal);
		const wrong =
			'faults' in checked
				? checked.faults
				: crossFaults({ ...records, deals: [...records.deals, checked.record] }).filter(({ key }) => key === 'fault');
		return wrong.map(({ path }) => path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join(''));
	};

	test.each(sound.map((deal, i) => [i + 1, deal] as const))('that are sound are taken: %i', (_, deal) => {
		expect(found(deal)).toEqual([]);
	});

	test.each(faults.map(({ why, field, deal }) => [why, field, deal] as const))('are refused: %s', (_, field, deal) => {
		expect(found(deal)).toContain(`.${field}`);
	});
});
