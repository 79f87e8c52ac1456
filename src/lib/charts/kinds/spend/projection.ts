import type { PlotFrame, SpendModel } from './model';
import { drawFloorTicks } from '../../marks/floor-ticks';
import type { Point } from '../../engine/points';
import { tracePath } from '../../engine/lines';
import { drawHatch } from '../../marks/hatch';

/** The projection: its path or band, its other reading, the space between two readings hatched. */
export function drawProjection(frame: PlotFrame, model: SpendModel): void {
	const { input, theme, path, low, high, other } = model;
	if (!input.projection || path.length === 0) return;
	const { ctx } = frame;
	const pixels = (points: Point[]) => points.map(({ x, y }): [number, number] => [frame.x(x), frame.y(y)]);
	ctx.save();
	ctx.beginPath();
	ctx.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
	ctx.clip();
	const [upper, lower] = other.length > 0 ? [other, path] : [high, low];
	if (upper.length > 0) drawHatch(ctx, [...pixels(lower), ...pixels(upper).reverse()], theme.hatch);
	const lines = other.length > 0 ? [path, other] : high.length > 0 ? [low, high, path] : [path];
	ctx.strokeStyle = theme.projection;
	ctx.lineWidth = 1.25;
	ctx.setLineDash([7, 4]);
	for (const points of lines) {
		ctx.beginPath();
		tracePath(ctx, pixels(points));
		ctx.stroke();
	}
	ctx.restore();
	const rising = (points: Point[]) => pixels(points.slice(points.findIndex((point) => point.y > 0)));
	for (const [floor, points] of [
		[input.projection.floor, path],
		[input.alternative?.floor, other]
	] as const)
		if (floor && points.some((point) => point.y > 0)) drawFloorTicks(ctx, rising(points), frame.top, theme.projection);
}
