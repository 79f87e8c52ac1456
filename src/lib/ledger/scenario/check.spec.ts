import { describe, expect, it } from 'vitest';
import { MOST_RUNS } from './check';
import { always, EXAMPLE, only, placesOf } from './scenario.fixture';
import { simulate, type ScenarioInput } from './simulate';

describe('checkInput', () => {
	it.each<[string, Partial<ScenarioInput>]>([
		['seed is -1: it takes a whole number from 0 to 4294967295.', { seed: -1 }],
		['runs is 0: it takes a whole number from 1 to 10000.', { runs: 0 }],
		['runs is 1.5: it takes', { runs: 1.5 }],
		[
			'10000 runs of 0 deals at 2001 steps are too many',
			{ runs: MOST_RUNS, deals: [], due: new Array<number>(2_001).fill(0) }
		],
		['What is due takes dollars that never fall', { due: [3, 2, 4, 5] }],
		['A deal stands twice', { deals: [EXAMPLE.deals[0]!, EXAMPLE.deals[0]!] }],
		['stargate: what is left takes dollars', { deals: [{ ...EXAMPLE.deals[0]!, left: Number.NaN }] }],
		[
			'stargate: what is due of it takes parts',
			{ deals: [{ ...EXAMPLE.deals[0]!, even: Float64Array.of(0, 1, 0.5) }] }
		],
		['The target takes dollars', { target: { amount: -1, due: 0 } }],
		['definitive: a share takes', { assumptions: always(only(2), only(0)) }],
		['definitive: a delay takes months, 0 ≤ min ≤ mode ≤ max ≤ 36', { assumptions: always(only(1), only(37)) }],
		['A delay takes a place at each of 6 days.', { places: placesOf([1]) }],
		['The common chance is 2', { commonChance: 2 }],
		['New contracts take dollars', { newContracts: { ...EXAMPLE.newContracts!, additions: [] } }],
		['New contracts take a term in whole days', { newContracts: { ...EXAMPLE.newContracts!, termDays: 0 } }]
	])('says what it takes: %s', (message, part) => {
		expect(() => simulate({ ...EXAMPLE, ...part })).toThrow(message);
	});
});
