import { describe, expect, it } from 'vitest';
import { compile } from '$lib/ledger/book';
import { contextOf } from '$lib/features/ask';
import type { Projection } from '$lib/records';
import { parseView } from '$lib/view/parse';
import { capexOf, records } from '../../../../tests/support/small';
import { recordsIn } from '../../../../tests/support/reference';
import { projectionsPage, publishedScores } from './scoreboard';

const projection = (slug: string, more: Partial<Projection> = {}): Projection => ({
	slug,
	author: 'An author',
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

const organisation = (slug: string, name: string, aliases: string[] = []) => ({
	...{ slug, name, kind: 'hyperscaler' as const, country: 'United States', summary: 'One of them.', aliases }
});

const book = compile(
	records({
		organisations: [organisation('cloud', 'Cloud Co', ['Cloud']), organisation('ads', 'Ads')],
		projections: [
			projection('early', { target: { central: 1000 }, short: 'A bank: $1,000, two firms, 2025' }),
			projection('guided', { published: '2025-02', institution: 'Cloud, Ads' }),
			projection('later', { published: '2026-01-01', target: { central: 1 } }),
			projection('ahead', { window: { start: '2027-01-01', end: '2027-12-31' } }),
			projection('waits', { companies: ['cloud', 'chips'], published: '2025-01-05' }),
			projection('deals', { comparable: 'deals', companies: undefined, target: { low: 10 }, scope: 'us' }),
			projection('other', { comparable: 'none', companies: undefined, reason: 'A stock and not spending.' })
		],
		capex: [
			...capexOf('cloud', 2024, [10, 20, 30, 40]),
			...capexOf('ads', 2024, [10, 20, 30, 40]),
			...capexOf('cloud', 2025, [250, 300]),
			...capexOf('ads', 2025, [250, 300])
		]
	})
);

const at = (query: string) => parseView(new URLSearchParams(query), contextOf(book, '2025-12-31')).view;

describe('what came of the projections', () => {
	it('tells those that can be checked from those that cannot yet and cannot at all, and lists them in that order', () => {
		const { rows, counts } = projectionsPage(book, at(''));
		expect(rows.map(({ slug, check }) => [slug, check])).toEqual([
			['early', 'can'],
			['guided', 'can'],
			['deals', 'can'],
			['ahead', 'not_yet'],
			['waits', 'not_yet'],
			['other', 'cannot']
		]);
		expect(counts).toEqual({ can: 3, not_yet: 2, cannot: 1 });
		expect(rows.find(({ slug }) => slug === 'waits')!.forecast!.missing).toEqual(['chips']);
		expect(rows.find(({ slug }) => slug === 'ahead')!.forecast!.missing).toEqual([]);
	});

	it('lists and counts only what had been published by the day', () => {
		const { rows, counts, forecasts, verdict } = projectionsPage(book, at('as_of=2024-12-31'));
		expect([rows, forecasts, counts]).toEqual([[], [], { can: 0, not_yet: 0, cannot: 0 }]);
		expect(verdict).toBe('Nobody in the ledger had projected anything yet');
		expect(projectionsPage(book, at('as_of=2025-01-31')).counts).toEqual({ can: 1, not_yet: 3, cannot: 1 });
	});

	it('narrows the table to what is asked for, and neither the counts nor what is drawn', () => {
		const page = projectionsPage(book, at('check=not_yet'));
		expect(page.rows.map(({ slug }) => slug)).toEqual(['ahead', 'waits']);
		expect([page.counts.can, page.forecasts.length]).toEqual([3, 2]);
		expect(publishedScores(book, at('check=cannot')).map(({ slug }) => slug)).toEqual(['other']);
	});

	it('tells who and what by the short title, else in the same form', () => {
		const names = projectionsPage(book, at('')).rows.map(({ slug, name }) => [slug, name]);
		expect(Object.fromEntries(names)).toMatchObject({
			early: 'A bank: $1,000, two firms, 2025',
			guided: 'Cloud, Ads: $3,650, world, 2025',
			deals: 'A bank: at least $10, US, 2025'
		});
	});

	it('knows guidance by its being the companies’ own, by name or alias', () => {
		const { forecasts } = projectionsPage(book, at(''));
		expect(forecasts.map(({ slug, own }) => [slug, own])).toEqual([
			['early', false],
			['guided', true]
		]);
	});

	it('measures by the path that is asked for, and says how far the choice decides', () => {
		const [straight, shaped] = ['', 'path=last_year'].map((query) => projectionsPage(book, at(query)));
		// By 30 June they paid 1,100: a straight 1,000 asks for about half of itself by then, in the shape of last year for 300.
		const early = straight!.forecasts[0]!;
		expect(early.reported_usd).toBe(1100);
		expect(early.path_usd).toBe(496);
		expect(early.shaped_path_usd).toBe(300);
		expect(early.shaped_pace).toBeCloseTo(1100 / 300);
		const guided = straight!.forecasts[1]!;
		expect(guided.pace).toBeLessThan(1);
		expect(straight!.bias).toMatchObject({ year: 2024, straight: 1, last_year: 2, of: 2 });
		expect(straight!.bias!.half).toBeCloseTo(0.3);
		expect([straight!.verdict, shaped!.verdict]).toEqual([
			'Of 2 forecasts that can be checked, 1 has been outrun so far; 1 runs ahead of the money',
			'All 2 forecasts that can be checked have been outrun so far'
		]);
		expect(shaped!.bias).toEqual(straight!.bias);
	});

	it('publishes nothing as reported before there are reports, and no second path before all of last year is known', () => {
		const rows = Object.fromEntries(publishedScores(book, at('')).map((row) => [row.slug, row]));
		expect(rows['waits']).toMatchObject({ check: 'not_yet', reported_to: null, reported_usd: null, pace: null });
		expect(rows['early']).toMatchObject({ check: 'can', reported_usd: 1100, own: false });
		expect(rows['deals']).toMatchObject({ check: 'can', pace: null, deals_pace: 0 });
		expect(rows['other']).toMatchObject({ check: 'cannot', deals_pace: null, short: null });
		const without = compile({
			...book.records,
			capex: book.records.capex.filter((row) => row.fiscal_period !== 'FY2024Q4')
		});
		const [early] = projectionsPage(without, at('path=last_year')).forecasts;
		expect([early!.shaped_path_usd, early!.shaped_pace]).toEqual([null, null]);
		expect(projectionsPage(without, at('path=last_year')).bias).toBeNull();
		expect(projectionsPage(without, at('path=last_year')).verdict).toMatch(/^No forecast can be held/);
	});
});

describe('the reference ledger', () => {
	const reference = compile(recordsIn());
	const view = (query: string) => parseView(new URLSearchParams(query), contextOf(reference, '2026-11-30')).view;

	it('says of all that are known what came of them or why that cannot be said', () => {
		const { rows, counts, verdict, forecasts } = projectionsPage(reference, view(''));
		expect(counts).toEqual({ can: 19, not_yet: 4, cannot: 51 });
		expect(verdict).toBe(
			'All 9 forecasts made before February 2026 have been outrun so far. Of the 7 made since, 6 run ahead of the money'
		);
		expect(forecasts.filter(({ own }) => own).map(({ slug }) => slug)).toEqual([
			'guidance-2026-02',
			'guidance-2026-05'
		]);
		for (const row of rows) if (row.check === 'cannot') expect(row.reason, row.slug).toMatch(/\S/);
	});
});
