/** An arrow between two organisations on a ring. */
export interface RingArrow<Kind extends string = string> {
	from: string;
	to: string;
	kind: Kind;
	amount_usd: number;
}

/** What a ring is drawn from, in pixels of a square of `RING_SIZE`. */
export interface Ring<Kind extends string = string> {
	nodes: { slug: string; x: number; y: number; label: { x: number; y: number; anchor: 'start' | 'middle' | 'end' } }[];
	arrows: (RingArrow<Kind> & { key: string; path: string; width: number; head: string })[];
}

export const RING_SIZE = 460;
const RADIUS = 148;
const DOT = 6;
const WIDTHS = { thin: 1.5, thick: 9 };

const round = (n: number) => Math.round(n * 10) / 10;

/**
 * Organisations in a circle and arrows between them, each bowed to its left, so that money there and money back lie side by
 * side. The area of an arrow follows its dollars.
 */
export function layoutRing<Kind extends string>(
	organisations: readonly string[],
	flows: readonly RingArrow<Kind>[]
): Ring<Kind> {
	const middle = RING_SIZE / 2;
	const nodes = organisations.map((slug, i) => {
		const angle = (2 * Math.PI * i) / organisations.length - Math.PI / 2;
		const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
		const far = RADIUS + 16;
		const anchor: 'start' | 'middle' | 'end' = Math.abs(dx) < 0.35 ? 'middle' : dx > 0 ? 'start' : 'end';
		return {
			slug,
			x: round(middle + RADIUS * dx),
			y: round(middle + RADIUS * dy),
			label: { x: round(middle + far * dx), y: round(middle + far * dy + (dy > 0.9 ? 12 : dy < -0.9 ? -2 : 5)), anchor }
		};
	});
	const at = new Map(nodes.map((node) => [node.slug, node]));
	const most = Math.max(1, ...flows.map((flow) => flow.amount_usd));
	const arrows = [...flows]
		.sort((a, b) => b.amount_usd - a.amount_usd)
		.flatMap((flow) => {
			const [a, b] = [at.get(flow.from), at.get(flow.to)];
			if (!a || !b || a === b) return [];
			const width = WIDTHS.thin + (WIDTHS.thick - WIDTHS.thin) * Math.sqrt(flow.amount_usd / most);
			return [{ ...flow, key: `${flow.from} ${flow.to} ${flow.kind}`, width: round(width), ...bowPath(a, b, width) }];
		});
	return { nodes, arrows };
}

interface Point {
	x: number;
	y: number;
}

/** A curve from near one point to near another, and the head at its end. */
function bowPath(a: Point, b: Point, width: number): { path: string; head: string } {
	const [dx, dy] = [b.x - a.x, b.y - a.y];
	const length = Math.hypot(dx, dy);
	const bend = 0.16;
	const control = { x: (a.x + b.x) / 2 + dy * bend, y: (a.y + b.y) / 2 - dx * bend };
	const toward = (from: Point, to: Point, by: number): Point => {
		const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
		return { x: from.x + ((to.x - from.x) * by) / far, y: from.y + ((to.y - from.y) * by) / far };
	};
	const size = Math.min(8 + width, length / 3);
	const start = toward(a, control, DOT + 2);
	const tip = toward(b, control, DOT + 2);
	const neck = toward(b, control, DOT + 2 + size);
	const [nx, ny] = [(tip.y - neck.y) / size, (neck.x - tip.x) / size];
	const half = size * 0.55;
	const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
	return {
		path: `M${at(start)}Q${at(control)} ${at(neck)}`,
		head: `M${at(tip)}L${at({ x: neck.x + nx * half, y: neck.y + ny * half })}L${at({ x: neck.x - nx * half, y: neck.y - ny * half })}Z`
	};
}
