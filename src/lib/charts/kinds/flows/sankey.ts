import { spreadLabels } from '../../engine/layout';

/** A flow to be drawn: dollars from one organisation to another, and what it pays for. */
export interface SankeyFlow<Kind extends string = string> {
	from: string;
	to: string;
	kind: Kind;
	amount_usd: number;
	/** Nobody has signed it: drawn as an outline. */
	unsigned?: true;
}

/** What each column shows: whoever funds, whoever buys, whoever sells compute and sites, whoever sells chips. */
const SANKEY_COLUMNS = ['Funders', 'Buyers', 'Cloud and campus', 'Chips'] as const;

/** An organisation in one role. Pixels from the top; a column is a place from 0 to 3. */
export interface SankeyNode {
	key: string;
	slug: string;
	column: number;
	top: number;
	height: number;
	/** The larger of what comes in and what goes out, of the flows drawn. */
	amount_usd: number;
}

/** A flow drawn: a band from column to column, `path` in units of 1,000 across and pixels down. */
export interface SankeyBand<Kind extends string = string> extends SankeyFlow<Kind> {
	key: string;
	path: string;
}

export interface Sankey<Kind extends string = string> {
	height: number;
	nodes: SankeyNode[];
	bands: SankeyBand<Kind>[];
	/** Where each column stands, 0 to 1,000. */
	columns: { title: string; x: number }[];
	/** Flows at least this large are drawn. */
	least_usd: number;
	folded: { flows: number; amount_usd: number };
}

/** Thickness of a node in units across. */
export const NODE_WIDTH = 5;

const MOST_BANDS = 40;
const STEPS = [1, 2, 5];
const GAP = { outer: 18, inner: 27, lane: 6 };
const THINNEST = 2;

/** The smallest of 1, 2, 5, 10, … millions at which no more than `MOST_BANDS` flows are left. */
function threshold(flows: readonly SankeyFlow[]): number {
	const sorted = flows.map((flow) => flow.amount_usd).sort((a, b) => b - a);
	const next = sorted[MOST_BANDS];
	if (next === undefined) return 0;
	for (let power = 1e6; ; power *= 10) {
		for (const step of STEPS) if (step * power > next) return step * power;
	}
}

interface Node extends SankeyNode {
	/** Places in the list of links. */
	in: number[];
	out: number[];
	/** A way for a flow that passes a column: drawn as a part of its band, without a label. */
	lane: boolean;
}

interface Link {
	flow: number;
	from: Node;
	to: Node;
	width: number;
	fromY: number;
	toY: number;
}

interface Net {
	columns: Node[][];
	links: Link[];
}

/** Columns of a flow: funding ends with a buyer, cloud and campus with a seller, chips start where the buyer sells compute itself. */
function columnsOf(flow: SankeyFlow, sellers: ReadonlySet<string>): [number, number] {
	if (flow.kind === 'chips') return [sellers.has(flow.from) ? 2 : 1, 3];
	return flow.kind === 'cloud' ? [1, 2] : [0, 1];
}

function netOf(flows: readonly SankeyFlow[]): Net {
	const columns: Node[][] = SANKEY_COLUMNS.map(() => []);
	const links: Link[] = [];
	const byKey = new Map<string, Node>();
	const sellers = new Set(flows.filter((flow) => flow.kind === 'cloud').map((flow) => flow.to));
	const node = (slug: string, column: number, lane = false): Node => {
		const key = `${column} ${slug}`;
		let found = byKey.get(key);
		if (!found) {
			found = { key, slug, column, lane, top: 0, height: 0, amount_usd: 0, in: [], out: [] };
			byKey.set(key, found);
			columns[column]!.push(found);
		}
		return found;
	};
	const link = (flow: number, from: Node, to: Node) => {
		from.out.push(links.length);
		to.in.push(links.length);
		links.push({ flow, from, to, width: 0, fromY: 0, toY: 0 });
	};
	for (const [i, flow] of flows.entries()) {
		const [a, b] = columnsOf(flow, sellers);
		let before = node(flow.from, a);
		for (let column = a + 1; column < b; column++) {
			const way = node(`${flow.from} ${flow.to} ${flow.kind}`, column, true);
			link(i, before, way);
			before = way;
		}
		link(i, before, node(flow.to, b));
	}
	for (const each of byKey.values()) {
		const sum = (places: number[]) => places.reduce((usd, at) => usd + flows[links[at]!.flow]!.amount_usd, 0);
		each.amount_usd = Math.max(sum(each.in), sum(each.out));
	}
	return { columns, links };
}

function gapOf(node: Node): number {
	if (node.lane) return GAP.lane;
	return node.column === 0 || node.column === SANKEY_COLUMNS.length - 1 ? GAP.outer : GAP.inner;
}

/** The space a node takes in its column: labels of the outer columns are two lines beside it, of the inner ones a line above. */
function roomFor(node: Node): number {
	if (node.lane) return node.height + GAP.lane;
	const outer = node.column === 0 || node.column === SANKEY_COLUMNS.length - 1;
	return outer ? Math.max(node.height + GAP.outer, 42) : node.height + GAP.inner;
}

/** The mean middle of what a node is linked to, by dollars. */
function wishedPlace(
	node: Node,
	{ links }: Net,
	flows: readonly SankeyFlow[],
	side: 'in' | 'out' | 'both'
): number | null {
	let sum = 0;
	let weight = 0;
	const add = (other: Node, at: number) => {
		const { amount_usd } = flows[links[at]!.flow]!;
		sum += (other.top + other.height / 2) * amount_usd;
		weight += amount_usd;
	};
	if (side !== 'out') for (const at of node.in) add(links[at]!.from, at);
	if (side !== 'in') for (const at of node.out) add(links[at]!.to, at);
	return weight > 0 ? sum / weight : null;
}

/** Puts the nodes of a column as near to their wishes as they can stand, within the height. */
function settleColumn(column: Node[], wishes: number[], height: number): void {
	const labels = column.map((node, i) => ({ y: wishes[i]! - gapOf(node) / 2, height: roomFor(node) }));
	const middles = spreadLabels(labels, 0, height);
	for (const [i, node] of column.entries()) {
		const label = roomFor(node) - node.height;
		const outer = node.column === 0 || node.column === SANKEY_COLUMNS.length - 1;
		node.top = middles[i]! - roomFor(node) / 2 + (outer ? label / 2 : label);
	}
}

function place(net: Net, flows: readonly SankeyFlow[], height: number): void {
	for (const column of net.columns) {
		column.sort((a, b) => Number(a.lane) - Number(b.lane) || b.amount_usd - a.amount_usd);
		let top = 0;
		for (const node of column) {
			node.top = top + roomFor(node) - node.height;
			top += roomFor(node);
		}
	}
	const passes = ['in', 'out', 'in', 'out', 'both', 'both', 'both'] as const;
	for (const side of passes) {
		const order = side === 'out' ? [...net.columns].reverse() : net.columns;
		for (const column of order) {
			const wishes = column.map((node) => wishedPlace(node, net, flows, side) ?? node.top + node.height / 2);
			settleColumn(column, wishes, height);
		}
	}
	for (const column of net.columns) column.sort((a, b) => a.top - b.top);
}

/** Where on its nodes each band begins and ends: in the order of what they lead to, so that fewer cross. */
function ports(net: Net): void {
	for (const node of net.columns.flat()) {
		const byOther = (end: 'from' | 'to') => (a: number, b: number) =>
			net.links[a]![end].top - net.links[b]![end].top || a - b;
		let y = node.top;
		for (const at of [...node.out].sort(byOther('to'))) {
			net.links[at]!.fromY = y;
			y += net.links[at]!.width;
		}
		y = node.top;
		for (const at of [...node.in].sort(byOther('from'))) {
			net.links[at]!.toY = y;
			y += net.links[at]!.width;
		}
	}
}

const round = (n: number) => Math.round(n * 10) / 10;

/** The outline of a band through the columns that its flow passes: there along the top, back along the bottom. */
function outline(links: Link[], x: (column: number) => number): string {
	const ends = links.map(({ from, to, fromY, toY, width }) => {
		const [a, b] = [round(x(from.column) + NODE_WIDTH), round(x(to.column))];
		return {
			a,
			b,
			middle: round((a + b) / 2),
			top: [round(fromY), round(toY)],
			low: [round(fromY + width), round(toY + width)]
		};
	});
	const there = ends.map(({ a, b, middle, top: [y1, y2] }) => `L${a} ${y1}C${middle} ${y1} ${middle} ${y2} ${b} ${y2}`);
	const back = ends
		.reverse()
		.map(({ a, b, middle, low: [y1, y2] }) => `L${b} ${y2}C${middle} ${y2} ${middle} ${y1} ${a} ${y1}`);
	return `M${[...there, ...back].join('').slice(1)}Z`;
}

/**
 * A Sankey diagram of four columns by role; an organisation stands once in each of its roles, so that flows run right only.
 * Widths are proportional to dollars. Small flows are folded away, and their sum is given.
 * @param height pixels
 */
export function layoutSankey<Kind extends string>(all: readonly SankeyFlow<Kind>[], height: number): Sankey<Kind> {
	const least = threshold(all);
	const flows = all.filter((flow) => flow.amount_usd >= least);
	const net = netOf(flows);
	const scales = net.columns.map((column) => {
		const usd = column.reduce((sum, node) => sum + node.amount_usd, 0);
		const gaps = column.reduce((sum, node) => sum + gapOf(node), 0);
		return usd > 0 ? Math.max(height - gaps, height / 4) / usd : Infinity;
	});
	let scale = Math.min(...scales);
	// What stands beside a thin node takes room that its dollars do not: shrink until every column fits.
	for (let tries = 0; tries < 40; tries++) {
		for (const node of net.columns.flat()) node.height = Math.max(THINNEST, node.amount_usd * scale);
		const most = Math.max(0, ...net.columns.map((column) => column.reduce((sum, node) => sum + roomFor(node), 0)));
		if (most <= height) break;
		scale *= 0.96;
	}
	for (const link of net.links) link.width = flows[link.flow]!.amount_usd * scale;
	place(net, flows, height);
	ports(net);
	const x = (column: number) => (column * (1000 - NODE_WIDTH)) / (SANKEY_COLUMNS.length - 1);
	const bottom = Math.max(0, ...net.columns.flat().map((node) => node.top + node.height));
	return {
		height: Math.ceil(bottom) + 2,
		nodes: net.columns
			.flat()
			.filter((node) => !node.lane)
			.map(({ key, slug, column, top, height: tall, amount_usd }) => ({
				key,
				slug,
				column,
				top: round(top),
				height: round(tall),
				amount_usd
			})),
		bands: flows.map((flow, i) => {
			const links = net.links.filter((link) => link.flow === i);
			return {
				...flow,
				key: `${flow.from} ${flow.to} ${flow.kind}${flow.unsigned ? ' unsigned' : ''}`,
				path: outline(links, x)
			};
		}),
		columns: SANKEY_COLUMNS.map((title, column) => ({ title, x: x(column) })),
		least_usd: least,
		folded: {
			flows: all.length - flows.length,
			amount_usd: all.reduce((sum, flow) => sum + (flow.amount_usd < least ? flow.amount_usd : 0), 0)
		}
	};
}
