import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import type { Projection } from '$lib/records';
import { parseView } from '$lib/view/parse';
import { capexOf, records } from '../../../../tests/support/small';
import { capexPage } from './answer';
import { capexCurveRows, capexCurves } from './curves';
import { projectionsPage } from '$lib/features/projections/scoreboard';
import { contextOf } from '$lib/features/ask';

const projection = (slug: string, more: Partial<Projection> = {}): Projection => ({
	slug,
	author: 'An author, and others',
	institution: 'A bank',
	title: `What ${slug} says`,
	published: '2025-01-10',
	scope: 'global',
	covers: 'Capital spending.',
	window: { start: '2025-01-01', end: '2025-12-31' },
	target: { central: 3650 },
	comparable: 'capex',
	companies: ['cloud', 'ads'],
	sources: [],
	...more
});

const book = compile(
	records({
		projections: [
			projection('plain'),
			projection('wide', { target: { low: 365, high: 730 }, institution: 'Four companies, added up by somebody' }),
			projection('ahead', { window: { start: '2027-01-01', end: '2027-12-31' } }),
			projection('late', { companies: ['cloud', 'chips'] })
		],
		capex: [...capexOf('cloud', 2025, [90, 91, 92]), ...capexOf('ads', 2025, [180, 182])]
	})
);

const at = (day: string) => parseView(new URLSearchParams(`as_of=${day}`), contextOf(book, '2026-01-01')).view;

describe('reported capital spending as curves', () => {
	const { groups, waiting } = capexCurves(book, at('2026-01-01'));

	it('puts projections of one window and the same companies on one curve, which ends where a report is missing', () => {
		expect(groups.map((group) => group.paths.map((path) => path.slug))).toEqual([['plain', 'wide']]);
		expect(groups[0]).toMatchObject({
			companies: ['ads', 'cloud'],
			reported_to: '2025-06-30',
			reported: [
				{ date: '2024-12-31', usd: 0 },
				{ date: '2025-03-31', usd: 270 },
				{ date: '2025-06-30', usd: 543 }
			]
		});
		expect(groups[0]!.quarters.map(({ reported_usd, path_usd }) => [reported_usd, ...path_usd])).toEqual([
			[270, 900, 135],
			[543, 1810, 272],
			[null, 2730, 410],
			[null, 3650, 548]
		]);
	});

	it('gives a band to what has two ends, and a short name to what has a long one', () => {
		const [plain, wide] = groups[0]!.paths;
		expect(plain!.path).toEqual([
			{ date: '2024-12-31', usd: 0, low_usd: null, high_usd: null },
			{ date: '2025-12-31', usd: 3650, low_usd: null, high_usd: null }
		]);
		expect(wide!.path.at(-1)).toEqual({ date: '2025-12-31', usd: 548, low_usd: 365, high_usd: 730 });
		expect([plain!.by, wide!.by]).toEqual(['A bank', 'An author']);
	});

	it('says of what it cannot draw which report is missing, or that its window has not opened', () => {
		expect(waiting.map(({ slug, missing }) => [slug, missing])).toEqual([
			['ahead', []],
			['late', ['chips']]
		]);
	});

	it('is published quarter by quarter for every projection, and knows no later report', () => {
		const rows = capexCurveRows(book, at('2025-05-20'));
		expect(rows).toHaveLength(16);
		expect(rows.find((row) => row.projection === 'plain' && row.date === '2025-03-31')).toMatchObject({
			reported_usd: 270,
			path_usd: 900
		});
		expect(rows.filter((row) => row.date > '2025-03-31').every((row) => row.reported_usd === null)).toBe(true);
	});

	it('says what came of the forecasts in the words of the page of projections, on any day', () => {
		for (const day of ['2024-06-30', '2025-03-01', '2026-01-01'])
			expect(capexPage(book, at(day)).verdict).toBe(projectionsPage(book, at(day)).verdict);
	});
});
