import { addMonths, dayNumber, type Day } from '$lib/records/day';
import { percent } from '$lib/ui/format';
import { findClearest, overlap, crossesRect, type Rect, type Stroke } from '../../engine/layout';
import { drawLine } from '../../engine/lines';
import { baseOptions, NARROW, timeAxis, valueAxis } from '../../engine/scales';
import { drawText, textWidth } from '../../engine/text';
import type { ChartSpec, HitArea, Size, Theme } from '../../engine/types';
import { drawArrow } from '../../marks/arrow';
import { drawShift } from '../../marks/shift';
import { drawDot } from '../../marks/shapes';
import { drawYearLines } from '../../marks/year-lines';
import { buildForecastRows } from './rows';
import { beyond, framed, MOST, RULED, summaryOf, type DrawnForecast, type ForecastsInput } from './model';

const RADIUS = 6;
/** The length of an arrow at the edge of the frame. */
const ARROW = 18;
/** The axis is no shorter than this, however few forecasts there are. */
const LEAST_MONTHS = 6;

/** The first day of the quarter of the calendar that a day lies in. */
function quarterStart(day: Day): Day {
	const month = Number(day.slice(5, 7));
	return addMonths(`${day.slice(0, 7)}-01`, -((month - 1) % 3));
}

/**
 * Forecasts by the day on which they were made and by how far the money stands ahead of their path or behind it: rings, filled where the
 * companies made them themselves, each named beside its mark and a link. On a phone a row each.
 */
export function buildForecastsChart(input: ForecastsInput, size: Size, theme: Theme): ChartSpec {
	if (size.width < NARROW) return buildForecastRows(input, size, theme);
	const { rows, as_of: to } = input;
	const shortest = addMonths(`${to.slice(0, 7)}-01`, -LEAST_MONTHS);
	const first = rows.length > 0 ? quarterStart(rows[0]!.published) : shortest;
	const from = first < shortest ? first : shortest;
	const hitAreas: HitArea[] = [];
	return {
		data: { datasets: [] },
		options: {
			...baseOptions({ top: 12, right: 12 }),
			scales: {
				y: {
					...valueAxis(
						RULED.map((value) => ({ value, text: percent(value) })),
						size,
						theme
					),
					max: MOST
				},
				x: timeAxis(from, to, size.width - 70, size, theme)
			}
		},
		under({ ctx, chartArea: area, scales }) {
			drawYearLines(ctx, theme, from, to, (at) => scales['x']?.getPixelForValue(at) ?? 0, area);
		},
		over({ ctx, chartArea: area, scales, width }) {
			const x = (row: DrawnForecast) => scales['x']?.getPixelForValue(dayNumber(row.published)) ?? 0;
			const y = (pace: number) => scales['y']?.getPixelForValue(framed(pace)) ?? 0;
			const even = y(1);
			drawLine(ctx, [area.left, even], [area.right, even], theme.ink, 2.5);
			const marks = rows.map((row) => ({ row, x: x(row), y: y(row.pace) }));
			const boxes = drawSides(ctx, theme, area.left + 8, even);
			const strokes: Stroke[] = [
				[
					[area.left, even],
					[area.right, even]
				]
			];
			for (const mark of marks) {
				const shift = shiftOf(mark.row);
				if (shift === null) continue;
				const end = y(shift);
				drawShift(ctx, theme, [mark.x, mark.y], [mark.x, end]);
				strokes.push([
					[mark.x, mark.y],
					[mark.x, end]
				]);
			}
			hitAreas.length = 0;
			for (const { row, x: at, y: middle } of marks) {
				const centre = middle + beyond(row.pace) * (ARROW / 2);
				boxes.push({ left: at - 9, right: at + 9, top: centre - 9, bottom: centre + 9 });
				hitAreas.push({ x: at, y: centre, r: RADIUS + 3, keys: [row.slug] });
			}
			const named: Rect[] = [];
			for (const [i, { row }] of marks.entries()) {
				const { x: at, y: middle } = hitAreas[i]!;
				const place = drawLabel(ctx, theme, row, [at, middle], {
					strokes,
					boxes: boxes.filter((box) => box.left !== at - 9 || box.top !== middle - 9),
					named,
					bounds: { left: area.left + 4, right: width - 2, top: area.top, bottom: area.bottom }
				});
				if (place) named.push(place);
			}
			// Over the names, whose ground would else cut into a mark beside them.
			for (const { row, x: at, y: middle } of marks) {
				const edge = beyond(row.pace);
				if (edge !== 0) drawArrow(ctx, theme, [at, middle], [0, -edge], ARROW);
				else drawDot(ctx, at, middle, RADIUS, row.own ? theme.ink : theme.paper, theme.ink, 2);
			}
			drawLine(ctx, [area.left, area.bottom], [area.right, area.bottom], theme.ink);
		},
		stops: rows.map(({ slug, text, href }) => ({ key: slug, text, href })),
		hitAreas: () => hitAreas,
		summary: summaryOf(input)
	};
}

/** Where a hairline leads from a mark: its pace by the other path, where both lie inside the frame. */
function shiftOf({ pace, other }: DrawnForecast): number | null {
	return other === null || beyond(pace) !== 0 ? null : framed(other);
}

/** What above and below the line of 100 % mean, and the boxes of both. */
function drawSides(ctx: CanvasRenderingContext2D, theme: Theme, left: number, even: number): Rect[] {
	const sides = [
		{ text: '↑ Reported spending ahead of the forecast', y: even - 15, weight: 650 },
		{ text: '↓ behind it', y: even + 15, weight: 650 }
	];
	return sides.map(({ text, y, weight }) => {
		drawText(ctx, theme, text, left, y, { weight, colour: theme.ink });
		return { left, right: left + textWidth(ctx, theme, text, 13, weight), top: y - 9, bottom: y + 9 };
	});
}

/** How far above or below its mark a name may stand, in pixels, the nearest first. */
const SHIFTS = [0, -10, 10, -18, 18, -28, 28, -40, 40, -54, 54, -70, 70, -88, 88];
/** From here on a hairline leads from the name to its mark, which stands further off then. */
const LED = 18;
/** How far off a name stands beside its mark, in pixels: without a hairline, and with one. */
const OFF = [12, 20, 34] as const;

interface Ground {
	strokes: Stroke[];
	boxes: readonly Rect[];
	named: readonly Rect[];
	bounds: Rect;
}

interface Place extends Rect {
	middle: number;
	/** From the mark to the name, where it stands off. */
	leader: Stroke | null;
}

/** Where a name of some width may stand beside its mark. */
function placesAt([x, y]: [number, number], width: number, bounds: Rect): Place[] {
	const places = SHIFTS.flatMap((shift) => {
		const led = Math.abs(shift) >= LED;
		return (led ? OFF.slice(1) : OFF.slice(0, 1)).flatMap((off) =>
			([1, -1] as const).map((side): Place => {
				const left = side === 1 ? x + off : x - off - width;
				const middle = y + shift;
				const leader: Stroke | null = led
					? [
							[x + side * 4, y + Math.sign(shift) * 5],
							[side === 1 ? left - 3 : left + width + 3, middle]
						]
					: null;
				return { left, right: left + width, top: middle - 9, bottom: middle + 9, middle, leader };
			})
		);
	});
	return places.filter(
		({ left, right, top, bottom }) =>
			left >= bounds.left && right <= bounds.right && top >= bounds.top - 9 && bottom <= bounds.bottom
	);
}

/** A forecast's pace and name where they lie on nothing; left out where they would lie on another name: the table has it. */
function drawLabel(
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	{ pace, label }: DrawnForecast,
	at: [number, number],
	{ strokes, boxes, named, bounds }: Ground
): Rect | undefined {
	const share = percent(pace);
	const bold = textWidth(ctx, theme, share, 13, 700) + 5;
	const all = placesAt(at, bold + textWidth(ctx, theme, label), bounds);
	const places = all.filter(
		(place) => !named.some((each) => overlap(each, place) || (place.leader !== null && crossesRect(place.leader, each)))
	);
	if (places.length === 0) return undefined;
	// A hairline that runs over another mark would seem to lead to that one: half as bad as a name that lies on it.
	const misleads = ({ leader }: Place) => (leader ? boxes.filter((box) => crossesRect(leader, box)).length / 2 : 0);
	const place = findClearest(places, strokes, boxes, misleads);
	if (place.leader) {
		drawLine(ctx, [...place.leader[0]], [...place.leader[1]], theme.ink2);
		strokes.push(place.leader);
	}
	drawText(ctx, theme, share, place.left, place.middle, { weight: 700, colour: theme.ink });
	drawText(ctx, theme, label, place.left + bold, place.middle, { colour: theme.ink2 });
	return place;
}
