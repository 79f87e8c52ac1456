import { dayNumber } from '$lib/records/day';
import { linearTicks } from '../../engine/axis';
import { day, money } from '$lib/ui/format';
import { NARROW } from '../../engine/scales';
import { layoutRuns, type GuidanceRun, type GuidanceScale, type GuidedPeriod } from './guidance-runs';
import { drawEndsUnder, drawPanel, gutterOf, panelOptions } from './frame';
import { GUIDANCE_ROW, layoutPanels, type Panel } from './grid';
import type { ChartSpec, Size, HitArea, Stop, Theme } from '../../engine/types';
import { drawLine } from '../../engine/lines';
import { drawText, textWidth } from '../../engine/text';
import { drawDot } from '../../marks/shapes';
import { drawYearLines } from '../../marks/year-lines';

/** What each company said it would spend, year by year, on one scale. */
export interface GuidanceInput {
	scale: GuidanceScale;
	panels: readonly GuidancePanel[];
}

export interface GuidancePanel {
	key: string;
	name: string;
	/** What stands at present, over the panel. */
	said: string;
	/** The earliest first. */
	periods: readonly (Omit<GuidedPeriod, 'statements'> & {
		name: string;
		statements: readonly (GuidedPeriod['statements'][number] & { text: string })[];
	})[];
}

/** The key of a statement, and of what was reported of its period (`reported`): that of its panel, of its period, and its place. */
export const statementKey = (panel: string, period: string, place: number | 'reported'): string =>
	`${panel}|${period}|${place}`;

/** A panel a company: each statement a step from its day until it was replaced, a range washed, a floor dotted, years past quiet. */
export function buildGuidanceChart({ panels, scale }: GuidanceInput, size: Size, theme: Theme): ChartSpec {
	const ticks = linearTicks(scale.most, 3).filter(({ value }) => value > 0 && value <= scale.most);
	const boxes = layoutPanels(panels.length, size, GUIDANCE_ROW, gutterOf(size));
	const hitAreas: HitArea[] = [];
	return {
		data: { datasets: [] },
		options: panelOptions(),
		over({ ctx }) {
			hitAreas.length = 0;
			panels.forEach((panel, i) => drawCompany(ctx, panel, boxes[i]!));
		},
		stops: panels.flatMap((panel, i) => makeStops(panel, scale, boxes[i]!)),
		hitAreas: () => hitAreas,
		summary: `Guidance on one scale. ${panels.map(({ name, said }) => `${name}: ${said}`).join('; ')}.`
	};

	function drawCompany(ctx: CanvasRenderingContext2D, { key, name, said, periods }: GuidancePanel, box: Panel) {
		const y = (usd: number) => box.bottom - ((box.bottom - box.top) * usd) / scale.most;
		const days = Math.max(1, dayNumber(scale.to) - dayNumber(scale.from));
		const x = (at: number) => box.left + ((box.right - box.left) * (at - dayNumber(scale.from))) / days;
		drawYearLines(ctx, theme, scale.from, scale.to, x, box);
		const room = box.right - box.left - textWidth(ctx, theme, said) - 12;
		drawPanel(ctx, theme, box, { name, room, ticks, y });
		drawText(ctx, theme, said, box.right, box.name, { colour: theme.ink3, align: 'right' });
		drawLine(ctx, [box.left, box.bottom], [box.right, box.bottom], theme.ink);
		const letters = { size: size.width < NARROW ? 12 : 13 };
		const runs = layoutRuns(periods, scale, box, (text) => textWidth(ctx, theme, text, letters.size));
		runs.forEach((run, i) => drawRun(ctx, run, i < runs.length - 1));
		for (const { label } of runs) drawText(ctx, theme, label.text, label.x, label.y, letters);
		for (const { key: period, steps, reported } of runs) {
			for (const { left, right, top, bottom, statement } of steps) {
				const around = { x: left, y: top - 4, width: right - left, height: bottom - top + 8 };
				hitAreas.push({
					x: left,
					y: (top + bottom) / 2,
					r: 4,
					keys: [statementKey(key, period, statement)],
					box: around
				});
			}
			if (!reported) continue;
			drawDot(ctx, reported.x, reported.y, 5, theme.green, theme.paper, 2);
			hitAreas.push({ ...reported, r: 5, keys: [statementKey(key, period, 'reported')] });
		}
		const ends = [
			{ text: day(scale.from.slice(0, 7)), x: box.left },
			{ text: day(scale.to.slice(0, 7)), x: box.right }
		] as const;
		drawEndsUnder(ctx, theme, box, ...ends);
	}

	function drawRun(ctx: CanvasRenderingContext2D, { steps }: GuidanceRun, before: boolean) {
		const [tone, width] = before ? [theme.ink3, 1.5] : [theme.ink, 2];
		for (const { left, right, top, bottom, floor } of steps) {
			drawLine(ctx, [left, top], [right, top], tone, width, floor ? [2, 3] : []);
			if (top === bottom) continue;
			drawLine(ctx, [left, bottom], [right, bottom], tone, width);
			ctx.save();
			ctx.globalAlpha = 0.14;
			ctx.fillStyle = tone;
			ctx.fillRect(left, top, right - left, bottom - top);
			ctx.restore();
		}
		steps.slice(1).forEach((step, i) => {
			const from = steps[i]!;
			drawLine(ctx, [step.left, (from.top + from.bottom) / 2], [step.left, (step.top + step.bottom) / 2], tone);
		});
	}
}

/** What is drawn of a company, statement by statement: only what has a place can be stepped to. */
function makeStops({ key, name, periods }: GuidancePanel, scale: GuidanceScale, box: Panel): Stop[] {
	return layoutRuns(periods, scale, box, () => 0).flatMap((run) => {
		const { name: period, statements, reported_usd } = periods.find((each) => each.key === run.key)!;
		const said = run.steps.map(({ statement }) => {
			const { given_on, text } = statements[statement]!;
			return {
				key: statementKey(key, run.key, statement),
				text: `${name}, ${period}: ${text}, said on ${day(given_on)}.`
			};
		});
		if (!run.reported) return said;
		const text = `${name}, ${period}: ${money(reported_usd!)} reported.`;
		return [...said, { key: statementKey(key, run.key, 'reported'), text }];
	});
}
