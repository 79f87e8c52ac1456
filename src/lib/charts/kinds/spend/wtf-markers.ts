import { dayNumber } from '$lib/records/day';
import { disc, line, triangle, widthOf, write } from '../../engine/draw';
import { money } from '$lib/ui/format';
import { cluster, spread, type Cluster } from '../../engine/layout';
import { dayOf, spine, type Frame, type Scene } from './model';
import type { SpendDeal, Spot } from '../../engine/types';

/**
 * The WTF overlay on the curve: scarier deals stand on the line, dumber ones hang from it, WTF does both, neutral is a bead.
 * Area follows the dollars added; hollow added nothing. Marks that would overlap become one that says how many it stands for.
 */
export function drawMarks(frame: Frame, scene: Scene): void {
	const { deals, narrow } = scene;
	const placed = (labels: string[]) =>
		deals
			.filter((deal) => deal.label !== null && labels.includes(deal.label))
			.map((item) => ({ item, x: frame.x(dayOf(item)) }));
	const apart = narrow ? 13 : 17;
	const bead = narrow ? 2.4 : 3;
	for (const { lead, x, items } of cluster(placed(['NEUTRAL']), bead * 2 + 1.5, added)) {
		const y = frame.y(spine(scene, dayOf(lead)).after);
		if (y < frame.top) continue;
		disc(frame.ctx, x, y, bead, scene.theme.paper, scene.theme.counted, narrow ? 1 : 1.25);
		scene.spots.push({ x, y, r: bead + 2, keys: items.map((deal) => deal.slug) });
	}
	for (const group of cluster(placed(['TERMINATOR', 'WTF']), apart, added)) drawTriangle(frame, scene, group, 1);
	for (const group of cluster(placed(['IDIOCRACY', 'WTF']), apart, added)) drawTriangle(frame, scene, group, -1);
	// What has no reading has no mark, yet the arrow keys must find it.
	for (const deal of deals.filter((each) => each.label === null)) {
		const y = Math.max(frame.top, frame.y(spine(scene, dayOf(deal)).after));
		scene.spots.push({ x: frame.x(dayOf(deal)), y, r: 2, keys: [deal.slug] });
	}
}

const added = (deal: SpendDeal) => deal.contribution_usd ?? 0;

/** Area by dollars, within bounds that keep the smallest legible and the largest from covering its neighbours. */
function radius(usd: number, narrow: boolean): number {
	const r = 2.8 + Math.sqrt(usd / 1e9) * 0.62;
	return narrow ? Math.max(3.4, Math.min(6, r * 0.72)) : Math.max(4.6, Math.min(9.5, r));
}

function drawTriangle(frame: Frame, scene: Scene, group: Cluster<SpendDeal>, up: 1 | -1): void {
	const { theme, narrow } = scene;
	const { before, after } = spine(scene, dayOf(group.lead));
	const usd = group.items.reduce((sum, deal) => sum + added(deal), 0);
	const r = radius(usd, narrow);
	const y = frame.y(up === 1 ? after : before) - up * (narrow ? 2.5 : 4);
	// On a line that has left the frame there is nothing to stand on.
	if (y < frame.top) return;
	triangle(frame.ctx, theme, group.x, y, r, up, up === 1 ? theme.term : theme.idio, usd === 0);
	if (group.items.length > 1) {
		const colour = up === 1 ? theme.termText : theme.idioText;
		const size = narrow ? 11 : 12;
		write(frame.ctx, theme, String(group.items.length), group.x, y - up * (r * 1.75 + size * 0.62), {
			size,
			weight: 600,
			colour,
			align: 'center'
		});
	}
	const spot: Spot = { x: group.x, y: y - up * r * 0.8, r: r + 2, keys: group.items.map((deal) => deal.slug) };
	scene.spots.push(spot);
}

/** What made the line rise most, three at most, named left of its step, where the chart is wide enough for it. */
export function drawEvents(frame: Frame, scene: Scene): void {
	if (scene.size.width < 820 || scene.view.basis === 'recognised') return;
	const { theme, input } = scene;
	const offered = input.named ?? scene.deals.map((deal) => ({ date: deal.date, text: deal.title, usd: added(deal) }));
	const named = offered
		.filter(({ usd }) => usd > 0)
		.map(({ date, text: title, usd }) => {
			const at = dayNumber(date);
			const { before, after } = spine(scene, at);
			const text = twoLines(shortTitle(title));
			const step = { low: frame.y(before), high: frame.y(after) };
			return {
				at,
				x: frame.x(at),
				text,
				usd,
				step,
				own: usd >= (after - before) / 2,
				width: Math.max(...text.map((each) => widthOf(frame.ctx, theme, each)))
			};
		})
		// Of what happened on one day the step is the largest one's.
		.filter(({ own, at }) => own && at >= scene.from && at <= scene.now)
		.filter(({ x, width, step }) => x - width - 12 > frame.left && step.high > frame.top && step.low - step.high > 14)
		.filter(({ at, step }) => !overshadowed(frame, scene, at, step))
		.sort((a, b) => b.usd - a.usd)
		.slice(0, 3);
	// Beside a tall step at half its height; above a low one, on a stem.
	const ys = spread(
		named.map(({ step, text }) => ({
			y: tall(step) ? (step.low + step.high) / 2 : step.high - 36 - text.length * LINE,
			height: 4 + text.length * LINE
		})),
		frame.top + 8,
		frame.bottom
	);
	named.forEach(({ x, text, step }, i) => {
		const y = ys[i]!;
		const half = (text.length * LINE) / 2;
		const beside = y > step.high + 4 && y < step.low - 4;
		if (!beside && y > step.high - 16 - half) return;
		if (!beside) line(frame.ctx, [x, y + half + 1], [x, step.high - 20], theme.ruleStrong);
		text.forEach((each, n) =>
			write(frame.ctx, theme, each, beside ? x - 9 : x + 3, y - half + (n + 0.5) * LINE, {
				align: 'right',
				colour: theme.ink2
			})
		);
	});
}

/** True where the line rises on by more than the step itself close behind it: a name there would be read as that step's. */
function overshadowed(frame: Frame, scene: Scene, at: number, step: { low: number; high: number }): boolean {
	const days = (18 * (scene.to - scene.from)) / Math.max(1, frame.right - frame.left);
	const soon = frame.y(spine(scene, Math.min(scene.now, at + days)).after);
	return step.high - soon > step.low - step.high;
}

const tall = (step: { low: number; high: number }) => step.low - step.high > 48;

/** A title up to a comma or colon past its first words, cut at a word where it is still long. */
function shortTitle(title: string, most = 52): string {
	const stop = title.slice(18).search(/[,:(]/);
	const head = (stop < 0 ? title : title.slice(0, 18 + stop)).trim();
	if (head.length <= most) return head;
	const cut = head.slice(0, most);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 12))}…`;
}

/** Height of a line of a name. */
const LINE = 16;

/** A name of more than a few words on two lines, the first no shorter than the second by much. */
function twoLines(text: string): string[] {
	if (text.length <= 22) return [text];
	const middle = text.length / 2;
	const blanks = [...text.matchAll(/ /g)].map((match) => match.index);
	const at = blanks.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
	return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** What the curve already held when the window opened, in the ledger's words. */
export function drawForward(frame: Frame, scene: Scene): void {
	const first = scene.counted[0];
	if (!first || first.y <= 0 || scene.size.width < 820 || scene.log) return;
	const text = `${money(first.y)} brought forward`;
	const [x, y] = [frame.left + 4, frame.y(first.y) + 20];
	const width = widthOf(frame.ctx, scene.theme, text);
	const taken = scene.spots.some((spot) => spot.x < x + width && Math.abs(spot.y - y) < 12 + spot.r);
	if (y > frame.bottom - 20 || taken) return;
	write(frame.ctx, scene.theme, text, x, y, { colour: scene.theme.ink3 });
}
