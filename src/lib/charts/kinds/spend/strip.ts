import { dayNumber } from '$lib/records/day';
import { disc, line, trace, widthOf, write } from '../../engine/draw';
import { slots } from '../../engine/layout';
import { dayOf, type Frame, type Scene } from './model';

/**
 * The strip under the axis: the gauge turned a quarter clockwise. One column a deal, one bar a point, scarier above and dumber
 * below; the trailing index runs through it as two lines, one a pole, broken where there is no reading.
 */
export function drawStrip(frame: Frame, scene: Scene): void {
	const { ctx, left, right, strip } = frame;
	const { theme, narrow } = scene;
	const now = frame.x(scene.now);
	line(ctx, [left, strip.middle], [now, strip.middle], theme.ink);
	if (now < right) line(ctx, [now, strip.middle], [right, strip.middle], theme.ruleStrong, 1, [2, 3]);

	const scored = scene.deals.filter((deal) => deal.terminator !== null && deal.idiocracy !== null);
	const { xs, slot } = slots(
		scored.map((deal) => frame.x(dayOf(deal))),
		left + 1,
		Math.max(left + 2, now - 3),
		narrow ? 4 : 8.5
	);
	// A bar is a point whatever its height, so the strip gives its room to the scores there are, five at least.
	const highest = scored.reduce((most, deal) => Math.max(most, deal.terminator!, deal.idiocracy!), 5);
	const unit = (strip.bottom - strip.top) / 2 / (highest + 0.8);
	const width = Math.max(1, slot - (slot > 3 ? 1 : 0.4));
	const tall = unit - (narrow ? 1 : 1.5);
	scored.forEach((deal, i) => {
		const x = xs[i]! - width / 2;
		ctx.fillStyle = theme.term;
		for (let n = 0; n < deal.terminator!; n++) ctx.fillRect(x, strip.middle - 2 - n * unit - tall, width, tall);
		ctx.fillStyle = theme.idio;
		for (let n = 0; n < deal.idiocracy!; n++) ctx.fillRect(x, strip.middle + 2 + n * unit, width, tall);
		if (deal.terminator === 0 && deal.idiocracy === 0)
			disc(ctx, xs[i]!, strip.middle, Math.min(2.6, width / 2), theme.paper2, theme.neutral, narrow ? 1 : 1.5);
		scene.spots.push({ x: xs[i]!, y: strip.middle, r: slot / 2 + 1, keys: [deal.slug] });
	});
	drawIndex(frame, scene, unit);
	drawWords(frame, scene, now);
}

function drawIndex(frame: Frame, scene: Scene, unit: number): void {
	const { ctx, strip } = frame;
	const points = scene.input.index.filter((point) => {
		const day = dayNumber(point.date);
		return day >= scene.from && day <= scene.now;
	});
	for (const [pole, up] of [
		['terminator', 1],
		['idiocracy', -1]
	] as const) {
		const runs: [number, number][][] = [[]];
		for (const point of points) {
			const value = point[pole];
			if (value === null) runs.push([]);
			else runs.at(-1)!.push([frame.x(dayNumber(point.date)), strip.middle - up * (2 + value * unit)]);
		}
		for (const run of runs.filter((each) => each.length > 1)) {
			for (const [colour, width] of [
				[scene.theme.paper2, 3.5],
				[scene.theme.ink, 1.25]
			] as const) {
				ctx.save();
				ctx.beginPath();
				trace(ctx, run);
				ctx.strokeStyle = colour;
				ctx.lineWidth = width;
				ctx.lineJoin = 'round';
				ctx.stroke();
				ctx.restore();
			}
		}
	}
}

function drawWords(frame: Frame, scene: Scene, now: number): void {
	const { ctx, left, right, strip } = frame;
	const { theme, narrow } = scene;
	const pole = { size: narrow ? 12 : 13, weight: 600, halo: null };
	if (!narrow) {
		write(ctx, theme, 'scarier', left - 12, strip.top + 12, { ...pole, colour: theme.termText, align: 'right' });
		write(ctx, theme, 'WTF', left - 12, strip.middle, { ...pole, weight: 700, colour: theme.ink, align: 'right' });
		write(ctx, theme, 'dumber', left - 12, strip.bottom - 11, { ...pole, colour: theme.idioText, align: 'right' });
	}
	const room = right - now - 24;
	if (narrow && room > 60) {
		write(ctx, theme, '▲ scarier', now + 8, strip.top + 12, { ...pole, colour: theme.termText });
		write(ctx, theme, '▼ dumber', now + 8, strip.bottom - 11, { ...pole, colour: theme.idioText });
	}
	const says = 'One column a deal, one bar a point, 0 to 10.';
	if (narrow || room < widthOf(ctx, theme, says)) return;
	write(ctx, theme, says, now + 16, strip.top + 14, { halo: null });
	write(ctx, theme, 'Lines: the trailing 90-day index of each pole.', now + 16, strip.top + 32, { halo: null });
	write(ctx, theme, 'Nothing to score until it is announced.', now + 16, strip.bottom - 14, {
		halo: null,
		colour: theme.ink3
	});
}
