import { describe, expect, it } from 'vitest';
import { buildGuidanceChart, type GuidanceInput } from './guidance';
import { recordDrawing, theme } from '../../engine/recorder.fixture';

const statement = (given_on: string, low_usd: number | null, high_usd: number | null, text: string) => ({
	given_on,
	low_usd,
	high_usd,
	text
});
const input: GuidanceInput = {
	scale: { from: '2025-01-01', to: '2026-06-30', most: 210e9 },
	panels: [
		{
			key: 'bank',
			name: 'Bank',
			said: '$190B–$200B for 2026',
			periods: [
				{
					key: 'one',
					name: 'year to May 2025',
					label: 'to May 2025',
					period_start: '2024-06-01',
					period_end: '2025-05-31',
					reported_usd: 110e9,
					statements: [
						statement('2025-02-01', 100e9, null, 'at least $100B'),
						statement('2025-06-20', 120e9, 120e9, '$120B')
					]
				},
				{
					key: 'two',
					name: '2026',
					label: '2026',
					period_start: '2026-01-01',
					period_end: '2026-12-31',
					reported_usd: null,
					statements: [statement('2026-02-01', 190e9, 200e9, '$190B–$200B')]
				}
			]
		},
		{
			key: 'house',
			name: 'House',
			said: '$50B for 2026',
			periods: [
				{
					key: 'two',
					name: '2026',
					label: '2026',
					period_start: '2026-01-01',
					period_end: '2026-12-31',
					reported_usd: null,
					statements: [statement('2026-01-20', 50e9, 50e9, '$50B')]
				}
			]
		}
	]
};
const size = { width: 900, height: 218 };

describe('guidance, company by company', () => {
	const spec = buildGuidanceChart(input, size, theme);
	const { rects, texts } = recordDrawing(spec, size);

	it('names each company with what it says at present, each year by its line, and the scale once a row', () => {
		const [bank, house] = ['Bank', 'House'].map((name) => texts.find(({ text }) => text === name)!);
		const now = texts.find(({ text }) => text === '$190B–$200B for 2026')!;
		expect([now.y, now.align]).toEqual([bank!.y, 'right']);
		expect(house!.y).toBe(bank!.y);
		expect(texts.filter(({ text }) => text === '2026')).toHaveLength(2);
		expect(texts.filter(({ text }) => text === '$200B')).toHaveLength(1);
		expect(texts.filter(({ text }) => text === 'Jan 2025')).toHaveLength(2);
	});

	it('washes a range and nothing else', () => {
		expect(rects.map(({ fill }) => fill)).toEqual(['ink']);
		const [range] = rects;
		const bottom = size.height - 24 - 0.5;
		expect(range!.height).toBeCloseTo(((bottom - 46) * 10) / 210);
	});

	it('is walked statement by statement with what was reported at the end, leaving out what is not drawn', () => {
		expect(spec.stops.map(({ text }) => text)).toEqual([
			'Bank, year to May 2025: at least $100B, said on 1 Feb 2025.',
			'Bank, year to May 2025: $110B reported.',
			'Bank, 2026: $190B–$200B, said on 1 Feb 2026.',
			'House, 2026: $50B, said on 20 Jan 2026.'
		]);
		expect(spec.hitAreas().map(({ keys }) => keys[0])).toEqual(spec.stops.map(({ key }) => key));
	});
});
