import { hatch, line, trace } from '../../engine/draw';
import type { Frame, Scene } from './model';
import type { Point } from '../../engine/points';

/** The projection: its path or band, its other reading, the space between two readings hatched. */
export function drawProjection(frame: Frame, scene: Scene): void {
	const { input, theme, path, low, high, other } = scene;
	if (!input.projection || path.length === 0) return;
	const { ctx } = frame;
	const pixels = (points: Point[]) => points.map(({ x, y }): [number, number] => [frame.x(x), frame.y(y)]);
	ctx.save();
	ctx.beginPath();
	ctx.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
	ctx.clip();
	const [upper, lower] = other.length > 0 ? [other, path] : [high, low];
	if (upper.length > 0) hatch(ctx, [...pixels(lower), ...pixels(upper).reverse()], theme.hatch);
	const lines = other.length > 0 ? [path, other] : high.length > 0 ? [low, high, path] : [path];
	ctx.strokeStyle = theme.projection;
	ctx.lineWidth = 1.25;
	ctx.setLineDash([7, 4]);
	for (const points of lines) {
		ctx.beginPath();
		trace(ctx, pixels(points));
		ctx.stroke();
	}
	ctx.restore();
	if (input.projection.floor) ticksUp(frame, scene, path);
	if (input.alternative?.floor && other.length > 0) ticksUp(frame, scene, other);
}

/** A floor: "upwards of". Short ticks stand on the line. */
function ticksUp(frame: Frame, scene: Scene, points: Point[]): void {
	const start = points.find((point) => point.y > 0);
	const end = points.at(-1);
	if (!start || !end) return;
	for (let x = frame.x(start.x) + 34; x < frame.x(end.x) - 8; x += 34) {
		const y = between(points, frame, x);
		if (y > frame.top + 8) line(frame.ctx, [x, y], [x, y - 6], scene.theme.projection, 1.25);
	}
}

function between(points: Point[], frame: Frame, x: number): number {
	const after = points.findIndex((point) => frame.x(point.x) >= x);
	const b = points[Math.max(after, 0)]!;
	const a = points[Math.max(after - 1, 0)]!;
	const [ax, bx] = [frame.x(a.x), frame.x(b.x)];
	return bx === ax ? frame.y(b.y) : frame.y(a.y) + ((frame.y(b.y) - frame.y(a.y)) * (x - ax)) / (bx - ax);
}
