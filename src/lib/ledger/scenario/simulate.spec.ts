import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRMNESS, SPEND_SHAPES } from '$lib/records/vocabularies';
import { ASSUMPTIONS, COMMON_CHANCE } from './assumptions';
import { randomOf } from './random';
import { MOST_SEED } from './seed';
import { always, dealOf, EXAMPLE, MONTHS, newContractsOf, only, placesOf, STEPS } from './scenario.fixture';
import { simulate, simulateInTurns, type ScenarioDeal, type ScenarioInput } from './simulate';
import { triangular } from './triangular';

const dollars = fc.integer({ min: 0, max: 1e13 });
const rising = (length: number, max: number) =>
	fc.array(fc.nat(max), { minLength: length, maxLength: length }).map((list) => list.sort((a, b) => a - b));

const inputs: fc.Arbitrary<ScenarioInput> = fc
	.record({ steps: fc.nat(8), hasTarget: fc.boolean(), hasNew: fc.boolean() })
	.chain(({ steps, hasTarget, hasNew }) =>
		fc
			.record({
				seed: fc.integer({ min: 0, max: MOST_SEED }),
				runs: fc.integer({ min: 1, max: 60 }),
				ends: rising(steps, MONTHS),
				window: rising(2, MONTHS),
				due: rising(steps, 1e13),
				deals: fc.uniqueArray(
					fc
						.record({
							slug: fc.stringMatching(/^[a-z]{1,6}$/),
							firmness: fc.constantFrom(...FIRMNESS),
							left: dollars,
							leftInScope: dollars,
							begun: fc.boolean(),
							from: fc.nat(MONTHS),
							long: fc.integer({ min: 1, max: MONTHS })
						})
						.map((each) => ({
							...dealOf(each.slug, each.firmness, each.left, each.leftInScope, each.from, each.from + each.long),
							begun: each.begun
						})),
					{ maxLength: 12, selector: (deal) => deal.slug }
				),
				shape: fc.constantFrom(...SPEND_SHAPES),
				amount: dollars,
				dueInWindow: dollars,
				additions: fc.array(fc.tuple(dollars, dollars), { minLength: 1, maxLength: 24 })
			})
			.map(({ ends, window, amount, dueInWindow, additions, ...rest }) => {
				const months = [...ends, ...(hasTarget ? window : [])];
				const [here, there] = [0, 1].map((scope) => additions.map((each) => each[scope]!));
				return {
					...rest,
					places: placesOf(months),
					...(hasTarget && { target: { amount, due: dueInWindow } }),
					...(hasNew && { newContracts: newContractsOf(here!, there!, months) })
				};
			})
	);

const isRising = (list: number[]) => list.every((n, i) => i === 0 || n >= list[i - 1]!);

describe('simulate', () => {
	it('gives, to the last bit, the numbers of the same rule written in another language', () => {
		expect(simulate(EXAMPLE)).toEqual({
			p10: [100e9, 112368837530.6978, 151306133020.87982, 772847932931.5913],
			p50: [100e9, 117238184818.17015, 194345399218.461, 1008126371714.4248],
			p90: [100e9, 127041693404.58646, 254696066579.44128, 1253799560099.1516],
			signed: {
				p10: [100e9, 111113130374.05307, 117677527997.1207, 243692748521.21524],
				p50: [100e9, 112540810537.56895, 121316579235.5094, 329313872663.9334],
				p90: [100e9, 114075764219.67801, 130840013966.89066, 416356577115.0077]
			},
			due: [100e9, 110e9, 110e9, 110e9],
			full: [
				100e9,
				110e9 + 5e9 + 8.75e9,
				110e9 + 400e9 / 6 + 15e9 + 20e9 + 26.25e9,
				110e9 + 400e9 + 30e9 + 70e9 + 35e9
			],
			window: {
				p10: 268838202797.26794,
				p50: 362505014965.30096,
				p90: 456749800508.6037,
				signed: { p10: 98241255452.68188, p50: 136729617925.57819, p90: 183341297426.08487 },
				full: 60e9 + 200e9 + 25e9 * (5 / 6) + 7.5e9,
				chance: 626 / 999
			}
		});
	});

	it('gives the same numbers a few milliseconds at a time', async () => {
		let rests = 0;
		const large = { ...EXAMPLE, runs: 5_000 };
		const inTurns = await simulateInTurns(large, () => Promise.resolve(void (rests += 1)));
		expect(inTurns).toEqual(simulate(large));
		expect(rests).toBeGreaterThan(3);
	});

	it('rises from low to high and from step to step, none below what is due so far', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const { p10, p50, p90, signed, due, window } = simulate(input);
				for (const band of [{ p10, p50, p90 }, signed]) {
					expect([band.p10, band.p50, band.p90].every(isRising)).toBe(true);
					expect(due.every((_, i) => isRising([due[i]!, band.p10[i]!, band.p50[i]!, band.p90[i]!]))).toBe(true);
				}
				for (const part of ['p10', 'p50', 'p90'] as const)
					expect(due.every((_, i) => signed[part][i]! <= { p10, p50, p90 }[part][i]!)).toBe(true);
				expect(window === undefined).toBe(input.target === undefined);
				if (!window) return;
				expect(isRising([input.target!.due, window.p10, window.p50, window.p90])).toBe(true);
				expect(isRising([input.target!.due, window.signed.p10, window.signed.p50, window.signed.p90])).toBe(true);
			}),
			{ numRuns: 200 }
		);
	});

	it('never passes the contracts without new ones', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const { p90, signed, full, due, window } = simulate({ ...input, shape: 'even', newContracts: undefined });
				const near = (dollars: number) => dollars * (1 + 1e-12);
				expect(p90).toEqual(signed.p90);
				expect(due.every((_, i) => p90[i]! <= near(full[i]!))).toBe(true);
				const owed = input.deals.reduce((sum, deal) => sum + deal.leftInScope, 0);
				if (window) expect(window.p90).toBeLessThanOrEqual(near(input.target!.due + owed));
			}),
			{ numRuns: 200 }
		);
	});

	it('gives a chance only with new contracts, while the window is open', () => {
		fc.assert(
			fc.property(inputs, (input) => {
				const { window } = simulate(input);
				const isOpen = input.places[0]!.at(-1)! > 0;
				const mayBe = input.newContracts?.additionsInScope.some((each) => each > 0) === true && isOpen;
				if (!window) return;
				expect('chance' in window).toBe(mayBe);
				if (window.chance !== undefined) expect(window.chance >= 0 && window.chance <= 1).toBe(true);
			})
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
		const one = { ...EXAMPLE, runs: 1, target: undefined, newContracts: undefined, places: placesOf(STEPS) };
		const all = simulate(one).p50[3]!;
		const parts = one.deals.map((deal) => simulate({ ...one, deals: [deal] }).p50[3]! - 110e9);
		expect(parts.reduce((sum, part) => sum + part, 110e9)).toBeCloseTo(all, 2);
	});

	it('leaves the months to come as they were when more of them are asked for', () => {
		const until = (steps: number[]) =>
			simulate({
				...EXAMPLE,
				target: undefined,
				due: steps.map(() => 0),
				places: placesOf(steps),
				newContracts: newContractsOf([0, 25e9, 5e9, 0, 90e9], [0, 0, 0, 0, 0], steps)
			}).p50;
		expect(until([6, 18, 48]).slice(0, 2)).toEqual(until([6, 18]));
	});

	it('is what is contracted where nothing is cut or late, and what is due where everything is cut', () => {
		fc.assert(
			fc.property(inputs, (given) => {
				const input = { ...given, newContracts: undefined };
				const flat = { ...input, deals: input.deals.map((deal) => ({ ...deal, ramp: deal.even })) };
				const all = simulate({ ...flat, assumptions: always(only(1), only(0)) });
				const none = simulate({ ...input, assumptions: always(only(0), only(0)) });
				for (const [i, dollars] of all.full.entries())
					expect(Math.abs(all.p50[i]! - dollars)).toBeLessThanOrEqual(1e-9 * dollars);
				for (const band of ['p10', 'p50', 'p90'] as const) expect(none[band]).toEqual(none.due);
			})
		);
	});

	it('is late by whole months: what was to fall due by a day does so that many months after it', () => {
		const late = (months: number, step: number) =>
			simulate({
				seed: 1,
				runs: 5,
				due: [0],
				shape: 'even',
				deals: EXAMPLE.deals.map((deal) => ({ ...deal, ramp: deal.even, begun: false })),
				places: placesOf([step]),
				assumptions: always(only(1), only(months))
			}).p50[0]!;
		expect(late(7, 25)).toBeCloseTo(late(0, 18), 0);
		expect(late(36, 36)).toBe(0);
	});

	it('lets a deal go on that has begun', () => {
		const after = (begun: boolean) =>
			simulate({
				seed: 1,
				runs: 5,
				due: [0],
				shape: 'even',
				deals: EXAMPLE.deals.map((deal) => ({ ...deal, ramp: deal.even, begun })),
				places: placesOf([36]),
				assumptions: always(only(1), only(36))
			}).p50[0]!;
		expect(after(false)).toBe(0);
		expect(after(true)).toBeGreaterThan(1e11);
	});

	it('draws a shape between even and ramp, the same for all deals of a run', () => {
		const run = (shape: ScenarioInput['shape'], seed: number) =>
			simulate({
				seed,
				runs: 1,
				due: [0],
				shape,
				deals: [dealOf('a', 'definitive', 1e9, 0, 0, 20), dealOf('b', 'definitive', 1e9, 0, 0, 20)],
				places: placesOf([10]),
				assumptions: always(only(1), only(0))
			});
		for (const seed of [1, 2, 3, 4, 5]) {
			const common = randomOf(seed, '');
			const [, , ramp] = [common.uniform(), common.uniform(), common.uniform()];
			expect(run('even', seed).p50[0]).toBeCloseTo(2e9 * (0.5 * (1 - ramp!) + 0.25 * ramp!), 0);
		}
		expect([run('even', 1).full, run('ramp', 1).full]).toEqual([[1e9], [0.5e9]]);
		expect(run('ramp', 1).p50).toEqual(run('even', 1).p50);
	});

	it('comes near the mean of a triangle, and spreads wider the more often deals go together', () => {
		const deals = Array.from({ length: 50 }, (_, i): ScenarioDeal => dealOf(`deal-${i}`, 'announced', 1e9, 0, 0, 1));
		const spread = (commonChance: number) => {
			const { p10, p50, p90 } = simulate({
				seed: 3,
				runs: 4_000,
				due: [0],
				shape: 'even',
				deals,
				places: placesOf([MONTHS]),
				commonChance
			});
			expect(p50[0]! / 50e9).toBeCloseTo((0.3 + 0.75 + 1) / 3, 1);
			return p90[0]! - p10[0]!;
		};
		expect(spread(0)).toBeLessThan(spread(0.5) / 2);
		expect(spread(0.5)).toBeLessThan(spread(1));
	});

	it('counts ranks from below: of ten runs the first, the fifth and the ninth', () => {
		const deals = [dealOf('alone', 'announced', 1e9, 0, 0, 1)];
		const own = randomOf(5, 'alone');
		const common = randomOf(5, '');
		const outcomes = Array.from({ length: 10 }, () => {
			const [tide] = [common.uniform(), common.uniform(), common.uniform()];
			const joins = own.uniform() < COMMON_CHANCE;
			const [luck] = [own.uniform(), own.uniform()];
			return 1e9 * triangular(ASSUMPTIONS.announced.share, joins ? tide! : luck!);
		}).sort((a, b) => a - b);
		const { p10, p50, p90 } = simulate({
			seed: 5,
			runs: 10,
			due: [0],
			shape: 'even',
			deals,
			places: placesOf([MONTHS])
		});
		expect([p10[0], p50[0], p90[0]]).toEqual([outcomes[0], outcomes[4], outcomes[8]]);
	});

	it('handles no deals and no steps', () => {
		const nothing = { seed: 0, runs: 3, deals: [], shape: 'even' as const };
		const none = { p10: [], p50: [], p90: [] };
		expect(simulate({ ...nothing, due: [], places: placesOf([]) })).toEqual({
			...none,
			signed: none,
			due: [],
			full: []
		});
		expect(simulate({ ...nothing, due: [5], places: placesOf([9]) }).p90).toEqual([5]);
	});
});
