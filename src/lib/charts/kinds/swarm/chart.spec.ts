import { describe, expect, it } from 'vitest';
import { recordDrawing, theme } from '../../engine/recorder.fixture';
import { buildSwarmChart } from './chart';
import { swarmSummary, type SwarmMark } from './marks';

const mark = (slug: string, more: Partial<SwarmMark> = {}): SwarmMark => ({
	slug,
	title: `Deal ${slug}`,
	day: '2026-03-01',
	usd: 10e9,
	label: 'NEUTRAL',
	firmness: 'definitive',
	cancelled: false,
	...more
});
const marks = [
	mark('a'),
	mark('b', { usd: 300e9, label: 'TERMINATOR', day: '2026-05-01' }),
	mark('c', { usd: null, label: null, firmness: 'rumoured', day: '2026-10-01' })
];
const input = { marks, as_of: '2026-11-23', from: null, to: null, query: '?scope=us' };
const size = { width: 900, height: 196 };

describe('a swarm of deals', () => {
	it('has a stop for each deal in the order of their days, with what is known of it', () => {
		const { stops } = buildSwarmChart(input, size, theme);
		expect(stops.map(({ text }) => text)).toEqual([
			'Deal a: 1 Mar 2026, $10B announced, definitive, read as Neutral.',
			'Deal b: 1 May 2026, $300B announced, definitive, read as Terminator.',
			'Deal c: 1 Oct 2026, sum undisclosed, rumoured, not read.'
		]);
		expect(stops[0]!.href).toBe('/deals/a?scope=us');
	});

	it('gives areas that follow the dollars, and a small ring to what has none', () => {
		const [a, b, c] = buildSwarmChart(input, size, theme).hitAreas();
		expect(b!.r / a!.r).toBeCloseTo(Math.sqrt(30), 5);
		expect(c!.r).toBeLessThan(a!.r);
	});

	it('writes the sum into a disc that holds it', () => {
		const { texts } = recordDrawing(buildSwarmChart(input, size, theme), size);
		expect(texts.map(({ text }) => text)).toContain('$300B');
	});

	it('says in one sentence how many there are, the largest, and how many are chosen', () => {
		expect(swarmSummary({ ...input, from: '2026-04-01' })).toBe(
			'3 deals by the day when each was first heard of; the largest announced is Deal b, $300B; 1 without a stated sum; 2 in the days that are chosen.'
		);
	});
});
