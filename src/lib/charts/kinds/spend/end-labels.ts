import { addDays } from '$lib/records/day';
import { disc, line, widthOf, write } from '../../engine/draw';
import { day, money, moneyRange } from '$lib/ui/format';
import { spread } from '../../engine/layout';
import type { Frame, Scene } from './model';
import type { Point } from '../../engine/points';

/** A label at a line's end: the number first and bold, then a few words. `y` is where the line ends, in pixels. */
interface End {
	y: number;
	big: string;
	words: string[];
	colour: string;
	/** The words stand beside the number, where a line goes on and there is room for one line of text only. */
	inline?: boolean;
	/** Drawn under the words of the right margin rather than beside today. */
	margin: boolean;
	/** Another projection: its ends in pixels, and how far right of the plot it stands. */
	bracket?: { low: number; high: number; floor: boolean; off: number };
}

/** Pixels from one bracket to the next. */
export const APART = 10;

/** Labels where the lines end: at today, and for what lies ahead in the right margin. None lies on another. */
export function drawEnds(frame: Frame, scene: Scene): void {
	const { ctx } = frame;
	const { theme, narrow, margin } = scene;
	const now = frame.x(scene.now);
	for (const [points, colour] of [
		[scene.headline, theme.headline],
		[scene.counted, theme.counted],
		[scene.recognised, theme.green]
	] as const) {
		const y = frame.y(points.at(-1)?.y ?? 0);
		if (points.length > 0 && y >= frame.top) disc(ctx, now, y, narrow ? 3.5 : 4.5, colour, theme.paper);
	}
	const at = [...nowEnds(frame, scene), ...(narrow ? [] : aheadEnds(frame, scene))];
	const columns = margin ? [at] : [at.filter((end) => !end.margin), at.filter((end) => end.margin)];
	columns.forEach((ends, i) => {
		const brackets = ends.filter((end) => end.bracket).length;
		const x = margin || i === 1 ? frame.right + (narrow ? 8 : 26 + brackets * APART) : now + 13;
		column(frame, scene, ends, x, i === 1 || margin);
	});
	if (narrow && !margin) aheadNarrow(frame, scene);
}

function nowEnds(frame: Frame, scene: Scene): End[] {
	const { theme, narrow, input, view } = scene;
	const end = (points: Point[]) => points.at(-1)?.y;
	const ends: End[] = [];
	const headline = end(scene.headline);
	if (headline !== undefined)
		ends.push({
			y: scene.headlineLeaves ? frame.top : frame.y(headline),
			big: money(headline) + (scene.headlineLeaves ? ' ↑' : ''),
			words: [scene.headlineLeaves && !narrow ? 'announced, above this frame' : 'announced'],
			colour: theme.ink3,
			margin: false
		});
	const counted = end(scene.counted);
	if (counted !== undefined)
		ends.push({
			y: frame.y(counted),
			big: money(counted),
			words: [narrow ? 'counted' : 'counted, once'],
			colour: theme.counted,
			margin: false
		});
	const recognised = end(scene.recognised);
	if (recognised !== undefined) {
		const since = input.projection ? input.projection.window.start : null;
		const january = since === `${input.as_of.slice(0, 4)}-01-01`;
		// The line goes on from here, dotted: its label stands clear of it, under it where there is room above the axis.
		const inline = !narrow && scene.future.length > 1;
		const y = frame.y(recognised);
		const clear = frame.bottom - y >= 24 ? 13 : -15;
		ends.push({
			y: inline ? y + clear : y,
			inline,
			big: money(recognised),
			words: [
				narrow ? 'recognised' : since ? `recognised since ${january ? 'January' : day(since)}` : 'recognised as spent'
			],
			colour: theme.green,
			margin: false
		});
	}
	return view.to < input.as_of
		? ends.map((each) => ({ ...each, words: [`${each.words[0]} by ${day(view.to)}`] }))
		: ends;
}

function aheadEnds(frame: Frame, scene: Scene): End[] {
	const { theme, input } = scene;
	const ends: End[] = [];
	for (const [target, points] of [
		[input.projection, scene.path],
		[input.alternative, scene.other]
	] as const) {
		const last = points.at(-1);
		if (!target || !last) continue;
		ends.push({
			y: frame.y(last.y),
			big: `${money(target.target_usd)}${target.floor ? ' or more' : ''}`,
			words: [
				target === input.alternative ? target.reading : `${target.author}, ${target.reading.replace(/^in /, '')}`
			],
			colour: theme.ink,
			margin: true
		});
	}
	const contracted = scene.future.at(-1);
	if (contracted && scene.future.length > 1)
		ends.push({
			y: frame.y(contracted.y),
			big: `${money(contracted.y)} contracted`,
			words: [`by ${endOf(scene)}`],
			colour: theme.green,
			margin: true
		});
	return scene.margin ? ends : [...ends, ...rivalEnds(frame, scene)];
}

/** Other projections as brackets, the lowest nearest to the plot. One above the frame stands at its edge and says so. */
function rivalEnds(frame: Frame, scene: Scene): End[] {
	const { theme, rivals } = scene;
	return rivals.map(({ usd, low_usd, high_usd, floor, reading, author }, i) => {
		const at = (dollars: number) => Math.max(frame.top, frame.y(dollars));
		const above = frame.y(usd) < frame.top;
		return {
			y: at(usd),
			big: `${low_usd !== null && high_usd !== null ? moneyRange(low_usd, high_usd) : money(usd)}${floor ? ' or more' : ''}${above ? ' ↑' : ''}`,
			words: [`${author}, ${reading.replace(/^in /, '')}`],
			colour: theme.ink2,
			margin: true,
			bracket: { low: at(low_usd ?? usd), high: at(high_usd ?? usd), floor, off: 16 + i * APART }
		};
	});
}

/** A bracket with a foot and a head; what is only a floor is open above, with an arrow. */
function drawBracket(frame: Frame, scene: Scene, { low, high, floor, off }: NonNullable<End['bracket']>): void {
	const { ctx } = frame;
	const x = frame.right + off;
	const tone = scene.theme.ink3;
	const top = floor ? low - 16 : high;
	line(ctx, [x - 4, low], [x + 4, low], tone, 1.5);
	if (top < low) line(ctx, [x, low], [x, top], tone, 1.5);
	if (floor) {
		line(ctx, [x - 3.5, top + 4], [x, top], tone, 1.5);
		line(ctx, [x + 3.5, top + 4], [x, top], tone, 1.5);
	} else if (top < low) line(ctx, [x - 4, top], [x + 4, top], tone, 1.5);
}

/** The window's end in words: a whole year is named by its number. */
function endOf(scene: Scene): string {
	const { to } = scene.view;
	return addDays(to, 1).endsWith('-01-01') ? `the end of ${to.slice(0, 4)}` : day(to);
}

function column(frame: Frame, scene: Scene, ends: End[], x: number, margin: boolean): void {
	const { ctx } = frame;
	const { theme, narrow } = scene;
	const big = margin && !scene.margin ? 14 : narrow ? 14 : 20;
	const small = narrow ? 12 : 13;
	const heights = ends.map(
		(end) => big + (end.inline ? 0 : end.words.length * (small + 3)) + (narrow ? 4 : end.inline ? 2 : 10)
	);
	const ys = spread(
		ends.map((end, i) => ({
			// In the margin the number stands level with its line's end, beside today the whole label does.
			y: end.margin && !narrow ? end.y + heights[i]! / 2 - big / 2 - 2 : end.y,
			height: heights[i]!
		})),
		frame.top + (margin ? -8 : 4),
		frame.bottom + 4
	);
	ends.forEach((end, i) => {
		const top = ys[i]! - heights[i]! / 2 + big / 2 + 2;
		if (margin && !narrow) {
			const edge = end.margin ? frame.right + (end.bracket?.off ?? 0) : frame.x(scene.now);
			if (end.bracket) drawBracket(frame, scene, end.bracket);
			const tone = end.bracket ? theme.ruleStrong : end.colour;
			line(ctx, [edge + (end.bracket ? 6 : 3), end.y], [x - 15, end.y], tone, end.bracket ? 1 : 1.25);
			line(ctx, [x - 15, end.y], [x - 6, top], tone, end.bracket ? 1 : 1.25);
		}
		write(ctx, theme, end.big, x, top, { size: big, weight: 700, colour: end.colour });
		if (end.inline) {
			const after = x + widthOf(ctx, theme, end.big, big, 700) + 6;
			write(ctx, theme, end.words.join(', '), after, top + 2, { size: small, colour: end.colour });
			return;
		}
		end.words.forEach((word, n) =>
			write(ctx, theme, word, x, top + big / 2 + 4 + small / 2 + n * (small + 3), {
				size: small,
				colour: end.colour === theme.ink3 ? theme.ink2 : n > 0 ? theme.ink3 : end.colour
			})
		);
	});
}

/** On a phone the projection's sums stand on its lines, inside the frame. */
function aheadNarrow(frame: Frame, scene: Scene): void {
	const { theme, input } = scene;
	const ends = [
		...(input.projection ? [{ points: scene.path, usd: input.projection.target_usd, colour: theme.ink }] : []),
		...(input.alternative ? [{ points: scene.other, usd: input.alternative.target_usd, colour: theme.ink }] : []),
		...(scene.future.length > 1 ? [{ points: scene.future, usd: scene.future.at(-1)!.y, colour: theme.green }] : [])
	].filter(({ points }) => points.length > 0);
	const ys = spread(
		ends.map(({ points }) => ({
			// Right-aligned, so above the line's highest point.
			y: frame.y(points.at(-1)!.y) - 10,
			height: 17
		})),
		frame.top,
		frame.bottom
	);
	ends.forEach(({ usd, colour }, i) =>
		write(frame.ctx, theme, money(usd), frame.right - 2, ys[i]!, { size: 12, weight: 600, colour, align: 'right' })
	);
}
