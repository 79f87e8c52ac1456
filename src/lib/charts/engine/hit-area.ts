import type { HitArea, Size } from './types';

/** Which hit area a pointer means, and where the tooltip of one stands. Pure; CSS pixels from the canvas's top left. */

/** Pixels from a point to a hit area; 0 inside a box, negative inside a circle. */
function distanceTo({ x, y, r, box }: HitArea, toX: number, toY: number): number {
	if (!box) return Math.hypot(x - toX, y - toY) - r;
	const beyond = (at: number, from: number, size: number) => Math.max(from - at, 0, at - from - size);
	return Math.hypot(beyond(toX, box.x, box.width), beyond(toY, box.y, box.height));
}

/** The area nearest to a point and no further than `reach` from it; of equals, the one drawn first. */
export function findHitArea(areas: readonly HitArea[], x: number, y: number, reach: number): HitArea | undefined {
	let nearest: HitArea | undefined;
	let least = Infinity;
	for (const area of areas) {
		const distance = distanceTo(area, x, y);
		if (distance > reach || distance >= least) continue;
		least = distance;
		nearest = area;
	}
	return nearest;
}

/** To the right of its area, or to the left where the canvas ends; where neither has room, above it or else below. */
export function placeTooltip(
	{ x, y, r }: HitArea,
	{ width, height }: Size,
	canvas: Size
): { left: number; top: number } {
	const off = r + 14;
	const keepInside = (at: number, size: number, whole: number) => Math.max(0, Math.min(at, whole - size));
	const beside = x + off + width <= canvas.width ? x + off : x - off - width;
	if (beside >= 0) return { left: beside, top: keepInside(y - height / 3, height, canvas.height) };
	const top = y - off - height >= 0 ? y - off - height : y + off;
	return { left: keepInside(x - width / 2, width, canvas.width), top: keepInside(top, height, canvas.height) };
}
