import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRMNESS } from '$lib/records/vocabularies';
import { ASSUMPTIONS, COMMON_CHANCE } from './assumptions';
import { randomOf } from './random';
import { MOST_SEED } from './seed';
import { MOST_RUNS, simulate, type ScenarioDeal, type ScenarioInput } from './simulate';
import { triangular } from './triangular';

const rising = (length: number) =>
	fc.array(fc.integer({ min: 0, max: 1e13 }), { minLength: length, maxLength: length }).map((parts) => {
		let sum = 0;
		return parts.map((part) => (sum += part));
	});

const inputs: fc.Arbitrary<ScenarioInput> = fc.nat(8).chain((steps) =>
	fc.record({
		seed: fc.integer({ min: 0, max: MOST_SEED }),
		runs: fc.integer({ min: 1, max: 60 }),
		spent: rising(steps),
		deals: fc.uniqueArray(
			fc.record({
				slug: fc.stringMatching(/^[a-z]{1,6}$/),
				firmness: fc.constantFrom(...FIRMNESS),
				remaining: rising(steps),
				inWindow: fc.nat(1e12)
			}),
			{ maxLength: 12, selector: (deal) => deal.slug }
		),
		target: fc.option(fc.record({ amount: fc.nat(1e13), spent: fc.nat(1e12) }), { nil: undefined })
	})
);

const EXAMPLE: ScenarioInput = {
	seed: 2026,
	runs: 999,
	spent: [100e9, 110e9, 110e9, 110e9],
	deals: [
		{ slug: 'stargate', firmness: 'announced', remaining: [0, 40e9, 120e9, 400e9], inWindow: 300e9 },
		{ slug: 'openai-aws', firmness: 'definitive', remaining: [2e9, 9e9, 20e9, 30e9], inWindow: 25e9 },
		{ slug: 'nvidia-loi', firmness: 'letter_of_intent', remaining: [0, 10e9, 50e9, 90e9], inWindow: 70e9 },
		{ slug: 'a-rumour', firmness: 'rumoured', remaining: [5e9, 5e9, 5e9, 35e9], inWindow: 10e9 }
	],
	target: { amount: 340e9, spent: 60e9 }
};

describe('simulate', () => {
	it('gives, to the last bit, the numbers of the same rule written in another language', () => {
		expect(simulate(EXAMPLE)).toEqual({
			p10: [102242014553.73994, 142212654484.63892, 204010648996.25885, 373261377685.1677],
			p50: [103060629212.62459, 151110633299.34125, 231534192060.14276, 459911028402.32214],
			p90: [104366162153.4603, 159636948803.33398, 259729575865.1759, 539177921519.60956],
			spent: [100e9, 110e9, 110e9, 110e9],
			full: [107e9, 174e9, 305e9, 665e9],
			window: { p10: 256485031008.43292, p50: 321389161728.4198, p90: 379623263219.0694, chance: 345 / 999 }
		});
	});

	it('rises from P10 to P90 and from step to step, between what is spent and what is contracted', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const { p10, p50, p90, spent, full, window } = simulate(input);
				const rises = (list: number[]) => list.every((n, i) => i === 0 || n >= list[i - 1]!);
				expect([p10, p50, p90].every(rises)).toBe(true);
				expect(spent.every((_, i) => rises([spent[i]!, p10[i]!, p50[i]!, p90[i]!, full[i]!]))).toBe(true);
				expect(window === undefined).toBe(input.target === undefined);
				if (!window) return;
				expect(window.p10 <= window.p50 && window.p50 <= window.p90).toBe(true);
				expect(window.chance).toBeGreaterThanOrEqual(0);
				expect(window.chance).toBeLessThanOrEqual(1);
			}),
			{ numRuns: 200 }
		);
	});

	it('gives the same numbers again, whatever the order of the deals, and others for another seed', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				expect(simulate({ ...input, deals: [...input.deals].reverse() })).toEqual(simulate(input));
			})
		);
		expect(simulate({ ...EXAMPLE, seed: 2027 }).p50).not.toEqual(simulate(EXAMPLE).p50);
	});

	it('leaves the luck of a deal as it was when another one goes', () => {
		const one = { ...EXAMPLE, runs: 1, target: undefined };
		const all = simulate(one).p50[3]!;
		const parts = one.deals.map((deal) => simulate({ ...one, deals: [deal] }).p50[3]! - 110e9);
		expect(parts.reduce((sum, part) => sum + part, 110e9)).toBeCloseTo(all, 2);
	});

	it('is what is contracted where every share is 1, and what is spent where every share is 0', () => {
		const always = (share: number) => {
			const triangle = { min: share, mode: share, max: share };
			return { definitive: triangle, announced: triangle, letter_of_intent: triangle, rumoured: triangle };
		};
		fc.assert(
			fc.property(inputs, (input) => {
				const all = simulate({ ...input, assumptions: always(1) });
				const none = simulate({ ...input, assumptions: always(0) });
				for (const band of ['p10', 'p50', 'p90'] as const) {
					expect(all[band]).toEqual(all.full);
					expect(none[band]).toEqual(none.spent);
				}
				if (!input.target) return;
				const most = input.deals.reduce((sum, deal) => sum + deal.inWindow, input.target.spent);
				expect(all.window!.chance).toBe(most >= input.target.amount ? 1 : 0);
				expect(none.window!.chance).toBe(input.target.spent >= input.target.amount ? 1 : 0);
			})
		);
	});

	it('comes near the mean of a triangle, and spreads wider the more often deals go together', () => {
		const deals = Array.from({ length: 50 }, (_, i): ScenarioDeal => {
			return { slug: `deal-${i}`, firmness: 'announced', remaining: [1e9], inWindow: 0 };
		});
		const spread = (commonChance: number) => {
			const { p10, p50, p90 } = simulate({ seed: 3, runs: 4_000, spent: [0], deals, commonChance });
			expect(p50[0]! / 50e9).toBeCloseTo((0.3 + 0.75 + 1) / 3, 1);
			return p90[0]! - p10[0]!;
		};
		expect(spread(0)).toBeLessThan(spread(0.5) / 2);
		expect(spread(0.5)).toBeLessThan(spread(1));
	});

	it('counts ranks from below: of ten runs the first, the fifth and the ninth', () => {
		const remaining = [1e9];
		const deals: ScenarioDeal[] = [{ slug: 'alone', firmness: 'announced', remaining, inWindow: 0 }];
		const own = randomOf(5, 'alone');
		const common = randomOf(5, '');
		const outcomes = Array.from({ length: 10 }, () => {
			const tide = common.uniform();
			const joins = own.uniform() < COMMON_CHANCE;
			const luck = own.uniform();
			return 1e9 * triangular(ASSUMPTIONS.announced, joins ? tide : luck);
		}).sort((a, b) => a - b);
		const { p10, p50, p90 } = simulate({ seed: 5, runs: 10, spent: [0], deals });
		expect([p10[0], p50[0], p90[0]]).toEqual([outcomes[0], outcomes[4], outcomes[8]]);
	});

	it('handles no deals, no steps and a year of days', () => {
		expect(simulate({ seed: 0, runs: 1, spent: [], deals: [] })).toEqual({
			p10: [],
			p50: [],
			p90: [],
			spent: [],
			full: []
		});
		expect(simulate({ seed: 0, runs: 3, spent: [5], deals: [] }).p90).toEqual([5]);
		const days = Array.from({ length: 366 }, (_, day) => day * 1e6);
		const daily = simulate({
			seed: 1,
			runs: 500,
			spent: days.map(() => 0),
			deals: [{ ...EXAMPLE.deals[0]!, remaining: days }]
		});
		expect(daily.p50).toHaveLength(366);
	});

	it.each<[string, Partial<ScenarioInput>]>([
		['seed is -1: it takes a whole number from 0 to 4294967295.', { seed: -1 }],
		['runs is 0: it takes a whole number from 1 to 10000.', { runs: 0 }],
		['runs is 1.5: it takes', { runs: 1.5 }],
		[
			'10000 runs of 0 deals at 2001 steps are too many',
			{ runs: MOST_RUNS, deals: [], spent: new Array<number>(2_001).fill(0) }
		],
		['What is spent takes dollars that never fall', { spent: [3, 2, 4, 5] }],
		['A deal stands twice', { deals: [EXAMPLE.deals[0]!, EXAMPLE.deals[0]!] }],
		[
			'stargate: what is left takes dollars at each of the 4 steps',
			{ deals: [{ ...EXAMPLE.deals[0]!, remaining: [1] }] }
		],
		['stargate: what is left', { deals: [{ ...EXAMPLE.deals[0]!, inWindow: Number.NaN }] }],
		['The target takes dollars', { target: { amount: -1, spent: 0 } }],
		['The common chance is 2', { commonChance: 2 }]
	])('says what it takes: %s', (message, part) => {
		expect(() => simulate({ ...EXAMPLE, ...part })).toThrow(message);
	});
});
