import { describe, expect, it } from 'vitest';
import { dayFromNumber } from '$lib/records/day';
import type { Term } from '$lib/records';
import { assumedTerm, DEFAULT_YEARS, termSpan, yearsAt, yearsChanges } from './term';
import { layerOf } from '$lib/records/vocabularies';

function daysOf(term: Term) {
	const { from, to } = termSpan(term);
	return { start: dayFromNumber(from), end: dayFromNumber(to) };
}

/** Terms of one layer, each from a day on. */
function terms(slug: string, ...list: [from: string, years: number][]) {
	return { slug, terms: list.map(([from, years]) => ({ from, years, by: 'editorial', reason: 'A guess.' })) };
}

describe('the assumed terms of a day', () => {
	it('are the last that had begun by then, the first before all of them, and those of the method where none is recorded', () => {
		const recorded = [terms('demand', ['2024-01-01', 6], ['2025-01-01', 4])];
		expect(yearsAt(recorded, '2023-12-31')).toEqual({ demand: 6, infrastructure: 3, components: 3 });
		expect(yearsAt(recorded, '2024-12-31').demand).toBe(6);
		expect(yearsAt(recorded, '2025-01-01').demand).toBe(4);
		expect(yearsAt([], '2025-01-01')).toEqual(DEFAULT_YEARS);
	});

	it('change layer by layer, and not where a later entry says the same', () => {
		const recorded = [
			terms('components', ['2024-01-01', 3], ['2025-01-01', 2]),
			terms('demand', ['2024-01-01', 6], ['2024-06-01', 6], ['2025-01-01', 4])
		];
		expect(yearsChanges(recorded)).toEqual([
			{ day: '2025-01-01', layer: 'demand', years: { demand: 4, infrastructure: 3, components: 3 } },
			{ day: '2025-01-01', layer: 'components', years: { demand: 4, infrastructure: 3, components: 2 } }
		]);
	});
});

describe('the days of a term', () => {
	it.each([
		[{ start: '2024-01-01', years: 1 }, '2024-01-01', '2024-12-31'],
		[{ start: '2024-02-29', years: 1 }, '2024-02-29', '2025-02-27'],
		[{ start: '2024-02-29', years: 4 }, '2024-02-29', '2028-02-28'],
		[{ start: '2024-01-31', years: 1 / 12 }, '2024-01-31', '2024-02-28'],
		[{ start: '2025-01-15', years: 2.5 }, '2025-01-15', '2027-07-14'],
		[{ start: '2025-01-15', years: 0.3 }, '2025-01-15', '2025-05-14'],
		[{ start: '2024', years: 1 }, '2024-12-31', '2025-12-30'],
		[{ start: '2024-01', end: '2024-06' }, '2024-01-31', '2024-06-30'],
		[{ start: '2024-05-05', end: '2024-05-05' }, '2024-05-05', '2024-05-05']
	])('%o', (term, start, end) => {
		expect(daysOf(term)).toEqual({ start, end });
	});

	it.each([
		['compute_purchase', '2029-02-27'],
		['lease', '2027-02-27'],
		['chip_purchase', '2027-02-27']
	] as const)('are assumed for a %s from its first event to %s', (kind, end) => {
		expect(daysOf(assumedTerm(layerOf({ kind }), kind, '2024-02-29', DEFAULT_YEARS)!)).toEqual({
			start: '2024-02-29',
			end
		});
	});

	it.each([
		['funding', 'equity_investment'],
		['funding', 'joint_venture'],
		['infrastructure', 'debt_financing'],
		['demand', 'acquisition']
	] as const)('are not assumed in %s for a %s: it falls due when it is completed', (layer, kind) => {
		expect(assumedTerm(layer, kind, '2024-02-29', DEFAULT_YEARS)).toBeNull();
	});
});
