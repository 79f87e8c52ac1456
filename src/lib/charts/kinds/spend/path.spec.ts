import { expect, it } from 'vitest';
import { recordDrawing, theme } from '../../engine/recorder.fixture';
import { buildPathChart } from './path';

const size = { width: 1000, height: 320 };

it('sets a projection against nothing but what is due in its window', () => {
	const point = {
		headline_usd: 9e12,
		counted_usd: 9e12,
		due_usd: 9e12,
		path_low_usd: null,
		path_high_usd: null
	};
	const spec = buildPathChart(
		{
			rows: [
				{ ...point, date: '2026-01-31', in_window_usd: 5e9, path_usd: 40e9 },
				{ ...point, date: '2026-12-31', in_window_usd: 60e9, path_usd: 500e9 }
			],
			target: {
				slug: 'p',
				target_usd: 500e9,
				reading: 'in 2026',
				author: 'Somebody',
				floor: false,
				window: { start: '2026-01-01', end: '2026-12-31' }
			},
			as_of: '2026-01-31'
		},
		size,
		theme
	);
	const { texts } = recordDrawing(spec, size);
	expect((spec.options.scales as Record<string, { max: number }>)['y']!.max).toBeLessThan(1e12);
	expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['$5B', '$60B contracted', '$500B']));
	expect(spec.stops.map(({ key }) => key)).toEqual(['2026-01-31', '2026-12-31']);
});
