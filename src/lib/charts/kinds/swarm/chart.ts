import type { Firmness, WtfLabel } from '$lib/records/vocabularies';
import { money } from '$lib/ui/format';
import { drawLine } from '../../engine/lines';
import { baseOptions, NARROW, timeAxis, UNLABELLED } from '../../engine/scales';
import { drawText } from '../../engine/text';
import type { ChartSpec, HitArea, Size, Theme } from '../../engine/types';
import { drawYearLines } from '../../marks/year-lines';
import { frameSwarm, placeDiscs, xOfDay } from './layout';
import { isChosen, markWords, swarmSummary, type SwarmInput, type SwarmMark } from './marks';

const TOP = 8;
const AXIS = 26;
/** A disc of this radius holds its sum. */
const HOLDS_TEXT = 19;

/** The outline of each firmness: the line that stands before its word in tables. */
const OUTLINES: Record<Firmness, { width: number; dash: number[] }> = {
	definitive: { width: 1.75, dash: [] },
	announced: { width: 1.5, dash: [4, 3] },
	letter_of_intent: { width: 1.5, dash: [1.5, 2.5] },
	rumoured: { width: 1, dash: [1, 2.5] }
};

function drawDisc(ctx: CanvasRenderingContext2D, theme: Theme, mark: SwarmMark, x: number, y: number, r: number) {
	const fills: Partial<Record<WtfLabel, string>> = { TERMINATOR: theme.term, IDIOCRACY: theme.idio };
	const trace = (from = 0, to = 2 * Math.PI) => {
		ctx.beginPath();
		ctx.arc(x, y, r, from, to);
	};
	ctx.save();
	const alpha = ctx.globalAlpha;
	trace();
	ctx.fillStyle = theme.paper;
	ctx.fill();
	if (mark.usd !== null && !mark.cancelled) {
		if (mark.label === 'WTF') {
			trace(Math.PI, 2 * Math.PI);
			ctx.fillStyle = theme.term;
			ctx.fill();
			trace(0, Math.PI);
			ctx.fillStyle = theme.idio;
			ctx.fill();
		} else if (mark.label) {
			ctx.globalAlpha = alpha * (mark.label === 'NEUTRAL' ? 0.28 : 1);
			ctx.fillStyle = fills[mark.label] ?? theme.neutral;
			ctx.fill();
			ctx.globalAlpha = alpha;
		}
	}
	const { width, dash } = mark.cancelled ? { width: 1, dash: [] } : OUTLINES[mark.firmness];
	trace();
	ctx.strokeStyle = mark.cancelled ? theme.ink3 : theme.ink;
	// In a small ring a dash is no longer told from a dot, and a wide line fills it.
	ctx.lineWidth = r < 4 ? Math.min(width, 1) : width;
	ctx.setLineDash(r < 4 ? dash.map((length) => length / 1.6) : dash);
	ctx.stroke();
	ctx.setLineDash([]);
	if (mark.cancelled) drawLine(ctx, [x - r - 2, y], [x + r + 2, y], theme.ink3, 1);
	if (r >= HOLDS_TEXT && mark.usd !== null) {
		const bright = mark.label === null || mark.label === 'NEUTRAL' || mark.cancelled;
		const colour = bright ? theme.ink : theme.paper;
		drawText(ctx, theme, money(mark.usd), x, y, { size: 12, weight: 600, align: 'center', colour, halo: null });
	}
	ctx.restore();
}

/** Every deal as a disc at the day when it was first heard of: area by what was announced, colour by its reading, outline by firmness. */
export function buildSwarmChart(input: SwarmInput, size: Size, theme: Theme): ChartSpec {
	const { marks, query } = input;
	const narrow = size.width < NARROW;
	const frame = frameSwarm(
		marks.map((mark) => mark.day),
		input.as_of,
		size.width
	);
	const middle = TOP + (size.height - AXIS - TOP) / 2;
	const discs = placeDiscs(
		marks.map((mark) => xOfDay(frame, mark.day)),
		marks.map((mark) => mark.usd),
		middle - TOP
	);
	const options = baseOptions({ top: TOP, right: size.width - frame.right });
	const hitAreas: HitArea[] = marks.map((mark, i) => {
		const { x, y, r } = discs[i]!;
		return { x, y: middle + y, r, keys: [mark.slug] };
	});
	return {
		data: { datasets: [] },
		options: {
			...options,
			layout: { padding: { top: TOP, right: size.width - frame.right, left: frame.left, bottom: 0 } },
			scales: {
				x: timeAxis(frame.from, frame.to, frame.right - frame.left, size, theme),
				y: { ...UNLABELLED, min: -1, max: 1 }
			}
		},
		under({ ctx, scales }) {
			const area = { left: frame.left, right: frame.right, top: TOP, bottom: size.height - AXIS };
			drawYearLines(ctx, theme, frame.from, frame.to, (at) => scales['x']?.getPixelForValue(at) ?? 0, area);
			drawLine(ctx, [frame.early ?? frame.left, area.bottom], [frame.right, area.bottom], theme.rule);
			if (frame.early !== null) {
				drawLine(ctx, [frame.left, area.top], [frame.left, area.bottom], theme.ruleStrong, 1, [2, 3]);
				drawText(ctx, theme, 'earlier', frame.early, area.bottom + 14, {
					size: narrow ? 12 : 13,
					colour: theme.ink3,
					halo: null
				});
			}
		},
		over({ ctx }) {
			marks.forEach((mark, i) => {
				const { x, y, r } = discs[i]!;
				ctx.save();
				ctx.globalAlpha = isChosen(mark, input) ? 1 : 0.22;
				drawDisc(ctx, theme, mark, x, middle + y, r);
				ctx.restore();
			});
		},
		stops: marks.map((mark) => ({
			key: mark.slug,
			text: `${mark.title}: ${markWords(mark)}.`,
			href: `/deals/${mark.slug}${query}`
		})),
		hitAreas: () => hitAreas,
		summary: swarmSummary(input)
	};
}
